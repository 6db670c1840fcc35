"""F10: the organisation answers renewed feedback by the date in the letter; the office settles it or sends it back."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from rectification.domain.organization import InspectedOrganization
from rectification.domain.organization_lifecycle import INSPECTED_ORGANIZATION
from rectification.domain.supervision import ReFeedback
from rectification.usecases.organizations.review_plan import ReturnWithReasons
from rectification.usecases.writing import write
from shared.http.models import Text
from shared.process.bodies import Command
from shared.process.load import load_subject
from shared.process.process import Changes, Step


class AnswerReFeedback(Command):
    """答复再反馈 · what was done about each item."""

    answer: Annotated[str, Text(5, 20000), Field(description="答复 · the answer")]


async def answer_re_feedback(step: Step[ReFeedback, AnswerReFeedback]) -> Changes:
    """Keep the answer that the principal signed. Rule: F10."""
    await write(step, "re_feedback", "answer")
    return Changes(columns={"answered_on": step.today})


async def return_answer(step: Step[ReFeedback, ReturnWithReasons]) -> Changes:
    """Send the answer back; a fresh period begins. Rule: F10."""
    await write(step, "re_feedback", "return")
    again = step.subject
    process = step.desk.processes[INSPECTED_ORGANIZATION.name]
    found: InspectedOrganization | None = await load_subject(
        step.tx, process, again.inspected_organization_id, lock=False
    )
    holder = found.organisation_path if found else ""
    return Changes(columns={"answered_on": None, "returned": again.returned + 1}, clock_holder=holder)
