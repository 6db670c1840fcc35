"""A15: the named reporter is told how the matter ended, in general terms."""

from typing import Annotated, Literal

from pydantic import Field

from intake.domain.report import Report
from intake.store.contents import add_message
from shared.http.models import Text
from shared.process.bodies import Command
from shared.process.process import Changes, Step


class GiveFeedback(Command):
    """反馈 · what the reporter reads; the opinion when left out."""

    text: Annotated[str, Text(2, 5000), Field(description="反馈内容 · what the reporter reads")] | None = None
    way: Literal["receipt", "phone", "meeting", "letter"] = "receipt"

    @property
    def leaving(self) -> str:
        return self.text or self.opinion


async def give_feedback(step: Step[Report, GiveFeedback]) -> Changes:
    """Put the feedback where the receipt finds it.

    Rule: A15, DL-02, 1.9.
    """
    text = step.command.text or step.command.opinion or "您反映的问题已依规依纪依法办结。"
    add_message(step.tx, step.desk.seals, step.subject.id, "office", "feedback", text, step.today)
    return Changes(event={"way": step.command.way})
