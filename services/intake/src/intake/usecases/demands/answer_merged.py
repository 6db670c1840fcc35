"""R-A2: each person behind merged demands gets a written opinion of their own, once the leading one is answered."""

from typing import Annotated

from pydantic import Field

from intake.domain.demand import Demand
from intake.domain.demand_lifecycle import DEMAND
from intake.store.contents import add_opinion, newest_opinion
from intake.usecases.answering.quoting import must_not_quote
from shared.http.models import Text
from shared.lifecycle import Refused
from shared.process.bodies import Command
from shared.process.load import load_subject
from shared.process.process import Changes, Step


class AnswerMerged(Command):
    """答复合并件 · what this person reads; the department's words when left out."""

    answer: Annotated[str, Text(2, 5000), Field(description="答复内容 · what this person reads")] | None = (
        None
    )

    @property
    def leaving(self) -> str:
        return self.answer or ""


async def lead_has_answer(step: Step[Demand, AnswerMerged]) -> bool:
    """Say whether the demand this one is merged into was answered."""
    lead_id = step.subject.merged_into
    lead = lead_id and await load_subject(step.tx, step.desk.processes[DEMAND.name], lead_id, lock=False)
    return bool(lead and lead.answered_on)


async def answer_merged(step: Step[Demand, AnswerMerged]) -> Changes:
    """Deliver the opinion, the department's view and legal ground with it.

    Raises: Refused `report_is_quoted`.
    Rule: R-A2, B6, PET Art 32.
    """
    lead_id = step.subject.merged_into
    found = await newest_opinion(step.tx, step.desk.seals, lead_id) if lead_id else None
    if found is None:
        raise Refused("lead_not_answered_yet")
    fields = {**found.fields, "text": step.command.answer or found.fields["text"]}
    await must_not_quote(step, "\n".join(fields.values()))
    add_opinion(
        step.tx, step.desk.seals, step.subject.id, view=found.view, fields=fields, by_path=found.by_path,
        on=step.today, at=step.at,
    )  # fmt: skip
    return Changes(columns={"answered_on": step.today, "view": found.view}, event={"view": found.view})
