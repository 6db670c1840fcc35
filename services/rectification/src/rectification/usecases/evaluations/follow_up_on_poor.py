"""Chapter 8, point 8: what follows from the grade poor by itself, and how each consequence is finished."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Any
from uuid import UUID

from pydantic import Field

from rectification.domain.evaluation import Evaluation, FollowUp
from rectification.domain.follow_up_lifecycle import FOLLOW_UP, FollowUpFacts, FollowUpKind
from rectification.domain.follow_up_lifecycle import FollowUpAction as A
from rectification.domain.organization import InspectedOrganization
from rectification.domain.recommendation import Reminder
from rectification.domain.reminder_lifecycle import REMINDER, ReminderKind, ReminderState
from rectification.store.evaluations import is_looked_back_at, reminder_state
from rectification.store.papers import PAPERS
from rectification.usecases.creating import begin, fresh
from rectification.usecases.knowing import let_know
from rectification.usecases.writing import write
from shared.http.models import Text
from shared.process.bodies import Command
from shared.process.process import Changes, Process, Step

INTERVIEW = "整改成效评估得分{total}分，等次为“较差”。请主要负责人按时接受约谈提醒，并报告整改打算。"
_HELD = frozenset({ReminderState.DELIVERED, ReminderState.ANSWERED, ReminderState.CLOSED})


class SubmitSelfExamination(Command):
    """报送书面检查 · the written self-examination."""

    text: Annotated[str, Text(10, 50000), Field(description="书面检查 · the self-examination")]


async def follow_up_on_poor(
    step: Step[Evaluation, Any], organization: InspectedOrganization, total: Decimal
) -> None:
    """Open the three consequences in the transaction that confirms the grade.

    Rule: chapter 8, point 8.
    """
    process: Process[Any] = step.desk.processes[FOLLOW_UP.name]
    reminder_id = await _interview(step, organization, total)
    for kind in FollowUpKind:
        follow_up = FollowUp(
            **fresh(process, organization.holder_path, f"{step.subject.number}-{kind.value}"),
            evaluation_id=step.subject.id,
            inspected_organization_id=organization.id,
            organisation_path=organization.organisation_path,
            kind=kind.value,
            reminder_id=reminder_id if kind is FollowUpKind.REMINDER_INTERVIEW else None,
        )
        let_know(step, organization, [follow_up.id])
        await begin(
            step.tx, step.desk, process, follow_up, actor=step.actor, today=step.today, rule="8.8",
            event="follow_up.opened", event_data={"kind": kind.value},
        )  # fmt: skip


async def _interview(
    step: Step[Evaluation, Any], organization: InspectedOrganization, total: Decimal
) -> UUID:
    """Draft the reminder interview, so that it is delivered, answered and counted as any other."""
    process: Process[Any] = step.desk.processes[REMINDER.name]
    draft = Reminder(
        **fresh(process, organization.holder_path),
        kind=ReminderKind.REMINDER_INTERVIEW.value,
        addressee_path=organization.organisation_path,
        inspected_organization_id=organization.id,
    )
    await begin(step.tx, step.desk, process, draft, actor=step.actor, today=step.today, rule="8.8")
    await PAPERS.add(
        step.tx, step.desk.seals, (process.name, draft.id), "text", {"text": INTERVIEW.format(total=total)},
        by=step.actor.id, at=step.at,
    )  # fmt: skip
    await step.tx.flush()  # the follow-up refers to it
    return draft.id


async def follow_up_facts(step: Step[FollowUp, Any]) -> FollowUpFacts:
    """Look whether the consequence was carried out: the interview served, the organisation in a look-back round."""
    follow_up = step.subject
    if step.row.action == A.SUBMIT:
        return FollowUpFacts(is_written=follow_up.kind == FollowUpKind.WRITTEN_SELF_EXAMINATION)
    match follow_up.kind:
        case FollowUpKind.REMINDER_INTERVIEW:
            done = await reminder_state(step.tx, follow_up.reminder_id) in _HELD
        case FollowUpKind.LOOK_BACK:
            done = await is_looked_back_at(step.tx, follow_up.inspected_organization_id)
        case _:
            done = False
    return FollowUpFacts(was_done=done)


async def submit_self_examination(step: Step[FollowUp, SubmitSelfExamination]) -> Changes:
    """Keep the written self-examination. Rule: chapter 8, point 8."""
    await write(step, "follow_up", "self_examination")
    return Changes()


async def finish_follow_up(step: Step[FollowUp, Command]) -> Changes:
    """Write the day it was finished. Rule: chapter 8, point 8."""
    return Changes(columns={"done_on": step.today})
