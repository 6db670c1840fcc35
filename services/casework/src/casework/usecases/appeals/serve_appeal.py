"""The answer to an appeal is served; where a superior may be asked next, the window opens."""

from typing import Annotated

from pydantic import Field

from casework.domain.appeal import COURSES, Appeal, AppealKind
from casework.domain.appeal_lifecycle import OPENED
from casework.usecases.cases.days import not_in_future
from casework.usecases.writing import write
from shared.http.models import Day
from shared.process.bodies import Command
from shared.process.process import Changes, Step


class ServeAppeal(Command):
    """送达 · on which day."""

    served_on: Annotated[Day | None, Field(description="送达日期，默认当日 · day of service")] = None


async def serve_appeal(step: Step[Appeal, ServeAppeal]) -> Changes:
    """Keep the day.

    Raises: Problem `invalid_input` for a day to come.
    Rule: DL-26, DL-28, SL Arts 56 and 69.
    """
    served_on = not_in_future(step.command.served_on, "/served_on", step.today)
    await write(step, "appeal", "service")
    opens = COURSES[AppealKind(step.subject.kind)].opens
    return Changes(
        columns={"served_on": served_on},
        event={"case_id": str(step.subject.case_id), "served_on": served_on.isoformat()},
        starts_from=dict.fromkeys(OPENED, served_on),
        no_clock=frozenset(rule for rule in OPENED if rule != opens),
    )
