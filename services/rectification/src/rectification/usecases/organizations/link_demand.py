"""18.7, D3.2: a demand of the people is linked to the finding it is about, by id alone; intake tells when it is answered."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from pydantic import Field

from rectification.domain.organization import InspectedOrganization
from rectification.store.demands import keep_answer, link
from shared.db import Transaction
from shared.feed.consume import Event
from shared.process.bodies import Command
from shared.process.desk import Desk
from shared.process.process import Changes, Step


class LinkDemand(Command):
    """关联群众诉求 · the demand, by its id in intake, and the finding it is about."""

    demand_id: Annotated[UUID, Field(description="民生诉求在信访服务中的标识 · the demand's id")]
    finding_id: Annotated[UUID, Field(description="反馈问题 · the finding")]


async def link_demand(step: Step[InspectedOrganization, LinkDemand]) -> Changes:
    """Keep the link; nothing of what the demand says comes here. Rule: 18.7, D3.2."""
    command = step.command
    link(step.tx, step.subject.id, command.finding_id, command.demand_id, step.actor.id, step.today)
    return Changes()


async def hear_answer(tx: Transaction, desk: Desk, event: Event) -> None:
    """Note that a demand was answered, be it linked already or later; a second answer changes nothing."""
    await keep_answer(tx, UUID(event.subject), desk.clock.today())
