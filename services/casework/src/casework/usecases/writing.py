"""Keep what an officer wrote with a move as a paper, sealed."""

from typing import Any

from casework.store.papers import PAPERS
from shared.process.process import Step


async def write(step: Step[Any, Any], about: str, kind: str, fields: dict[str, Any] | None = None) -> int:
    """Queue the command, or what of it is given, as the next version of a paper; return its version."""
    content = step.command.model_dump(mode="json", exclude_none=True) if fields is None else fields
    return await PAPERS.add(
        step.tx, step.desk.seals, (about, step.subject.id), kind, content, by=step.actor.id, at=step.at
    )
