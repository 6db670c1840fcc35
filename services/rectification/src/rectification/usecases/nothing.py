"""For tables without guards: there is nothing to look at."""

from __future__ import annotations

from typing import Any

from shared.process.process import Step


async def no_facts(_: Step[Any, Any]) -> None:
    """Gather nothing."""
