"""Filters are kept as the list would take them, each officer's for that officer alone."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import httpx
import sqlalchemy as sa

from shared.saved_filters.keep import MOST
from shared.saved_filters.tables import saved_filters

from tests.support.cast import actor
from tests.support.house import House

OURS = {"collection": "demands", "name": "本室超期", "filter": {"overdue": True, "field": ["ecology"]}}


async def save(house: House, login: str = "petition.city", **changes: Any) -> httpx.Response:
    headers = house.headers(login, key=str(uuid4()))
    return await house.http.post("/v1/saved-filters", headers=headers, json={**OURS, **changes})


async def own(house: House, login: str, **params: Any) -> list[str]:
    answer = await house.get(login, "/v1/saved-filters", **params)
    return [one["name"] for one in answer.json()["items"]]


async def test_a_kept_filter_is_the_address_of_its_list(house: House) -> None:
    answer = await save(house, filter={"overdue": True, "field": ["ecology", "education"], "sort": "-state"})

    kept = answer.json()
    assert answer.status_code == 201, answer.text
    assert kept["href"] == "/v1/demands?field=ecology&field=education&overdue=true&sort=-state"
    assert (await house.get("petition.city", kept["href"])).status_code == 200
    assert await own(house, "petition.city", collection="demands") == ["本室超期"]
    assert await own(house, "petition.city", collection="reports") == []


async def test_what_the_list_would_refuse_is_refused_with_every_fault(house: House) -> None:
    answer = await save(house, filter={"colour": "red", "received_from": "yesterday", "overdue": "perhaps"})

    assert answer.status_code == 400
    assert {one["pointer"] for one in answer.json()["errors"]} == {
        "/filter/colour", "/filter/received_from", "/filter/overdue",
    }  # fmt: skip
    others: tuple[dict[str, Any], ...] = (
        {"collection": "secrets"}, {"name": ""}, {"filter": {"cursor": "x"}}, {"filter": {"sort": "content"}},
        {"filter": {"limit": 5}}, {"filter": []},
    )  # fmt: skip
    for changes in others:
        assert (await save(house, **changes)).status_code == 400, changes


async def test_nobody_sees_or_drops_the_filter_of_another(house: House) -> None:
    kept = (await save(house)).json()["id"]

    assert await own(house, "petition-head.city") == []
    for login in ("petition-head.city", "sysadmin"):
        stolen = await house.http.delete(f"/v1/saved-filters/{kept}", headers=house.headers(login))
        assert stolen.status_code == 404
    async with house.desk.db.reader(actor("petition-head.city").scope(house.clock.now())) as reader:
        assert await reader.all(sa.select(saved_filters)) == []
    dropped = await house.http.delete(f"/v1/saved-filters/{kept}", headers=house.headers("petition.city"))
    assert dropped.status_code == 204
    assert await own(house, "petition.city") == []


async def test_no_filter_is_kept_for_a_list_one_may_not_read(house: House) -> None:
    assert (await save(house, "sysadmin")).status_code == 403


async def test_a_name_is_used_once_and_the_drawer_gets_full(house: House) -> None:
    assert (await save(house)).status_code == 201
    again = await save(house)
    for number in range(MOST - 1):
        assert (await save(house, name=f"筛选{number}")).status_code == 201
    full = await save(house, name="再来一个")

    assert (again.status_code, again.json()["code"]) == (409, "saved_filter_exists")
    assert (full.status_code, full.json()["code"]) == (409, "saved_filters_full")
    assert (await save(house, "petition-head.city")).status_code == 201
