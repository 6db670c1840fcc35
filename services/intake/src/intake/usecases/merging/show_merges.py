"""The history of a matter's merges: into what, why, by whom, and how each ended."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from intake.store.merges import merges_around
from shared.audit.record import audit
from shared.http.answers import Answer
from shared.http.models import Instant, Output
from shared.process.desk import Call, Desk
from shared.process.load import load_for
from shared.process.process import Process


class MergeOut(Output):
    """One merge; without an end it still holds."""

    lead_id: UUID
    member_id: UUID
    reason: str
    merged_by: str
    merged_at: Instant
    end_reason: str | None
    ended_by: str | None
    ended_at: Instant | None


class MergesOut(Output):
    """Every merge a matter had a part in, oldest first."""

    items: list[MergeOut]


async def show_merges(desk: Desk, process: Process[Any], object_id: UUID, call: Call) -> Answer:
    """Return the merges of a matter. Raises: Problem `not_found`, `forbidden`."""
    permission = process.permission("read_merges")
    async with desk.db.transaction(call.actor.scope(call.at)) as tx:
        await load_for(tx, desk, process, object_id, call, permission, lock=False)
        items = await merges_around(tx, desk.seals, object_id)
        audit(
            tx, call.actor, call.at, action=permission, object_type=process.name, object_id=object_id,
            field_group="merges", request_id=call.request_id,
        )  # fmt: skip
    return Answer(200, {"items": items})
