"""Keep what somebody wrote with a move as a paper, sealed, and open papers again."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from rectification.store.papers import PAPERS
from shared.db import Reader
from shared.process.desk import Desk
from shared.process.process import Step
from shared.process.shown_papers import shown_paper


async def write(step: Step[Any, Any], about: str, kind: str, fields: dict[str, Any] | None = None) -> int:
    """Queue the command, or what of it is given, as the next version of a paper; return its version."""
    content = step.command.model_dump(mode="json", exclude_none=True) if fields is None else fields
    return await PAPERS.add(
        step.tx, step.desk.seals, (about, step.subject.id), kind, content, by=step.actor.id, at=step.at
    )


async def opened_papers(reader: Reader, desk: Desk, object_id: UUID) -> list[dict[str, Any]]:
    """Return the newest version of every paper about an object, as answers show them."""
    return [shown_paper(paper) for paper in await PAPERS.of_object(reader, desk.seals, object_id)]
