"""What lies around objects: who may know of them, who is recused, their deadlines, what waits for a signature.

All of it comes in one round trip, for one object or a page of them; the object itself comes along where asked.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from shared.auth.permissions import NeedToKnow, ObjectFacts
from shared.auth.secrecy import SecrecyLevel
from shared.clocks import store as clocks
from shared.db import Reader, Together
from shared.db.which import Which, among, exactly
from shared.http.fields import on_the_wire
from shared.needtoknow import store as needtoknow
from shared.process.desk import Call
from shared.process.process import Process
from shared.recusal import store as recusal
from shared.signoff import store as signoff


def _parts(which: Which) -> list[sa.Select[Any]]:
    return [
        needtoknow.select_rights(which),
        recusal.select_recused_officer(which),
        clocks.select_shown(which),
        signoff.select_waiting(which),
        signoff.select_signed(which),
    ]


_AROUND_ONE, _AROUND = Together(*_parts(exactly)), Together(*_parts(among))
_LEVELS = {level.value: level for level in SecrecyLevel}
_NOBODY: frozenset[str] = frozenset()
_WAITING = tuple(column.name for column in signoff.FIELDS)
_SIGNED = tuple(column.name for column in signoff.SIGNED_FIELDS)


@dataclass(frozen=True, slots=True)
class Around:
    """What was found around some objects, by their ids; `clocks` and `waiting` as answers show them.

    `recused` names the caller, where recused, and nobody else.
    """

    known: Mapping[UUID, tuple[NeedToKnow, ...]]
    recused: Mapping[UUID, frozenset[str]]
    clocks: Mapping[UUID, list[dict[str, Any]]]
    waiting: Mapping[UUID, list[dict[str, Any]]]

    def facts(self, subject: Any) -> ObjectFacts:
        """Return what decisions about one of the objects need."""
        return self.facts_of(subject.id, subject.holder_path, subject.secrecy)

    def facts_of(self, identity: UUID, holder_path: str, secrecy: str) -> ObjectFacts:
        """Return the same, given what its row says."""
        known, recused = self.known.get(identity, ()), self.recused.get(identity, _NOBODY)
        return ObjectFacts(str(identity), holder_path, _LEVELS[secrecy], known, recused)


async def read_around(reader: Reader, object_ids: Sequence[UUID], call: Call) -> Around:
    """Read what lies around several objects. Says nothing about rights."""
    binds = {"officer_id": call.actor.id, "at": call.at}
    if len(object_ids) == 1:
        parts = await reader.together(_AROUND_ONE, object_id=object_ids[0], **binds)
    else:
        parts = await reader.together(_AROUND, object_ids=list(object_ids), **binds)
    return _around(parts, call.at)


async def read_with_around(
    reader: Reader, process: Process[Any], object_id: UUID, call: Call
) -> tuple[Any | None, Around]:
    """Read one object and what lies around it; None in its place when it is out of sight or does not exist."""
    rows, *parts = await reader.together(
        _with_object(process.table), object_id=object_id, officer_id=call.actor.id, at=call.at
    )
    columns = process.table.c.keys()
    found = process.of(dict(zip(columns, rows[0], strict=True))) if rows else None
    return found, _around(parts, call.at)


@lru_cache(maxsize=100)
def _with_object(table: sa.FromClause) -> Together:
    return Together(sa.select(table).where(exactly(table.c.id)), *_parts(exactly))


def _around(parts: Sequence[list[tuple[Any, ...]]], at: datetime) -> Around:
    known, recused, shown, waiting, signed = parts
    return Around(
        known=needtoknow.by_object(known),
        recused=recusal.by_object(recused),
        clocks=clocks.shown_by_object(shown, at),
        waiting=_waiting(waiting, signed) if waiting else {},
    )


def _waiting(rows: list[tuple[Any, ...]], signed: list[tuple[Any, ...]]) -> dict[UUID, list[dict[str, Any]]]:
    signatures = [dict(zip(_SIGNED, one, strict=True)) for one in signed]
    found: dict[UUID, list[dict[str, Any]]] = {}
    for values in rows:
        row = dict(zip(_WAITING, values, strict=True))
        own = [one for one in signatures if one["sign_off_id"] == row["id"]]
        found.setdefault(row["object_id"], []).append(show_sign_off(row, own))
    return found


def show_sign_off(row: Mapping[str, Any], signed: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Return a sign-off as answers show it."""
    sign_off = signoff.sign_off_of(row, signed)
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
