"""R-B1 as a property: no walk through the tables ends a matter that was neither sent on, supervised, declined nor split."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from typing import Any

import pytest

from intake.domain.deadlines import DEADLINES
from intake.domain.demand_lifecycle import DEMAND, DemandAction, DemandFacts, DemandState
from intake.domain.receipt_states import receipt_state
from intake.domain.report_lifecycle import PASSED_ON, REPORT, ReportAction, ReportFacts, ReportState
from intake.store.lists import UNROUTED_REPORTS
from intake.usecases.matters.take_in import DEMAND_CLOCKS
from intake.usecases.publishing.publish_answer import ANSWERED
from shared.lifecycle import Lifecycle, Refused, Row

HISTORIES = 5_000
LONGEST = 60
ROUTED = {
    DemandAction.FORWARD, DemandAction.SUPERVISE, DemandAction.DECLINE, DemandAction.SPLIT_TO_REPORT, DemandAction.MERGE,
}  # fmt: skip


@dataclass
class World:
    """What a walk knows besides the state: the facts the guards look at, changed by the moves as the use cases do."""

    answered: bool = False
    had_review: bool = False
    had_final_review: bool = False
    refusals: int = 0
    ruled: bool = False
    named: str = "unverified"
    superiors: bool = False
    told: bool = False
    passed: bool = False


def demand_facts(world: World, chance: random.Random) -> DemandFacts:
    return DemandFacts(
        has_answer=world.answered, had_review=world.had_review, had_final_review=world.had_final_review,
        receiver_is_competent=chance.random() < 0.8, objection_is_in_time=chance.random() < 0.8,
        is_ruled=world.ruled, needs_ruling=world.refusals >= 2,
    )  # fmt: skip


def report_facts(state: str, world: World, chance: random.Random) -> ReportFacts:
    named = world.named == "named"
    return ReportFacts(
        is_named=named, name_is_pending=world.named == "unverified", has_open_clocks=chance.random() < 0.5,
        has_new_evidence=chance.random() < 0.5, is_superiors=world.superiors, was_passed_here=world.passed,
        waits_for_receiver=world.passed and state in PASSED_ON,
        owes_feedback=named and state == ReportState.CONCLUDED, suits_own_staff=chance.random() < 0.8,
    )  # fmt: skip


def after(row: Row, world: World, chance: random.Random) -> World:  # noqa: PLR0911 - one line for each move
    action = row.action
    if action in (DemandAction.ANSWER, DemandAction.ANSWER_MERGED, DemandAction.ANSWER_REVIEW):
        return replace(world, answered=True)
    if action == DemandAction.OBJECT_JURISDICTION:
        return replace(world, refusals=world.refusals + 1)
    if action == DemandAction.RULE:
        return replace(world, ruled=True)
    if action == DemandAction.REQUEST_REVIEW:
        return replace(world, had_review=True)
    if action == DemandAction.REQUEST_FINAL_REVIEW:
        return replace(world, had_final_review=True)
    if action == ReportAction.VERIFY_NAME:
        return replace(world, named=chance.choice(("named", "anonymous")))
    if action == ReportAction.GIVE_FEEDBACK:
        return replace(world, told=True)
    if action in (ReportAction.REFER_UP, ReportAction.REFER_DOWN):
        return replace(world, passed=chance.random() < 0.7)
    if action == ReportAction.SCREEN:
        return replace(world, superiors=chance.random() < 0.2)
    return world


def walk(table: Lifecycle, facts_of: Any, chance: random.Random) -> tuple[str, list[str], World]:
    """Make allowed moves at random until no more is allowed or the longest history; return where it ended, and how."""
    state, moves = table.initial.value, list[str]()
    world = World(named=chance.choice(("anonymous", "unverified")))
    while state not in table.final and len(moves) < LONGEST:
        rows = list(table.from_state(state))
        chance.shuffle(rows)
        for row in rows:
            try:
                table.check(row, facts_of(state, world))
            except Refused:
                continue
            world = after(row, world, chance)
            state = row.to.value
            moves.append(row.action.value)
            break
        else:
            break
    return state, moves, world


def test_no_history_of_a_demand_ends_unanswered() -> None:
    chance = random.Random(20260302)  # noqa: S311 - the same walks every time
    ended = 0
    for _ in range(HISTORIES):
        state, moves, world = walk(DEMAND, lambda _, known: demand_facts(known, chance), chance)
        if state in (*DEMAND.final, DemandState.CLOSED):
            ended += 1
            assert ROUTED & set(moves), moves
        if state == DemandState.CLOSED:
            assert world.answered, moves
            assert {"answer", "answer_merged"} & set(moves), moves
    assert ended > HISTORIES * 0.9


def test_in_every_history_of_a_demand_somebody_has_a_day_to_act_by_until_there_is_an_answer() -> None:
    chance = random.Random(20260305)  # noqa: S311 - the same walks every time
    duties = {rule.id for rule in DEADLINES.values() if not rule.is_window}
    waited, apart = 0, 0
    for _ in range(HISTORIES):
        state, running, world = DEMAND.initial.value, {*DEMAND_CLOCKS}, World()
        for _ in range(LONGEST):
            rows = [
                row for row in DEMAND.from_state(state) if allows(DEMAND, row, demand_facts(world, chance))
            ]
            if not rows:
                break
            row = chance.choice(rows)
            given_up = {"DL-35"} if row.action == DemandAction.UNMERGE else set[str]()
            running = (running - set(row.stops) - given_up) | set(row.starts)
            world, state = after(row, world, chance), row.to.value
            apart += row.action == DemandAction.UNMERGE
            owed = state not in (*ANSWERED, *DEMAND.final)
            waited += owed
            assert bool(running & duties) == owed, (state, row)
    assert waited > HISTORIES
    assert apart > HISTORIES / 20


def test_no_history_of_a_report_ends_with_a_named_reporter_who_was_not_told() -> None:
    chance = random.Random(20260303)  # noqa: S311 - the same walks every time
    ended = 0
    for _ in range(HISTORIES):
        state, moves, world = walk(REPORT, lambda state, known: report_facts(state, known, chance), chance)
        if state != ReportState.ARCHIVED:
            continue
        ended += 1
        last = moves[-2]
        assert last != "register", moves
        if "conclude" in moves and moves[-2] in ("conclude", "feed_back") and world.named == "named":
            assert world.told, moves
    assert ended > HISTORIES * 0.5


def test_in_every_history_of_a_report_somebody_has_a_day_to_send_it_on_by_until_somebody_has() -> None:
    chance = random.Random(20260304)  # noqa: S311 - the same walks every time
    waited = 0
    for _ in range(HISTORIES):
        state, running, world = REPORT.initial.value, {"P-R-B1"}, World(named="anonymous")
        for _ in range(LONGEST):
            rows = [
                row
                for row in REPORT.from_state(state)
                if allows(REPORT, row, report_facts(state, world, chance))
            ]
            if not rows:
                break
            row = chance.choice(rows)
            running = (running - set(row.stops)) | set(row.starts)
            world, state = after(row, world, chance), row.to.value
            waited += state in UNROUTED_REPORTS
            assert ("P-R-B1" in running) == (state in UNROUTED_REPORTS), (state, row)
    assert waited > HISTORIES


def allows(table: Lifecycle, row: Row, facts: Any) -> bool:
    try:
        table.check(row, facts)
    except Refused:
        return False
    return True


@pytest.mark.parametrize("table", [DEMAND, REPORT])
def test_every_final_state_tells_the_reporter_something_final(table: Lifecycle) -> None:
    told = {receipt_state(table.name, state.value) for state in table.final}

    assert told <= {"closed", "not_accepted", "accepted"}
