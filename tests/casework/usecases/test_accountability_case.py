"""Chapter 16, told once: a Party organisation and its leaders are held to account, one of them is exempted."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from shared.feed.tables import events

from tests.casework.case_story import (
    CADRE,
    HANDLER,
    HANDLER2,
    HEAD,
    LETTER,
    REVIEWER,
    finish_review,
    move,
    opened,
    persons,
    report,
    to_review,
)
from tests.casework.story import MEETING
from tests.support.house import House

PARTY_GROUP = {"kind": "organisation", "name": "某局党组", "organisation": "bureau-housing"}
OTHER = {**CADRE, "name": "（化名）吴某"}


async def review_done(house: House) -> str:
    """Return a case of accountability about an organisation and two leaders, ready to be decided."""
    case = await opened(house, case_type="accountability", gate_is_complete=True)
    await move(house, HANDLER, case, "file", track="party", subjects=[PARTY_GROUP, CADRE, OTHER])
    await move(house, HANDLER, case, "announce-filing", notice="立案通知")
    await move(house, HANDLER, case, "approve-plan", plan="审查方案", meeting=MEETING)
    await move(house, HEAD, case, "begin-investigation", members=[HANDLER, HANDLER2])
    await report(house, case)
    await to_review(house, case)
    await finish_review(house, case)
    await move(house, REVIEWER, case, "record-opinion", of="party_organisation", opinion="同意")
    return case


async def test_organisation_and_leaders_are_held_to_account_each_by_what_fits(house: House) -> None:
    case = await review_done(house)
    group, leader, spared = await persons(house, case)
    wrong: list[dict[str, Any]] = [
        {"subject_id": group, "accountability_ways": ["admonition"]},
        {"subject_id": leader, "accountability_ways": ["reorganisation"]},
        {"subject_id": spared},
    ]
    refused = await house.act(REVIEWER, case, "decide", {**LETTER, "outcomes": wrong})
    outcomes: list[dict[str, Any]] = [
        {"subject_id": group, "accountability_ways": ["self_examination", "circular"]},
        {"subject_id": leader, "accountability_ways": ["circular", "organisational_adjustment"]},
        {"subject_id": spared, "accountability_grounds": ["objected_to_decision"]},
    ]

    shown = await move(house, REVIEWER, case, "decide", **LETTER, outcomes=outcomes)

    assert {(one["pointer"], one["code"]) for one in refused.json()["errors"]} == {
        ("/outcomes/0/accountability_ways", "not_for_an_organisation"),
        ("/outcomes/1/accountability_ways", "not_for_a_person"),
        ("/outcomes/2", "measure_missing"),
    }
    seen = (await house.get(REVIEWER, f"/v1/{case}")).json()
    assert [(one["kind"], one["outcome"]["form"]) for one in seen["subjects"]] == [
        ("organisation", None),
        ("person", "form_2"),
        ("person", None),
    ]
    assert seen["subjects"][0]["restrictions"] == []
    assert "DL-30" in {one["rule"] for one in seen["clocks"] if one["state"] == "running"}
    assert shown["state"] == "decided"
    async with house.desk.db.reader() as reader:
        told = await reader.one(
            sa.select(events.c.data).where(events.c.type == "huiying.casework.case.decided.v1")
        )
    assert (told["data"]["persons"], told["data"]["organisations_handled"]) == (2, 1)


async def test_in_any_other_case_nobody_is_held_to_account_that_way(house: House) -> None:
    case = await opened(house)
    await move(house, HANDLER, case, "file", subjects=[CADRE])

    organisation_only = await opened(house)
    answer = await house.act(
        HANDLER, organisation_only, "file", {"track": "supervisory", "subjects": [PARTY_GROUP]}
    )

    assert (answer.status_code, answer.json()["code"]) == (409, "track_unfit")
    assert (await house.get(HANDLER, f"/v1/{case}")).json()["subjects"][0]["kind"] == "person"


async def test_an_organisation_is_no_person_of_the_fourth_form(house: House) -> None:
    case = await review_done(house)
    group, leader, _ = await persons(house, case)
    body = {"procuratorate": "某市人民检察院", "indictment_opinion": "移送审查起诉。"}

    await move(house, REVIEWER, case, "transfer-to-procuratorate", subject_ids=[group, leader], **body)

    seen = (await house.get(REVIEWER, f"/v1/{case}")).json()
    assert [one["outcome"] and one["outcome"]["form"] for one in seen["subjects"]] == [None, "form_4", None]
    async with house.desk.db.reader() as reader:
        told = await reader.one(
            sa.select(events.c.data).where(events.c.type == "huiying.casework.case.transferred.v1")
        )
    assert told["data"]["persons"] == 1
