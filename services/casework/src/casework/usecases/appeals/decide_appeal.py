"""What was decided is upheld, changed or revoked; it never becomes worse for the person."""

from typing import Annotated, Any

from pydantic import Field

from casework.domain.appeal import COMPLAINTS, COURSES, Appeal, AppealKind, AppealResult
from casework.domain.sanctions import Measures
from casework.store.cases.outcomes import add_outcome, outcomes_of
from casework.usecases.appeals.ending import case_goes_on
from casework.usecases.cases.measures_in import MeasuresIn
from casework.usecases.writing import write
from shared.http.models import Text
from shared.process.bodies import Command
from shared.process.process import Changes, Step


class DecideAppeal(Command):
    """作出复查决定 · the result, its reasons, and what stands instead where something is changed."""

    result: Annotated[AppealResult, Field(description="结果 · result")]
    reasons: Annotated[str, Text(1, 20000), Field(description="理由 · reasons")]
    measures: Annotated[
        MeasuresIn | None, Field(description="变更后的处理，仅变更时填写 · what stands instead")
    ] = None


async def decide_appeal(step: Step[Appeal, DecideAppeal]) -> Changes:
    """Keep the decision; what is changed is the next version of what stands decided.

    Rule: DL-25 to DL-29, SANC Art 56.
    """
    appeal, command = step.subject, step.command
    await write(step, "appeal", "decision")
    if command.result is not AppealResult.UPHELD and appeal.kind not in COMPLAINTS:
        await _change(step)
    await case_goes_on(step)
    return Changes(
        columns={"result": command.result, "decided_on": step.today},
        event={"case_id": str(appeal.case_id), "kind": appeal.kind, "result": command.result},
    )


async def appeal_signs(step: Step[Appeal, Any]) -> tuple[str, ...]:
    """Return who decides this kind of appeal."""
    return COURSES[AppealKind(step.subject.kind)].signs


async def _change(step: Step[Appeal, DecideAppeal]) -> None:
    """A sanction that stays shorter or lighter still counts from the day of the first decision."""
    appeal, given = step.subject, step.command.measures
    before = (await outcomes_of(step.tx, appeal.case_id))[appeal.subject_id]
    measures = given.measures if given else Measures()
    add_outcome(step.tx, before.next(source="appeal", measures=measures), step.at)
