"""B8: an answer the petitioner does not accept goes to the body above, which gives an opinion of its own."""

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from pydantic import Field

from intake.domain.demand import Demand
from intake.domain.demand_lifecycle import DemandAction
from intake.domain.disclosure import Crossing
from intake.domain.review import REVIEWING, may_review
from intake.store.contents import add_extract, add_opinion, answered_by
from intake.store.disclosures import disclose
from intake.usecases.demands.answer_demand import AnswerDemand
from intake.usecases.matters.receiver import COMPETENT_KINDS, receiver
from shared.clocks import store as clocks
from shared.db import Reader
from shared.http.models import Text
from shared.needtoknow.store import end, grant
from shared.process.bodies import Code, Command
from shared.process.process import Changes, Step

WINDOWS = {
    DemandAction.RATE: "P-B7",
    DemandAction.REQUEST_REVIEW: "DL-36w",
    DemandAction.REQUEST_FINAL_REVIEW: "DL-37w",
}
REVIEWS = ["DL-36", "DL-37"]


class AssignReview(Command):
    """交复查、复核 · the body above the one that answered, and what it gets to read."""

    to: Code
    extract: Annotated[
        str, Text(2, 5000), Field(description="摘编，不含反映人信息 · extract without the reporter")
    ]

    @property
    def leaving(self) -> str:
        return self.extract


class AnswerReview(AnswerDemand):
    """复查、复核意见 · the reviewing body's own written opinion."""


async def reviewer_is_right(step: Step[Demand, Any]) -> bool:
    """Say whether a body may review what was answered so far."""
    if not isinstance(step.command, AssignReview):
        return True
    body = await receiver(step.tx, step.command.to, None)
    return body.kind in COMPETENT_KINDS and may_review(body.path, await answered_by(step.tx, step.subject.id))


async def is_in_time(step: Step[Demand, Any]) -> bool:
    """Say whether the thirty days to rate an answer, or to ask for a review of it, still run."""
    window = next((rule for action, rule in WINDOWS.items() if action == step.row.action), None)
    return window is None or window in await open_windows(step.tx, step.subject.id, step.at)


async def open_windows(reader: Reader, demand_id: UUID, at: datetime) -> set[str]:
    """Return the rules whose days to ask for something still run."""
    found = await clocks.of_object(reader, demand_id)
    return {one.rule for one in found if one.is_window and one.is_open and at < one.ends_at}


async def assign_review(step: Step[Demand, AssignReview]) -> Changes:
    """Let the reviewing body, and no other, read the extract; the time to answer is charged to it.

    Rule: B8, DL-36, DL-37, PET Art 35-36.
    """
    demand, command = step.subject, step.command
    body = await receiver(step.tx, command.to, COMPETENT_KINDS)
    await end(step.tx, demand.id, by=step.actor.id, at=step.at, capacity=REVIEWING)
    grant(step.tx, demand.id, body.path, REVIEWING, by=step.actor.id, since=step.at)
    add_extract(step.tx, step.desk.seals, demand.id, body.path, command.extract, step.actor.id, step.at)
    disclose(step, "demand", Crossing.FORWARD, body.path)
    await clocks.hand_over(step.tx, demand.id, body.path, at=step.at, rules=REVIEWS)
    return Changes(event={"to": body.path})


async def answer_review(step: Step[Demand, AnswerReview]) -> Changes:
    """Deliver the reviewing body's opinion, which now is the answer.

    Rule: B8, PET Art 35-36.
    """
    command = step.command
    final = step.subject.had_final_review
    remedy = (
        "这是复核意见，同一事实和理由不再受理。"
        if final
        else "如对复查意见不服，可自收到之日起30日内申请复核。"
    )
    fields = {
        "text": command.text,
        "facts": command.facts,
        "legal_basis": command.legal_basis,
        "remedy": command.remedy or remedy,
    }
    add_opinion(
        step.tx, step.desk.seals, step.subject.id, view=command.view, fields=fields, by_path=step.actor.organisation,
        on=step.today, at=step.at,
    )  # fmt: skip
    columns = {"answered_on": step.today, "view": command.view, "satisfaction": None}
    return Changes(columns=columns, event={"view": command.view})
