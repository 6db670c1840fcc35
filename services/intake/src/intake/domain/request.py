"""A request about a matter as the rest of the service sees it: protection, recusal, reward, tracing.

What was asked and decided in words is sealed beside it; here stand codes, days and figures.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Request:
    """One request. `details` holds codes, days and figures of its kind."""

    id: UUID
    number: str | None
    state: str
    version: int
    holder_path: str
    secrecy: str
    object_type: str
    object_id: UUID
    requested_on: date
    by_reporter: bool
    details: Mapping[str, Any] = field(default_factory=dict)
