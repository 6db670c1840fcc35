"""Evaluations through the API: who marks, who sees what, moderation, objection, confirmation, consequences."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
import sqlalchemy as sa

from rectification.domain.recomputing import recompute
from rectification.recompute import recompute as run_recompute
from rectification.store.evaluations import result_row
from shared.db import Scope
from shared.recusal.declared import FormerPost

from tests.rectification.evaluation_story import (
    LEADER,
    SECOND,
    TEAM,
    begun,
    confirmed,
    drafted,
    in_scoring,
    know,
    marked,
    marks,
)
from tests.rectification.story import (
    CLERK,
    COMMISSION,
    DEPARTMENT,
    OFFICE,
    PRINCIPAL,
    accepted,
    do,
    items_of,
    looked_back_at,
    refused,
    shown,
    supervised,
)
from tests.support.house import House


async def test_from_the_plan_to_the_use_of_a_result_that_anybody_allowed_can_make_again(house: House) -> None:
    thing, evaluation = await confirmed(house, "0.9")

    seen = await shown(house, OFFICE, evaluation)
    organization = await shown(house, OFFICE, thing)
    again = (await house.get(CLERK, f"/v1/{evaluation}/recomputation")).json()
    async with house.desk.db.reader(Scope("worker")) as reader:
        row = await result_row(reader, UUID(evaluation.split("/")[1]))
    assert row is not None

    assert (seen["state"], organization["state"]) == ("confirmed", "graded")
    assert (organization["grade"], str(organization["score"])) == (seen["grade"], str(seen["total"]))
    assert float(recompute(row["document"])[0]) == float(seen["total"])
    assert (again["agrees"], again["differences"], again["sha256"]) == (True, [], seen["result_sha256"])
    assert (await do(house, OFFICE, evaluation, "apply"))["state"] == "applied"


async def test_a_team_has_two_a_leader_of_its_own_and_nobody_who_served_there(house: House) -> None:
    _, evaluation = await begun(house)

    alone = {"leader": LEADER, "evaluators": [LEADER]}
    outside = {"leader": "office1.head", "evaluators": [LEADER, SECOND]}
    nobody = {"leader": LEADER, "evaluators": [LEADER, "nobody.here"]}
    assert await refused(house, OFFICE, evaluation, "form-team", **alone) == (409, "two_evaluators_needed")
    assert await refused(house, OFFICE, evaluation, "form-team", **outside) == (409, "leader_not_in_team")
    assert await refused(house, OFFICE, evaluation, "form-team", **nobody) == (409, "officer_unknown")
    served = FormerPost(organisation="party-bureau-housing", unit=None, to_on=date(2024, 5, 1))
    know(house, {"evaluator2": served})
    assert await refused(house, OFFICE, evaluation, "form-team", **TEAM) == (409, "evaluator_recused")

    left = FormerPost(organisation="party-bureau-housing", unit=None, to_on=date(2022, 5, 1))
    know(house, {"evaluator2": left})
    assert (await do(house, OFFICE, evaluation, "form-team", **TEAM))["state"] == "team_formed"
    assert (await house.get("inspected1.clerk", f"/v1/{evaluation}")).status_code == 404


async def test_an_evaluator_sees_no_mark_of_another_before_both_have_finished(house: House) -> None:
    _, evaluation = await in_scoring(house)
    await do(house, LEADER, evaluation, "give-marks", **marks("central"))
    await do(house, LEADER, evaluation, "submit-marks", source="central")

    assert (await shown(house, SECOND, evaluation))["marks"] == []
    assert (await shown(house, OFFICE, evaluation))["marks"] == []
    assert await refused(house, LEADER, evaluation, "give-marks", **marks("central")) == (
        409,
        "marks_already_submitted",
    )
    await do(house, SECOND, evaluation, "give-marks", **marks("central"))
    await do(house, SECOND, evaluation, "submit-marks", source="central")

    seen = {one["evaluator"] for one in (await shown(house, SECOND, evaluation))["marks"]}
    assert len(seen) == 2
    assert (await shown(house, CLERK, evaluation))["marks"] == []
    assert (await house.get(CLERK, f"/v1/{evaluation}/history")).status_code == 403
    assert (await house.get("inspected2.clerk", f"/v1/{evaluation}")).status_code == 404


async def test_marks_are_refused_for_strangers_wrong_items_and_points_beyond_the_maximum(
    house: House,
) -> None:
    _, evaluation = await in_scoring(house)

    def one(item: str, points: str | None, source: str = "central") -> dict[str, Any]:
        return {"source": source, "marks": [{"item": item, "points": points, "reason": "理由"}]}

    assert await refused(house, LEADER, evaluation, "give-marks", **one("A1.1", "2.01")) == (
        409,
        "points_out_of_range",
    )
    for item, source in (("A1.3", "central"), ("A2.3", "central"), ("Z9.9", "central")):
        assert await refused(house, LEADER, evaluation, "give-marks", **one(item, "1", source)) == (
            409,
            "item_not_scored_here",
        )
    assert await refused(house, COMMISSION, evaluation, "give-marks", **one("A1.1", "1")) == (
        403,
        "not_an_evaluator_here",
    )
    assert (await refused(house, CLERK, evaluation, "give-marks", **one("A1.1", "1")))[0] == 403
    assert await refused(house, LEADER, evaluation, "submit-marks", source="central") == (
        409,
        "item_without_mark",
    )
    bad = {"source": "yearly", "marks": [{"item": "first", "points": "-1"}], "more": 1}
    answer = await house.act(LEADER, evaluation, "give-marks", bad)
    assert answer.status_code == 400
    assert {error["pointer"] for error in answer.json()["errors"]} == {
        "/source",
        "/marks/0/item",
        "/marks/0/points",
        "/marks/0/reason",
        "/more",
    }


async def test_marks_far_apart_are_discussed_before_the_scoring_ends(house: House) -> None:
    _, evaluation = await in_scoring(house)
    assert await refused(house, LEADER, evaluation, "moderate") == (409, "evaluator_not_finished")
    for login, points in ((LEADER, "2"), (SECOND, "1.1")):
        await do(house, login, evaluation, "give-marks", **marks("central", A1_1=points))
        await do(house, login, evaluation, "submit-marks", source="central")
    for login in (COMMISSION, DEPARTMENT):
        await do(house, login, evaluation, "give-marks", **marks("daily", A1_1=None))
        await do(house, login, evaluation, "submit-marks", source="daily")
    assert (await shown(house, LEADER, evaluation))["spreads"] == ["central/A1.1"]
    assert await refused(house, SECOND, evaluation, "moderate") == (403, "not_the_team_leader")
    assert await refused(house, LEADER, evaluation, "moderate") == (409, "spread_not_discussed")

    talk = {"source": "central", "item": "A1.1", "record": "逐项核对会议记录后统一认识。"}
    await do(house, LEADER, evaluation, "discuss", **talk)
    again = {"source": "central", "marks": [{"item": "A1.1", "points": "1.8", "reason": "核对后调整"}]}
    await do(house, SECOND, evaluation, "give-marks", **again)
    seen = await do(house, LEADER, evaluation, "moderate")

    assert (seen["state"], seen["spreads"]) == ("moderated", [])
    assert {one["item"]: one["central"] for one in seen["items"]}["A1.1"] in ("1.90", 1.9)
    assert {one["item"]: one["denominator"] for one in seen["ratios"]}["A1.3"] == 1


async def test_the_two_sources_weigh_one_together(house: House) -> None:
    thing = await supervised(house)

    answer = await house.act(
        OFFICE, thing, "begin-evaluation", {"daily_weight": "0.9", "central_weight": "0.9"}
    )

    assert (answer.status_code, answer.json()["errors"][0]["code"]) == (400, "weights_not_one")
    assert (await house.act(OFFICE, thing, "begin-evaluation", {"daily_weight": "0"})).status_code == 400
    await do(house, OFFICE, thing, "begin-evaluation", daily_weight="0.3", central_weight="0.7")


async def test_the_organisation_has_five_working_days_to_object_and_is_answered(house: House) -> None:
    _, evaluation = await drafted(house)
    seen = await shown(house, CLERK, evaluation)
    assert {clock["rule"]: clock["due_on"] for clock in seen["clocks"]}["P-8.5"] == "2026-03-09"
    assert seen["draft_total"] is not None
    assert not [one for one in seen["items"] if one["item"].startswith("B3")]
    assert await refused(house, OFFICE, evaluation, "hear-opinion") == (409, "objection_still_possible")
    assert await refused(house, OFFICE, evaluation, "reopen-scoring") == (409, "no_objection")

    await do(house, CLERK, evaluation, "object", reasons="对B1.3得分有异议，佐证齐全。")
    assert await refused(house, OFFICE, evaluation, "hear-opinion") == (409, "objection_unanswered")
    shown_now = await do(house, OFFICE, evaluation, "hear-opinion", answer="经复核维持原评分。")

    assert shown_now["state"] == "opinion_heard"


async def test_an_objection_may_reopen_the_scoring_and_comes_too_late_after_its_window(house: House) -> None:
    _, evaluation = await drafted(house)
    await do(house, CLERK, evaluation, "object", reasons="对A1.1得分有异议。")
    assert (await do(house, OFFICE, evaluation, "reopen-scoring"))["state"] == "scoring"
    talk = {"source": "central", "item": "A1.1", "record": "异议成立，重新评分。"}
    await do(house, LEADER, evaluation, "discuss", **talk)
    await do(house, LEADER, evaluation, "moderate")
    await do(house, LEADER, evaluation, "draft-report", text="修改后的评估报告征求意见稿。")

    house.clock.move(timedelta(days=10))
    assert await refused(house, CLERK, evaluation, "object", reasons="仍有异议。") == (
        409,
        "objection_too_late",
    )


async def test_the_grade_poor_opens_interview_self_examination_and_look_back_by_itself(house: House) -> None:
    thing, evaluation = await confirmed(house, "0.3")
    query = {"inspected_organization_id": thing.split("/")[1]}
    follow_ups = {
        one["kind"]: one for one in (await house.get(OFFICE, "/v1/follow-ups", **query)).json()["items"]
    }
    assert set(follow_ups) == {"reminder_interview", "written_self_examination", "look_back"}
    assert (await shown(house, OFFICE, evaluation))["grade"] == "poor"
    assert await refused(house, OFFICE, thing, "close") == (409, "follow_up_open")

    paths = {kind: f"follow-ups/{one['id']}" for kind, one in follow_ups.items()}
    for path in paths.values():
        assert await refused(house, OFFICE, path, "complete") == (409, "follow_up_not_carried_out")
    assert (await refused(house, CLERK, paths["look_back"], "submit", text="不应当由党组织报送。"))[1] == (
        "not_a_self_examination"
    )
    reminder = f"reminders/{follow_ups['reminder_interview']['reminder_id']}"
    await do(house, OFFICE, reminder, "deliver")
    await do(house, OFFICE, paths["reminder_interview"], "complete")
    await do(house, CLERK, paths["written_self_examination"], "submit", text="我局党组作出深刻检查。")
    await do(house, OFFICE, paths["written_self_examination"], "accept")
    await looked_back_at(house, thing)
    await do(house, OFFICE, paths["look_back"], "complete")

    assert (await do(house, OFFICE, thing, "look-back"))["state"] == "look_back"


async def test_proved_false_rectification_caps_the_total(house: House) -> None:
    thing, evaluation = await in_scoring(house)
    item = (await items_of(house, thing))[0]
    await accepted(house, item)
    await do(
        house, OFFICE, item, "find-false", outcome="false", found_by="sampling", grounds="台账与现场不符"
    )
    await marked(house, evaluation, "1")
    await do(house, LEADER, evaluation, "moderate")

    assert float((await shown(house, OFFICE, evaluation))["draft_total"]) <= 69.9


async def test_after_the_confirmation_the_api_refuses_and_a_change_by_sql_is_found(
    house: House, capsys: pytest.CaptureFixture[str]
) -> None:
    thing, evaluation = await confirmed(house, "0.9")
    one = {"source": "central", "marks": [{"item": "A1.1", "points": "2", "reason": "改分"}]}
    assert await refused(house, LEADER, evaluation, "give-marks", **one) == (409, "move_out_of_order")
    assert (await refused(house, OFFICE, thing, "grade"))[0] == 409

    identity = UUID(evaluation.split("/")[1])
    await house.desk.db.pool.execute("SELECT set_config('app.kind', 'worker', false)")
    async with house.desk.db.transaction(Scope("worker")) as tx:
        await tx.run(
            sa.text("UPDATE evaluations SET daily_weight = 0.9, total = 100.0 WHERE id = :id"), id=identity
        )
        await tx.run(
            sa.text(
                "INSERT INTO evaluation_marks (id, evaluation_id, source, item, evaluator, points, reason, at)"
                " SELECT gen_random_uuid(), evaluation_id, source, item, evaluator, 0, reason, now() + interval '9 years'"
                " FROM evaluation_marks WHERE evaluation_id = :id AND item = 'A1.1'"
            ),
            id=identity,
        )
    again = (await house.get(OFFICE, f"/v1/{evaluation}/recomputation")).json()
    assert (again["agrees"], again["differences"]) == (
        False,
        ["evaluation", "inputs/weights", "inputs/marks"],
    )
    async with house.desk.db.reader(Scope("worker")) as reader:
        row = await result_row(reader, identity)
    assert row is not None
    assert json.dumps(row["document"])
    address = str(house.desk.settings.database_url.get_secret_value())
    assert await run_recompute(address, [identity]) == 1
    assert '"inputs/marks"' in capsys.readouterr().out
    assert await run_recompute(address, None) == 1
    assert '"checked": 1' in capsys.readouterr().out
    assert (await house.get(PRINCIPAL, f"/v1/{evaluation}/recomputation")).status_code == 200
    async with house.desk.db.transaction(Scope("worker")) as tx:
        await tx.run(sa.text("UPDATE evaluations SET index_version = 'gone' WHERE id = :id"), id=identity)
    gone = (await house.get(OFFICE, f"/v1/{evaluation}/recomputation")).json()
    assert (gone["agrees"], gone["differences"][-1]) == (False, "index")


async def test_the_results_are_listed_and_exported_for_the_annual_appraisal(house: House) -> None:
    await confirmed(house, "0.9")
    xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    headers = {**house.headers(DEPARTMENT), "Accept": xlsx}
    answer = await house.http.get("/v1/evaluations", headers=headers)
    assert (answer.status_code, answer.headers["content-type"]) == (200, xlsx)
    assert (await house.get("inspected2.clerk", "/v1/evaluations")).json()["items"] == []
    assert (await house.get("petition.city", "/v1/evaluations")).status_code == 403
