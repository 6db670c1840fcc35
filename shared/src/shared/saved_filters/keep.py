"""Keep a filter, list one's own, let one go. What is kept must be what the list itself would take."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any
from urllib.parse import urlencode
from uuid import UUID

import sqlalchemy as sa
from pydantic import Field, ValidationError

from shared.auth.actor import Actor
from shared.db import Reader, Transaction
from shared.db.engine import Row
from shared.http import idempotency
from shared.http.answers import Answer
from shared.http.models import Input, Instant, Line, Output
from shared.http.problems import FieldError, Problem, invalid_input
from shared.http.validation import field_error
from shared.ids import uuid4
from shared.process.desk import Call, Desk
from shared.process.find import seen_by
from shared.process.listing import Listing
from shared.saved_filters.tables import saved_filters

MOST = 50
_PAGE_ONLY = ("cursor", "limit")
Lists = Mapping[str, Listing]


class SaveFilter(Input):
    """保存常用筛选 · a filter to keep, as the parameters of the list."""

    collection: Annotated[
        str, Line(1, 60), Field(description="列表，即网址中的名称 · the list", examples=["clues"])
    ]
    name: Annotated[str, Line(1, 40), Field(description="名称 · what to call it", examples=["本室在办"])]
    filter: Annotated[
        dict[str, Any], Field(description="筛选条件和排序 · parameters", examples=[{"overdue": True}])
    ]


class SavedFilterOut(Output):
    """A filter that was kept, and the address that uses it."""

    id: UUID
    collection: str
    name: str
    filter: dict[str, Any]
    href: Annotated[str, Field(examples=["/v1/clues?overdue=true"])]
    created_at: Instant


class SavedFiltersOut(Output):
    """The caller's filters, in the order of their names."""

    items: list[SavedFilterOut]


async def save_filter(desk: Desk, lists: Lists, body: SaveFilter, call: Call) -> Answer:
    """Keep a filter for the caller alone.

    Raises: Problem `invalid_input`, `forbidden` for a list the caller may not read, `saved_filter_exists`,
    `saved_filters_full`.
    """
    kept = _checked(desk, lists, body, call)
    key = idempotency.key_of(call, body)
    async with desk.db.transaction(call.actor.scope(call.at)) as tx:
        if replay := await idempotency.claim(tx, key, call.at):
            return replay
        await _make_room(tx, call.actor, body)
        row = await tx.one(
            sa.insert(saved_filters)
            .values(
                id=uuid4(), owner=call.actor.id, collection=body.collection, name=body.name, filter=kept,
                created_at=call.at,
            )
            .returning(*saved_filters.c)
        )  # fmt: skip
        answer = Answer(201, _show(row))
        idempotency.keep(tx, key, answer, call.at)
    return answer


async def list_filters(desk: Desk, collection: str | None, call: Call) -> Answer:
    """Return the caller's filters, of one list or of all."""
    async with desk.db.reader(call.actor.scope(call.at)) as reader:
        rows = await _own(reader, call.actor)
    items = [_show(row) for row in rows if collection in (None, row["collection"])]
    return Answer(200, SavedFiltersOut(items=items))


async def drop_filter(desk: Desk, filter_id: UUID, call: Call) -> Answer:
    """Let a filter of the caller's own go. Raises: Problem `not_found`."""
    own = sa.and_(saved_filters.c.id == filter_id, saved_filters.c.owner == call.actor.id)
    async with desk.db.transaction(call.actor.scope(call.at)) as tx:
        if not await tx.run(sa.delete(saved_filters).where(own)):
            raise Problem("not_found")
    return Answer(204)


async def _own(reader: Reader, actor: Actor) -> list[Row]:
    order = (saved_filters.c.collection, saved_filters.c.name)
    return await reader.all(
        sa.select(saved_filters).where(saved_filters.c.owner == actor.id).order_by(*order)
    )


async def _make_room(tx: Transaction, actor: Actor, body: SaveFilter) -> None:
    own = await _own(tx, actor)
    if len(own) >= MOST:
        raise Problem("saved_filters_full", limit=MOST)
    if any((row["collection"], row["name"]) == (body.collection, body.name) for row in own):
        raise Problem("saved_filter_exists")


def _checked(desk: Desk, lists: Lists, body: SaveFilter, call: Call) -> dict[str, Any]:
    """Return the filter as the list's own query model reads it."""
    listing = lists.get(body.collection)
    if listing is None:
        raise invalid_input(FieldError("/collection", "body", "name_unknown"))
    seen_by(desk, listing.process, call)
    if odd := [name for name in _PAGE_ONLY if name in body.filter]:
        raise invalid_input(*(FieldError(f"/filter/{name}", "body", "unknown_field") for name in odd))
    try:
        query = listing.query.model_validate(body.filter)
    except ValidationError as invalid:
        found = [field_error({**one, "loc": ("body", "filter", *one["loc"])}) for one in invalid.errors()]
        raise invalid_input(*found) from None
    listing.sorting.order(query.sort)
    kept: dict[str, Any] = query.model_dump(mode="json", exclude_defaults=True)
    return kept


def _show(row: Row) -> SavedFilterOut:
    words = {name: _word(value) for name, value in row["filter"].items()}
    query = urlencode(sorted(words.items()), doseq=True)
    return SavedFilterOut(
        id=row["id"], collection=row["collection"], name=row["name"], filter=row["filter"],
        href=f"/v1/{row['collection']}" + (f"?{query}" if query else ""), created_at=row["created_at"],
    )  # fmt: skip


def _word(value: Any) -> Any:
    return str(value).lower() if isinstance(value, bool) else value
