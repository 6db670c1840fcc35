"""What every object of this service begins with."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Tracked:
    """An object that a process moves; `holder_path` is the organisation that answers for it."""

    id: UUID
    number: str | None
    state: str
    version: int
    holder_path: str
    secrecy: str
