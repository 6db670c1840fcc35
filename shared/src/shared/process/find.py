"""Read what a listing declares: a page, a count, a search. Each has a fixed number of statements."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import Any

import sqlalchemy as sa

from shared.audit.record import audit
from shared.auth.predicate import Protected, Visible, visible
from shared.clocks.deadline_clock import OPEN
from shared.db import Reader
from shared.db.compiler import Fixed, Statement
from shared.db.engine import Row
from shared.http.answers import Answer
from shared.http.paging import Order, PageBody, PageQuery, Window
from shared.http.problems import FieldError, Problem, invalid_input
from shared.process.around import read_around
from shared.process.describe import describe_many, describe_rows
from shared.process.desk import Call, Desk
from shared.process.listing import Conditions, LabelsOut, Listing, Search
from shared.process.process import Process

COUNTED_EXACTLY = 10_000
_ANEW = sa.text("SET LOCAL plan_cache_mode = force_custom_plan")
"""A count takes longer than planning it for whoever asks, and far longer by a plan that was made for nobody."""
MOST_ROUNDS = 10
"""How many pages of candidates a search opens before it answers with what it has, and a cursor to go on."""
_OPEN = frozenset(state.value for state in OPEN)


async def list_objects(desk: Desk, listing: Listing, query: PageQuery, call: Call) -> Answer:
    """Return a page of what the caller may read, with a fixed number of statements.

    Raises: Problem `forbidden` when no rule lets the caller read any, those of `check_values` and of cursors.
    """
    check_values(desk, listing, query)
    window = desk.cursors.window(listing.sorting, query, caller=call.actor.id)
    seen = seen_by(desk, listing.process, call, knows_many=await desk.extents.are_many(desk.db, call.actor))
    conditions = listing.where(query, call)
    table = listing.process.table
    statement: Statement
    by_index = not conditions and is_read_by_index(table, seen, window.order)
    if not conditions:
        statement = page_of(table, seen, window.order, window.limit, goes_on=window.after is not None)
    elif seen.apart and is_read_by_index(table, seen, window.order):
        statement = window.apply_to([sa.select(table).where(part, *conditions) for part in seen.apart])
    else:
        statement = window.apply(sa.select(table).where(seen.condition, *conditions))
    async with desk.db.reader(call.actor.scope(call.at), by_index=by_index) as reader:
        rows = await reader.all(statement, **seen.values, **window.binds())
        shown = await show_rows(reader, desk, listing.process, rows[: window.limit], call)
    labels = labels_of(desk, listing, shown, call) if getattr(query, "labels", False) else None
    return Answer(200, {"items": shown, "next_cursor": window.next_cursor(rows), "labels": labels})


async def count_objects(desk: Desk, listing: Listing, query: PageQuery, call: Call) -> Answer:
    """Count what the caller may read: exactly up to 10,000, then "at least".

    Raises: Problem `forbidden`, those of `check_values`.
    """
    check_values(desk, listing, query)
    seen = seen_by(desk, listing.process, call, knows_many=await desk.extents.are_many(desk.db, call.actor))
    table = listing.process.table
    conditions = listing.where(query, call)
    parts = [_some(table, part, conditions) for part in seen.apart or (seen.condition,)]
    async with desk.db.reader(call.actor.scope(call.at)) as reader:
        await reader.all(_ANEW)
        found: int = await reader.scalar(sa.select(sum(parts, sa.literal_column("0"))), **seen.values)
    return Answer(200, {"count": min(found, COUNTED_EXACTLY), "at_least": found > COUNTED_EXACTLY})


def _some(table: sa.FromClause, part: sa.TextClause, conditions: Conditions) -> sa.ScalarSelect[Any]:
    some = sa.select(table.c.id).where(part, *conditions).limit(COUNTED_EXACTLY + 1).subquery()
    return sa.select(sa.func.count()).select_from(some).scalar_subquery()


async def search_objects(desk: Desk, listing: Listing, search: Search, body: PageBody, call: Call) -> Answer:
    """Return a page of what was searched for; the search is audited by a keyed hash of it and the ids it found.

    Raises: Problem `forbidden`, those of cursors.
    Rule: 1.4(7).
    """
    process = listing.process
    window = desk.cursors.window(listing.sorting, body, caller=call.actor.id)
    seen = seen_by(desk, process, call, search.permission)
    wanted = sa.select(process.table).where(seen.condition, *search.conditions(desk, body, call))
    async with desk.db.transaction(call.actor.scope(call.at)) as tx:
        page, next_cursor = await _fill(tx, desk, search, body, wanted, window, seen.values)
        shown = await show_rows(tx, desk, process, page, call)
        audit(
            tx, call.actor, call.at, action=process.permission("search"), object_type=process.name,
            request_id=call.request_id,
            details={"query": asked(desk, body), "found": [str(row["id"]) for row in page]},
        )  # fmt: skip
    return Answer(200, {"items": shown, "next_cursor": next_cursor, "labels": None})


async def _fill(
    tx: Reader,
    desk: Desk,
    search: Search,
    body: PageBody,
    wanted: sa.Select[Any],
    window: Window,
    values: Mapping[str, Any],
) -> tuple[list[Row], str | None]:
    """Read on until a page is full of what really matches, or nothing is left, or enough was looked through."""
    page: list[Row] = []
    for _ in range(MOST_ROUNDS):
        rows = await tx.all(window.apply(wanted), **values)
        candidates = rows[: window.limit]
        page += await search.keep(tx, desk, candidates, body) if search.keep else candidates
        if len(page) > window.limit or (len(page) == window.limit and len(rows) > window.limit):
            page = page[: window.limit]
            return page, window.sign(window.order.position_of(page[-1]))
        if len(rows) <= window.limit:
            return page, None
        window = replace(window, after=window.order.values_of(candidates[-1]))
    return page, window.sign(window.order.write(window.after or ()))


def check_values(desk: Desk, listing: Listing, query: PageQuery) -> None:
    """Refuse a filter by a state or a code there is not: an empty list would look like an answer.

    Raises: Problem `invalid_input` with every such filter.
    """
    known = {"state": tuple(str(state) for state in listing.process.lifecycle.states)}
    known |= {name: desk.vocabularies[of].codes for name, of in listing.coded.items()}
    wrong = [
        FieldError(f"/{name}/{at}", "query", "enum", {"allowed": list(codes)})
        for name, codes in known.items()
        for at, given in enumerate(getattr(query, name, ()))
        if given not in codes
    ]
    if wrong:
        raise invalid_input(*wrong)


def seen_by(
    desk: Desk, process: Process[Any], call: Call, action: str = "read", *, knows_many: bool = False
) -> Visible:
    """Return the one condition of rights for lists, counts, searches and exports. Raises: Problem `forbidden`."""
    permission = process.permission(action)
    if not desk.permissions.holds(call.actor, permission, call.at):
        raise Problem("forbidden")
    columns = Protected.of(process.table)
    return visible(desk.permissions, call.actor, permission, columns, call.at, knows_many=knows_many)


async def show_rows(
    reader: Reader, desk: Desk, process: Process[Any], rows: Sequence[Row], call: Call
) -> list[dict[str, Any]]:
    """Return rows as a list shows them to the caller."""
    around = await read_around(reader, [row["id"] for row in rows], call)
    if process.listed is not None:
        return describe_rows(desk, process, rows, around, call)
    subjects = [process.of(row) for row in rows]
    return await describe_many(reader, desk, process, subjects, around, call, brief=True)


def nearest_due(item: Mapping[str, Any]) -> date | None:
    """Return the day of the nearest open deadline of an object as lists show it."""
    return min((clock["due_on"] for clock in item["clocks"] if clock["state"] in _OPEN), default=None)


def labels_of(desk: Desk, listing: Listing, items: Sequence[Mapping[str, Any]], call: Call) -> LabelsOut:
    """Return the names of the codes on a page, by field, in the caller's language."""
    lifecycle = listing.process.lifecycle
    labels = {"state": {item["state"]: lifecycle.label(item["state"], call.language) for item in items}}
    for column in listing.columns:
        if column.vocabulary:
            codes = [code for item in items for code in _codes(item[column.key])]
            labels[column.key] = {
                code: desk.vocabularies.label(column.vocabulary, code, call.language) for code in codes
            }
    return labels


