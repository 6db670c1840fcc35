"""Who signs in joint work, where that depends on more than the row of the table."""

from typing import Any

from casework.domain.linkage.capacities import HEADS
from casework.domain.linkage.linkage_task import Kind, LinkageTask
from shared.auth.actor import covers
from shared.process.process import Step


async def unless_head(step: Step[Any, Any]) -> tuple[str, ...]:
    """Return the row's levels, or none where the head of the holder acts in person.

    Rule: E1, E2; SoD-1 stands, for the next step is another body's.
    """
    grants = step.actor.live_grants(HEADS, step.at)
    is_head = any(covers(grant, step.subject.holder_path, step.at) for grant in grants)
    return () if is_head else step.row.signs


async def case_signs(step: Step[LinkageTask, Any]) -> tuple[str, ...]:
    """Return S3 in place of S2 for a joint case. Rule: E3, E8."""
    return ("S3",) if step.subject.kind == Kind.JOINT_CASE else step.row.signs


async def jurisdiction_signs(step: Step[LinkageTask, Any]) -> tuple[str, ...]:
    """Return the row's levels, and the common superior's where organs disagree. Rule: E6."""
    return (*step.row.signs, "S6") if step.command.is_disputed else step.row.signs
