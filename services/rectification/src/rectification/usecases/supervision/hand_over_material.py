"""7.1: one of the three bodies hands material to another, who receives it with name and time or refuses it."""

from __future__ import annotations

from typing import Annotated, Any
from uuid import UUID

from pydantic import Field

from rectification.domain.material_handover_lifecycle import MATERIAL_HANDOVER, RECEIVER
from rectification.domain.organization_lifecycle import INSPECTED_ORGANIZATION
from rectification.domain.supervision import MaterialHandover
from rectification.usecases.creating import begin, bring, fresh, numbered, organisation
from rectification.usecases.knowing import body_of
from shared.db import Transaction
from shared.http.answers import Answer
from shared.http.models import Input, Line
from shared.lifecycle import Refused
from shared.needtoknow.store import grant
from shared.process.bodies import Code, Command
from shared.process.desk import Call, Desk
from shared.process.load import load_for
from shared.process.process import Changes, Process, Step


class HandOverMaterial(Input):
    """材料移交 · what goes to which of the three bodies."""

    inspected_organization_id: Annotated[UUID, Field(description="被巡察党组织 · inspected organisation")]
    to: Annotated[Code, Field(description="接收机关代码 · receiving body")]
    materials: Annotated[
        list[Annotated[str, Line(2, 300)]], Field(min_length=1, max_length=100, description="材料清单 · list")
    ]


async def hand_over_material(desk: Desk, body: HandOverMaterial, call: Call) -> Answer:
    """Hand material over with its list; clues never go this way.

    Raises: Problem `not_found`, `forbidden`, `organisation_unknown`, `not_a_reviewing_body`, `handed_to_oneself`.
    Rule: 7.1.
    """
    process: Process[Any] = desk.processes[MATERIAL_HANDOVER.name]

    async def make(tx: Transaction) -> MaterialHandover:
        organization, _ = await load_for(
            tx, desk, desk.processes[INSPECTED_ORGANIZATION.name], body.inspected_organization_id, call,
            "inspected_organization:hand_over_material", lock=False,
        )  # fmt: skip
        receiver, holder = await organisation(tx, body.to), call.actor.organisation
        body_of(organization, receiver.path)
        if receiver.path == holder:
            raise Refused("handed_to_oneself")
        handed = MaterialHandover(
            **fresh(process, holder, await numbered(tx, holder, "handover", call.today.year)),
            inspected_organization_id=organization.id,
            receiver_path=receiver.path,
            materials=tuple(body.materials),
            handed_over_at=call.at,
        )
        grant(tx, handed.id, receiver.path, RECEIVER, by=call.actor.id, since=call.at)
        await begin(tx, desk, process, handed, actor=call.actor, today=call.today, rule="7.1")
        return handed

    return await bring(desk, process, body, call, make)


async def settle_handover(step: Step[MaterialHandover, Command]) -> Changes:
    """Write down who received or refused it, and when. Rule: 7.1."""
    return Changes(columns={"settled_at": step.at, "settled_by": step.actor.id})
