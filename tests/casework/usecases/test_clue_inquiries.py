"""Does anybody hold something on this subject? Yes, contact the owner, or no; recorded, limited, and never what."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import httpx
import pytest
import pytest_asyncio
import sqlalchemy as sa

from casework.store.tables.ledger import ClueInquiryRow

from tests.casework.story import WORKER, do
from tests.casework.usecases.test_overlaps import WANG, clue
from tests.support.house import House

QUESTION = {"name": WANG["name"], "organisation": WANG["organisation"], "purpose": "assessment"}


@pytest_asyncio.fixture(autouse=True)
async def _rights_are_fresh(house: House) -> None:
    await house.hear()


async def ask(house: House, login: str, **body: Any) -> httpx.Response:
    headers = house.headers(login, key=str(uuid4()))
    return await house.http.post("/v1/clue-inquiries", headers=headers, json={**QUESTION, **body})


async def answered(house: House, login: str, **body: Any) -> tuple[str, list[str]]:
    answer = await ask(house, login, **body)
    assert answer.status_code == 201, answer.text
    assert set(answer.json()) == {"id", "answer", "contacts", "asked_at"}
    return answer.json()["answer"], answer.json()["contacts"]


async def test_whoever_holds_it_is_told_yes_and_others_whom_to_contact(house: House) -> None:
    thing = await clue(house, subjects=[WANG], to="city-office-1")
    for action in ("propose-allocation", "allocate"):
        await do(house, "caseman.city", thing, action)

    assert await answered(house, "office1.handler") == ("yes", [])
    assert await answered(house, "caseman.city") == ("yes", [])
    assert await answered(house, "office2.handler") == ("contact_owner", ["city-case-management"])
    assert await answered(house, "district1.handler") == ("contact_owner", ["city-case-management"])
    assert await answered(house, "office2.handler", name="查无此人") == ("no", [])


async def test_name_and_unit_must_both_fit_where_a_unit_is_given(house: House) -> None:
    await clue(house, subjects=[WANG])

    assert (await answered(house, "caseman.city", organisation="他单位"))[0] == "no"
    assert (await answered(house, "caseman.city", organisation=""))[0] == "yes"


async def test_the_subject_himself_and_who_must_keep_away_are_told_no(house: House) -> None:
    about = {"name": "人员office2.handler", "organisation": "某室", "position": "干部"}
    thing = await clue(house, subjects=[about])
    body = {"officer": "office1.handler", "ground": "close_relative", "keeps_away": True}
    headers = house.headers("principal.city", key=str(uuid4()))
    await house.http.post(f"/v1/{thing}/recusals", headers=headers, json=body)

    asked = {"name": "人员office2.handler", "organisation": ""}

    assert await answered(house, "office2.handler", **asked) == ("no", [])
    assert await answered(house, "office1.handler", **asked) == ("no", [])
    assert await answered(house, "office1.handler2", **asked) == ("contact_owner", ["city-case-management"])


async def test_an_ended_clue_is_nothing_anybody_holds(house: House) -> None:
    thing = await clue(house, subjects=[WANG], to="city-office-1")
    for action in ("propose-allocation", "allocate"):
        await do(house, "caseman.city", thing, action)
    await do(house, "office1.handler", thing, "assess", opinion="失实")
    await do(house, "office1.handler", thing, "close")

    assert await answered(house, "office2.handler") == ("no", [])


async def test_every_question_is_recorded_with_its_purpose_and_its_subject_stays_sealed(house: House) -> None:
    await ask(house, "office2.handler")

    listed = (await house.get("caseman.city", "/v1/clue-inquiries")).json()["items"]
    watched = (await house.get("security.officer", "/v1/clue-inquiries")).json()["items"]
    async with house.desk.db.reader(WORKER) as reader:
        row = await reader.one(sa.select(ClueInquiryRow.__table__))

    assert [(one["purpose"], one["answer"], one["organisation"]) for one in listed] == [
        ("assessment", "no", "city-office-2")
    ]
    assert watched == listed
    assert WANG["name"].encode() not in row["question"]


@pytest.mark.parametrize("login", ["office1.handler", "district1.handler", "sysadmin", "petition.city"])
async def test_nobody_else_reads_who_asked(house: House, login: str) -> None:
    assert (await house.get(login, "/v1/clue-inquiries")).status_code == 403


@pytest.mark.parametrize("login", ["petition.city", "sysadmin", "statistician", "inspected1.clerk"])
async def test_who_handles_no_clues_asks_nothing(house: House, login: str) -> None:
    assert (await ask(house, login)).status_code == 403


async def test_after_twenty_questions_in_a_day_an_officer_waits(house: House) -> None:
    for _ in range(20):
        assert (await ask(house, "office2.handler")).status_code == 201

    refused = await ask(house, "office2.handler")

    assert (refused.status_code, refused.json()["code"]) == (429, "rate_limited")
    assert "Retry-After" in refused.headers
    assert (await ask(house, "office1.handler")).status_code == 201


async def test_a_question_needs_name_and_purpose(house: House) -> None:
    answer = await ask(house, "office2.handler", name="", purpose="curiosity")

    assert answer.status_code == 400
    assert {one["pointer"] for one in answer.json()["errors"]} == {"/name", "/purpose"}
