"""Show an object to a caller: its own fields, its clocks, what may be done with it now, and who still has to sign."""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter, itemgetter
from typing import Any
from uuid import UUID

from shared.auth.permissions import ObjectFacts
from shared.db import Reader, Transaction
from shared.db.engine import Row
from shared.directory.paths import code_of
from shared.process.around import Around, read_around, show_sign_off
from shared.process.desk import Call, Desk
from shared.process.process import Process, Viewer

__all__ = ["describe", "describe_many", "describe_rows", "show_sign_off"]


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
    picture = Picture(desk, process, around, call)
    shown = []
    for subject in subjects:
        viewer = Viewer(call.actor, around.facts(subject), call.at, call.language, brief)
        shown.append(picture.of(_of_subject(subject), await process.view(tx, desk, subject, viewer)))
    return shown


def describe_rows(
    desk: Desk, process: Process[Any], rows: Sequence[Row], around: Around, call: Call
) -> list[dict[str, Any]]:
    """Return the rows of a list as the caller sees them, for a process that says how they are listed."""
    if process.listed is None:
        raise TypeError(f"{process.name} does not say how its rows are listed")
    listed, picture = process.listed, Picture(desk, process, around, call)
    return [picture.of(_of_row(row), listed(row)) for row in rows]


_COMMON = ("id", "number", "state", "version", "holder_path", "secrecy")
_of_subject, _of_row = attrgetter(*_COMMON), itemgetter(*_COMMON)
_NONE: tuple[Any, ...] = ()


class Picture:
    """What answers show of every object, whatever it is; what may be done with equal cases is worked out once."""

    def __init__(self, desk: Desk, process: Process[Any], around: Around, call: Call) -> None:
        self._desk, self._process, self._around, self._call = desk, process, around, call
        self._allowed: dict[tuple[Any, ...], list[str]] = {}
        self._only = {
            action.replace("_", "-"): move.only
            for action, move in process.moves_by_action.items()
            if move.only
        }

    def of(self, common: tuple[Any, ...], fields: dict[str, Any]) -> dict[str, Any]:
        """Return one object as answers show it; `fields` are its own, `allowed_actions` stand as in URLs."""
        identity, number, state, version, holder, secrecy = common
        waiting = self._around.waiting.get(identity, _NONE)
        return {
            "id": identity,
            "number": number,
            "state": state,
            "version": version,
            "holder": code_of(holder),
            "secrecy": secrecy,
            "clocks": self._around.clocks.get(identity, _NONE),
            "allowed_actions": _NONE if waiting else self._actions(identity, state, holder, secrecy, fields),
            "pending_sign_offs": waiting,
            **fields,
        }

    def _actions(
        self, identity: UUID, state: str, holder: str, secrecy: str, fields: dict[str, Any]
    ) -> list[str]:
        around = self._around
        case = (state, holder, secrecy, around.known.get(identity), identity in around.recused)
        found = self._allowed.get(case)
        if found is None:
            facts = around.facts_of(identity, holder, secrecy)
            found = self._allowed[case] = self._work_out(state, facts)
        return [word for word in found if word not in self._only or self._only[word].admits(fields)]

    def _work_out(self, state: str, facts: ObjectFacts) -> list[str]:
        decide = self._desk.permissions.decide
        process, call = self._process, self._call
        return [
            row.action.value.replace("_", "-")
            for row in process.lifecycle.from_state(state)
            if row.action in process.moves
            and not row.by_system
            and decide(call.actor, process.permission(row.action.value), facts, call.at).allowed
        ]
