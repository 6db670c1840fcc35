"""C4: who assesses a clue sees what is known of the unit and the person, and what was known is kept."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import httpx
import pytest

from tests.casework.case_story import filed
from tests.casework.story import do
from tests.casework.usecases.test_overlaps import WANG, clue
from tests.support.house import House

HANDLER = "office1.handler"
ABOUT: dict[str, Any] = {"subjects": [WANG], "subject_organisations": ["bureau-housing"]}
UNIT: dict[str, Any] = {"subject_organisations": ["bureau-housing"]}


async def held(house: House, office: str = "city-office-1", **about: Any) -> str:
    """Return a clue that an office has."""
    thing = await clue(house, to=office, **about)
    for action in ("propose-allocation", "allocate"):
        await do(house, "caseman.city", thing, action)
    return thing


async def take(house: House, thing: str, login: str = HANDLER, **body: Any) -> httpx.Response:
    """Take the picture, with a key of its own unless one is given."""
    await house.keep_hearing()
    headers = house.headers(login, key=body.pop("key", None) or str(uuid4()))
    return await house.http.post(f"/v1/{thing}/unit-pictures", headers=headers, json=body)


async def picture(house: House, thing: str, **body: Any) -> dict[str, Any]:
    """Return the picture as the office takes it."""
    answer = await take(house, thing, **body)
    assert answer.status_code == 201, answer.text
    shown: dict[str, Any] = answer.json()
    return shown


async def test_it_counts_what_the_office_may_read_of_the_unit_and_of_the_person(house: House) -> None:
    thing = await held(house, **ABOUT)
    same, of_unit = await held(house, **ABOUT), await held(house, **UNIT, source="inspection_transfer")
    await do(house, HANDLER, same, "assess", opinion="可查")
    await do(house, HANDLER, same, "close", ground="untrue", truth_grade="untrue")
    await held(house, "city-office-2", **ABOUT)
    await held(house, subjects=[{**WANG, "name": "（化名）李某", "organisation": "另一单位"}])
    await filed(house)

    shown = await picture(house, thing)

    assert shown["units"] == ["bureau-housing"]
    assert shown["unit"] == {
        "clues": 2,
        "clues_by_year": [
            {"year": 2026, "state": "allocated", "count": 1}, {"year": 2026, "state": "closed", "count": 1},
        ],
        "clues_by_way": {"closed": 1},
        "clues_by_truth_grade": {"untrue": 1},
        "clues_from_inspection": 1,
        "cases_by_state": {"filed": 1},
        "persons_in_cases": 1,
        "persons_by_form": {},
        "recommendations_by_state": {},
    }  # fmt: skip
    assert (shown["subject"]["clues"], shown["subject"]["clues_by_truth_grade"]) == (1, {"untrue": 1})
    assert (shown["subject"]["cases_by_state"], shown["others"]) == ({}, None)
    assert of_unit != same


async def test_an_assessment_names_the_picture_it_knew_and_the_picture_is_kept(house: House) -> None:
    thing = await held(house, **ABOUT)
    first, again = await picture(house, thing), await picture(house, thing)
    await do(house, HANDLER, thing, "assess", opinion="可查", situation="总体平稳")
    await held(house, **ABOUT)
    later = await picture(house, thing)

    papers = {one["kind"]: one for one in (await house.get(HANDLER, f"/v1/{thing}")).json()["papers"]}

    assert (first["version"], again, later["version"]) == (1, first, 2)
    assert papers["assessment"]["fields"]["unit_picture"] == {
        name: first[name] for name in ("version", "taken_on", "sha256")
    }
    assert papers["unit_picture"]["fields"]["shows"]["unit"]["clues"] == 1
    assert later["sha256"] != first["sha256"]


async def test_others_are_asked_only_on_demand_and_every_question_is_recorded(house: House) -> None:
    thing = await held(house, **ABOUT)
    await held(house, "city-office-2", **ABOUT)
    before = (await house.get("caseman.city", "/v1/clue-inquiries")).json()["items"]

    silent = await picture(house, thing)
    asking = await picture(house, thing, asks_others=True)

    (asked,) = (await house.get("caseman.city", "/v1/clue-inquiries")).json()["items"]
    assert (before, silent["others"], silent["subject"]["clues"]) == ([], None, 0)
    assert asking["others"] == {"answer": "contact_owner", "contacts": ["city-case-management"]}
    assert (asked["purpose"], asked["answer"]) == ("assessment", "contact_owner")


async def test_asking_again_with_the_key_asks_nobody_again(house: House) -> None:
    thing, key = await held(house, **ABOUT), str(uuid4())
    await held(house, "city-office-2", **ABOUT)
    first = await take(house, thing, key=key, asks_others=True)
    again = await take(house, thing, key=key, asks_others=True)
    asked = (await house.get("caseman.city", "/v1/clue-inquiries")).json()["items"]
    assert (again.content, again.headers["idempotency-replayed"], len(asked)) == (first.content, "true", 1)


async def test_what_the_caller_reads_anyway_is_no_question(house: House) -> None:
    thing = await held(house, **ABOUT)
    await held(house, **ABOUT)
    assert (await picture(house, thing, asks_others=True))["others"] == {"answer": "no", "contacts": []}


async def test_questions_beyond_the_daily_limit_are_refused_and_the_picture_is_not(house: House) -> None:
    thing = await held(house, **ABOUT)
    for _ in range(house.desk.settings.inquiries_a_day):
        await picture(house, thing, asks_others=True)
    refused = await take(house, thing, asks_others=True)
    assert (refused.status_code, refused.json()["code"]) == (429, "rate_limited")
    assert (await picture(house, thing))["others"] is None


@pytest.mark.parametrize(
    ("login", "status"), [("caseman.city", 403), ("principal.city", 201), ("office2.handler", 404)]
)
async def test_only_the_office_and_its_leaders_take_it(house: House, login: str, status: int) -> None:
    thing = await held(house, **ABOUT)
    assert (await take(house, thing, login)).status_code == status
    assert (await take(house, thing, asks_others="perhaps")).status_code == 400


async def test_what_others_hold_changes_no_byte_of_it(house: House) -> None:
    thing = await held(house, **ABOUT)
    before = await take(house, thing)

    other = await held(house, "city-office-2", **ABOUT)
    assert (await house.act("office2.handler", other, "assess", {"opinion": "可查"})).status_code == 202
    await clue(house, **ABOUT, is_own_staff=True)

    assert (await take(house, thing)).content == before.content


async def test_what_it_shows_stays_in_the_office_it_was_taken_for(house: House) -> None:
    thing = await held(house, **ABOUT)
    await picture(house, thing)
    await do(house, "caseman.city", thing, "reallocate", to="city-office-2")

    (kept,) = [
        one["fields"]
        for one in (await house.get("office2.handler", f"/v1/{thing}")).json()["papers"]
        if one["kind"] == "unit_picture"
    ]

    assert kept == {"taken_on": "2026-03-02"}
    assert (await picture(house, thing, login="office2.handler"))["version"] == 2
