"""Read one object or its history. Every reading is audited before it is answered."""

from typing import Annotated, Any
from uuid import UUID

import sqlalchemy as sa
from pydantic import Field

from shared.audit.record import audit
from shared.auth.permissions import ObjectFacts
from shared.http.answers import Answer
from shared.http.fields import on_the_wire
from shared.http.models import Instant, Output
from shared.http.problems import Problem
from shared.lifecycle.tables import history
from shared.process.around import read_with_around
from shared.process.describe import describe_many
from shared.process.desk import Call, Desk
from shared.process.load import check_allowed, load_for
from shared.process.process import Process


class MoverOut(Output):
    """Who made a move."""

    kind: str
    id: str
    organisation: str


class MoveOut(Output):
    """One move of an object; `from` is null for the first."""

    version: int
    rule: str
    action: str
    from_: Annotated[str | None, Field(alias="from")]
    to: str
    by: MoverOut
    sign_off_id: UUID | None
    opinion: str
    at: Instant


class HistoryOut(Output):
    """Every move of an object, oldest first."""

    items: list[MoveOut]


async def show_object(desk: Desk, process: Process[Any], object_id: UUID, call: Call) -> Answer:
    """Return one object as the caller sees it.

    Raises: Problem `not_found`.
    """
    permission = process.permission("read")
    async with desk.db.transaction(call.actor.scope(call.at)) as tx:
        subject, around = await read_with_around(tx, process, object_id, call)
        if subject is None:
            raise Problem("not_found")
        check_allowed(desk, call, permission, around.facts(subject))
        (shown,) = await describe_many(tx, desk, process, [subject], around, call)
        audit(
            tx, call.actor, call.at, action=permission, object_type=process.name, object_id=object_id,
            purpose=call.purpose, request_id=call.request_id,
        )  # fmt: skip
    return Answer(200, shown, etag=subject.version)


async def show_history(desk: Desk, process: Process[Any], object_id: UUID, call: Call) -> Answer:
    """Return the moves of an object, oldest first, with the opinions written at each.

    Where a process gives `read_papers` apart, whoever may not read those reads no opinions either, for they say as
    much, unless `read_opinions` says otherwise. Where it gives `read_history` apart, as for letters whose addressee
    may not read what was said while they were drafted, that is asked for besides.

    Raises: Problem `not_found`, `forbidden`.
    """
    permission, apart = process.permission("read"), process.permission("read_history")
    async with desk.db.transaction(call.actor.scope(call.at)) as tx:
        _, facts = await load_for(tx, desk, process, object_id, call, permission, lock=False)
        if apart in desk.permissions:
            check_allowed(desk, call, apart, facts)
        opens = _opens_opinions(desk, process, facts, call)
        rows = await tx.all(
            sa.select(history).where(history.c.object_id == object_id).order_by(history.c.version)
        )
        audit(
            tx, call.actor, call.at, action=permission, object_type=process.name, object_id=object_id,
            field_group="history", request_id=call.request_id,
        )  # fmt: skip
    items = [
        {
            "version": row["version"],
            "rule": row["rule"],
            "action": row["action"].replace("_", "-"),
            "from": row["from_state"],
            "to": row["to_state"],
            "by": {"kind": row["by_kind"], "id": row["by_id"], "organisation": row["by_organisation"]},
            "sign_off_id": row["sign_off_id"],
            "opinion": desk.seals.open_text(row["opinion"], "history", row["id"], "opinion")
            if row["opinion"] and opens
            else "",
            "at": on_the_wire(row["at"]),
        }
        for row in rows
    ]
    return Answer(200, {"items": items})


def _opens_opinions(desk: Desk, process: Process[Any], facts: ObjectFacts, call: Call) -> bool:
    """Say whether the caller reads what was written at the moves of an object they may read."""
    for action in ("read_opinions", "read_papers"):
        permission = process.permission(action)
        if permission in desk.permissions:
            return desk.permissions.decide(call.actor, permission, facts, call.at).allowed
    return True
