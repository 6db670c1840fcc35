"""What somebody sees of a secondment, a piece of work, a sharing or a consultation."""

from datetime import date
from typing import Any
from uuid import UUID

from casework.domain.linkage.board_task_lifecycle import BoardTask
from casework.domain.linkage.capacities import HOME_BODY
from casework.domain.linkage.consultation_lifecycle import Consultation
from casework.domain.linkage.secondment import Secondment
from casework.domain.linkage.share_lifecycle import Share
from casework.store.linkage.consultations import decisions_of, voices_of
from casework.usecases.papers import papers_of
from shared.auth.actor import covers
from shared.db import Reader
from shared.directory.paths import code_of
from shared.http.fields import on_the_wire
from shared.http.models import Instant, ObjectOut, Output
from shared.process.aggregate import columns_of
from shared.process.desk import Desk
from shared.process.process import Viewer
from shared.process.shown_papers import PaperOut


class SecondmentOut(ObjectOut):
    """A secondment. `task_id` is null for the home body, which sees whom it lends, not for what."""

    task_id: UUID | None
    officer_id: str
    login: str
    officer_organisation: str
    home_body: str
    zone: str
    from_on: date
    to_on: date
    skill: str | None
    overlaps: int
    load: int
    other_login: str | None
    other_from_on: date | None
    other_to_on: date | None
    extended_to_on: date | None
    ended_on: date | None
    grade: str | None
    papers: list[PaperOut]


class BoardTaskOut(ObjectOut):
    """A piece of work on the board."""

    task_id: UUID
    given_to: str
    officer_id: str | None
    login: str | None
    due_on: date
    consultation_id: UUID | None
    is_supervision: bool
    returns: int
    reported_on: date | None
    papers: list[PaperOut]


class ShareOut(ObjectOut):
    """A clue or file shared with some of the team."""

    task_id: UUID
    object_type: str
    object_id: UUID
    officer_ids: list[str]
    papers: list[PaperOut]


class VoiceOut(Output):
    """One who is to be heard; `position` is null until they spoke."""

    officer_id: str
    login: str
    organisation: str
    position: str | None
    text: str
    at: Instant | None


class DecisionOut(Output):
    """What followed from a resolution."""

    kind: str
    object_id: UUID


class ConsultationOut(ObjectOut):
    """A consultation with every voice, dissent among them, and what was decided."""

    task_id: UUID
    held_on: date
    dissents: int
    resolved_on: date | None
    voices: list[VoiceOut]
    decisions: list[DecisionOut]
    papers: list[PaperOut]


async def view_secondment(reader: Reader, desk: Desk, one: Secondment, viewer: Viewer) -> dict[str, Any]:
    """Return the secondment; the home body learns nothing of the task."""
    own = columns_of(one)
    names = [
        name for name in SecondmentOut.model_fields if name in own and name not in ObjectOut.model_fields
    ]
    return {
        **{name: own[name] for name in names},
        "task_id": None if _is_home_body(one, viewer) else one.task_id,
        "officer_organisation": code_of(one.officer_path),
        "home_body": code_of(one.home_path),
        "papers": await papers_of(reader, desk, "secondment", one.id, viewer),
    }


async def view_board_task(reader: Reader, desk: Desk, one: BoardTask, viewer: Viewer) -> dict[str, Any]:
    """Return the piece of work."""
    own = columns_of(one)
    names = (
        "task_id", "officer_id", "login", "due_on", "consultation_id", "is_supervision", "returns", "reported_on",
    )  # fmt: skip
    return {
        **{name: own[name] for name in names},
        "given_to": code_of(one.given_to_path),
        "papers": await papers_of(reader, desk, "board_task", one.id, viewer),
    }


async def view_share(reader: Reader, desk: Desk, one: Share, viewer: Viewer) -> dict[str, Any]:
    """Return the sharing and its list."""
    return {
        "task_id": one.task_id,
        "object_type": one.object_type,
        "object_id": one.object_id,
        "officer_ids": list(one.officer_ids),
        "papers": await papers_of(reader, desk, "share", one.id, viewer),
    }


async def view_consultation(reader: Reader, desk: Desk, one: Consultation, viewer: Viewer) -> dict[str, Any]:
    """Return the consultation with all voices, in no list."""
    voices = [] if viewer.brief else await voices_of(reader, desk.seals, one.id)
    decisions = [] if viewer.brief else await decisions_of(reader, one.id)
    return {
        "task_id": one.task_id,
        "held_on": one.held_on,
        "dissents": one.dissents,
        "resolved_on": one.resolved_on,
        "voices": [
            {
                "officer_id": voice.officer_id,
                "login": voice.login,
                "organisation": code_of(voice.organisation_path),
                "position": voice.position,
                "text": voice.text,
                "at": on_the_wire(voice.at) if voice.at else None,
            }
            for voice in voices
        ],
        "decisions": [{"kind": row["kind"], "object_id": row["object_id"]} for row in decisions],
        "papers": await papers_of(reader, desk, "consultation", one.id, viewer),
    }


def _is_home_body(one: Secondment, viewer: Viewer) -> bool:
    """Say whether somebody sees the loan only as the body that lends."""
    actor, at = viewer.actor, viewer.at
    if actor.id == one.officer_id or any(covers(grant, one.holder_path, at) for grant in actor.grants):
        return False
    known = [row for row in viewer.facts.grantees if row.capacity == HOME_BODY and row.is_live(at)]
    return any(covers(grant, row.grantee, at) for row in known for grant in actor.grants)
