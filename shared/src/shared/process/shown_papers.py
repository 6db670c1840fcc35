"""Papers as answers show them."""

from typing import Any

from shared.http.fields import on_the_wire
from shared.http.models import Instant, Output
from shared.papers import Paper


class PaperOut(Output):
    """A paper, opened: its newest version, and the digest that signatures are bound to."""

    kind: str
    version: int
    fields: dict[str, Any]
    sha256: str
    made_by: str
    made_at: Instant


def shown_paper(paper: Paper) -> dict[str, Any]:
    """Return an opened paper as `PaperOut` says."""
    return {
        "kind": paper.kind,
        "version": paper.version,
        "fields": paper.fields,
        "sha256": paper.sha256.hex(),
        "made_by": paper.made_by,
        "made_at": on_the_wire(paper.at),
    }
