"""Slowing down who guesses passwords without shutting anybody out.

Failures are counted for each account and each known device, and once for all unknown devices together. Nothing
is ever refused for a time: after a few failures the caller must first do some work, which costs a person a second
or two and a guesser a processor. A device that logged in before is counted apart, so failures that others cause
never reach its owner. An account that does not exist counts in the same way.
"""

from __future__ import annotations

from datetime import timedelta
from hashlib import sha256

FREE_FAILURES = 5
"""Failures before work is asked for."""

LEAST_BITS = 16
MOST_BITS = 22
"""Leading zero bits of the work: 16 take a phone some hundredths of a second, 22 a few seconds."""

HALF_LIFE = timedelta(minutes=15)
"""Time in which half of the failures are forgotten."""

CHALLENGE_LIFE = timedelta(minutes=3)


def bits_needed(failures: float) -> int:
    """Return how many leading zero bits the work must show; 0 when none is asked for."""
    beyond = int(failures + 1e-6) - FREE_FAILURES
    return 0 if beyond < 0 else min(LEAST_BITS + beyond // 2, MOST_BITS)


def is_solved(challenge: str, answer: str, bits: int) -> bool:
    """Say whether SHA-256 of `challenge.answer` begins with that many zero bits."""
    digest = sha256(f"{challenge}.{answer}".encode()).digest()
    return int.from_bytes(digest) >> (256 - bits) == 0
