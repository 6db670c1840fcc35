"""Two Envoys and one door: the younger is handed the elder's listening socket, so no caller meets a closed door.

This is Envoy's hot restart. Its parties find each other by a number, for which the door's port serves, and by seats in
turn, one for each restart; who sits where can be seen in the names of their sockets.
"""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

_SEATS = 3
_SOCKETS = Path("/proc/net/unix")


class Handover(StrEnum):
    """What one gateway does with the door it opens."""

    NO = "no"
    """Nobody else may have it."""
    GIVE = "give"
    """It opens the door, and hands it to whoever takes it later."""
    TAKE = "take"
    """It takes the door from the one that has it, if there is one; and hands it on later."""


def seats_taken(port: int) -> list[int]:
    """Return the seats of the Envoys that share this port's door now."""
    names = _SOCKETS.read_text("utf-8", errors="replace")
    return [seat for seat in range(_SEATS) if f"@envoy_domain_socket_parent_{port * 10 + seat}@" in names]


def arguments(handover: Handover, port: int, drain_s: int) -> list[str]:
    """Return what Envoy is started with. Who is relieved finishes its requests within `drain_s`, and ends.

    Raises: ValueError while the door is just being handed from one to another.
    """
    if handover is Handover.NO:
        return ["--disable-hot-restart", "--drain-time-s", str(drain_s)]
    taken = seats_taken(port) if handover is Handover.TAKE else []
    if len(taken) > 1:
        raise ValueError("the door is just being handed over")
    epoch = taken[0] + 1 if taken else 0
    return [
        "--base-id", str(port), "--restart-epoch", str(epoch),
        "--drain-strategy", "immediate", "--drain-time-s", str(drain_s), "--parent-shutdown-time-s", str(drain_s + 1),
    ]  # fmt: skip
