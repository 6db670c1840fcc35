"""Papers in the timeline: that they were written, by whom, in which version; never what they say."""

from typing import Any

from shared.db import Reader
from shared.papers import Papers
from shared.process.desk import Desk
from shared.process.process import Moment, Moments, Viewer

VOCABULARY = "paper_kind"
"""Where a service names the kinds of its papers."""


def paper_moments(papers: Papers, process: str) -> Moments:
    """Return what adds the papers of a process's objects to their timeline, for who may `read_papers`."""

    async def moments(reader: Reader, desk: Desk, subject: Any, viewer: Viewer) -> list[Moment]:
        permission = f"{process}:read_papers"
        if not desk.permissions.decide(viewer.actor, permission, viewer.facts, viewer.at).allowed:
            return []
        return [
            Moment(
                row["at"], "paper", row["kind"], _title(desk, row["kind"]), "written",
                by=(_kind(row["made_by"]), row["made_by"], ""), version=row["version"],
            )
            for row in await papers.trail(reader, subject.id)
        ]  # fmt: skip

    return moments


def _kind(made_by: str) -> str:
    return "system" if made_by == "system" else "officer"


def _title(desk: Desk, kind: str) -> tuple[str, str]:
    label = desk.vocabularies.label
    return label(VOCABULARY, kind, "zh-CN"), label(VOCABULARY, kind, "en")
