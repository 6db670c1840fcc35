"""What evaluations rest on: months counted, who stays out of a team, the index, and acceptances a look-back compares."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import uuid4

from shared.recusal.declared import DeclarationsClient, FormerPost, Relation

from tests.rectification.evaluation_story import LEADER, TEAM, begun, in_scoring, know, marked, marks
from tests.rectification.story import (
    ALL_AGREE,
    CLERK,
    COMMISSION,
    DEPARTMENT,
    FINDINGS,
    OFFICE,
    accepted,
    do,
    findings_of,
    items_of,
    looked_back_at,
    opened,
    rectifying,
    refused,
    review_with,
    shown,
    supervised,
)
from tests.support.house import House


async def test_the_months_in_which_the_principal_checked_are_counted_and_what_has_no_record_says_why(
    house: House,
) -> None:
    know(house)
    thing = await rectifying(house)
    late = {"held_on": "2030-01-01", "text": "调度检查整改进展。"}
    assert await refused(house, CLERK, thing, "check-progress", **late) == (409, "day_in_future")
    assert (await refused(house, COMMISSION, thing, "check-progress", **late))[0] == 403
    for days in (10, 20, 40):
        house.clock.move(timedelta(days=days))
        held = {"held_on": house.clock.today().isoformat(), "text": "调度检查整改进展。"}
        await house.hear()
        await do(house, CLERK, thing, "check-progress", **held)
    house.clock.move(timedelta(days=25))
    await house.hear()
    await do(house, OFFICE, thing, "advise-handling", text="建议对（化名）某人予以组织调整。")
    await do(house, CLERK, thing, "submit-report", progress_report="进展", principal_report="履责")
    await do(house, OFFICE, thing, "review-report")
    await review_with(house, thing, ALL_AGREE)
    await do(house, OFFICE, thing, "accept-report")
    await do(house, OFFICE, thing, "begin-evaluation")
    query = {"inspected_organization_id": thing.split("/")[1]}
    (one,) = (await house.get(OFFICE, "/v1/evaluations", **query)).json()["items"]
    evaluation = f"evaluations/{one['id']}"
    await do(house, OFFICE, evaluation, "form-team", **TEAM)
    await do(house, OFFICE, evaluation, "invite-self-assessment")
    await do(house, CLERK, evaluation, "submit-self-assessment", text="我局党组整改自评情况如下。")
    await marked(house, evaluation, "0.9")
    await do(house, LEADER, evaluation, "moderate")

    ratios = {one["item"]: one for one in (await shown(house, OFFICE, evaluation))["ratios"]}
    assert (ratios["A2.2"]["numerator"], ratios["A2.2"]["denominator"]) == (2, 3)
    assert (ratios["C3.2"]["numerator"], ratios["C3.2"]["denominator"]) == (0, 1)
    assert [ratios[item]["unobserved"] for item in ("A2.2", "B2.1", "C3.2", "D3.2")] == [
        None, "nothing_to_count", None, "nothing_to_count",
    ]  # fmt: skip


async def test_who_served_in_the_body_behind_the_party_organisation_stays_out(house: House) -> None:
    know(house, {"evaluator2": FormerPost(organisation="bureau-housing", unit=None, to_on=date(2025, 6, 1))})
    thing = await supervised(house)
    await do(house, OFFICE, thing, "revise", unit="bureau-housing", opinion="补登所在单位")
    await do(house, OFFICE, thing, "begin-evaluation")
    query = {"inspected_organization_id": thing.split("/")[1]}
    (one,) = (await house.get(OFFICE, "/v1/evaluations", **query)).json()["items"]

    assert await refused(house, OFFICE, f"evaluations/{one['id']}", "form-team", **TEAM) == (
        409,
        "evaluator_recused",
    )


_POST = FormerPost(organisation="party-bureau-housing", unit=None, to_on=date(2024, 5, 1))
_SPOUSE = Relation(kind="spouse", name="（化名）贺某", organisation=None, unit=None)
_PARTNER = Relation(kind="interest", name="（化名）王某", organisation=None, unit=None)
_STRANGER = Relation(kind="spouse", name="（化名）别某", organisation=None, unit=None)


_NEAR = (_POST, _SPOUSE, _PARTNER)


async def test_who_served_there_or_is_near_its_leaders_neither_joins_the_team_nor_marks_from_day_to_day(
    house: House,
) -> None:
    _, evaluation = await begun(house)
    for declared in _NEAR:
        know(house, {"evaluator2": declared})
        assert await refused(house, OFFICE, evaluation, "form-team", **TEAM) == (409, "evaluator_recused")
    know(house, {"evaluator2": _STRANGER})
    await do(house, OFFICE, evaluation, "form-team", **TEAM)
    await do(house, OFFICE, evaluation, "invite-self-assessment")
    await do(house, CLERK, evaluation, "submit-self-assessment", text="我局党组整改自评情况如下。")

    daily = marks("daily")
    for declared in _NEAR:
        know(house, {COMMISSION: declared})
        assert await refused(house, COMMISSION, evaluation, "give-marks", **daily) == (
            409,
            "evaluator_recused",
        )
    assert (await refused(house, CLERK, evaluation, "give-marks", **daily))[0] == 403
    await do(house, DEPARTMENT, evaluation, "give-marks", **daily)


async def test_marks_of_who_has_not_finished_are_shown_to_nobody_else_and_count_for_nothing(
    house: House,
) -> None:
    _, evaluation = await in_scoring(house)
    await marked(house, evaluation, "0.9")
    await do(house, "office1.handler2", evaluation, "give-marks", **marks("daily", "0"))

    assert (await shown(house, LEADER, evaluation))["spreads"] == []
    seen = [{one["evaluator"] for one in (await shown(house, login, evaluation))["marks"]}
            for login in (OFFICE, "office1.handler2")]  # fmt: skip
    assert len(seen[1] - seen[0]) == 1
    moderated = await do(house, LEADER, evaluation, "moderate")
    daily = {one["item"]: one["daily"] for one in moderated["items"]}
    assert daily["A1.1"] == "1.80"


async def test_while_nobody_can_say_who_stays_out_nobody_marks_from_day_to_day(house: House) -> None:
    _, evaluation = await in_scoring(house)
    house.desk.clients["identity"] = DeclarationsClient("identity", "http://127.0.0.1:9")  # type: ignore[index]
    assert await refused(house, COMMISSION, evaluation, "give-marks", **marks("daily")) == (
        503,
        "recusal_check_unavailable",
    )
    await do(house, LEADER, evaluation, "give-marks", **marks("central"))


async def test_the_index_is_shown_to_anybody_signed_in(house: House) -> None:
    (index,) = (await house.get(CLERK, "/v1/evaluation-indexes")).json()["items"]
    assert (len(index["items"]), sum(one["points"] for one in index["items"])) == (41, 100)
    assert (await house.http.get("/v1/evaluation-indexes")).status_code == 401


async def test_a_look_back_stands_beside_what_was_accepted_the_first_time(house: House) -> None:
    thing = await supervised(house)
    item = (await items_of(house, thing))[0]
    await accepted(house, item)
    await do(
        house, OFFICE, item, "find-false", outcome="false", found_by="sampling", grounds="台账与现场不符"
    )
    first = (await findings_of(house, thing))[0]
    later = await looked_back_at(house, thing)
    for thing_before, unknown in ((later, str(uuid4())), (await opened(house, ordinal=7), first["id"])):
        strange = [{**FINDINGS[0], "earlier_finding_id": unknown}]
        assert await refused(house, OFFICE, thing_before, "add-findings", findings=strange) == (
            409,
            "finding_unknown",
        )
    again = {**FINDINGS[0], "earlier_finding_id": first["id"]}
    await do(house, OFFICE, later, "add-findings", findings=[again, FINDINGS[1]])

    shown_now = (await house.get(OFFICE, f"/v1/{later}/look-back")).json()

    (compared,) = shown_now["findings"]
    assert (shown_now["earlier_id"], compared["earlier_finding_id"]) == (thing.split("/")[1], first["id"])
    assert [(one["result"], one["proved"]) for one in compared["acceptances"]] == [
        ("verified", "false"),
        ("false", "false"),
    ]
    assert (await house.get(CLERK, f"/v1/{later}/look-back")).status_code == 404
