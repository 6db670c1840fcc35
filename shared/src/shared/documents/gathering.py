"""What most documents say of an object beside its own fields: who signed, when a move was made, when an answer is due."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

import msgspec
import sqlalchemy as sa

from shared.clock import ZONE
from shared.clocks.tables import clocks
from shared.db import Reader
from shared.directory.names import OfficerName
from shared.documents.document import Rows
from shared.documents.values import Plain
from shared.lifecycle.tables import history
from shared.process.desk import Desk
from shared.signoff.levels import LEVELS
from shared.signoff.tables import sign_offs, signatures

SIGNATURES = Rows("签批记录", level="签批级别", name="签批人", opinion="签批意见", day="签批日期")
"""What a document that shows signatures offers its template; `signatures_on` fills it."""


async def signatures_on(
    reader: Reader, desk: Desk, object_id: UUID, action: str
) -> list[Mapping[str, Plain]]:
    """Return the approvals that stand under an object's newest proposal of an action, in their order."""
    newest = (
        sa.select(sign_offs.c.id, sign_offs.c.document_sha256)
        .where(sign_offs.c.object_id == object_id, sign_offs.c.action == action)
        .order_by(sign_offs.c.proposed_at.desc())
        .limit(1)
        .subquery()
    )
    rows = await reader.all(
        sa.select(signatures)
        .join(newest, newest.c.id == signatures.c.sign_off_id)
        .where(signatures.c.decision == "approve", signatures.c.document_sha256 == newest.c.document_sha256)
        .order_by(signatures.c.position)
    )
    return [
        {
            "level": LEVELS[row["level"]].zh,
            "name": OfficerName(row["approver"]),
            "opinion": _opened(desk, row) or "同意",
            "day": row["at"].astimezone(ZONE).date(),
        }
        for row in rows
    ]


async def signed_command(reader: Reader, desk: Desk, object_id: UUID, action: str) -> dict[str, Any]:
    """Return the body of an action as leaders last approved it; nothing when they never did."""
    row = await reader.maybe(
        sa.select(sign_offs.c.id, sign_offs.c.document)
        .where(
            sign_offs.c.object_id == object_id, sign_offs.c.action == action, sign_offs.c.state == "approved"
        )
        .order_by(sign_offs.c.proposed_at.desc())
        .limit(1)
    )
    if row is None:
        return {}
    command: dict[str, Any] = msgspec.json.decode(
        desk.seals.open(row["document"], "sign_offs", row["id"], "document")
    )
    return command


async def opinion_at(reader: Reader, desk: Desk, object_id: UUID, action: str) -> str:
    """Return what was written at the last move of an action."""
    row = await reader.maybe(
        sa.select(history.c.id, history.c.opinion)
        .where(history.c.object_id == object_id, history.c.action == action, history.c.opinion.is_not(None))
        .order_by(history.c.version.desc())
        .limit(1)
    )
    return desk.seals.open_text(row["opinion"], "history", row["id"], "opinion") if row else ""


async def moved_on(reader: Reader, object_id: UUID, action: str) -> date | None:
    """Return the day an object last made a move, or None."""
    at = await reader.scalar(
        sa.select(sa.func.max(history.c.at)).where(
            history.c.object_id == object_id, history.c.action == action
        )
    )
    return at.astimezone(ZONE).date() if at else None


async def due_on(reader: Reader, object_id: UUID, rule: str) -> date | None:
    """Return the day an object's newest deadline of a rule is due, or None."""
    due: date | None = await reader.scalar(
        sa.select(clocks.c.due_on)
        .where(clocks.c.object_id == object_id, clocks.c.rule == rule)
        .order_by(clocks.c.trigger_on.desc())
        .limit(1)
    )
    return due


def _opened(desk: Desk, row: Mapping[str, Any]) -> str:
    sealed = row["opinion"]
    return desk.seals.open_text(sealed, "signatures", row["id"], "opinion") if sealed else ""
