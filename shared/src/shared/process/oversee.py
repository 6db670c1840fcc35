"""Who may see one object and why, and who has looked at it: for leaders and security officers, itself recorded."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

import sqlalchemy as sa

from shared.audit.record import audit
from shared.audit.tables import audit_entries
from shared.auth.actor import Actor, RoleGrant
from shared.auth.explain import Explanation, Way, explain
from shared.auth.permissions import NeedToKnow, ObjectFacts
from shared.db import Reader
from shared.directory.paths import code_of
from shared.http.answers import Answer
from shared.http.fields import on_the_wire
from shared.http.models import Instant, Output
from shared.http.paging import PageQuery, Sorting
from shared.process.desk import Call, Desk
from shared.process.load import facts_of, load_for
from shared.process.process import Process
from shared.recusal.tables import recusals

READERS = Sorting({"at": audit_entries.c.at}, default="-at", last=audit_entries.c.id)


class KnownOut(Output):
    """A need-to-know row: of the officer, or of an organisation a role of theirs covers."""

    grantee: str
    capacity: str
    since: Instant
    until: Instant | None


class HeldOut(Output):
    """A role the officer holds."""

    role: str
    organisation: str
    subtree: bool
    until: Instant | None
    delegation: str | None


class WayOut(Output):
    """One rule: who it admits, and how far the officer comes by it."""

    roles: list[str]
    capacities: list[str]
    is_open: bool
    held: list[HeldOut]
    reaching: list[HeldOut]
    known: list[KnownOut]
    lapsed: list[KnownOut]


class PermissionOut(Output):
    """One permission on this object; `refusal` is clearance, recused, out_of_reach or no_rule."""

    permission: str
    is_allowed: bool
    refusal: str | None
    ways: list[WayOut]


class RecusalOut(Output):
    """A recusal of the officer from this object, past ones too."""

    ground: str
    decided_by: str
    since: Instant
    until: Instant | None


class AccessOut(Output):
    """Why an officer has access to an object, or lacks it."""

    officer_id: UUID
    login: str
    organisation: str
    can_see: bool
    clearance: str
    secrecy: str
    is_cleared: bool
    is_recused: bool
    recusals: list[RecusalOut]
    permissions: list[PermissionOut]


class ReaderOut(Output):
    """One look at an object, or at a part of it."""

    at: Instant
    by_kind: str
    by_id: str
    organisation: str | None
    acting: str | None
    action: str
    field_group: str | None
    purpose: str | None
    order_number: str | None


class ReadersOut(Output):
    """A page of looks, newest first."""

    items: list[ReaderOut]
    next_cursor: str | None


class Asked(NamedTuple):
    """The officer asked about, with today's rights; found before the transaction."""

    actor: Actor
    login: str


async def explain_access(
    desk: Desk, process: Process[Any], object_id: UUID, asked: Asked, call: Call
) -> Answer:
    """Say for every permission of the process why an officer has it on this object or lacks it.

    Raises: Problem `not_found`, `forbidden`.
    Rule: 1.4, 1.6.
    """
    permission = process.permission("explain_access")
    officer = asked.actor
    async with desk.db.transaction(call.actor.scope(call.at)) as tx:
        subject, _ = await load_for(tx, desk, process, object_id, call, permission, lock=False)
        facts = await facts_of(tx, subject, replace(call, actor=officer))
        away = await _recusals(tx, object_id, officer.id)
        audit(
            tx, call.actor, call.at, action=permission, object_type=process.name, object_id=object_id,
            request_id=call.request_id, details={"officer": officer.id},
        )  # fmt: skip
    return Answer(200, _shown(desk, process, asked, facts, call.at) | {"recusals": away})


