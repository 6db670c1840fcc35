"""Read one object, its history, or a page of a list. Every reading of one object is audited before it is answered."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Annotated, Any
from uuid import UUID

import sqlalchemy as sa
from pydantic import Field

from shared.audit.record import audit
from shared.auth.predicate import Protected, visible
from shared.db.compiler import Fixed, Statement
from shared.http.answers import Answer
from shared.http.fields import on_the_wire
from shared.http.models import Instant, Output
from shared.http.paging import Order, Window
from shared.http.problems import Problem
from shared.lifecycle.tables import history
from shared.process.around import read_around, read_with_around
from shared.process.describe import describe_many, describe_rows
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

    Raises: Problem `not_found`.
    """
    permission = process.permission("read")
    async with desk.db.transaction(call.actor.scope(call.at)) as tx:
        await load_for(tx, desk, process, object_id, call, permission, lock=False)
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
            if row["opinion"]
            else "",
            "at": on_the_wire(row["at"]),
        }
        for row in rows
    ]
    return Answer(200, {"items": items})


async def list_objects(
    desk: Desk,
    process: Process[Any],
    conditions: Sequence[sa.ColumnElement[bool]],
    window: Window,
    call: Call,
) -> Answer:
    """Return a page of what the caller may read, with a fixed number of statements.

    Raises: Problem `forbidden` when no rule lets the caller read any.
    """
    permission = process.permission("read")
    if not desk.permissions.holds(call.actor, permission, call.at):
        raise Problem("forbidden")
    seen = visible(desk.permissions, call.actor, permission, Protected.of(process.table), call.at)
    statement: Statement
    if conditions:
        statement = window.apply(sa.select(process.table).where(seen.condition, *conditions))
    else:
        statement = _page(
            process.table, seen.condition, seen.apart, window.order, window.limit, window.after is not None
        )
    async with desk.db.reader(call.actor.scope(call.at)) as reader:
        rows = await reader.all(statement, **seen.values, **window.binds())
        page = rows[: window.limit]
        around = await read_around(reader, [row["id"] for row in page], call)
        if process.listed is not None:
            shown = describe_rows(desk, process, page, around, call)
        else:
            subjects = [process.of(row) for row in page]
            shown = await describe_many(reader, desk, process, subjects, around, call, brief=True)
    return Answer(200, {"items": shown, "next_cursor": window.next_cursor(rows)})


@lru_cache(maxsize=1000)
def _page(
    table: sa.FromClause,
    condition: sa.TextClause,
    apart: tuple[sa.TextClause, sa.TextClause] | None,
    order: Order,
    limit: int,
    goes_on: bool,
) -> Fixed:
    """Return the statement of a list without filters: made once for each shape of rights, order and length.

    Where the table has the index for it, an office's own objects are read apart from those it knows of otherwise.
    """
    if apart is None or not _is_indexed(table, order):
        return order.fixed(sa.select(table).where(condition), limit, goes_on=goes_on)
    return order.merged([sa.select(table).where(part) for part in apart], limit, goes_on=goes_on)


def _is_indexed(table: sa.FromClause, order: Order) -> bool:
    """Say whether an index begins with the holder and goes on with the order: `ix_<table>_held`."""
    indexes = table.indexes if isinstance(table, sa.Table) else set()
    wanted = [
        "holder_path",
        *(f"{term.field} DESC" if term.descending else term.field for term in order.terms),
    ]
    return any([str(one) for one in index.expressions] == wanted for index in indexes)


async def count_objects(
    desk: Desk, process: Process[Any], conditions: Sequence[sa.ColumnElement[bool]], call: Call
) -> Answer:
    """Count what the caller may read: exactly up to 10,000, then "at least".

    Raises: Problem `forbidden`.
    """
    permission = process.permission("read")
    if not desk.permissions.holds(call.actor, permission, call.at):
        raise Problem("forbidden")
    seen = visible(desk.permissions, call.actor, permission, Protected.of(process.table), call.at)
    some = sa.select(process.table.c.id).where(seen.condition, *conditions).limit(10_001).subquery()
    async with desk.db.reader(call.actor.scope(call.at)) as reader:
        found: int = await reader.scalar(sa.select(sa.func.count()).select_from(some), **seen.values)
    return Answer(200, {"count": min(found, 10_000), "at_least": found > 10_000})
