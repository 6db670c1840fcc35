"""The replies an organ wrote in place of the shipped ones; every version stays."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import sqlalchemy as sa

from intake.domain.canned_reply import SHIPPED, CannedReply
from intake.store.tables.outcomes import CannedReplyRow
from shared.db import Reader, Transaction
from shared.db.engine import Row
from shared.http.fields import on_the_wire

_row: Any = CannedReplyRow.__table__.c


async def replies_of(reader: Reader, organ: str, object_type: str | None = None) -> list[CannedReply]:
    """Return an organ's replies that are in use, shipped ones where it wrote none."""
    own = {(one.object_type, one.code): one for one in await _newest(reader, organ)}
    shipped = {(one.object_type, one.code): one for one in SHIPPED}
    found = {**shipped, **own}.values()
    return [one for one in found if one.is_active and object_type in (None, one.object_type)]


async def reply_of(reader: Reader, organ: str, object_type: str, code: str) -> CannedReply | None:
    """Return one reply as it is now, in use or not."""
    own = [one for one in await _newest(reader, organ) if (one.object_type, one.code) == (object_type, code)]
    shipped = [one for one in SHIPPED if (one.object_type, one.code) == (object_type, code)]
    return next(iter([*own, *shipped]), None)


def add_version(tx: Transaction, organ: str, reply: CannedReply, *, by: str, at: datetime) -> None:
    tx.add(
        CannedReplyRow, organ_path=organ, object_type=reply.object_type, code=reply.code, version=reply.version,
        state=reply.state, text_zh=reply.text_zh, text_en=reply.text_en, is_active=reply.is_active, made_by=by, at=at,
    )  # fmt: skip


async def versions_of(reader: Reader, organ: str, object_type: str, code: str) -> list[dict[str, Any]]:
    """Return what an organ wrote over time, newest first."""
    rows = await reader.all(
        sa.select(CannedReplyRow.__table__)
        .where(_row.organ_path == organ, _row.object_type == object_type, _row.code == code)
        .order_by(_row.version.desc())
    )
    return [{**shown(_reply(row)), "by": row["made_by"], "at": on_the_wire(row["at"])} for row in rows]


def shown(reply: CannedReply) -> dict[str, Any]:
    """Return a reply as answers show it."""
    return {name: getattr(reply, name) for name in CannedReply.__dataclass_fields__}


async def _newest(reader: Reader, organ: str) -> list[CannedReply]:
    rows = await reader.all(
        sa.select(CannedReplyRow.__table__).where(_row.organ_path == organ).order_by(_row.version)
    )
    newest = {(row["object_type"], row["code"]): row for row in rows}
    return [_reply(row) for row in newest.values()]


def _reply(row: Row) -> CannedReply:
    return CannedReply(*(row[name] for name in CannedReply.__dataclass_fields__))
