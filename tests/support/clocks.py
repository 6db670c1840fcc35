"""Deadlines and clocks for tests of the mechanism, named after nothing real."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid4

from shared.clock import ZONE
from shared.clocks import store
from shared.clocks.deadline_clock import DeadlineClock, begin
from shared.clocks.rules import CD, WD, Deadline, Extension
from shared.db import Database

from tests.support.calendars import real_calendar

FIFTEEN_DAYS = Deadline("T-15", 15, WD, "received", "test", "P", "告知", "Tell")
SIXTY_DAYS = Deadline("T-60", 60, CD, "accepted", "test", "P", "办结", "Finish", Extension(30, "S3"))
PAUSING = Deadline(
    "T-P", 30, CD, "asked", "test", "P", "答复", "Answer", Extension(5, "S1", times=2), "hearing"
)
WINDOW = Deadline("T-W", 30, CD, "answered", "test", "P", "评价", "Rate", is_window=True)
MONDAY = date(2026, 3, 2)
"""FIFTEEN_DAYS from here end on 2026-03-23; the warning comes on 2026-03-18."""


def at(day: date, hour: int = 9) -> datetime:
    """Return an hour of a day in Shanghai."""
    return datetime(day.year, day.month, day.day, hour, tzinfo=ZONE)


def a_clock(rule: Deadline = FIFTEEN_DAYS, *, trigger_on: date = MONDAY, **options: Any) -> DeadlineClock:
    """Return a clock that is in no database."""
    options = {"object_type": "thing", "object_id": uuid4(), "held_by": "city/office-1", **options}
    return begin(rule, trigger_on=trigger_on, calendar=real_calendar(), **options)


async def started(database: Database, *rules: Deadline, trigger_on: date = MONDAY, **options: Any) -> UUID:
    """Start clocks of one new object and return its id."""
    object_id: UUID = uuid4()
    options = {"object_type": "thing", "held_by": "city/office-1", "calendar": real_calendar(), **options}
    async with database.transaction() as tx:
        for rule in rules:
            store.start(tx, rule, object_id=object_id, trigger_on=trigger_on, **options)
    return object_id


async def only_clock(database: Database, object_id: UUID) -> DeadlineClock:
    """Return the one clock of an object."""
    async with database.reader() as reader:
        (clock,) = await store.of_object(reader, object_id)
    return clock
