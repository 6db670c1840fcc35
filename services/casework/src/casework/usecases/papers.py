"""Papers as answers show them: opened for who handles or decides, and for nobody else."""

from typing import Any
from uuid import UUID

from casework.store.papers import PAPERS
from shared.db import Reader
from shared.http.fields import on_the_wire
from shared.http.models import Instant, Output
from shared.process.desk import Desk
from shared.process.process import Viewer


class PaperOut(Output):
    """A paper, opened: its newest version, and the digest that signatures are bound to."""

    kind: str
    version: int
    fields: dict[str, Any]
    sha256: str
    made_by: str
    made_at: Instant


async def papers_of(
    reader: Reader, desk: Desk, process: str, object_id: UUID, viewer: Viewer
) -> list[dict[str, Any]]:
    """Open the papers, in no list and for nobody who only keeps the ledger."""
    may = desk.permissions.decide(viewer.actor, f"{process}:read_papers", viewer.facts, viewer.at).allowed
    if viewer.brief or not may:
        return []
    found = await PAPERS.of_object(reader, desk.seals, object_id)
    return [
        {
            "kind": paper.kind,
            "version": paper.version,
            "fields": paper.fields,
            "sha256": paper.sha256.hex(),
            "made_by": paper.made_by,
            "made_at": on_the_wire(paper.at),
        }
        for paper in found
    ]
