"""Resolve an organisation's code, and keep the copy up to date."""

from __future__ import annotations

from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert

from shared.db import Reader, Transaction
from shared.directory.tables import directory
from shared.feed.consume import Event


@dataclass(frozen=True, slots=True)
class Organisation:
    """An organisation as far as routing needs it."""

    code: str
    path: str
    kind: str
    is_open: bool


async def find_organisation(reader: Reader, code: str) -> Organisation | None:
    """Return an open organisation by its code, or None."""
    row = await reader.maybe(sa.select(directory).where(directory.c.code == code, directory.c.is_open))
    return None if row is None else Organisation(row["code"], row["path"], row["kind"], row["is_open"])


async def find_by_kind(reader: Reader, kind: str, *, within: str = "") -> list[Organisation]:
    """Return the open organisations of a kind whose path begins with `within`, ordered by path."""
    statement = (
        sa.select(directory).where(directory.c.kind == kind, directory.c.is_open).order_by(directory.c.path)
    )
    if within:
        statement = statement.where(directory.c.path.startswith(within, autoescape=True))
    rows = await reader.all(statement)
    return [Organisation(row["code"], row["path"], row["kind"], row["is_open"]) for row in rows]


async def apply_organisation_changed(tx: Transaction, event: Event, _: object = None) -> None:
    """Take over what an `organisation.changed` event says."""
    fields = {key: event.data[key] for key in ("code", "path", "kind", "is_open")}
    for key in ("name", "name_en", "place_name", "place_name_en"):
        fields[key] = event.data.get(key, "")  # an earlier identity tells no names, or not of places
    statement = insert(directory).values(**fields)
    await tx.run(statement.on_conflict_do_update(index_elements=["code"], set_=fields))
