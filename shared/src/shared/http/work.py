"""Proof of work at open doors: free at the usual rate; above it every caller pays, and nobody is turned away for good.

No address is looked at, so nobody can be silenced by a flood in his name. A challenge belongs to the request's
`Idempotency-Key`: paid once, it serves one submission, however often that is repeated, and nothing is stored.
"""

from __future__ import annotations

import hashlib
import hmac
import math
import re
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from starlette.types import ASGIApp, Receive, Scope, Send

from shared.http.catalogue import Catalogue
from shared.http.problems import Problem, problem_response

LEAST_BITS, MOST_BITS = 16, 22
"""65,536 hashes on the average, a tenth of a second on a phone; and 4 million, several seconds."""
VALID_S = 600
WINDOW_S = 5.0
HEADER = b"proof-of-work"
CHALLENGE_HEADER = "Proof-Of-Work-Challenge"
_SHAPE = re.compile(r"v1\.(\d{1,12})\.(\d{1,2})\.[0-9a-f]{64}")
_LONGEST_NONCE = 40


@dataclass
class Rate:
    """How many a second, over about the last five seconds; forgets by itself."""

    level: float = 0.0
    since: float = 0.0

    def add(self, now: float) -> float:
        """Count one more, and return the rate."""
        self.level = self.level * math.exp(-max(0.0, now - self.since) / WINDOW_S) + 1
        self.since = now
        return self.level / WINDOW_S


class Door:
    """One open path: what it is asked for, and what it has been paid for."""

    def __init__(self, usual_per_s: float, now: Callable[[], float] = time.monotonic) -> None:
        self._usual, self._now = usual_per_s, now
        self._asked, self._paid = Rate(), Rate()
        self._bits = LEAST_BITS

    def price(self) -> int:
        """Count one who asks, and return the bits to pay now: none at the usual rate."""
        return self._bits if self._asked.add(self._now()) > self._usual else 0

    def paid(self) -> None:
        """Count one who paid: where those alone are too many, the price rises."""
        over = self._paid.add(self._now()) / self._usual
        self._bits = min(MOST_BITS, LEAST_BITS + math.ceil(math.log2(over))) if over > 1 else LEAST_BITS


def challenge(key: bytes, purpose: str, bits: int, at: int) -> str:
    """Return what must be answered for this purpose before ten minutes are over; `at` is in seconds."""
    return _signed(key, purpose, at + VALID_S, bits)


def _signed(key: bytes, purpose: str, until: int, bits: int) -> str:
    mac = hmac.new(key, f"{purpose}\n{until}\n{bits}".encode(), hashlib.sha256).hexdigest()
    return f"v1.{until}.{bits}.{mac}"


def solve(given: str) -> str:
    """Return the proof for a challenge, as the header takes it. Takes time: 2 to the power of its bits."""
    shape = _SHAPE.fullmatch(given)
    if shape is None or int(shape[2]) > MOST_BITS:
        raise ValueError("not a challenge")
    return f"{given} {nonce_of(given, int(shape[2]))}"


def nonce_of(given: str, bits: int) -> int:
    """Return the first number for which the digest of `given.number` begins with so many zero bits."""
    start, nonce = hashlib.sha256(f"{given}.".encode()), 0
    while not _is_enough(start, str(nonce), bits):
        nonce += 1
    return nonce


def is_paid(proof: str, key: bytes, purpose: str, least: int, at: int) -> bool:
    """Say whether a proof answers a challenge of ours for this purpose, of at least so many bits, in time.

    A challenge given before the price rose stays good: whoever was asked for less has done what was asked.
    """
    given, _, nonce = proof.partition(" ")
    shape = _SHAPE.fullmatch(given)
    if shape is None or len(nonce) > _LONGEST_NONCE or not nonce.isascii():
        return False
    until, bits = int(shape[1]), int(shape[2])
    if until < at or bits < least or not hmac.compare_digest(given, _signed(key, purpose, until, bits)):
        return False
    return _is_enough(hashlib.sha256(f"{given}.".encode()), nonce, bits)


def _is_enough(start: hashlib._Hash, nonce: str, bits: int) -> bool:
    whole = start.copy()
    whole.update(nonce.encode())
    return int.from_bytes(whole.digest()[:4]) >> (32 - bits) == 0


class WorkGate:
    """Ask for proof of work where an open path is asked for more than usual, before anything reads the body.

    `doors` gives each path its usual rate a second for this process, and `key` what challenges are signed with:
    both are asked for at the first request, when the service has opened.
    """

    def __init__(
        self,
        app: ASGIApp,
        catalogue: Catalogue,
        *,
        doors: Callable[[Scope], Mapping[str, Door]],
        key: Callable[[Scope], bytes],
        at: Callable[[Scope], int],
    ) -> None:
        self._app, self._catalogue = app, catalogue
        self._doors_of, self._key_of, self._at_of = doors, key, at
        self._doors: Mapping[str, Door] | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or say what it costs now."""
        if scope["type"] == "http" and scope["method"] == "POST":
            if self._doors is None:
                self._doors = self._doors_of(scope)
            door = self._doors.get(scope["path"])
            if door is not None and (problem := self._unpaid(door, scope)):
                await problem_response(self._catalogue, problem, scope)(scope, receive, send)
                return
        await self._app(scope, receive, send)

    def _unpaid(self, door: Door, scope: Scope) -> Problem | None:
        bits = door.price()
        if not bits:
            return None
        headers = dict(scope["headers"])
        purpose = f"{scope['path']} {headers.get(b'idempotency-key', b'').decode('latin-1')}"
        key, at = self._key_of(scope), self._at_of(scope)
        if is_paid(headers.get(HEADER, b"").decode("latin-1"), key, purpose, LEAST_BITS, at):
            door.paid()
            return None
        asked = {CHALLENGE_HEADER: challenge(key, purpose, bits, at), "Retry-After": "0"}
        return Problem("proof_of_work_required", bits=bits, headers=asked)
