"""What somebody sees of a joint task: heads of participants its outline, the team all of it."""

from datetime import date
from typing import Any
from uuid import UUID

from casework.domain.linkage.capacities import DUTIES
from casework.domain.linkage.linkage_task import LinkageTask
from casework.store.linkage.jurisdictions import jurisdictions_of
from casework.store.linkage.participants import participants_of
from casework.store.linkage.records import scores_of
from casework.store.linkage.team import team_of
from casework.usecases.papers import papers_of
from shared.db import Reader
from shared.directory.paths import code_of
from shared.http.fields import on_the_wire
from shared.http.models import Instant, ObjectOut, Output
from shared.process.aggregate import columns_of
from shared.process.desk import Desk
from shared.process.process import Viewer
from shared.process.shown_papers import PaperOut


class ParticipantOut(Output):
    """An organisation's part, and what it owes the others."""

    organisation: str
    part: str
    duties: list[str]


class TeamMemberOut(Output):
    """An officer of the team, and the instants between which they have access."""

    officer_id: str
    login: str
    organisation: str
    since: Instant
    until: Instant | None
    is_present: bool


class JurisdictionOut(Output):
    """A decision on jurisdiction; `object_type` says whether a clue or a case went along."""

    form: str
    organ: str
    is_disputed: bool
    decided_on: date
    object_type: str | None


class ScoreOut(Output):
    """Points of one party in one dimension; `recorded` is null where nothing is on record."""

    organisation: str
    dimension: str
    recorded: int | None
    judged: int
    points: int
    facts: dict[str, int]


class LinkageTaskOut(ObjectOut):
    """A joint task. `title`, `members` and `papers` are for those who may read them; lists leave them out."""

    matter: str
    kind: str
    title: str | None
    declared_by: str
    lead_office: str
    trigger_type: str | None
    trigger_id: UUID | None
    units: list[str]
    people_wanted: int
    planned_from: date | None
    planned_to: date | None
    merged_into: UUID | None
    concluded_on: date | None
    participants: list[ParticipantOut]
    members: list[TeamMemberOut]
    jurisdictions: list[JurisdictionOut]
    scores: list[ScoreOut]
    papers: list[PaperOut]


_PLAIN = (
    "matter", "kind", "trigger_type", "trigger_id", "people_wanted", "planned_from", "planned_to", "merged_into",
    "concluded_on",
)  # fmt: skip


async def view_linkage_task(reader: Reader, desk: Desk, task: LinkageTask, viewer: Viewer) -> dict[str, Any]:
    """Return the task's own fields, and of the rest what the viewer may know."""
    own = columns_of(task)
    papers = await papers_of(reader, desk, "linkage_task", task.id, viewer)
    title = next((one["fields"]["title"] for one in papers if one["kind"] == "title"), None)
    return {
        **{name: own[name] for name in _PLAIN},
        "title": title,
        "declared_by": code_of(task.declared_by_path),
        "lead_office": code_of(task.lead_path),
        "units": list(task.units),
        "participants": [] if viewer.brief else await _participants(reader, task),
        "members": await _members(reader, desk, task, viewer),
        "jurisdictions": [] if viewer.brief else await _jurisdictions(reader, task),
        "scores": [] if viewer.brief else await _scores(reader, task),
        "papers": papers,
    }


async def _participants(reader: Reader, task: LinkageTask) -> list[dict[str, Any]]:
    return [
        {
            "organisation": code_of(one.organisation_path),
            "part": one.part.value,
            "duties": list(DUTIES[one.part]),
        }
        for one in await participants_of(reader, task.id)
    ]


async def _members(reader: Reader, desk: Desk, task: LinkageTask, viewer: Viewer) -> list[dict[str, Any]]:
    permission = "linkage_task:read_papers"
    if viewer.brief or not desk.permissions.decide(viewer.actor, permission, viewer.facts, viewer.at).allowed:
        return []
    return [
        {
            "officer_id": one.officer_id,
            "login": one.login,
            "organisation": code_of(one.organisation_path),
            "since": on_the_wire(one.since),
            "until": on_the_wire(one.until) if one.until else None,
            "is_present": one.is_present(viewer.at),
        }
        for one in await team_of(reader, task.id)
    ]


async def _jurisdictions(reader: Reader, task: LinkageTask) -> list[dict[str, Any]]:
    return [
        {
            "form": row["form"],
            "organ": code_of(row["organ_path"]),
            "is_disputed": row["is_disputed"],
            "decided_on": row["decided_on"],
            "object_type": row["object_type"],
        }
        for row in await jurisdictions_of(reader, task.id)
    ]


async def _scores(reader: Reader, task: LinkageTask) -> list[dict[str, Any]]:
    return [
        {
            "organisation": code_of(row["organisation_path"]),
            **{name: row[name] for name in ("dimension", "recorded", "judged", "points", "facts")},
        }
        for row in await scores_of(reader, task.id)
    ]
