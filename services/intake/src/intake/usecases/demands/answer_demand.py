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
    def text(self) -> str:
        """What the petitioner reads."""
        return self.answer or self.opinion

    @property
    def leaving(self) -> str:
        return f"{self.text}\n{self.facts}\n{self.legal_basis}\n{self.remedy}"


async def says_something(step: Step[Demand, AnswerDemand]) -> None:
    """Refuse an opinion without words before the head of the unit is asked to sign it. Raises: Refused `answer_missing`."""
    if not step.command.text:
        raise Refused("answer_missing")


async def answer_demand(step: Step[Demand, AnswerDemand]) -> Changes:
    """Deliver the written opinion; the windows for rating and for the next review open.

    Rule: B6, B8, DL-35, DL-36, DL-37, PET Art 32.
    """
    command = step.command
    fields = {
        "text": command.text,
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
        columns={"answered_on": step.today, "view": command.view, "satisfaction": None},
        event={"view": command.view},
        no_clock=frozenset({"DL-36w" if step.subject.had_review else "DL-37w"}),
    )
