"""When to stop calling a service that fails, and how many repeats it may be sent. Pure: time is handed in."""

from __future__ import annotations

from collections import deque

WINDOW_S = 10.0
FEWEST_CALLS = 20
FAILED_SHARE = 0.5
OPEN_S = 5.0
PROBES = 3
RETRY_SHARE = 0.1
MOST_SAVED = 10.0


class Breaker:
    """Opens when half of at least 20 calls in 10 s failed; lets 3 probes through after 5 s.

    All probes must succeed to close it; one failure opens it again. `now` is any steady clock in seconds.
    """

    def __init__(self) -> None:
        self._calls: deque[tuple[float, bool]] = deque()
        self._failed = 0
        self._opened_at: float | None = None
        self._sent = 0
        self._succeeded = 0

    def admits(self, now: float) -> bool:
        """Say whether a call may be made now, and count it as a probe when half open."""
        if self._opened_at is None:
            return True
        if now - self._opened_at < OPEN_S or self._sent >= PROBES:
            return False
        self._sent += 1
        return True

    def record(self, now: float, *, ok: bool) -> None:
        """Take note of how a call ended."""
        if self._opened_at is not None:
            self._record_probe(now, ok=ok)
            return
        self._calls.append((now, ok))
        self._failed += not ok
        while self._calls and now - self._calls[0][0] > WINDOW_S:
            self._failed -= not self._calls.popleft()[1]
        if len(self._calls) >= FEWEST_CALLS and self._failed >= FAILED_SHARE * len(self._calls):
            self._open(now)

    @property
    def is_open(self) -> bool:
        """Say whether calls are being refused, probes apart."""
        return self._opened_at is not None

    def _record_probe(self, now: float, *, ok: bool) -> None:
        if self._sent == 0:  # a call that was under way when the breaker opened
            return
        if not ok:
            self._open(now)
            return
        self._succeeded += 1
        if self._succeeded >= PROBES:
            self._opened_at = None
            self._calls.clear()
            self._failed = 0

    def _open(self, now: float) -> None:
        self._opened_at, self._sent, self._succeeded = now, 0, 0


class RetryBudget:
    """Lets repeated calls be at most a tenth of first ones, so that trouble is not made worse."""

    def __init__(self) -> None:
        self._saved = 1.0

    def earn(self) -> None:
        """Take note of a first call."""
        self._saved = min(self._saved + RETRY_SHARE, MOST_SAVED)

    def spend(self) -> bool:
        """Pay for a repeated call, if there is enough."""
        if self._saved < 1.0:
            return False
        self._saved -= 1.0
        return True
