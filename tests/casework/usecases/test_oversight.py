"""Access explained, looks listed, glass broken: for leaders and security officers, and always recorded."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import uuid4

import httpx
import pytest
import pytest_asyncio
import sqlalchemy as sa

from shared.audit.tables import audit_entries
from shared.feed.tables import events

from tests.casework.story import allocated, do
from tests.support.cast import actor
from tests.support.house import House

ORDER = {"reason": "承办人出差，领导交办须当日核对案情。", "order_number": "云纪批〔2026〕18号"}


@pytest_asyncio.fixture(autouse=True)
async def _rights_are_fresh(house: House) -> None:
    await house.hear()


async def explained(house: House, clue: str, officer: str, login: str = "principal.city") -> dict[str, Any]:
    answer = await house.get(login, f"/v1/{clue}/access/{officer}")
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def reading(found: dict[str, Any]) -> dict[str, Any]:
    """Return what is said about reading."""
    return next(one for one in found["permissions"] if one["permission"] == "clue:read")


async def post(house: House, login: str, path: str, body: dict[str, Any], **more: Any) -> httpx.Response:
    headers = house.headers(login, key=str(uuid4()), **more)
    return await house.http.post(f"/v1/{path}", headers=headers, json=body)


async def test_the_handler_sees_by_the_office_that_holds_and_the_ledger_by_its_capacity(house: House) -> None:
    clue = await allocated(house)

    handler = reading(await explained(house, clue, "office1.handler"))
    manager = reading(await explained(house, clue, actor("caseman.city").id))

    (way,) = [one for one in handler["ways"] if one["is_open"]]
    assert [(one["role"], one["organisation"]) for one in way["reaching"]] == [("handler", "city-office-1")]
    (ledger,) = [one for one in manager["ways"] if one["is_open"]]
    assert [(one["grantee"], one["capacity"]) for one in ledger["known"]] == [
        ("city-case-management", "ledger")
    ]


async def test_a_colleague_of_another_office_lacks_access_and_it_is_said_why(house: House) -> None:
    clue = await allocated(house)

    found = await explained(house, clue, "office2.handler", login="security.officer")

    assert (found["can_see"], found["is_recused"], found["is_cleared"]) == (False, False, True)
    assert reading(found)["refusal"] == "out_of_reach"
    held = [one["organisation"] for way in reading(found)["ways"] for one in way["held"]]
    assert set(held) == {"city-office-2"}


async def test_a_recusal_is_what_keeps_the_handler_away(house: House) -> None:
    clue = await allocated(house)
    body = {"officer": "office1.handler", "ground": "close_relative", "keeps_away": True}
    assert (await post(house, "principal.city", f"{clue}/recusals", body)).status_code == 201

    found = await explained(house, clue, "office1.handler")

    assert (found["can_see"], reading(found)["refusal"]) == (False, "recused")
    assert [one["ground"] for one in found["recusals"]] == ["close_relative"]


@pytest.mark.parametrize(
    ("login", "status"),
    [("office1.handler", 403), ("office1.head", 403), ("caseman.city", 403), ("office2.handler", 404),
     ("district1.principal", 404), ("sysadmin", 404)],
)  # fmt: skip
async def test_nobody_else_asks_who_may_see_or_who_looked(house: House, login: str, status: int) -> None:
    clue = await allocated(house)

    for path in ("access/office1.handler", "readers"):
        assert (await house.get(login, f"/v1/{clue}/{path}")).status_code == status


async def test_an_unknown_officer_is_not_found(house: House) -> None:
    clue = await allocated(house)

    assert (await house.get("principal.city", f"/v1/{clue}/access/nobody.known")).status_code == 404


async def test_who_looked_is_listed_newest_first_in_pages_and_moves_are_not_looks(house: House) -> None:
    clue = await allocated(house)
    await house.get("office1.handler", f"/v1/{clue}")
    house.clock.move(timedelta(minutes=5))
    await house.get("deputy.city", f"/v1/{clue}/history")

    first = (await house.get("security.officer", f"/v1/{clue}/readers", limit=1)).json()
    rest = await house.get("security.officer", f"/v1/{clue}/readers", limit=100, cursor=first["next_cursor"])

    assert [(one["by_id"], one["field_group"]) for one in first["items"]] == [
        (actor("deputy.city").id, "history")
    ]
    looks = [(one["by_id"], one["action"]) for one in rest.json()["items"]]
    assert (actor("office1.handler").id, "clue:read") in looks
    assert {action for _, action in looks} <= {"clue:read", "clue:read_readers"}


async def test_glass_is_broken_until_the_end_of_the_next_day_and_the_superior_is_told(house: House) -> None:
    clue = await allocated(house)
    assert (await house.get("office2.handler", f"/v1/{clue}")).status_code == 404

    opened = await post(house, "office2.handler", f"{clue}/break-glass", ORDER)

    assert opened.status_code == 201, opened.text
    record = opened.json()
    assert record["until"] == "2026-03-04T00:00:00+08:00"
    seen = (await house.get("office2.handler", f"/v1/{clue}")).json()
    assert (seen["allowed_actions"], [one["kind"] for one in seen["papers"]]) == ([], ["allocation"])
    async with house.desk.db.reader() as reader:
        told = await reader.one(
            sa.select(events.c.data).where(events.c.type == "huiying.casework.break_glass.opened.v1")
        )
        entry = await reader.one(
            sa.select(audit_entries.c.order_number).where(audit_entries.c.action == "clue:break_glass")
        )
    assert (told["data"]["officer"], entry["order_number"]) == (
        actor("office2.handler").id,
        ORDER["order_number"],
    )

    house.clock.move(timedelta(hours=39))  # the second day has ended
    house.tokens.clear()
    assert (await house.get("office2.handler", f"/v1/{clue}")).status_code == 404


async def test_a_superior_acknowledges_and_may_end_it_at_once(house: House) -> None:
    clue = await allocated(house)
    record = (await post(house, "office2.handler", f"{clue}/break-glass", ORDER)).json()
    thing = f"break-glasses/{record['id']}"

    listed = (await house.get("deputy.city", "/v1/break-glasses", state="opened")).json()["items"]
    assert [(one["id"], one["reason"]) for one in listed] == [(record["id"], None)]
    assert (await house.get("office1.handler", "/v1/break-glasses")).json()["items"] == []
    assert (await house.get("deputy.city", f"/v1/{thing}")).json()["reason"] == ORDER["reason"]
    assert (await do(house, "deputy.city", thing, "acknowledge"))["state"] == "acknowledged"
    assert (await do(house, "deputy.city", thing, "end"))["state"] == "ended"

    assert (await house.get("office2.handler", f"/v1/{clue}")).status_code == 404
    assert (await house.get("office2.handler", f"/v1/{thing}")).status_code == 200
    assert (await house.get("office1.handler", f"/v1/{thing}")).status_code == 404


@pytest.mark.parametrize(
    ("login", "status", "code"),
    [("district1.handler", 404, "not_found"), ("principal.city", 403, "forbidden"), ("sysadmin", 403, "forbidden"),
     ("office1.head", 409, "access_already_held"), ("housing1.head", 404, "not_found")],
)  # fmt: skip
async def test_only_who_works_in_the_organ_and_cannot_see_breaks_glass(
    house: House, login: str, status: int, code: str
) -> None:
    clue = await allocated(house)

    answer = await post(house, login, f"{clue}/break-glass", ORDER)

    assert (answer.status_code, answer.json()["code"]) == (status, code)


async def test_who_must_keep_away_breaks_no_glass(house: House) -> None:
    clue = await allocated(house)
    body = {"officer": "office2.handler", "ground": "interest", "keeps_away": True}
    await post(house, "principal.city", f"{clue}/recusals", body)

    answer = await post(house, "office2.handler", f"{clue}/break-glass", ORDER)

    assert (answer.status_code, answer.json()["code"]) == (404, "not_found")


async def test_an_order_needs_number_and_reason(house: House) -> None:
    clue = await allocated(house)

    answer = await post(house, "office2.handler", f"{clue}/break-glass", {"reason": "急", "surprise": 1})

    assert answer.status_code == 400
    assert {one["pointer"] for one in answer.json()["errors"]} == {"/reason", "/order_number", "/surprise"}
