"""F10: what was not done is fed back again, with a date in the letter."""

from __future__ import annotations

from typing import Annotated, Any
from uuid import UUID

from pydantic import Field

from rectification.domain.organization import InspectedOrganization
from rectification.domain.re_feedback_lifecycle import RE_FEEDBACK
from rectification.domain.supervision import ReFeedback
from rectification.store.papers import PAPERS
from rectification.usecases.creating import begin, fresh, numbered
from rectification.usecases.knowing import let_know
from shared.clocks import store as clocks
from shared.http.models import Day, Text
from shared.process.bodies import Command
from shared.process.process import Changes, Process, Step


class GiveReFeedback(Command):
    """再反馈、再督导 · the items not done, what is expected, and by when."""

    item_ids: Annotated[
        list[UUID], Field(min_length=1, max_length=200, description="未完成事项 · items not done")
    ]
    text: Annotated[str, Text(5, 20000), Field(description="再反馈意见 · what is fed back")]
    reply_by: Annotated[Day, Field(description="答复期限 · date in the letter")]
    special_check_id: Annotated[UUID | None, Field(description="来自专项检查 · the check it comes from")] = (
        None
    )


async def give_re_feedback(step: Step[InspectedOrganization, GiveReFeedback]) -> Changes:
    """Make the renewed feedback, which the organisation must answer by the date in the letter.

    Rule: F10.
    """
    command, organization = step.command, step.subject
    process: Process[Any] = step.desk.processes[RE_FEEDBACK.name]
    number = await numbered(step.tx, organization.holder_path, "re_feedback", step.today.year)
    again = ReFeedback(
        **fresh(process, organization.holder_path, number),
        inspected_organization_id=organization.id,
        items=tuple(dict.fromkeys(command.item_ids)),
        delivered_on=step.today,
        reply_by=command.reply_by,
        special_check_id=command.special_check_id,
    )
    let_know(step, organization, [again.id])
    await begin(step.tx, step.desk, process, again, actor=step.actor, today=step.today, rule="F10")
    await PAPERS.add(
        step.tx, step.desk.seals, (process.name, again.id), "letter", {"text": command.text}, by=step.actor.id,
        at=step.at,
    )  # fmt: skip
    clocks.start(
        step.tx, step.desk.deadlines["P-F10"], object_type=process.name, object_id=again.id, trigger_on=step.today,
        held_by=organization.organisation_path, calendar=await step.desk.calendar.current(step.tx),
        written_due_on=command.reply_by, started_at=step.at,
    )  # fmt: skip
    return Changes(event={"items": len(again.items), "reply_by": command.reply_by.isoformat()})
