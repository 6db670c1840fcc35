"""Clocks are started with the business rows, stopped by the act, and handed on with the matter."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import uuid4

import asyncpg
import pytest
import sqlalchemy as sa

from shared.clocks import store
from shared.clocks.deadline_clock import ClockState
from shared.clocks.tables import clock_segments, clocks
from shared.db import Database

from tests.support.calendars import real_calendar
from tests.support.clocks import FIFTEEN_DAYS, MONDAY, PAUSING, SIXTY_DAYS, WINDOW, at, only_clock, started


async def test_a_started_clock_reads_back_as_it_was_begun(database: Database) -> None:
    async with database.transaction() as tx:
        begun = store.start(
            tx, FIFTEEN_DAYS, object_type="thing", object_id=uuid4(), trigger_on=MONDAY,
            held_by="city/office-1", calendar=real_calendar(),
        )  # fmt: skip

    assert await only_clock(database, begun.object_id) == begun


@pytest.mark.parametrize(
    ("acted", "state"),
    [
        (at(date(2026, 3, 23), 23), ClockState.MET),
        (at(date(2026, 3, 24), 0), ClockState.MET_LATE),
    ],
)
async def test_an_act_is_in_time_until_midnight_of_the_last_day(
    database: Database, acted: object, state: ClockState
) -> None:
    object_id = await started(database, FIFTEEN_DAYS)

    async with database.transaction() as tx:
        (stopped,) = await store.stop(tx, object_id, ["T-15"], at=acted)  # type: ignore[arg-type]

    assert stopped.state is state
    assert await only_clock(database, object_id) == stopped


async def test_an_act_recorded_late_is_judged_by_the_day_it_was_done(database: Database) -> None:
    object_id = await started(database, FIFTEEN_DAYS)

    async with database.transaction() as tx:
        (stopped,) = await store.stop(tx, object_id, ["T-15"], at=at(date(2026, 3, 25)), on=date(2026, 3, 23))

    assert (stopped.state, stopped.closed_on) == (ClockState.MET, date(2026, 3, 23))


async def test_only_open_clocks_of_the_named_rules_are_stopped(database: Database) -> None:
    object_id = await started(database, FIFTEEN_DAYS, SIXTY_DAYS)

    async with database.transaction() as tx:
        first = await store.stop(tx, object_id, ["T-15"], at=at(MONDAY))
        again = await store.stop(tx, object_id, ["T-15", "T-unknown"], at=at(MONDAY))

    async with database.reader() as reader:
        states = {clock.rule: clock.state for clock in await store.of_object(reader, object_id)}
    assert len(first) == 1
    assert again == []
    assert states == {"T-15": ClockState.MET, "T-60": ClockState.RUNNING}


async def test_a_duty_that_falls_away_is_cancelled(database: Database) -> None:
    object_id = await started(database, FIFTEEN_DAYS, SIXTY_DAYS)

    async with database.transaction() as tx:
        some = await store.cancel(tx, object_id, at=at(MONDAY), rules=["T-15"])
        rest = await store.cancel(tx, object_id, at=at(MONDAY))

    assert (some, rest) == (1, 1)


async def test_one_object_has_at_most_one_open_clock_of_a_rule(database: Database) -> None:
    with pytest.raises(asyncpg.UniqueViolationError):
        await started(database, FIFTEEN_DAYS, FIFTEEN_DAYS)


async def test_a_rule_can_start_again_once_its_clock_is_closed(database: Database) -> None:
    object_id = await started(database, FIFTEEN_DAYS)

    async with database.transaction() as tx:
        await store.stop(tx, object_id, ["T-15"], at=at(MONDAY))
        store.start(
            tx, FIFTEEN_DAYS, object_type="thing", object_id=object_id, trigger_on=MONDAY + timedelta(days=1),
            held_by="city/office-1", calendar=real_calendar(),
        )  # fmt: skip

    async with database.reader() as reader:
        assert [clock.is_open for clock in await store.of_object(reader, object_id)] == [False, True]


async def test_clocks_of_many_objects_come_in_one_statement(database: Database) -> None:
    one = await started(database, FIFTEEN_DAYS)
    two = await started(database, FIFTEEN_DAYS, SIXTY_DAYS)
    none = uuid4()

    async with database.reader() as reader:
        found = await store.of_objects(reader, [one, two, none])

    assert {object_id: len(clocks_) for object_id, clocks_ in found.items()} == {one: 1, two: 2, none: 0}


async def test_handing_on_closes_the_holding_and_begins_another(database: Database) -> None:
    object_id = await started(database, FIFTEEN_DAYS, SIXTY_DAYS)
    handed = at(date(2026, 3, 5))

    async with database.transaction() as tx:
        moved = await store.hand_over(tx, object_id, "city/office-2", at=handed)
        again = await store.hand_over(tx, object_id, "city/office-2", at=handed)

    async with database.reader() as reader:
        held = {(c.held_by, c.held_since) for c in await store.of_object(reader, object_id)}
        kept = await reader.all(
            sa.select(clock_segments.c.holder, clock_segments.c.from_at, clock_segments.c.to_at)
        )
    assert (moved, again) == (2, 0)
    assert held == {("city/office-2", handed)}
    assert [tuple(row) for row in kept] == [("city/office-1", at(MONDAY, 0), handed)] * 2


async def test_only_the_named_rules_are_handed_on(database: Database) -> None:
    object_id = await started(database, FIFTEEN_DAYS, SIXTY_DAYS)

    async with database.transaction() as tx:
        await store.hand_over(tx, object_id, "city/office-2", at=at(MONDAY), rules=["T-60"])

    async with database.reader() as reader:
        held = {clock.rule: clock.held_by for clock in await store.of_object(reader, object_id)}
    assert held == {"T-15": "city/office-1", "T-60": "city/office-2"}


async def test_a_list_can_ask_for_what_is_overdue_now(database: Database) -> None:
    late = await started(database, FIFTEEN_DAYS)
    await started(database, SIXTY_DAYS)
    await started(database, WINDOW, trigger_on=MONDAY - timedelta(days=60))
    met = await started(database, PAUSING, trigger_on=MONDAY - timedelta(days=60))

    async with database.transaction() as tx:
        await store.stop(tx, met, ["T-P"], at=at(MONDAY))
    async with database.reader() as reader:
        condition = store.overdue(clocks.c.object_id, at(date(2026, 3, 24), 0))
        found = await reader.all(sa.select(clocks.c.object_id).where(condition))

    assert [row["object_id"] for row in found] == [late]
