"""Papers in the timeline: that they were written, by whom, in which version; never what they say."""

from typing import Any

from casework.store.papers import paper_trail
from shared.db import Reader
from shared.process.desk import Desk
from shared.process.process import Moment, Moments, Viewer


def papers_of(process: str) -> Moments:
    """Return what adds the papers of a process's objects, for who may read them."""

    async def moments(reader: Reader, desk: Desk, subject: Any, viewer: Viewer) -> list[Moment]:
        if not desk.permissions.decide(
            viewer.actor, f"{process}:read_papers", viewer.facts, viewer.at
        ).allowed:
            return []
        return [
            Moment(
                row["at"], "paper", row["kind"], _title(desk, row["kind"]), "written",
                by=(_kind(row["made_by"]), row["made_by"], ""), version=row["version"],
            )
            for row in await paper_trail(reader, subject.id)
        ]  # fmt: skip

    return moments


def _kind(made_by: str) -> str:
    return "system" if made_by == "system" else "officer"


def _title(desk: Desk, kind: str) -> tuple[str, str]:
    label = desk.vocabularies.label
    return label("paper_kind", kind, "zh-CN"), label("paper_kind", kind, "en")
