"""An evaluator falls away after the team was formed: somebody else comes, is looked at alike, and the scoring ends."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from rectification.usecases.follow import follows
from shared.db import Scope
from shared.feed.consume import Event
from shared.recusal.declared import FormerPost

from tests.rectification.evaluation_story import (
    LEADER,
    SCORERS,
    SECOND,
    TEAM,
    begun,
    drafted,
    in_scoring,
    know,
    marked,
    marks,
)
from tests.rectification.story import CLERK, COMMISSION, OFFICE, do, refused, shown
from tests.support.cast import actor
from tests.support.house import House

THIRD = "evaluator3"
OTHERS = {"leader": LEADER, "evaluators": [LEADER, THIRD]}
WITHOUT_LEADER = {"leader": SECOND, "evaluators": [SECOND, THIRD]}
TALK = {"source": "central", "item": "A1.1", "record": "逐项核对会议记录后统一认识。"}


async def finish(house: House, evaluation: str, login: str, share: str, source: str = "central") -> None:
    """Let one of them give every mark, and finish."""
    await do(house, login, evaluation, "give-marks", **marks(source, share))
    await do(house, login, evaluation, "submit-marks", source=source)


async def leaves_service(house: House, login: str) -> None:
    """Let identity tell, twice, that somebody left."""
    handler = follows(house.desk)["identity"]["officer.left"]
    for sequence in (1, 2):
        event = Event(sequence, "officer.left", actor(login).id, {"successor": None, "grants_ended": 1})
        async with house.desk.db.transaction(Scope("worker")) as tx:
            await handler.apply(tx, event, None)


def centrally(moderated: dict[str, Any]) -> str:
    return next(str(one["central"]) for one in moderated["items"] if one["item"] == "A1.1")


async def test_who_comes_marks_and_who_leaves_sees_and_counts_no_more(house: House) -> None:
    _, evaluation = await in_scoring(house)
    for source, login in SCORERS:
        if login != SECOND:
            await finish(house, evaluation, login, "0.1", source)

    changed = await do(house, OFFICE, evaluation, "change-team", **WITHOUT_LEADER)
    assert (changed["state"], changed["evaluators"]) == ("scoring", [actor(SECOND).id, actor(THIRD).id])
    assert (await house.get(LEADER, f"/v1/{evaluation}")).status_code == 404
    assert (await house.act(LEADER, evaluation, "give-marks", marks("central"))).status_code == 404
    await finish(house, evaluation, SECOND, "0.8")
    assert await refused(house, SECOND, evaluation, "moderate") == (409, "evaluator_not_finished")
    assert "central" not in {one["source"] for one in (await shown(house, THIRD, evaluation))["marks"]}
    await finish(house, evaluation, THIRD, "0.9")

    seen = await shown(house, OFFICE, evaluation)
    kept = {one["evaluator"]: one["counts"] for one in seen["marks"] if one["source"] == "central"}
    assert kept == {actor(LEADER).id: False, actor(SECOND).id: True, actor(THIRD).id: True}
    assert seen["spreads"] == []
    moderated = await do(house, SECOND, evaluation, "moderate")
    assert (moderated["state"], centrally(moderated)) == ("moderated", "1.70")


async def test_a_changed_team_is_looked_at_like_the_first(house: House) -> None:
    _, evaluation = await begun(house)
    assert await refused(house, OFFICE, evaluation, "change-team", **OTHERS) == (409, "move_out_of_order")
    await do(house, OFFICE, evaluation, "form-team", **TEAM)

    for login in (LEADER, COMMISSION, CLERK):
        assert (await refused(house, login, evaluation, "change-team", **OTHERS))[0] in (403, 404)
    alone = {"leader": LEADER, "evaluators": [LEADER]}
    headless = {"leader": SECOND, "evaluators": [LEADER, THIRD]}
    nobody = {"leader": LEADER, "evaluators": [LEADER, "nobody.here"]}
    assert await refused(house, OFFICE, evaluation, "change-team", **alone) == (409, "two_evaluators_needed")
    assert await refused(house, OFFICE, evaluation, "change-team", **headless) == (409, "leader_not_in_team")
    assert await refused(house, OFFICE, evaluation, "change-team", **nobody) == (409, "officer_unknown")
    empty = await house.act(OFFICE, evaluation, "change-team", {"leader": LEADER, "evaluators": []})
    by_hand = await house.act(OFFICE, evaluation, "lose-evaluator", {"officer_id": actor(LEADER).id})
    assert (empty.status_code, by_hand.status_code) == (400, 404)
    know(house, {THIRD: FormerPost(organisation="party-bureau-housing", unit=None, to_on=date(2025, 5, 1))})
    assert await refused(house, OFFICE, evaluation, "change-team", **OTHERS) == (409, "evaluator_recused")
    assert (await shown(house, SECOND, evaluation))["state"] == "team_formed"


async def test_a_leaver_is_off_the_team_and_the_scoring_ends_with_another(house: House) -> None:
    _, evaluation = await in_scoring(house)
    await marked(house, evaluation)

    await leaves_service(house, LEADER)

    lost = await shown(house, OFFICE, evaluation)
    assert (lost["leader"], lost["evaluators"], lost["state"]) == (None, [actor(SECOND).id], "scoring")
    assert await refused(house, SECOND, evaluation, "moderate") == (403, "not_the_team_leader")
    await do(house, OFFICE, evaluation, "change-team", **WITHOUT_LEADER)
    await finish(house, evaluation, THIRD, "0.7")
    moderated = await do(house, SECOND, evaluation, "moderate")
    assert (moderated["state"], centrally(moderated)) == ("moderated", "1.20")


async def test_a_change_after_the_scoring_opens_it_again_and_none_is_made_once_the_draft_is_out(
    house: House,
) -> None:
    _, evaluation = await in_scoring(house)
    await marked(house, evaluation)
    await do(house, LEADER, evaluation, "moderate")
    await leaves_service(house, LEADER)
    assert (await shown(house, OFFICE, evaluation))["evaluators"] == [actor(LEADER).id, actor(SECOND).id]

    again = await do(house, OFFICE, evaluation, "change-team", **WITHOUT_LEADER)
    assert again["state"] == "scoring"
    await finish(house, evaluation, THIRD, "0.5")
    await do(house, SECOND, evaluation, "moderate")
    await do(house, SECOND, evaluation, "draft-report", text="评估报告（征求意见稿）全文。")

    assert await refused(house, OFFICE, evaluation, "change-team", **OTHERS) == (409, "move_out_of_order")


async def test_marks_of_who_comes_are_discussed_although_the_item_was_discussed_before(house: House) -> None:
    _, evaluation = await drafted(house)
    await do(house, CLERK, evaluation, "object", reasons="对A1.1得分有异议。")
    await do(house, OFFICE, evaluation, "reopen-scoring")
    await do(house, LEADER, evaluation, "discuss", **TALK)
    house.clock.move(timedelta(minutes=1))
    await do(house, OFFICE, evaluation, "change-team", **OTHERS)
    await do(house, THIRD, evaluation, "give-marks", **marks("central", A1_1="0"))
    await do(house, THIRD, evaluation, "submit-marks", source="central")

    assert (await shown(house, LEADER, evaluation))["spreads"] == ["central/A1.1"]
    assert await refused(house, LEADER, evaluation, "moderate") == (409, "spread_not_discussed")
    await do(house, LEADER, evaluation, "discuss", **TALK)
    assert (await do(house, LEADER, evaluation, "moderate"))["state"] == "moderated"
