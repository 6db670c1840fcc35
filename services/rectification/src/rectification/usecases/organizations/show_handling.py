"""What organisational handling was advised about an inspected organisation, opened for who may read it."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from rectification.domain.organization_lifecycle import INSPECTED_ORGANIZATION
from rectification.store.handling import advices_of
from shared.audit.record import audit
from shared.http.answers import Answer
from shared.http.models import Output
from shared.process.desk import Call, Desk
from shared.process.load import load_for


class HandlingAdviceOut(Output):
    """One advice; `done` is empty until it was carried out."""

    id: UUID
    ordinal: int
    text: str
    advised_on: date
    carried_out_on: date | None
    done: str


class HandlingAdvicesOut(Output):
    """Every advice about an organisation, in their order."""

    items: list[HandlingAdviceOut]


async def show_handling(desk: Desk, organization_id: UUID, call: Call) -> Answer:
    """Return the advices; reading them is audited.

    Raises: Problem `not_found`, `forbidden`.
    """
    process = desk.processes[INSPECTED_ORGANIZATION.name]
    permission = process.permission("read_handling")
    async with desk.db.transaction(call.actor.scope(call.at)) as tx:
        await load_for(tx, desk, process, organization_id, call, permission, lock=False)
        items = await advices_of(tx, desk.seals, organization_id)
        audit(
            tx, call.actor, call.at, action=permission, object_type=process.name, object_id=organization_id,
            field_group="handling", request_id=call.request_id, details={"rows": len(items)},
        )  # fmt: skip
    return Answer(200, {"items": items})
