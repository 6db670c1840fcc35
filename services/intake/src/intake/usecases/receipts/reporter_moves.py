"""B7, B8: what the holder of a receipt does with an answer: rate it, object to it, ask for a review."""

from typing import Annotated

from pydantic import Field

from intake.domain.demand import Demand
from intake.store.contents import add_message
from shared.http.models import Text
from shared.process.bodies import Command
from shared.process.process import Changes, Step


class RateAnswer(Command):
    """评价 · satisfaction from 1 to 5."""

    satisfaction: Annotated[int, Field(ge=1, le=5)]
    comment: Annotated[str, Text(0, 1000)] = ""


class ObjectToAnswer(Command):
    """异议 · what is wrong, and new evidence."""

    text: Annotated[str, Text(2, 5000)]


async def rate_demand(step: Step[Demand, RateAnswer]) -> Changes:
    """Keep the grade; the comment is sealed like every word of a reporter.

    Rule: B7.
    """
    if step.command.comment:
        add_message(
            step.tx, step.desk.seals, step.subject.id, "reporter", "rating", step.command.comment, step.today
        )
    return Changes(
        columns={"satisfaction": step.command.satisfaction}, event={"satisfaction": step.command.satisfaction}
    )


async def object_to_answer(step: Step[Demand, ObjectToAnswer]) -> Changes:
    """Send the demand back to the department that answered.

    Rule: B7, B8.
    """
    add_message(
        step.tx, step.desk.seals, step.subject.id, "reporter", "objection", step.command.text, step.today
    )
    return Changes(clock_holder=step.subject.department_path or "")


async def request_review(step: Step[Demand, ObjectToAnswer]) -> Changes:
    """Ask the superior body to look at the answer, once; until it is assigned, the time is the petition office's.

    Rule: B8, DL-36.
    """
    await object_to_answer(step)
    return Changes(columns={"had_review": True})


async def request_final_review(step: Step[Demand, ObjectToAnswer]) -> Changes:
    """Ask for the last look at the answer, once, after the review; the time is charged as with the review.

    Rule: B8, DL-37.
    """
    await object_to_answer(step)
    return Changes(columns={"had_final_review": True})
