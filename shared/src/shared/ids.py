"""Identifiers: random ones for whatever a reporter touches, time-ordered ones elsewhere."""

from __future__ import annotations

from uuid import UUID, uuid4

from uuid_utils import compat

__all__ = ["uuid4", "uuid7"]


def uuid7() -> UUID:
    """Return a version 7 id. It tells the millisecond of its making, so never use it for a report."""
    return compat.uuid7()
