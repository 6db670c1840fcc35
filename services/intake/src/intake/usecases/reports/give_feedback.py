"""A15: the named reporter is told how the matter ended, in general terms."""

from typing import Annotated, Literal

from pydantic import Field

from intake.domain.report import Report
from intake.store.contents import add_message
from intake.store.papers import add_paper
from intake.usecases.reports.bring_evidence import DECIDE, is_being_decided
from shared.http.models import Text
from shared.process.bodies import Command
from shared.process.process import Changes, Step

Reaction = Literal["accepts", "objects", "no_reaction"]


class GiveFeedback(Command):
    """反馈 · what the reporter reads; the opinion when left out."""

    text: Annotated[str, Text(2, 5000), Field(description="反馈内容 · what the reporter reads")] | None = None
    way: Literal["receipt", "phone", "meeting", "letter"] = "receipt"
    reaction: Annotated[Reaction | None, Field(description="举报人态度 · how the reporter took it")] = None
    new_evidence: Annotated[bool, Field(description="提供了新的证据 · the reporter brought new evidence")] = (
        False
    )

    @property
    def leaving(self) -> str:
        return self.text or self.opinion


async def give_feedback(step: Step[Report, GiveFeedback]) -> Changes:
    """Put the feedback where the receipt finds it, and the record of it with the report.

    New evidence that the reporter brings on this occasion must be decided on like any other.

    Rule: A15, A16, R-A2, DL-02, 1.9.
    """
    text = step.command.text or step.command.opinion or "您反映的问题已依规依纪依法办结。"
    add_message(step.tx, step.desk.seals, step.subject.id, "office", "feedback", text, step.today)
    record = {"words": text, **step.command.model_dump(include={"way", "reaction", "new_evidence"})}
    add_paper(
        step.tx, step.desk.seals, step.subject.id, "feedback_record", record, by=step.actor.id, at=step.at
    )  # fmt: skip
    brought = step.command.new_evidence
    must_decide = brought and not await is_being_decided(step.tx, step.subject)
    return Changes(
        columns={"new_evidence_on": step.today} if brought else {},
        event={"way": step.command.way, "new_evidence": brought},
        no_clock=frozenset() if must_decide else frozenset({DECIDE}),
        clock_holder=step.subject.office_path or "",
    )
