"""Who sees a case, from which day, what of it, and who learns nothing."""

from __future__ import annotations

import pytest
import sqlalchemy as sa

from casework.store.tables import Base
from shared.db import Scope

from tests.casework.case_story import (
    CADRE,
    HANDLER,
    HANDLER2,
    HEAD,
    LETTER,
    REVIEWER,
    REVIEWER2,
    executing,
    filed,
    filing_approved,
    finish_review,
    investigating,
    move,
    persons,
    refused,
    report,
    reviewing,
)
from tests.casework.story import MEETING, WORKER, verifying
from tests.support.cast import actor
from tests.support.house import House

OF_CASES = sorted(name for name in Base.metadata.tables if name.startswith("case") or name == "appeals")


@pytest.mark.parametrize("login", ["district2.handler", "office2.handler", "petition.city", "group1.member"])
async def test_a_stranger_is_told_that_there_is_no_such_case(house: House, login: str) -> None:
    case = await filed(house)

    answers = [
        await house.get(login, f"/v1/{case}"),
        await house.get(login, f"/v1/{case}/history"),
        await house.act(login, case, "approve-plan", {"plan": "我来办"}),
    ]

    assert [one.status_code for one in answers] == [404, 404, 404]
    listed = await house.get(login, "/v1/cases")
    assert listed.status_code == 403 or listed.json()["items"] == []


async def test_the_review_office_knows_of_a_case_only_when_it_is_submitted(house: House) -> None:
    case = await investigating(house)
    await report(house, case)
    before = (await house.get(REVIEWER, f"/v1/{case}")).status_code

    await move(house, HANDLER, case, "submit-to-review")

    shown = (await house.get(REVIEWER, f"/v1/{case}")).json()
    assert (before, shown["allowed_actions"]) == (
        404, ["accept-review", "refuse-review", "record-quality", "extend-deadline"],
    )  # fmt: skip
    assert shown["subjects"][0]["name"] == CADRE["name"]


async def test_the_ledger_shows_the_case_without_names_and_papers(house: House) -> None:
    case = await filed(house)

    shown = (await house.get("caseman.city", f"/v1/{case}")).json()

    assert (shown["state"], shown["papers"]) == ("filed", [])
    assert [shown["subjects"][0][field] for field in ("name", "unit", "post")] == [None, None, None]
    assert (await refused(house, "caseman.city", case, "approve-plan", plan="方案"))[0] == 403


async def test_a_list_names_nobody_and_opens_no_paper(house: House) -> None:
    await filed(house)

    (listed,) = (await house.get(HANDLER, "/v1/cases")).json()["items"]

    assert (listed["subjects"], listed["papers"]) == ([], [])
    assert str(CADRE["name"]) not in str(listed)


async def test_a_borrowed_member_sees_the_case_as_long_as_in_the_team(house: House) -> None:
    case = await investigating(house)
    team = [HANDLER, HANDLER2, "group1.member"]

    await move(house, HEAD, case, "change-team", members=team)
    joined = await house.get("group1.member", f"/v1/{case}")
    await move(house, HEAD, case, "change-team", members=team[:2])
    left = await house.get("group1.member", f"/v1/{case}")

    assert (joined.status_code, left.status_code) == (200, 404)
    assert "file" not in joined.json()["allowed_actions"]


async def test_who_verified_the_clue_never_reviews_the_case(house: House) -> None:
    """SoD-2 holds across the border from clue to case, though the reviewer cannot see the verification."""
    clue, verification = await verifying(house)
    team = [HANDLER, HANDLER2, REVIEWER2]
    await move(house, HEAD, verification, "change-team", members=team)
    report_of = {"report": "经核实，反映问题属实。", "truth_grade": "true"}
    await move(house, HANDLER, verification, "draft-report", **report_of)
    for member in team:
        await move(house, member, verification, "sign-report")
    await move(house, HANDLER, verification, "review-collectively", opinion="一致同意")
    await move(house, HANDLER, verification, "report")
    await move(house, HANDLER, verification, "decide")
    case = await filing_approved(house, clue)
    await move(house, HANDLER, case, "file", subjects=[CADRE])
    await move(house, HANDLER, case, "announce-filing")
    await move(house, HANDLER, case, "approve-plan", plan="方案", meeting=MEETING)
    await move(house, HEAD, case, "begin-investigation", members=[HANDLER, HANDLER2])
    await report(house, case)
    await move(house, HANDLER, case, "submit-to-review")

    verifier = await refused(house, REVIEWER2, case, "accept-review")
    await move(house, REVIEWER, case, "accept-review")
    named = await refused(house, REVIEWER, case, "begin-review", members=[REVIEWER, REVIEWER2])

    assert verifier == named == (409, "reviewer_handled_case")


async def test_where_jurisdiction_was_designated_only_that_organ_decides(house: House) -> None:
    case = await reviewing(house)
    await finish_review(house, case)
    await move(house, REVIEWER, case, "record-opinion", of="party_organisation", opinion="同意")
    unseen = (await house.get("district1.handler", f"/v1/{case}")).status_code
    await move(
        house, HANDLER, case, "designate-authority", to="district-1-office-1", letter_number="〔2026〕1号"
    )
    outcomes = [{"subject_id": (await persons(house, case))[0], "party_sanction": "warning"}]

    ours = await refused(house, REVIEWER, case, "decide", **LETTER, outcomes=outcomes)
    theirs = await house.act("district1.handler", case, "decide", {**LETTER, "outcomes": outcomes})
    signed = await house.sign("district1.principal", theirs)
    not_theirs = await house.sign("principal.city", theirs)

    assert (unseen, ours) == (404, (409, "other_organ_decides"))
    assert (theirs.status_code, signed.status_code) == (202, 200)
    assert not_theirs.status_code == 404


async def test_two_organs_databases_that_differ_in_hidden_rows_answer_alike(house: House) -> None:
    login = "district2.handler"
    paths = ("/v1/cases", "/v1/cases/_count", "/v1/appeals", "/v1/appeals/_count", "/v1/four-forms")
    before = [(await house.get(login, path)).content for path in paths]

    await executing(house)

    assert [(await house.get(login, path)).content for path in paths] == before


async def test_the_second_wall_stands_around_every_table_of_cases(house: House) -> None:
    case = await executing(house, party_sanction="warning", recover=1)
    cadre = (await persons(house, case))[0]
    await move(house, HANDLER, case, "report-execution", subject_id=cadre, body="bureau-housing", recovered=1)
    await move(house, REVIEWER, case, "record-quality", form="guidance")
    await move(house, HANDLER, case, "lodge-appeal", subject_id=cadre, kind="party_appeal")

    seen = {
        login: await _rows(house, actor(login).scope(house.clock.now()))
        for login in ("office2.handler", HANDLER)
    }

    assert seen["office2.handler"] == dict.fromkeys(OF_CASES, 0)
    assert {table for table, count in seen[HANDLER].items() if not count} == {
        "case_exceptions",
        "case_follow_ups",
    }
    assert await _rows(house, None) == dict.fromkeys(OF_CASES, 0)
    assert (await _rows(house, WORKER))["case_outcomes"] == 1


async def _rows(house: House, scope: Scope | None) -> dict[str, int]:
    async with house.desk.db.reader(scope) as reader:
        return {
            table: await reader.scalar(sa.select(sa.func.count()).select_from(Base.metadata.tables[table]))
            for table in OF_CASES
        }
