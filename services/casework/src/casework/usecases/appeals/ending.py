"""When no appeal against its decision is open any more, a case goes on being carried out."""

from typing import Any

from casework.domain.appeal import COMPLAINTS, Appeal
from casework.domain.case_lifecycle import CASE, CaseAction, CaseState
from casework.store.appeals import against_decision, appeals_of
from shared.http.problems import Problem
from shared.process.bodies import Command
from shared.process.load import load_subject
from shared.process.process import Step
from shared.process.system import make_move


async def case_goes_on(step: Step[Appeal, Any]) -> None:
    """Make the system's move that ends the case's being appealed, unless another appeal is still open.

    Rule: SANC Art 56.
    """
    appeal, process = step.subject, step.desk.processes[CASE.name]
    if appeal.kind in COMPLAINTS:
        return
    case = await load_subject(step.tx, process, appeal.case_id, lock=True)
    if case is None:
        raise Problem("not_found")
    if case.state != CaseState.APPEALED or against_decision(
        await appeals_of(step.tx, case.id), but=appeal.id
    ):
        return
    await make_move(step.tx, step.desk, process, case, CaseAction.END_APPEAL, Command())