def _codes(value: Any) -> list[str]:
    if value is None:
        return []
    return [str(one) for one in value] if isinstance(value, list | tuple) else [str(value)]


def asked(desk: Desk, query: PageQuery | PageBody) -> str:
    """Return what the audit log keeps of a query: equal queries look equal, and nothing can be read from it."""
    text = query.model_dump_json(exclude={"limit", "cursor", "sort", "labels"})
    return desk.seals.provider.mac("asked", text.encode()).value.hex()


def page_of(table: sa.FromClause, seen: Visible, order: Order, limit: int, *, goes_on: bool = False) -> Fixed:
    """Return the statement of a list without filters: made once for each shape of rights, order and length.

    Where the table has the index for it, an office's own objects are read apart from those it knows of otherwise.
    """
    return _page(table, seen.condition, seen.apart, order, limit, goes_on)


@lru_cache(maxsize=1000)
def _page(
    table: sa.FromClause,
    condition: sa.TextClause,
    apart: tuple[sa.TextClause, ...] | None,
    order: Order,
    limit: int,
    goes_on: bool,
) -> Fixed:
    if apart is None or not _is_indexed(table, order):
        return order.fixed(sa.select(table).where(condition), limit, goes_on=goes_on)
    return order.merged([sa.select(table).where(part) for part in apart], limit, goes_on=goes_on)


def is_read_by_index(table: sa.FromClause, seen: Visible, order: Order) -> bool:
    """Say whether a page without filters is made of what one office holds, in order, and of few others."""
    return seen.apart is not None and _is_indexed(table, order)


def _is_indexed(table: sa.FromClause, order: Order) -> bool:
    """Say whether an index begins with the holder and goes on with the order: `ix_<table>_held`."""
    indexes = table.indexes if isinstance(table, sa.Table) else set()
    wanted = [
        "holder_path",
        *(f"{term.field} DESC" if term.descending else term.field for term in order.terms),
    ]
    return any([_said(one) for one in index.expressions] == wanted for index in indexes)


def _said(expression: Any) -> str:
    return expression.name if isinstance(expression, sa.Column) else str(expression)
