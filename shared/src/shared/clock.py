"""Where time comes from. Everything that needs the time is handed a `Clock`; nothing else asks the machine."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Asia/Shanghai")


class Clock(Protocol):
    """Tells the time; a test moves it, a demo starts it at a chosen day."""

    def now(self) -> datetime:
        """Return the instant, aware and in UTC."""
        ...

    def today(self) -> date:
        """Return the day in the deployment's zone."""
        ...


class SystemClock:
    """The machine's time, seen from one zone."""

    def __init__(self, zone: ZoneInfo = ZONE) -> None:
        self.zone = zone

    def now(self) -> datetime:
        """Return the instant, aware and in UTC."""
        return datetime.now(UTC)

    def today(self) -> date:
        """Return the day in the clock's zone."""
        return self.now().astimezone(self.zone).date()


class ShiftedClock(SystemClock):
    """A clock that runs at the usual speed but began at a chosen instant."""

    def __init__(self, start_at: datetime, zone: ZoneInfo = ZONE) -> None:
        super().__init__(zone)
        self._shift = start_at - datetime.now(UTC)

    def now(self) -> datetime:
        """Return the shifted instant, aware and in UTC."""
        return super().now() + self._shift


class FakeClock(SystemClock):
    """A clock that stands still until a test moves it."""

    def __init__(self, at: datetime, zone: ZoneInfo = ZONE) -> None:
        super().__init__(zone)
        self._at = at.astimezone(UTC)

    def now(self) -> datetime:
        """Return the instant the test chose."""
        return self._at

    def move(self, by: timedelta) -> None:
        """Let time pass."""
        self._at += by

    def set(self, at: datetime) -> None:
        """Jump to an aware instant."""
        self._at = at.astimezone(UTC)


def clock_from(start_at: str | None) -> Clock:
    """Return the system clock, or one that starts at an ISO day or instant (zone assumed if a day)."""
    if not start_at:
        return SystemClock()
    at = datetime.fromisoformat(start_at)
    return ShiftedClock(at if at.tzinfo else at.replace(tzinfo=ZONE))


def to_the_hour(at: datetime) -> datetime:
    """Cut an instant down to its hour: the only precision kept of what a reporter does."""
    return at.replace(minute=0, second=0, microsecond=0)
