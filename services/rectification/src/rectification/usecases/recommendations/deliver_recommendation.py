"""Chapter 10: the letter gets its number, is served, and opens an item for the addressee to put right."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from pydantic import Field

from rectification.domain.item import Item
from rectification.domain.item_lifecycle import DONE_BY, ITEM
from rectification.domain.organization_lifecycle import INSPECTED, SUPERVISING
from rectification.domain.recommendation import Recommendation
from rectification.domain.recommendation_lifecycle import ADDRESSEE
from rectification.store.papers import PAPERS
from rectification.usecases.creating import begin, fresh, numbered
from rectification.usecases.recommendations.draft_recommendation import origin_of
from rectification.usecases.writing import write
from shared.clocks.deadline_clock import limits
from shared.directory.store import find_by_kind
from shared.http.models import Line
from shared.needtoknow.store import grant
from shared.process.bodies import Command
from shared.process.process import Changes, Process, Step

KEEPER_KIND = "inspection_office"
"""The office that strikes items off; a third body beside the addressee and whoever recommended."""


class DeliverRecommendation(Command):
    """送达 · to whom in person, by what way."""

    received_by: Annotated[str, Line(1, 100), Field(description="签收人 · who took it")]
    way: Annotated[str, Line(0, 100), Field(description="送达方式 · way")] = "直接送达"


async def issue_recommendation(step: Step[Recommendation, Command]) -> Changes:
    """Give the letter its number in the one series of the organ.

    Rule: chapter 10 (unified number), 1.8.
    """
    recommendation = step.subject
    kind = f"{recommendation.kind}_recommendation"
    number = await numbered(step.tx, recommendation.holder_path, kind, step.today.year)
    return Changes(columns={"number": number}, event=origin_of(recommendation))


async def deliver_recommendation(step: Step[Recommendation, DeliverRecommendation]) -> Changes:
    """Let the addressee know; it replies by the date in the letter and puts right what its new item says.

    Rule: chapter 10, DL-31, SR21 Art 205.
    """
    recommendation = step.subject
    await write(step, "recommendation", "receipt")
    grant(
        step.tx, recommendation.id, recommendation.addressee_path, ADDRESSEE, by=step.actor.id, since=step.at
    )
    item = await _open_item(step)
    written = {} if recommendation.reply_by is None else {"DL-31": recommendation.reply_by}
    return Changes(
        columns={"delivered_on": step.today, "item_id": item.id},
        event={**origin_of(recommendation), "item_id": str(item.id)},
        clock_holder=recommendation.addressee_path,
        written=written,
    )


async def _open_item(step: Step[Recommendation, Any]) -> Item:
    recommendation = step.subject
    process: Process[Any] = step.desk.processes[ITEM.name]
    keepers = await find_by_kind(step.tx, KEEPER_KIND)
    holder = keepers[0].path if keepers else recommendation.holder_path
    letter = await PAPERS.newest(step.tx, step.desk.seals, recommendation.id, "letter")
    due_on = await _correction_ends(step)
    item = Item(
        **fresh(process, holder, f"{recommendation.number}-01"),
        organisation_path=recommendation.addressee_path,
        recommendation_id=recommendation.id,
        title=f"落实建议书 {recommendation.number}",
        measures=str(letter.fields["advice"]) if letter else "",
        owner="",
        unit="",
        integration_theme=None,
        due_on=due_on,
        first_due_on=due_on,
    )
    grant(step.tx, item.id, recommendation.addressee_path, INSPECTED, by=step.actor.id, since=step.at)
    grant(step.tx, item.id, recommendation.holder_path, SUPERVISING, by=step.actor.id, since=step.at)
    await begin(
        step.tx, step.desk, process, item, actor=step.actor, today=step.today, rule="10", event="item.opened",
        event_data={"organisation": item.organisation_path, "due_on": item.due_on.isoformat()},
        due={DONE_BY: due_on}, clock_holder=item.organisation_path,
    )  # fmt: skip
    return item


async def _correction_ends(step: Step[Recommendation, Any]) -> date:
    rule = step.desk.deadlines["P-10"]
    calendar = await step.desk.calendar.current(step.tx)
    return limits(step.today, rule.amount, rule.unit, calendar).due.on
