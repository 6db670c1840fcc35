"""Papers as answers show them: opened for who handles or decides, and for nobody else."""

from typing import Any
from uuid import UUID

from casework.store.papers import PAPERS
from shared.db import Reader
from shared.process.desk import Desk
from shared.process.process import Viewer
from shared.process.shown_papers import shown_paper


def may_read_papers(desk: Desk, process: str, viewer: Viewer) -> bool:
    """Say whether the viewer may read what lies sealed about the object."""
    return desk.permissions.decide(viewer.actor, f"{process}:read_papers", viewer.facts, viewer.at).allowed


async def papers_of(
    reader: Reader, desk: Desk, process: str, object_id: UUID, viewer: Viewer
) -> list[dict[str, Any]]:
    """Open the papers, in no list and for nobody who only keeps the ledger."""
    if viewer.brief or not may_read_papers(desk, process, viewer):
        return []
    return [shown_paper(paper) for paper in await PAPERS.of_object(reader, desk.seals, object_id)]
