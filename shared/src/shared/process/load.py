"""Find one object for one caller: what is out of sight does not exist, what is in sight may still be forbidden."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from shared.auth.permissions import ObjectFacts
from shared.auth.secrecy import SecrecyLevel
from shared.db import Reader, Together
from shared.db.which import exactly
from shared.http.problems import Problem
from shared.needtoknow import store as needtoknow
from shared.process.desk import Call, Desk
from shared.process.process import Process
from shared.recusal import store as recusal

_FACTS = Together(needtoknow.select_rights(exactly), recusal.select_recused_officer(exactly))


async def load_subject(tx: Reader, process: Process[Any], object_id: UUID, *, lock: bool) -> Any | None:
    """Return the object, its row locked if asked, or None. Says nothing about rights."""
    statement = sa.select(process.table).where(process.table.c.id == object_id)
    row = await tx.maybe(statement.with_for_update() if lock else statement)
    return None if row is None else process.of(row)


async def load_many(reader: Reader, process: Process[Any], object_ids: Sequence[UUID]) -> list[Any]:
    """Return several objects, by id. Says nothing about rights."""
    table = process.table
    rows = await reader.all(sa.select(table).where(table.c.id.in_(object_ids)).order_by(table.c.id))
    return [process.of(row) for row in rows]


async def facts_of(tx: Reader, subject: Any, call: Call) -> ObjectFacts:
    """Gather what a decision about this object needs, in one statement; of recusals only the caller's."""
    known, recused = await tx.together(_FACTS, object_id=subject.id, officer_id=call.actor.id, at=call.at)
    return ObjectFacts(
        id=str(subject.id),
        holder_path=subject.holder_path,
        secrecy=SecrecyLevel(subject.secrecy),
        grantees=needtoknow.by_object(known).get(subject.id, ()),
        recused=recusal.by_object(recused).get(subject.id, frozenset()),
    )


async def load_for(
    tx: Reader, desk: Desk, process: Process[Any], object_id: UUID, call: Call, permission: str, *, lock: bool
) -> tuple[Any, ObjectFacts]:
    """Return the object and the facts about it, for a caller who holds the permission.

    Raises: Problem `not_found` when the caller must not know of it, `forbidden` when they may see it but not this.
    """
    subject = await load_subject(tx, process, object_id, lock=lock)
    if subject is None:
        raise Problem("not_found")
    facts = await facts_of(tx, subject, call)
    check_allowed(desk, call, permission, facts)
    return subject, facts


def check_allowed(desk: Desk, call: Call, permission: str, facts: ObjectFacts) -> None:
    """Decide about one object for the caller.

    Raises: Problem `not_found` when the caller must not know of it, `forbidden` when they may see it but not this.
    """
    decision = desk.permissions.decide(call.actor, permission, facts, call.at)
    if not decision.visible:
        raise Problem("not_found")
    if not decision.allowed:
        raise Problem("forbidden")
