"""What waits for a leader's signature, and what somebody proposed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

import sqlalchemy as sa
from pydantic import Field

from shared.auth.actor import Actor
from shared.db import Reader
from shared.db.engine import Row
from shared.http.answers import Answer
from shared.http.models import Output, SignOffOut
from shared.http.paging import PageQuery, Sorting
from shared.process.describe import show_sign_off
from shared.process.desk import Call, Desk
from shared.process.load import load_many
from shared.signoff.levels import LEVELS
from shared.signoff.store import signatures_of
from shared.signoff.tables import sign_offs

SORTING = Sorting({"proposed_at": sign_offs.c.proposed_at}, default="proposed_at", last=sign_offs.c.id)


class SignOffQuery(PageQuery):
    """Filters of the list of sign-offs."""

    state: Annotated[
        Literal["waiting", "approved", "rejected", "returned", "withdrawn"], Field(description="状态 · state")
    ] = "waiting"
    mine: Annotated[bool, Field(description="本人提出的 · proposed by the caller")] = False


class SignOffPage(Output):
    """A page of sign-offs."""

    items: list[SignOffOut]
    next_cursor: str | None


async def list_sign_offs(desk: Desk, query: SignOffQuery, call: Call) -> Answer:
    """Return waiting sign-offs whose next level the caller signs, or those the caller proposed.

    What is about an object that went out of their sight is left out, so that a page may be short.

    Rule: 1.2.
    """
    window = desk.cursors.window(SORTING, query, caller=call.actor.id)
    statement = window.apply(
        sa.select(sign_offs).where(sign_offs.c.state == query.state, _whose(query, call))
    )
    async with desk.db.reader(call.actor.scope(call.at)) as reader:
        rows = await reader.all(statement)
        shown = await _in_sight(reader, desk, rows[: window.limit])
        signed = await signatures_of(reader, [row["id"] for row in shown])
    items = [show_sign_off(row, signed.get(row["id"], [])) for row in shown]
    return Answer(200, {"items": items, "next_cursor": window.next_cursor(rows)})


async def _in_sight(reader: Reader, desk: Desk, rows: Sequence[Row]) -> list[Row]:
    """Return the sign-offs whose objects the caller's context shows, asked once for each kind of object."""
    objects: defaultdict[str, set[UUID]] = defaultdict(set)
    for row in rows:
        objects[row["object_type"]].add(row["object_id"])
    seen: set[UUID] = set()
    for kind, ids in objects.items():
        seen |= {one.id for one in await load_many(reader, desk.processes[kind], list(ids))}
    return [row for row in rows if row["object_id"] in seen]


def _whose(query: SignOffQuery, call: Call) -> sa.ColumnElement[bool]:
    if query.mine:
        return sign_offs.c.proposed_by == call.actor.id
    return _by_others(call, closed=query.state != "waiting")


def waiting_for_caller(call: Call) -> sa.ColumnElement[bool]:
    """Select the sign-offs whose next level the caller signs."""
    return sa.and_(sign_offs.c.state == "waiting", _by_others(call, closed=False))


def _by_others(call: Call, *, closed: bool) -> sa.ColumnElement[bool]:
    places = _signed_by(call.actor, call.at, closed=closed)
    return sa.and_(sa.or_(sa.false(), *places), sign_offs.c.proposed_by != call.actor.id)


def _signed_by(actor: Actor, at: datetime, *, closed: bool) -> list[sa.ColumnElement[bool]]:
    """Return one condition for each grant by which the actor signs; a closed one has no next level."""
    found = []
    path = sign_offs.c.proposer_path
    for level, rule in LEVELS.items():
        for grant in actor.live_grants([rule.role], at):
            if grant.delegation is not None and not rule.can_delegate:
                continue
            turn = sign_offs.c.levels.contains([level]) if closed else sign_offs.c.next_level == level
            prefixes = [path.startswith(prefix, autoescape=True) for prefix in grant.prefixes()]
            found.append(sa.and_(turn, sa.or_(path == grant.path, *prefixes)))
    return found
