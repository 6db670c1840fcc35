"""A8, B4: a move that leaders signed as urging or supervision makes the urging itself, at once issued."""

from datetime import date
from typing import Any

from intake.domain.chasing import GRADES, Level, above
from intake.domain.urging_lifecycle import URGING, UrgingAction
from intake.store.urgings import chased_before
from intake.usecases.chasing.draft_urging import DraftUrging, keep, urging_on
from intake.usecases.follow_with import follow_with
from shared.http.problems import Problem
from shared.process.desk import Call
from shared.process.process import Step


async def next_level(step: Step[Any, Any], to: str) -> Level:
    """Return the level of the next urging by such a move: yellow, and red when yellow was not enough.

    Raises: Problem `level_must_rise` after red, where a talk or a formal suggestion follows.
    """
    _, hardest = await chased_before(step.tx, step.subject.id, to)
    if hardest is None or hardest is Level.GREEN:
        return Level.YELLOW
    harder = above(hardest)
    if harder is None:
        raise Problem("level_must_rise")
    return harder


async def urge_signs(step: Step[Any, Any], to: str | None) -> tuple[str, ...]:
    """Return who signs the move: those who sign an urging of the level it comes to."""
    return GRADES[await next_level(step, to)].signs if to else step.row.signs


async def record_urging(
    step: Step[Any, Any], object_type: str, to: str, *, basis: str, letter: str, due_on: date | None = None
) -> None:
    """Make the urging and issue it, under the signatures of the move at hand, whose guard has seen to the letter's words.

    Raises: Problem `level_must_rise`.
    Rule: A8, B4, U-1.
    """
    number, _ = await chased_before(step.tx, step.subject.id, to)
    level = await next_level(step, to)
    body = DraftUrging(level=level, basis=basis, letter=letter, due_on=due_on)  # type: ignore[arg-type]
    urging = urging_on(step.subject, object_type, to, body, round_=number + 1)
    call = Call(actor=step.actor, at=step.at, today=step.today)
    await keep(step.tx, step.desk, urging, letter, actor=step.actor, call=call)
    await follow_with(step, step.desk.processes[URGING.name], urging.id, UrgingAction.ISSUE)
