"""What casework may know of a clue it was handed: whom it is about, for recusal, and its text for whoever handles it.

Nothing of it is kept there; every telling is recorded here.
"""

from __future__ import annotations

from typing import Any, Literal
from uuid import UUID

from rectification.domain.clue_handover_lifecycle import HANDED_CLUE, HANDLING, HandedClueState
from rectification.domain.organization import HandedClue
from rectification.store.papers import PAPERS
from shared.audit.record import audit
from shared.auth.permissions import ObjectFacts
from shared.auth.secrecy import SecrecyLevel
from shared.db import Reader, Scope, Transaction
from shared.feed.consume import Event
from shared.http.answers import Answer
from shared.http.models import Output
from shared.http.problems import Problem
from shared.needtoknow.store import keep_to
from shared.process.desk import Call, Desk
from shared.process.keeping_away import BY_SYSTEM
from shared.process.load import check_allowed, load_for, load_subject

Purpose = Literal["assess", "verify", "talk", "recusal_check", "feedback"]
_TOLD = (HandedClueState.TRANSFERRED, HandedClueState.CONCLUDED)


class ClueSubjectOut(Output):
    """Whom a clue is about."""

    name: str
    organisation: str
    position: str


class ClueSubjectsOut(Output):
    """Everybody a clue is about."""

    subjects: list[ClueSubjectOut]


class ClueTextOut(ClueSubjectsOut):
    """What the inspection wrote."""

    facts: str


async def tell_subjects(desk: Desk, clue_id: UUID, call: Call) -> Answer:
    """Return the subjects of a clue that was transferred, to the service that keeps officers away from it.

    Raises: Problem `not_found`, `forbidden`.
    Rule: 1.6.
    """
    permission = "transferred_clue:read_subjects"
    if call.actor.kind != "service":
        raise Problem("forbidden")
    async with desk.db.transaction(Scope("worker", at=call.at)) as tx:
        clue: HandedClue | None = await load_subject(
            tx, desk.processes[HANDED_CLUE.name], clue_id, lock=False
        )
        if clue is None or clue.state not in _TOLD:
            raise Problem("not_found")
        check_allowed(
            desk, call, permission, ObjectFacts(str(clue.id), clue.holder_path, SecrecyLevel(clue.secrecy))
        )
        told = await _content(tx, desk, clue_id)
        audit(
            tx, call.actor, call.at, action=permission, object_type=HANDED_CLUE.name, object_id=clue_id,
            field_group="subjects", purpose="recusal_check", rule="1.6", request_id=call.request_id,
        )  # fmt: skip
    return Answer(200, {"subjects": told["subjects"]})


async def read_text(desk: Desk, clue_id: UUID, purpose: Purpose, call: Call) -> Answer:
    """Return what the clue says, to an officer of the office that handles it in casework.

    Raises: Problem `not_found`, `forbidden`.
    Rule: C-8, F11.
    """
    permission = "transferred_clue:read_text"
    async with desk.db.transaction(call.actor.scope(call.at)) as tx:
        await load_for(tx, desk, desk.processes[HANDED_CLUE.name], clue_id, call, permission, lock=False)
        told = await _content(tx, desk, clue_id)
        audit(
            tx, call.actor, call.at, action=permission, object_type=HANDED_CLUE.name, object_id=clue_id,
            field_group="content", purpose=purpose, rule="F11", request_id=call.request_id,
        )  # fmt: skip
    return Answer(200, told)


async def hear_office(tx: Transaction, desk: Desk, event: Event, office: str | None) -> None:
    """Let the offices that have clues made of it in casework read its text, and whoever had it before no longer.

    Rule: A13, C3, F11.
    """
    if office is None:
        return
    for identity in event.data.get("finding_ids", []):
        await _let_read(tx, desk, event, identity, {office})


async def hear_end(tx: Transaction, desk: Desk, event: Event) -> None:
    """Where another open clue uses it as well, let only those read on who have that one. Rule: A13, F11."""
    for identity in event.data.get("used_by", {}):
        await _let_read(tx, desk, event, identity, set())


async def _let_read(tx: Transaction, desk: Desk, event: Event, identity: str, offices: set[str]) -> None:
    """Let these offices read it, and those that have other clues made of it."""
    clue = await load_subject(tx, desk.processes[HANDED_CLUE.name], UUID(identity), lock=True)
    others = event.data.get("used_by", {}).get(identity, {}).values()
    readers = offices | {one for one in others if one}
    if clue is not None and readers:
        await keep_to(tx, clue.id, readers, HANDLING, by=BY_SYSTEM, at=desk.clock.now())


async def _content(reader: Reader, desk: Desk, clue_id: UUID) -> dict[str, Any]:
    paper = await PAPERS.newest(reader, desk.seals, clue_id, "clue")
    fields = paper.fields if paper else {}
    named = [
        {key: one.get(key) or "" for key in ClueSubjectOut.model_fields} for one in fields.get("subjects", [])
    ]
    return {"facts": fields.get("facts", ""), "subjects": named}
