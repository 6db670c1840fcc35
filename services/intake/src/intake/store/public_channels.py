"""Published channels, now and before."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from intake.store.tables.publishing import PublicChannelRow
from shared.db import Reader, Transaction
from shared.db.engine import Row
from shared.ids import uuid7

_c = PublicChannelRow.__table__.c


async def declare(tx: Transaction, *, region: str | None, channel: str, at: datetime, **rest: str) -> Row:
    """End what was published for that channel and region, and publish anew; return the new row."""
    same = sa.func.coalesce(_c.region, "") == (region or "")
    await tx.run(
        sa.update(PublicChannelRow).where(_c.channel == channel, same, _c.until.is_(None)).values(until=at)
    )
    row = {"id": uuid7(), "region": region, "channel": channel, "since": at, "until": None, **rest}
    tx.add(PublicChannelRow, **row)
    return row


async def end(tx: Transaction, channel_id: UUID, at: datetime) -> Row | None:
    """End a channel that holds; return its row, or None where there is no such."""
    ending = sa.update(PublicChannelRow).where(_c.id == channel_id, _c.until.is_(None)).values(until=at)
    return await tx.maybe(ending.returning(*_c))


async def channels(reader: Reader, *, region: str | None = None, past: bool = False) -> list[Row]:
    """Return what is published, the whole city first; with `region` the city's and the region's; with `past` all."""
    statement: Any = sa.select(PublicChannelRow.__table__).order_by(
        _c.region.nulls_first(), _c.channel, _c.since, _c.id
    )
    if region is not None:
        statement = statement.where(sa.or_(_c.region.is_(None), _c.region == region))
    return await reader.all(statement if past else statement.where(_c.until.is_(None)))
