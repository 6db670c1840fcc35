"""Declare relations and former posts: grounds for others to see when an officer must step aside."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

import msgspec

from identity.store.declarations import add_declaration, declared, end_declaration, posts, relations
from identity.store.organisations import maybe_organisation
from identity.usecases.declaration_bodies import (
    DeclarePost,
    DeclareRelation,
    PostOut,
    PostsOut,
    RelationOut,
    RelationsOut,
)
from identity.usecases.sight import is_self, locked_officer_for, officer_for
from shared.audit.record import audit
from shared.db import Transaction
from shared.db.engine import Row
from shared.http import idempotency
from shared.http.answers import Answer
from shared.http.problems import Problem
from shared.ids import uuid7
from shared.process.desk import Call, Desk
from shared.sealing.seals import Seals

_TABLES: dict[str, Any] = {"relation": relations, "former_post": posts}


async def declare_relation(desk: Desk, officer_id: UUID, body: DeclareRelation, call: Call) -> Answer:
    """Add a relation. Raises: Problem `not_found`, `forbidden`, `organisation_unknown`. Rule: 1.6."""
    identity = uuid7()
    details = msgspec.json.encode({"name": body.name, "unit": body.unit, "position": body.position})
    sealed = desk.seals.seal(details, "declared_relations", identity, "details")
    return await _declare(
        desk, "relation", officer_id, body, call, identity, kind=body.kind.value, details=sealed
    )


async def declare_post(desk: Desk, officer_id: UUID, body: DeclarePost, call: Call) -> Answer:
    """Add a former post. Raises: Problem `not_found`, `forbidden`, `organisation_unknown`. Rule: 1.6."""
    return await _declare(
        desk, "former_post", officer_id, body, call, uuid7(),
        unit=body.unit, position=body.position, from_on=body.from_on, to_on=body.to_on,
    )  # fmt: skip


async def _declare(
    desk: Desk, word: str, officer_id: UUID, body: Any, call: Call, identity: UUID, **columns: Any
) -> Answer:
    key = idempotency.key_of(call, body)
    async with desk.db.transaction(call.actor.scope(call.at)) as tx:
        if replay := await idempotency.claim(tx, key, call.at):
            return replay
        await locked_officer_for(tx, desk, officer_id, call, f"{word}:declare", or_self=True)
        organisation_id = await _organisation_id(tx, body.organisation)
        add_declaration(
            tx, _TABLES[word], id=identity, officer_id=officer_id, organisation_id=organisation_id,
            declared_by=call.actor.id, declared_at=call.at, **columns,
        )  # fmt: skip
        _audit(tx, call, f"{word}:declare", officer_id, identity)
        await tx.flush()
        rows = await declared(tx, _TABLES[word], officer_id)
        made = next(row for row in rows if row["id"] == identity)
        answer = Answer(
            201, _show(word, made, desk.seals), location=f"/{desk.service}/v1/officers/{officer_id}"
        )
        idempotency.keep(tx, key, answer, call.at)
    return answer


async def withdraw(desk: Desk, word: str, officer_id: UUID, identity: UUID, call: Call) -> Answer:
    """End a relation or former post; it stays on record. Raises: Problem `not_found`, `forbidden`."""
    async with desk.db.transaction(call.actor.scope(call.at)) as tx:
        await locked_officer_for(tx, desk, officer_id, call, f"{word}:end", or_self=True)
        if await end_declaration(tx, _TABLES[word], officer_id, identity, call.at) is None:
            raise Problem("not_found")
        _audit(tx, call, f"{word}:end", officer_id, identity)
    return Answer(204)


async def list_relations(desk: Desk, officer_id: UUID, call: Call) -> Answer:
    """Return an officer's relations; reading somebody else's is recorded. Raises: Problem `not_found`, `forbidden`."""
    return Answer(200, RelationsOut(items=await _list(desk, "relation", officer_id, call)))


async def list_posts(desk: Desk, officer_id: UUID, call: Call) -> Answer:
    """Return an officer's former posts. Raises: Problem `not_found`, `forbidden`."""
    return Answer(200, PostsOut(items=await _list(desk, "former_post", officer_id, call)))


async def _list(desk: Desk, word: str, officer_id: UUID, call: Call) -> list[Any]:
    async with desk.db.transaction(call.actor.scope(call.at)) as tx:
        await officer_for(tx, desk, officer_id, call, f"{word}:read", or_self=True)
        rows = await declared(tx, _TABLES[word], officer_id)
        if not is_self(call, officer_id):
            _audit(tx, call, f"{word}:read", officer_id, None)
    return [_show(word, row, desk.seals) for row in rows]


def _show(word: str, row: Row, seals: Seals) -> RelationOut | PostOut:
    return show_relation(row, seals) if word == "relation" else show_post(row)


def show_relation(row: Row, seals: Seals) -> RelationOut:
    """Return a relation, opened."""
    details = msgspec.json.decode(seals.open(row["details"], "declared_relations", row["id"], "details"))
    return RelationOut(
        id=row["id"], kind=row["kind"], name=details["name"], unit=details["unit"], position=details["position"],
        organisation=row["organisation_code"], declared_at=row["declared_at"],
    )  # fmt: skip


def show_post(row: Row) -> PostOut:
    """Return a former post."""
    return PostOut(
        id=row["id"], organisation=row["organisation_code"], unit=row["unit"], position=row["position"],
        from_on=row["from_on"], to_on=row["to_on"], declared_at=row["declared_at"],
    )  # fmt: skip


async def _organisation_id(tx: Transaction, code: str | None) -> UUID | None:
    if code is None:
        return None
    organisation = await maybe_organisation(tx, code)
    if organisation is None:
        raise Problem("organisation_unknown")
    return organisation.id


def _audit(tx: Transaction, call: Call, action: str, officer_id: UUID, identity: UUID | None) -> None:
    audit(
        tx, call.actor, call.at, action=action, object_type="officer", object_id=officer_id, rule="1.6",
        request_id=call.request_id, details={"declaration": str(identity)} if identity else {},
    )  # fmt: skip


THREE_YEARS = 3
"""How long a former post is a ground to step aside. Rule: 1.6 (P)."""


def still_counts(to_on: date | None, today: date) -> bool:
    """Say whether a post that ended then is still a ground today."""
    if to_on is None:
        return True
    years = today.year - to_on.year
    return years < THREE_YEARS or (
        years == THREE_YEARS and (today.month, today.day) <= (to_on.month, to_on.day)
    )
