"""Chapter 10: a missed date is marked, a new one set, after two the superior organ is asked; or it is withdrawn."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field

from rectification.domain.item_lifecycle import ITEM
from rectification.domain.item_lifecycle import ItemAction as I
from rectification.domain.recommendation import Recommendation
from rectification.domain.recommendation_lifecycle import RECOMMENDATION, SUPERIOR
from rectification.domain.recommendation_lifecycle import RecommendationAction as A
from rectification.store.recommendations import lock_overdue
from rectification.usecases.creating import organisation
from rectification.usecases.recommendations.draft_recommendation import origin_of
from rectification.usecases.writing import write
from shared.feed.consume import WORKER
from shared.http.models import Day, Text
from shared.needtoknow.store import grant
from shared.process.bodies import Code, Command
from shared.process.desk import Desk
from shared.process.load import load_subject
from shared.process.process import Changes, Process, Step
from shared.process.system import make_move

AT_ONCE = 50


class SetNewDate(Command):
    """限期催办 · the new date, and what is urged."""

    reply_by: Annotated[Day | None, Field(description="新的期限 · new date")] = None
    letter: Annotated[str, Text(2, 10000), Field(description="催办内容 · what is urged")]


class EscalateRecommendation(Command):
    """提请上级督促 · to which organ, and why."""

    to: Annotated[Code, Field(description="上级或主管机关代码 · superior or competent organ")]
    letter: Annotated[str, Text(2, 10000), Field(description="督促函 · the letter")]


async def mark_overdue_recommendations(desk: Desk) -> bool:
    """Mark some of those whose date has passed; say whether there may be more.

    Rule: chapter 10, DL-31 before the reply, P-10 during the correction.
    """
    process: Process[Any] = desk.processes[RECOMMENDATION.name]
    async with desk.db.transaction(WORKER) as tx:
        late = [process.of(row) for row in await lock_overdue(tx, desk.clock.now(), AT_ONCE)]
        for recommendation in late:
            await make_move(tx, desk, process, recommendation, A.MARK_OVERDUE, Command())
    return len(late) == AT_ONCE


async def mark_overdue(step: Step[Recommendation, Any]) -> Changes:
    """Count the missed date."""
    missed = step.subject.missed_dates + 1
    return Changes(
        columns={"missed_dates": missed}, event={**origin_of(step.subject), "missed_dates": missed}
    )


async def set_new_date(step: Step[Recommendation, SetNewDate]) -> Changes:
    """Give the addressee a new date, for the reply and from today on for the correction.

    Rule: chapter 10, DL-31, P-10.
    """
    await write(step, "recommendation", "urging_letter")
    reply_by = step.command.reply_by
    return Changes(
        columns={"reply_by": reply_by},
        clock_holder=step.subject.addressee_path,
        written={} if reply_by is None else {"DL-31": reply_by},
    )


async def escalate_recommendation(step: Step[Recommendation, EscalateRecommendation]) -> Changes:
    """Let the superior or competent organ know, so that it sees to it.

    Raises: Refused `organisation_unknown`.
    Rule: chapter 10, SL Art 71.
    """
    superior = await organisation(step.tx, step.command.to)
    grant(step.tx, step.subject.id, superior.path, SUPERIOR, by=step.actor.id, since=step.at)
    await write(step, "recommendation", "escalation_letter")
    return Changes(
        columns={"superior_path": superior.path}, event={**origin_of(step.subject), "to": superior.path}
    )


async def withdraw_recommendation(step: Step[Recommendation, Command]) -> Changes:
    """Take the recommendation back, and cancel the item it opened. Rule: chapter 10."""
    if step.subject.item_id is not None:
        process: Process[Any] = step.desk.processes[ITEM.name]
        item = await load_subject(step.tx, process, step.subject.item_id, lock=True)
        if item is not None and any(row.action == I.CANCEL for row in ITEM.from_state(item.state)):
            await make_move(step.tx, step.desk, process, item, I.CANCEL, Command())
    return Changes(event=origin_of(step.subject))
