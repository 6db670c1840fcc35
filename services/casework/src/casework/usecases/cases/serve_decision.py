"""D16: the decision letter is served; from that day the person may ask for re-examination."""

from typing import Annotated

from pydantic import Field

from casework.domain.case import Case
from casework.domain.clue import CaseType
from casework.store.cases.outcomes import outcomes_of
from casework.usecases.cases.days import not_in_future
from casework.usecases.writing import write
from shared.http.models import Day, Line
from shared.process.bodies import Command
from shared.process.process import Changes, Step


class ServeDecision(Command):
    """送达决定 · on which day, and by whom."""

    served_on: Annotated[Day | None, Field(description="送达日期，默认当日 · day of service")] = None
    servers: Annotated[
        list[Annotated[str, Line(1, 100)]], Field(max_length=10, description="送达人 · who served it")
    ] = []
    is_in_archive: Annotated[bool, Field(description="已存入本人档案 · filed in the personal archive")] = True


async def serve_decision(step: Step[Case, ServeDecision]) -> Changes:
    """Keep the proof of service; the windows to ask for a remedy open.

    Raises: Problem `invalid_input` for a day to come.
    Rule: D16, DL-25, DL-29.
    """
    case = step.subject
    served_on = not_in_future(step.command.served_on, "/served_on", step.today)
    await write(step, "case", "service")
    decided = (await outcomes_of(step.tx, case.id)).values()
    opens = {
        "DL-25w": any(one.measures.government_sanctions for one in decided),
        "DL-29w": case.case_type == CaseType.ACCOUNTABILITY,
    }
    return Changes(
        columns={"served_on": served_on},
        event={"served_on": served_on.isoformat()},
        starts_from=dict.fromkeys(opens, served_on),
        no_clock=frozenset(rule for rule, is_open in opens.items() if not is_open),
    )
