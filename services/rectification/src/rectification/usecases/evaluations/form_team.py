"""Chapter 8: the inspection office forms the team, and changes it until the draft report goes out.

Whoever served in the organisation within three years stays out, of a changed team too. The marks of who leaves stay on
record and count no more; after the scoring has ended a change opens it again, for the score is made of the team's marks.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Annotated, NamedTuple
from uuid import UUID

from pydantic import Field

from rectification.domain.evaluation import Evaluation
from rectification.domain.evaluation_lifecycle import EVALUATING, EVALUATION, EvaluationAction
from rectification.usecases.evaluations.staying_out import staying_out
from shared.directory.officers import officers_named
from shared.http.models import Line
from shared.http.problems import Problem
from shared.needtoknow.store import keep_to
from shared.process.bodies import Command
from shared.process.desk import Call, Desk
from shared.process.load import load_for
from shared.process.process import Changes, Step

Login = Annotated[str, Line(1, 100)]


class FormTeam(Command):
    """组建或调整评估组 · who evaluates from now on, and who leads."""

    leader: Annotated[Login, Field(description="组长登录名 · login of the leader", examples=["evaluator1"])]
    evaluators: Annotated[
        list[Login], Field(min_length=1, max_length=15, description="评估人员登录名 · logins of the team")
    ]


class Team(NamedTuple):
    """The team as identity knows it: ids, the leader's first, and how many must stay out."""

    leader: str | None
    members: tuple[str, ...]
    recused: int


def team_known_for(action: EvaluationAction) -> Callable[[Desk, UUID, FormTeam, Call], Awaitable[Team]]:
    """Return what asks identity about a team before the transaction of a move opens."""

    async def ask(desk: Desk, evaluation_id: UUID, command: FormTeam, call: Call) -> Team:
        return await _know_the_team(desk, evaluation_id, action, command, call)

    return ask


async def _know_the_team(
    desk: Desk, evaluation_id: UUID, action: EvaluationAction, command: FormTeam, call: Call
) -> Team:
    """Ask identity who they are and what they declared, of who stays as well.

    Raises: Problem `not_found`, `forbidden`, `officer_unknown`, `recusal_check_unavailable`.
    Rule: chapter 8, point 4; 1.6.
    """
    process = desk.processes[EVALUATION.name]
    async with desk.db.reader(call.actor.scope(call.at)) as reader:
        permission = process.permission(action)
        evaluation, _ = await load_for(reader, desk, process, evaluation_id, call, permission, lock=False)
    logins = list(dict.fromkeys([*command.evaluators, command.leader]))
    officers, unknown = await officers_named(desk, logins)
    if unknown:
        raise Problem("officer_unknown")
    serving = {one.id: one.path for one in officers}
    recused = await staying_out(desk, evaluation, list(serving), call, serving)
    known = {name: str(one.id) for one in officers for name in (one.login, str(one.id))}
    members = tuple(dict.fromkeys(known[one] for one in command.evaluators))
    leader = known[command.leader]
    return Team(leader if leader in members else None, members, len(recused))


async def form_team(step: Step[Evaluation, FormTeam]) -> Changes:
    """Let exactly the team know of the evaluation, as themselves and not through an office; who leaves knows no more.

    Rule: chapter 8, points 1 and 4.
    """
    team: Team = step.prepared
    await keep_to(step.tx, step.subject.id, team.members, EVALUATING, by=step.actor.id, at=step.at)
    return Changes(columns={"leader": team.leader, "evaluators": list(team.members)})
