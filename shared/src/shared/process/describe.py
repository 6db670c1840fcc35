"""Show an object to a caller: its own fields, its clocks, what may be done with it now, and who still has to sign."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from shared.auth.permissions import ObjectFacts
from shared.db import Reader, Transaction
from shared.directory.paths import code_of
from shared.process.around import Around, read_around, show_sign_off
from shared.process.desk import Call, Desk
from shared.process.process import Process, Viewer

__all__ = ["AllowedActions", "describe", "describe_many", "show_sign_off"]


async def describe(
    tx: Transaction, desk: Desk, process: Process[Any], subject: Any, call: Call
) -> dict[str, Any]:
    """Return one object as the caller sees it after a move, ready for JSON."""
    await tx.flush()  # what the move just queued belongs to the picture
    around = await read_around(tx, [subject.id], call)
    return (await describe_many(tx, desk, process, [subject], around, call))[0]


async def describe_many(
    tx: Reader,
    desk: Desk,
    process: Process[Any],
    subjects: Sequence[Any],
    around: Around,
    call: Call,
    *,
    brief: bool = False,
) -> list[dict[str, Any]]:
    """Return several objects as the caller sees them."""
    allowed = AllowedActions(desk, process, call)
    shown = []
    for subject in subjects:
        facts = around.facts(subject)
        waiting = around.waiting.get(subject.id, [])
        viewer = Viewer(call.actor, facts, call.at, call.language, brief)
        fields = await process.view(tx, desk, subject, viewer)
        shown.append(
            {
                "id": facts.id,
                "number": subject.number,
                "state": subject.state,
                "version": subject.version,
                "holder": code_of(subject.holder_path),
                "secrecy": subject.secrecy,
                "clocks": around.clocks.get(subject.id, []),
                "allowed_actions": [] if waiting else allowed.of(subject.state, facts),
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
