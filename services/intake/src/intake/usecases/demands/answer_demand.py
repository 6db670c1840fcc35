"""B6: the department answers with a written opinion, which the petitioner reads by receipt."""

from typing import Annotated, Literal

from pydantic import Field

from intake.domain.demand import Demand
from intake.store.contents import add_opinion
from shared.http.models import Text
from shared.lifecycle import Refused
from shared.process.bodies import Command
from shared.process.process import Changes, Step


class AnswerDemand(Command):
    """答复 · the written opinion: request, facts, view, legal basis, remedy. `opinion` alone is enough."""

    answer: (
        Annotated[str, Text(2, 5000), Field(description="答复内容 · what the petitioner reads")] | None
    ) = None
    facts: Annotated[str, Text(0, 5000), Field(description="查明事实 · facts")] = ""
    view: Literal["supported", "reasonable_without_legal_basis_explained", "not_supported"] = "supported"
    legal_basis: Annotated[str, Text(0, 2000), Field(description="依据 · legal basis")] = ""
    remedy: Annotated[str, Text(0, 2000), Field(description="救济途径 · how to ask for a review")] = ""

    @property
    def leaving(self) -> str:
        return "\n".join((self.answer or self.opinion, self.facts, self.legal_basis, self.remedy))


async def answer_demand(step: Step[Demand, AnswerDemand]) -> Changes:
    """Deliver the written opinion; the windows for rating and for the next review open.

    Raises: Refused `answer_missing`.
    Rule: B6, B8, DL-35, DL-36, DL-37, PET Art 32.
    """
    command = step.command
    text = command.answer or command.opinion
    if not text:
        raise Refused("answer_missing")
    fields = {
        "text": text,
        "facts": command.facts,
        "legal_basis": command.legal_basis,
        "remedy": command.remedy or "如对处理意见不服，可自收到之日起30日内申请复查。",
    }
    by_path = step.subject.department_path or step.actor.organisation
    add_opinion(
        step.tx, step.desk.seals, step.subject.id, view=command.view, fields=fields, by_path=by_path, on=step.today,
        at=step.at,
    )  # fmt: skip
    return Changes(
        columns={"answered_on": step.today, "view": command.view},
        event={"view": command.view},
        no_clock=frozenset({"DL-36w" if step.subject.had_review else "DL-37w"}),
    )
