"""Show an object to a caller: its own fields, its clocks, what may be done with it now, and who still has to sign."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from shared.auth.permissions import NeedToKnow, ObjectFacts
from shared.auth.secrecy import SecrecyLevel
from shared.clocks import store as clocks
from shared.clocks.deadline_clock import wire
from shared.db import Reader
from shared.db.engine import Row
from shared.directory.paths import code_of
from shared.http.fields import on_the_wire
from shared.needtoknow.store import grantees_of_many
from shared.process.desk import Call, Desk
from shared.process.process import Process, Viewer
from shared.recusal.store import recused_from_many
from shared.signoff.store import sign_off_of, signatures_of, waiting_on

Known = dict[UUID, tuple[NeedToKnow, ...]]


async def describe(
    tx: Reader, desk: Desk, process: Process[Any], subject: Any, facts: ObjectFacts, call: Call
) -> dict[str, Any]:
    """Return one object as the caller sees it, ready for JSON."""
    flush = getattr(tx, "flush", None)
    if flush is not None:
        await flush()  # what the move just queued belongs to the picture
        facts = (await facts_of_many(tx, [subject], call))[0]
    return (await describe_many(tx, desk, process, [subject], [facts], call))[0]


async def facts_of_many(tx: Reader, subjects: Sequence[Any], call: Call) -> list[ObjectFacts]:
    """Gather what decisions about several objects need, in two statements."""
    ids = [subject.id for subject in subjects]
    known: Known = await grantees_of_many(tx, ids)
    recused = await recused_from_many(tx, ids, call.at)
    return [
        ObjectFacts(
            id=str(subject.id),
            holder_path=subject.holder_path,
            secrecy=SecrecyLevel(subject.secrecy),
            grantees=known.get(subject.id, ()),
            recused=recused.get(subject.id, frozenset()),
        )
        for subject in subjects
    ]


async def describe_many(
    tx: Reader,
    desk: Desk,
    process: Process[Any],
    subjects: Sequence[Any],
    facts: Sequence[ObjectFacts],
    call: Call,
    *,
    brief: bool = False,
) -> list[dict[str, Any]]:
    """Return several objects as the caller sees them, with a fixed number of statements."""
    ids = [subject.id for subject in subjects]
    times = await clocks.of_objects(tx, ids)
    pending = await pending_sign_offs(tx, ids)
    allowed = AllowedActions(desk, process, call)
    shown = []
    for subject, fact in zip(subjects, facts, strict=True):
        waiting = pending.get(subject.id, [])
        viewer = Viewer(actor=call.actor, facts=fact, at=call.at, language=call.language, brief=brief)
        fields = await process.view(tx, desk, subject, viewer)
        shown.append(
            {
                "id": str(subject.id),
                "number": subject.number,
                "state": subject.state,
                "version": subject.version,
                "holder": code_of(subject.holder_path),
                "secrecy": subject.secrecy,
                "clocks": [wire(clock, call.at) for clock in times.get(subject.id, ())],
                "allowed_actions": [] if waiting else allowed.of(subject.state, fact),
                "pending_sign_offs": waiting,
                **fields,
            }
        )
    return shown


class AllowedActions:
    """What the caller may do next, from the same table that decides; equal cases are worked out once."""

    def __init__(self, desk: Desk, process: Process[Any], call: Call) -> None:
        self._desk, self._process, self._call = desk, process, call
        self._known: dict[tuple[Any, ...], list[str]] = {}

    def of(self, state: str, facts: ObjectFacts) -> list[str]:
        """Return the actions as they stand in URLs."""
        key = (state, facts.holder_path, facts.secrecy, facts.grantees, facts.recused)
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = self._work_out(state, facts)
        return found

    def _work_out(self, state: str, facts: ObjectFacts) -> list[str]:
        decide = self._desk.permissions.decide
        process, call = self._process, self._call
        return [
            row.action.value.replace("_", "-")
            for row in process.lifecycle.from_state(state)
            if row.action in process.moves
            and decide(call.actor, process.permission(row.action.value), facts, call.at).allowed
        ]


async def pending_sign_offs(tx: Reader, object_ids: list[UUID]) -> dict[UUID, list[dict[str, Any]]]:
    """Return, for each object, the sign-off it waits for as answers show it."""
    rows = await waiting_on(tx, object_ids)
    if not rows:
        return {}
    signed = await signatures_of(tx, [row["id"] for row in rows])
    found: dict[UUID, list[dict[str, Any]]] = {}
    for row in rows:
        found.setdefault(row["object_id"], []).append(show_sign_off(row, signed.get(row["id"], [])))
    return found


def show_sign_off(row: Row, signed: list[Row]) -> dict[str, Any]:
    """Return a sign-off as answers show it."""
    sign_off = sign_off_of(row, signed)
    states = sign_off.step_states()
    if row["state"] != "waiting":
        states = [state if state == "approved" else row["state"] for state in states]
    return {
        "id": str(row["id"]),
        "object_type": row["object_type"],
        "object_id": str(row["object_id"]),
        "action": row["action"].replace("_", "-"),
        "rule": row["rule"],
        "state": row["state"],
        "version": row["version"],
        "document_sha256": row["document_sha256"].hex(),
        "proposed_at": on_the_wire(row["proposed_at"]),
        "steps": [
            {"level": level, "state": state} for level, state in zip(sign_off.levels, states, strict=True)
        ],
    }
