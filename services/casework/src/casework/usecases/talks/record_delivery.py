"""T-6: the letter has reached the subject; from that day he has fifteen working days."""

from datetime import date
from typing import Annotated

from pydantic import Field

from casework.domain.talk_inquiry import TalkInquiry
from casework.usecases.cases.days import not_in_future
from casework.usecases.writing import write
from shared.clocks import store as clocks
from shared.http.models import Line
from shared.process.bodies import Command
from shared.process.process import Changes, Step


class RecordDelivery(Command):
    """登记送达 · when and how the letter was received."""

    received_on: Annotated[date, Field(description="签收日期 · day of receipt")]
    received_by: Annotated[str, Line(0, 200), Field(description="签收人 · who signed for it")] = ""


async def record_delivery(step: Step[TalkInquiry, RecordDelivery]) -> Changes:
    """Count the fifteen working days from the day of receipt.

    Raises: Problem `invalid_input` for a day to come.
    Rule: T-6, DL-10.
    """
    received_on = not_in_future(step.command.received_on, "/received_on", step.today)
    await write(step, "talk_inquiry", "delivery")
    await clocks.cancel(step.tx, step.subject.id, at=step.at, rules=["DL-10"])
    return Changes(columns={"letter_received_on": received_on}, starts_from={"DL-10": received_on})
