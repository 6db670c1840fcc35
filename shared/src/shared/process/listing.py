"""A list of one kind of object, declared once: what it may be filtered, sorted and searched by, and its columns.

    CLUE_LIST = Listing(
        CLUES, query=ClueQuery, sorting=CLUE_SORTING,
        conditions={"source": any_of(clues.c.source), "received_from": from_day(clues.c.received_on)},
        columns=(Column("source", "来源", vocabulary="clue_source"), Column("received_on", "收到日期", kind=Kind.DAY)),
    )

From it come the list, its count, the search and the Excel file, all over what the caller may read and nothing else.
A parameter without a condition, or a condition without a parameter, is found when the module is imported.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property, lru_cache
from typing import Annotated, Any, TypeVar

import sqlalchemy as sa
from pydantic import Field

from shared.audit.record import audit
from shared.auth.predicate import Protected, Visible, visible
from shared.clocks.deadline_clock import OPEN
from shared.clocks.store import due_by, overdue
from shared.db import Reader
from shared.db.compiler import Fixed, Statement
from shared.db.engine import Row
from shared.http.answers import Answer
from shared.http.fields import Day
from shared.http.filters import Condition, any_of, check_names, equals, is_true
from shared.http.paging import Order, Page, PageBody, PageQuery, Sorting
from shared.http.problems import Problem
from shared.process.around import read_around
from shared.process.describe import describe_many, describe_rows
from shared.process.desk import Call, Desk
from shared.process.process import Process
from shared.sheets.columns import Column

T = TypeVar("T")
Codes = Annotated[tuple[Annotated[str, Field(max_length=63)], ...], Field(max_length=20)]
"""Several codes; a repeated parameter is "or"."""

LabelsOut = dict[str, dict[str, str]]
"""Field → code → name."""

COUNTED_EXACTLY = 10_000
_OPEN = frozenset(state.value for state in OPEN)
_NO_FILTER = frozenset({*PageQuery.model_fields, "labels"})
Conditions = Sequence[sa.ColumnElement[bool]]


class ListPage(Page[T]):
    """One page of a list; `labels` are there when asked for."""

    labels: Annotated[
        LabelsOut | None, Field(description="labels=true 时为各字段代码的名称 · names of codes")
    ]


class ObjectQuery(PageQuery):
    """What the list of every kind of object is filtered by; each adds its own. Repeat a parameter for "or"."""

    state: Annotated[Codes, Field(description="状态，可重复 · states")] = ()
    number: Annotated[str | None, Field(max_length=100, description="编号 · number")] = None
    overdue: Annotated[bool | None, Field(description="有超期期限 · has an overdue deadline")] = None
    due_to: Annotated[
        Day | None, Field(description="有该日及以前到期的期限 · has a deadline by that day")
    ] = None
    labels: Annotated[bool, Field(description="附代码的名称 · names of the codes on the page")] = False


@dataclass(frozen=True, slots=True)
class ForCaller:
    """A condition that depends on who asks, or when."""

    condition: Callable[[Any, Call], sa.ColumnElement[bool]]


@dataclass(frozen=True, slots=True)
class Search:
    """What is asked for in a body, because it would not be fit for a URL: names, numbers of persons, words of texts.

    `permission` decides which objects are looked through: with `read_text` those whose text the caller may open.
    `conditions` gets desk and call along, for what is sealed is found by keyed terms only.
    """

    body: type[PageBody]
    conditions: Callable[[Desk, Any, Call], Conditions]
    permission: str = "read"


@dataclass(frozen=True)
class Listing:
    """Everything a list needs. Raises: ValueError unless parameters and conditions match exactly."""

    process: Process[Any]
    query: type[PageQuery]
    sorting: Sorting
    conditions: Mapping[str, Condition | ForCaller]
    columns: tuple[Column, ...] = ()
    search: Search | None = None

    def __post_init__(self) -> None:
        """Find what stands on one side only."""
        common = set(ObjectQuery.model_fields) if issubclass(self.query, ObjectQuery) else set()
        check_names(self.query, common - _NO_FILTER | set(self.conditions), besides={"labels"} & common)

    @property
    def collection(self) -> str:
        """The word in the URL."""
        return self.process.collection

    @cached_property
    def title(self) -> str:
        """What the objects are called, in Chinese."""
        return self.process.lifecycle.title[0]

    def where(self, query: PageQuery, call: Call) -> Conditions:
        """Return one condition for each parameter that was given."""
        found = []
        for name, condition in {**self._common(call.at), **self.conditions}.items():
            value = getattr(query, name)
            if value is None or value == ():
                continue
            if isinstance(condition, ForCaller):
                found.append(condition.condition(value, call))
            else:
                found.append(condition(value))
        return found

    def _common(self, at: datetime) -> dict[str, Condition]:
        if not issubclass(self.query, ObjectQuery):
            return {}
        columns = self.process.table.c
        return {
            "state": any_of(columns.state),
            "number": equals(columns.number),
            "overdue": is_true(overdue(columns.id, at)),
            "due_to": lambda day: due_by(columns.id, day),
        }


async def list_objects(desk: Desk, listing: Listing, query: PageQuery, call: Call) -> Answer:
    """Return a page of what the caller may read, with a fixed number of statements.

    Raises: Problem `forbidden` when no rule lets the caller read any; those of cursors.
    """
    window = desk.cursors.window(listing.sorting, query, caller=call.actor.id)
    seen = seen_by(desk, listing.process, call)
    conditions = listing.where(query, call)
    table = listing.process.table
    statement: Statement
    if conditions:
        statement = window.apply(sa.select(table).where(seen.condition, *conditions))
    else:
        statement = _page(
            table, seen.condition, seen.apart, window.order, window.limit, window.after is not None
        )
    async with desk.db.reader(call.actor.scope(call.at)) as reader:
        rows = await reader.all(statement, **seen.values, **window.binds())
        shown = await show_rows(reader, desk, listing.process, rows[: window.limit], call)
    labels = labels_of(desk, listing, shown, call) if getattr(query, "labels", False) else None
    return Answer(200, {"items": shown, "next_cursor": window.next_cursor(rows), "labels": labels})


async def count_objects(desk: Desk, listing: Listing, query: PageQuery, call: Call) -> Answer:
    """Count what the caller may read: exactly up to 10,000, then "at least".

    Raises: Problem `forbidden`.
    """
    seen = seen_by(desk, listing.process, call)
    table = listing.process.table
    some = sa.select(table.c.id).where(seen.condition, *listing.where(query, call))
    some_ids = some.limit(COUNTED_EXACTLY + 1).subquery()
    async with desk.db.reader(call.actor.scope(call.at)) as reader:
        found: int = await reader.scalar(sa.select(sa.func.count()).select_from(some_ids), **seen.values)
    return Answer(200, {"count": min(found, COUNTED_EXACTLY), "at_least": found > COUNTED_EXACTLY})


async def search_objects(desk: Desk, listing: Listing, search: Search, body: PageBody, call: Call) -> Answer:
    """Return a page of what was searched for; the search is audited by a keyed hash of it and the ids it found.

    Raises: Problem `forbidden`, those of cursors.
    Rule: 1.4(7).
    """
    process = listing.process
    window = desk.cursors.window(listing.sorting, body, caller=call.actor.id)
    seen = seen_by(desk, process, call, search.permission)
    statement = window.apply(
        sa.select(process.table).where(seen.condition, *search.conditions(desk, body, call))
    )
    async with desk.db.transaction(call.actor.scope(call.at)) as tx:
        rows = await tx.all(statement, **seen.values)
        page = rows[: window.limit]
        shown = await show_rows(tx, desk, process, page, call)
        audit(
            tx, call.actor, call.at, action=process.permission("search"), object_type=process.name,
            request_id=call.request_id,
            details={"query": asked(desk, body), "found": [str(row["id"]) for row in page]},
        )  # fmt: skip
    return Answer(200, {"items": shown, "next_cursor": window.next_cursor(rows), "labels": None})


def seen_by(desk: Desk, process: Process[Any], call: Call, action: str = "read") -> Visible:
    """Return the one condition of rights for lists, counts, searches and exports. Raises: Problem `forbidden`."""
    permission = process.permission(action)
    if not desk.permissions.holds(call.actor, permission, call.at):
        raise Problem("forbidden")
    return visible(desk.permissions, call.actor, permission, Protected.of(process.table), call.at)


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
