"""Take a list away as an Excel file: what the list shows, in words instead of codes, marked with who took it and when."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from shared.audit.record import audit
from shared.clocks.deadline_clock import ClockState
from shared.directory.names import Names, OrganisationName, ask
from shared.http.client import Unavailable
from shared.http.paging import PageQuery
from shared.http.problems import Problem
from shared.process.desk import Call, Desk
from shared.process.find import asked, check_values, nearest_due, seen_by, show_rows
from shared.process.listing import Listing
from shared.sheets.columns import Column, Kind
from shared.sheets.listing import Watermark, write_list
from shared.signoff.levels import LEVELS

MOST_ROWS = 5000
WITHOUT_HEAD = 50
"""Beyond so many rows at once, a head of office or a leader has to take the list away. Rule: 1.4(7)."""

_FIRST = (Column("number", "编号", width=24), Column("state", "状态"))
_LAST = (
    Column("holder", "承办单位", kind=Kind.ORGANISATION),
    Column("due_on", "期限", kind=Kind.DAY, width=12),
    Column("is_overdue", "是否超期", kind=Kind.YES_NO, width=10),
)


@dataclass(frozen=True, slots=True)
class Exported:
    """A workbook, and what to call it."""

    content: bytes
    name: str


async def export_objects(desk: Desk, listing: Listing, query: PageQuery, call: Call) -> Exported:
    """Return all the list's rows as one sheet, whatever the page's limit. Audited with the number of rows, and the columns.

    The signature of a head of office (S1) that more than 50 rows ask for is given by taking them oneself: only
    who may sign at some level may export so many. A handler narrows the filters, or asks the head.

    Raises: Problem `forbidden`, `export_too_large`, `export_needs_head`, those of `check_values`.
    Rule: 1.4(7).
    """
    check_values(desk, listing, query)
    process = listing.process
    seen = seen_by(desk, process, call)
    statement = (
        sa.select(process.table)
        .where(seen.condition, *listing.where(query, call))
        .order_by(*listing.sorting.order(query.sort).clauses)
        .limit(MOST_ROWS + 1)
    )
    async with desk.db.transaction(call.actor.scope(call.at)) as tx:
        rows = await tx.all(statement, **seen.values)
        if len(rows) > MOST_ROWS:
            raise Problem("export_too_large", limit=MOST_ROWS)
        check_many(len(rows), call)
        items = await show_rows(tx, desk, process, rows, call)
        columns = (*_FIRST, *listing.columns, *_LAST)
        audit(
            tx, call.actor, call.at, action=process.permission("export"), object_type=process.name,
            request_id=call.request_id, details={
                "query": asked(desk, query), "rows": len(rows), "columns": [column.key for column in columns],
            },
        )  # fmt: skip
        if listing.taken is not None:
            listing.taken(tx, [process.of(row) for row in rows], call)
    names = await _names(desk, columns, items)
    words = [_in_words(desk, listing, columns, item, names) for item in items]
    return await sheet_of(listing.title, columns, words, call)


async def sheet_of(
    title: str, columns: Sequence[Column], rows: Sequence[Mapping[str, Any]], call: Call, name: str = ""
) -> Exported:
    """Return rows as a sheet marked with who took it and when; called by its title and the day, or by `name` and the day."""
    mark = Watermark(call.actor.login or call.actor.id, call.at)
    content = await asyncio.to_thread(write_list, title, columns, rows, mark)
    return Exported(content, f"{name or title}{call.today:%Y%m%d}")


async def with_names(
    desk: Desk, columns: tuple[Column, ...], rows: Sequence[Mapping[str, Any]]
) -> list[dict[str, Any]]:
    """Return rows with names in the place of the codes of organisations."""
    names = await _names(desk, columns, rows)
    keys = [column.key for column in columns if column.kind is Kind.ORGANISATION]
    return [{**row, **{key: _name(row.get(key), names) for key in keys}} for row in rows]


async def _names(desk: Desk, columns: tuple[Column, ...], items: Sequence[Mapping[str, Any]]) -> Names:
    """Ask what the organisations in the list are called; while identity does not answer, they go by their codes."""
    identity = desk.clients.get("identity")
    keys = [column.key for column in columns if column.kind is Kind.ORGANISATION]
    wanted = {OrganisationName(code) for item in items for key in keys for code in _listed(item.get(key))}
    if identity is None or not wanted:
        return {}
    try:
        return await ask(identity, wanted)
    except Unavailable:
        return {}


def check_many(rows: int, call: Call) -> None:
    """Let only a head of office or a leader take many rows away. Raises: Problem `export_needs_head`. Rule: 1.4(7)."""
    if rows > WITHOUT_HEAD and not call.actor.live_grants({level.role for level in LEVELS.values()}, call.at):
        raise Problem("export_needs_head", limit=WITHOUT_HEAD)


def _in_words(
    desk: Desk, listing: Listing, columns: tuple[Column, ...], item: Mapping[str, Any], names: Names
) -> dict[str, Any]:
    """Return an item of the list with labels in the place of codes, and its nearest open deadline or its own date."""
    row = {
        **item,
        "state": listing.process.lifecycle.label(item["state"]),
        "due_on": nearest_due(item) or item.get("due_on"),
        "is_overdue": any(clock["state"] == ClockState.OVERDUE for clock in item["clocks"]),
    }
    for column in columns:
        if column.vocabulary:
            row[column.key] = _label(desk, column.vocabulary, row.get(column.key))
        elif column.kind is Kind.ORGANISATION:
            row[column.key] = _name(row.get(column.key), names)
    return row


def _listed(codes: Any) -> Sequence[str]:
    return codes if isinstance(codes, list | tuple) else [codes] if codes else []


def _name(codes: Any, names: Names) -> list[str]:
    return [names.get(OrganisationName(code), code) for code in _listed(codes)]


def _label(desk: Desk, vocabulary: str, value: Any) -> Any:
    if isinstance(value, list | tuple):
        return [_label(desk, vocabulary, one) for one in value]
    return value if value is None else desk.vocabularies.label(vocabulary, str(value), "zh-CN")
