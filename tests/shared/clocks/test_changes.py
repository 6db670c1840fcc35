"""A clock pauses only where its rule allows, and moves only as far as a leader may approve."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
import sqlalchemy as sa

from shared.clocks import store
from shared.clocks.changes import extend, pause, resume, state_after_recount
from shared.clocks.deadline_clock import ClockState, DeadlineClock, limits
from shared.clocks.rules import Deadline
from shared.clocks.tables import clock_segments
from shared.db import Database
from shared.lifecycle import Refused

from tests.support.calendars import real_calendar
from tests.support.clocks import FIFTEEN_DAYS, MONDAY, PAUSING, SIXTY_DAYS, a_clock, at, only_clock, started

REAL = real_calendar()


async def extended(
    database: Database, object_id: Any, rule: Deadline, amount: int, **options: Any
) -> DeadlineClock:
    options = {"approver": "S3", "ground": "complex", "at": at(MONDAY), **options}
    async with database.transaction() as tx:
        return await extend(tx, object_id, rule, amount=amount, calendar=REAL, **options)


async def test_a_paused_clock_stands_still_and_resumes_later_by_the_days(database: Database) -> None:
    object_id = await started(database, PAUSING)
    assert (await only_clock(database, object_id)).due_on == date(2026, 4, 1)

    async with database.transaction() as tx:
        paused = await pause(tx, object_id, PAUSING, at=at(date(2026, 3, 10)), ground="hearing")
    async with database.transaction() as tx:
        running = await resume(tx, object_id, PAUSING, at=at(date(2026, 3, 18)), calendar=REAL)

    assert paused.state is ClockState.SUSPENDED
    assert paused.state_at(at(date(2027, 1, 1))) is ClockState.SUSPENDED
    assert (running.state, running.due_on) == (ClockState.RUNNING, date(2026, 4, 9))
    assert await only_clock(database, object_id) == running


async def test_two_pauses_add_up(database: Database) -> None:
    object_id = await started(database, PAUSING)

    for first, second in ((4, 6), (10, 11)):
        async with database.transaction() as tx:
            await pause(tx, object_id, PAUSING, at=at(date(2026, 3, first)), ground="hearing")
        async with database.transaction() as tx:
            await resume(tx, object_id, PAUSING, at=at(date(2026, 3, second)), calendar=REAL)

    assert (await only_clock(database, object_id)).due_on == date(2026, 4, 7)  # 4 to 6 April are Qingming


async def test_an_act_during_a_pause_is_in_time(database: Database) -> None:
    object_id = await started(database, PAUSING)
    async with database.transaction() as tx:
        await pause(tx, object_id, PAUSING, at=at(date(2026, 3, 10)), ground="hearing")
        (stopped,) = await store.stop(tx, object_id, ["T-P"], at=at(date(2026, 6, 1)))

    assert stopped.state is ClockState.MET


@pytest.mark.parametrize(
    ("rule", "day", "code"),
    [
        (FIFTEEN_DAYS, MONDAY, "clock_never_pauses"),
        (PAUSING, date(2026, 4, 2), "clock_overdue"),
    ],
)
async def test_a_pause_is_refused(database: Database, rule: Deadline, day: date, code: str) -> None:
    object_id = await started(database, rule)

    with pytest.raises(Refused, match=code):
        async with database.transaction() as tx:
            await pause(tx, object_id, rule, at=at(day), ground="hearing")


async def test_a_paused_clock_is_neither_paused_again_nor_extended(database: Database) -> None:
    object_id = await started(database, PAUSING)
    async with database.transaction() as tx:
        await pause(tx, object_id, PAUSING, at=at(MONDAY), ground="hearing")

    with pytest.raises(Refused, match="clock_suspended"):
        async with database.transaction() as tx:
            await pause(tx, object_id, PAUSING, at=at(MONDAY), ground="hearing")
    with pytest.raises(Refused, match="clock_suspended"):
        await extended(database, object_id, PAUSING, 5)


async def test_a_running_clock_cannot_resume_and_a_closed_one_cannot_move(database: Database) -> None:
    object_id = await started(database, PAUSING)

    with pytest.raises(Refused, match="clock_not_suspended"):
        async with database.transaction() as tx:
            await resume(tx, object_id, PAUSING, at=at(MONDAY), calendar=REAL)
    async with database.transaction() as tx:
        await store.cancel(tx, object_id, at=at(MONDAY))
    with pytest.raises(Refused, match="clock_not_open"):
        await extended(database, object_id, PAUSING, 5)


async def test_an_extension_counts_on_from_the_trigger_and_is_kept_with_its_approver(
    database: Database,
) -> None:
    object_id = await started(database, SIXTY_DAYS)

    clock = await extended(database, object_id, SIXTY_DAYS, 30)

    async with database.reader() as reader:
        segment = await reader.one(sa.select(clock_segments))
    assert (clock.state, clock.amount, clock.due_on) == (ClockState.EXTENDED, 90, date(2026, 6, 1))
    assert await only_clock(database, object_id) == clock
    assert (segment["kind"], segment["amount"], segment["approver"], segment["ground"]) == (
        "extended", 30, "S3", "complex",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("rule", "amount", "options", "code"),
    [
        (FIFTEEN_DAYS, 1, {}, "clock_not_extendable"),
        (SIXTY_DAYS, 31, {}, "extension_too_long"),
        (SIXTY_DAYS, 0, {}, "extension_too_long"),
        (SIXTY_DAYS, 30, {"approver": "S2"}, "extension_not_approved"),
        (SIXTY_DAYS, 30, {"at": at(date(2026, 5, 7))}, "clock_overdue"),
    ],
)
async def test_an_extension_is_refused(
    database: Database, rule: Deadline, amount: int, options: dict[str, Any], code: str
) -> None:
    object_id = await started(database, rule)
    before = await only_clock(database, object_id)

    with pytest.raises(Refused, match=code):
        await extended(database, object_id, rule, amount, **options)

    assert await only_clock(database, object_id) == before


async def test_an_extension_can_be_granted_only_as_often_as_the_rule_says(database: Database) -> None:
    object_id = await started(database, PAUSING)
    await extended(database, object_id, PAUSING, 5)
    await extended(database, object_id, PAUSING, 5)

    with pytest.raises(Refused, match="extension_used_up"):
        await extended(database, object_id, PAUSING, 5)


async def test_a_higher_level_may_approve_what_a_lower_one_may(database: Database) -> None:
    object_id = await started(database, PAUSING)

    clock = await extended(database, object_id, PAUSING, 5, approver="S2")

    assert clock.due_on == date(2026, 4, 7)


async def test_a_date_written_in_a_letter_is_not_extended(database: Database) -> None:
    object_id = await started(database, SIXTY_DAYS, written_due_on=date(2026, 4, 1))

    with pytest.raises(Refused, match="clock_not_extendable"):
        await extended(database, object_id, SIXTY_DAYS, 30)


def test_a_clock_that_was_told_too_early_runs_again_after_a_recount() -> None:
    clock = a_clock()
    later = limits(MONDAY, 30, clock.unit, REAL)
    told, late = replace(clock, state=ClockState.DUE_SOON), replace(clock, state=ClockState.OVERDUE)

    now = clock.ends_at + timedelta(hours=1)

    assert state_after_recount(told, later, now) is ClockState.RUNNING
    assert state_after_recount(late, later, now) is ClockState.RUNNING
    assert state_after_recount(replace(late, extensions=1), later, now) is ClockState.EXTENDED
    assert state_after_recount(told, later, later.soon_at) is ClockState.DUE_SOON
    assert state_after_recount(late, later, later.ends_at) is ClockState.OVERDUE
    assert state_after_recount(replace(clock, state=ClockState.SUSPENDED), later, now) is ClockState.SUSPENDED
