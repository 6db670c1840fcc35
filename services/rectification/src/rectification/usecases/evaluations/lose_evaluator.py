"""C-9: an evaluator leaves the service, and with it every team whose scoring has not ended.

The right to know ends with the officer (`shared.needtoknow`); the office names somebody else, who is looked at like
anybody. Once the scoring has ended its marks stand, as those of whoever was in the team then.
"""

from __future__ import annotations

from rectification.domain.evaluation import Evaluation
from rectification.domain.evaluation_lifecycle import EVALUATION
from rectification.domain.evaluation_lifecycle import EvaluationAction as A
from rectification.store.evaluations import lock_evaluations_scored_by
from shared.db import Transaction
from shared.feed.consume import Event
from shared.process.bodies import Command
from shared.process.desk import Desk
from shared.process.process import Changes, Step
from shared.process.system import make_move


class Leaver(Command):
    """评估人员离岗退组 · id of the officer who left."""

    officer_id: str


async def leave_teams(tx: Transaction, desk: Desk, event: Event) -> None:
    """Take who left the service off every team that is still to score. Rule: C-9; chapter 8, point 4."""
    for evaluation in await lock_evaluations_scored_by(tx, event.subject):
        leaver = Leaver(officer_id=event.subject)
        await make_move(tx, desk, desk.processes[EVALUATION.name], evaluation, A.LOSE_EVALUATOR, leaver)


async def lose_evaluator(step: Step[Evaluation, Leaver]) -> Changes:
    """Go on without one evaluator; a leader leaves a team that cannot end its scoring before it has another."""
    evaluation, leaver = step.subject, step.command.officer_id
    staying = [one for one in evaluation.evaluators if one != leaver]
    leader = None if evaluation.leader == leaver else evaluation.leader
    return Changes(columns={"leader": leader, "evaluators": staying})
