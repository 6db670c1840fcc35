"""Chapter 8: the inspection office forms the team; whoever served in the organisation within three years stays out."""

from __future__ import annotations

import asyncio
from typing import Annotated, NamedTuple
from uuid import UUID

from pydantic import Field

from rectification.clients.identity import IdentityClient, RecusalFacts
from rectification.domain.evaluation import Evaluation
from rectification.domain.evaluation_lifecycle import EVALUATING, EVALUATION
from rectification.store.organizations import bodies_of
from shared.db import Reader, Scope
from shared.directory.officers import OfficerName, unavailable
from shared.directory.store import find_organisation
from shared.http.client import Rejected, Unavailable
from shared.http.models import Line
from shared.http.problems import Problem
from shared.needtoknow.store import grant
from shared.process.bodies import Command
from shared.process.desk import Call, Desk
from shared.process.load import load_for
from shared.process.process import Changes, Step
from shared.recusal.conflicts import Declared, Involved, Post, conflicts

Login = Annotated[str, Line(1, 100)]


class FormTeam(Command):
    """组建评估组 · who evaluates, and who leads."""

    leader: Annotated[Login, Field(description="组长登录名 · login of the leader", examples=["evaluator1"])]
    evaluators: Annotated[
        list[Login], Field(min_length=1, max_length=15, description="评估人员登录名 · logins of the team")
    ]


class Team(NamedTuple):
    """The team as identity knows it: ids, the leader's first, and how many must stay out."""

    leader: str | None
    members: tuple[str, ...]
    recused: int


async def know_the_team(desk: Desk, evaluation_id: UUID, command: FormTeam, call: Call) -> Team:
    """Ask identity who they are and where they served, before the transaction opens.

    Raises: Problem `not_found`, `forbidden`, `officer_unknown`, `recusal_check_unavailable`.
    Rule: chapter 8, point 4; 1.6.
    """
    process = desk.processes[EVALUATION.name]
    async with desk.db.reader(call.actor.scope(call.at)) as reader:
        evaluation, _ = await load_for(
            reader, desk, process, evaluation_id, call, process.permission("form_team"), lock=False
        )
    officers, facts = await _ask(desk, list(dict.fromkeys([*command.evaluators, command.leader])))
    async with desk.db.reader(Scope("worker")) as reader:
        involved = Involved(organisations=await bodies_of(reader, evaluation.inspected_organization_id))
        declared = [await _declared(reader, one, said) for one, said in zip(officers, facts, strict=True)]
    by_login = {one.login: str(one.id) for one in officers}
    return Team(
        leader=by_login[command.leader] if command.leader in command.evaluators else None,
        members=tuple(by_login[one] for one in dict.fromkeys(command.evaluators)),
        recused=sum(bool(conflicts(one, involved, call.today)) for one in declared),
    )


async def _ask(desk: Desk, logins: list[str]) -> tuple[list[OfficerName], list[RecusalFacts]]:
    identity: IdentityClient = desk.clients["identity"]
    try:
        officers = [one for one in await identity.name(ids=[], logins=logins) if one.state == "active"]
        if set(logins) - {one.login for one in officers}:
            raise Problem("officer_unknown")
        return officers, await asyncio.gather(*(identity.recusal_facts(one.id) for one in officers))
    except (Unavailable, Rejected) as error:
        raise unavailable(error.service) from error


async def _declared(reader: Reader, officer: OfficerName, facts: RecusalFacts) -> Declared:
    posts = [Post(officer.path)]
    for one in facts.former_posts:
        found = await find_organisation(reader, one.organisation) if one.organisation else None
        if found is not None:
            posts.append(Post(found.path, one.to_on))
    return Declared(str(officer.id), posts=tuple(posts))


async def form_team(step: Step[Evaluation, FormTeam]) -> Changes:
    """Let each of the team know of the evaluation, as themselves and not through an office.

    Rule: chapter 8, points 1 and 4.
    """
    team: Team = step.prepared
    for officer in team.members:
        grant(step.tx, step.subject.id, officer, EVALUATING, by=step.actor.id, since=step.at)
    return Changes(columns={"leader": team.leader, "evaluators": list(team.members)})