async def list_readers(
    desk: Desk, process: Process[Any], object_id: UUID, query: PageQuery, call: Call
) -> Answer:
    """Return who looked at an object, at its papers or at what explains access to it; moves are its history.

    Raises: Problem `not_found`, `forbidden`, cursor problems.
    Rule: 1.4, 1.8.
    """
    permission = process.permission("read_readers")
    window = desk.cursors.window(READERS, query, caller=call.actor.id)
    moves = [process.permission(action) for action in (*process.lifecycle.actions, "create")]
    looks = sa.and_(
        audit_entries.c.object_id == str(object_id),
        audit_entries.c.action.not_in(moves),
        audit_entries.c.action.not_like("sign_off:%"),
    )
    async with desk.db.transaction(call.actor.scope(call.at)) as tx:
        await load_for(tx, desk, process, object_id, call, permission, lock=False)
        rows = await tx.all(window.apply(sa.select(audit_entries).where(looks)), **window.binds())
        audit(
            tx, call.actor, call.at, action=permission, object_type=process.name, object_id=object_id,
            request_id=call.request_id,
        )  # fmt: skip
    items = [_look(row) for row in rows[: window.limit]]
    return Answer(200, {"items": items, "next_cursor": window.next_cursor(rows)})


def _look(row: Any) -> dict[str, Any]:
    same = ("organisation", "acting", "action", "field_group", "purpose", "order_number")
    at = {"at": on_the_wire(row["at"]), "by_kind": row["actor_kind"], "by_id": row["actor_id"]}
    return at | {name: row[name] for name in same}


async def _recusals(reader: Reader, object_id: UUID, officer_id: str) -> list[dict[str, Any]]:
    rows = await reader.all(
        sa.select(recusals)
        .where(recusals.c.object_id == object_id, recusals.c.officer_id == officer_id)
        .order_by(recusals.c.at)
    )
    return [
        {"ground": row["ground"], "decided_by": row["decided_by"], **_span(row["at"], row["until"])}
        for row in rows
    ]


def _shown(
    desk: Desk, process: Process[Any], asked: Asked, facts: ObjectFacts, at: datetime
) -> dict[str, Any]:
    table, officer = desk.permissions, asked.actor
    wanted = [one for one in table.permissions if one.partition(":")[0] == process.name]
    found = [explain(table, officer, one, facts, at) for one in wanted]
    read = next(one for one in found if one.permission == process.permission("read"))
    return {
        "officer_id": officer.id,
        "login": asked.login,
        "organisation": code_of(officer.organisation),
        "can_see": read.decision.allowed,
        "clearance": officer.clearance.value,
        "secrecy": facts.secrecy.value,
        "is_cleared": read.is_cleared,
        "is_recused": read.is_recused,
        "permissions": [_permission(one) for one in found],
    }


def _permission(explained: Explanation) -> dict[str, Any]:
    decision = explained.decision
    return {
        "permission": explained.permission,
        "is_allowed": decision.allowed,
        "refusal": decision.refusal.value if decision.refusal else None,
        "ways": [_way(way) for way in explained.ways if way.rule.roles],
    }


def _way(way: Way) -> dict[str, Any]:
    return {
        "roles": [role.value for role in way.rule.roles],
        "capacities": list(way.rule.capacities),
        "is_open": way.is_open,
        "held": [_held(one) for one in way.grants],
        "reaching": [_held(one) for one in way.reaching],
        "known": [_known(one) for one in way.known],
        "lapsed": [_known(one) for one in way.lapsed],
    }


def _held(grant: RoleGrant) -> dict[str, Any]:
    return {
        "role": grant.role.value,
        "organisation": code_of(grant.path),
        "subtree": grant.subtree,
        "until": _instant(grant.until),
        "delegation": grant.delegation,
    }


def _known(row: NeedToKnow) -> dict[str, Any]:
    return {"grantee": code_of(row.grantee), "capacity": row.capacity, **_span(row.since, row.until)}


def _span(since: datetime, until: datetime | None) -> dict[str, Any]:
    return {"since": on_the_wire(since), "until": _instant(until)}


def _instant(at: datetime | None) -> Any:
    return None if at is None else on_the_wire(at)
