"""The calendar in memory, read again once a minute by whoever happens to need it then."""

from __future__ import annotations

from datetime import datetime, timedelta

from shared.calendar.days import Calendar
from shared.calendar.store import load
from shared.clock import Clock
from shared.db import Reader

UNKNOWN_YEAR_KEEP = timedelta(seconds=2)
"""A calendar without this year is looked for again soon: it may just be on its way."""


class CalendarSource:
    """Holds the calendar of this process and replaces it when it is older than `keep`."""

    def __init__(self, clock: Clock, *, keep: timedelta = timedelta(minutes=1)) -> None:
        self._clock = clock
        self._keep = keep
        self._calendar = Calendar()
        self._read_at: datetime | None = None

    async def current(self, reader: Reader) -> Calendar:
        """Return the calendar; a stale one is first read again through the block that is open anyway."""
        now = self._clock.now()
        keep = self._keep if self._calendar.knows(self._clock.today().year) else UNKNOWN_YEAR_KEEP
        before = self._read_at
        if before is None or abs(now - before) >= keep:
            if before is not None:
                self._read_at = now  # one reads; whoever comes meanwhile goes on with what was known
            try:
                self._calendar = await load(reader)
            except BaseException:
                self._read_at = before
                raise
            self._read_at = now
        return self._calendar

    def forget(self) -> None:
        """Read again at the next use: this process has just imported a year."""
        self._read_at = None
