"""E4: the team is formed of the lead office's officers and of those whom their home bodies lend."""

from dataclasses import dataclass
from typing import Any

from casework.domain.linkage.linkage_task import LinkageTask
from casework.domain.linkage.linkage_task_lifecycle import LinkageTaskFacts
from casework.domain.linkage.secondment import Secondment, window
from casework.domain.linkage.secondment_lifecycle import SECONDMENT
from casework.domain.linkage.secondment_lifecycle import SecondmentAction as A
from casework.domain.linkage.secondment_lifecycle import SecondmentState as S
from casework.store.linkage.secondments import agreed_for, lock_secondment
from casework.store.linkage.team import TeamMember, add_to_team, remove_from_team, team_of
from casework.usecases.linkage.bodies import Officers
from casework.usecases.linkage.officer_check import blocked_on_record, on_record
from casework.usecases.writing import write
from shared.clock import ZONE
from shared.process.bodies import Command
from shared.process.process import Changes, Step
from shared.process.system import make_move


class FormLinkageTeam(Command):
    """组建专班 · the lead office's own officers; those lent and accepted belong to the team by themselves."""

    members: Officers = []


@dataclass(frozen=True, slots=True)
class Named:
    """The team as it shall be, and what is wrong with it."""

    team: dict[str, TeamMember]
    lent: list[Secondment]
    unknown: int
    not_agreed: int
    conflicted: int


async def named_team(step: Step[LinkageTask, FormLinkageTeam]) -> Named:
    """Work out the team from the command, the agreed secondments, and the checks on record."""
    task = step.subject
    lent = [one for one in await agreed_for(step.tx, task.id) if one.to_on >= step.today]
    found = await on_record(step.tx, task.id, step.command.members)
    own = {one.officer_id: one for one in found.values()}
    of_lent = await on_record(step.tx, task.id, [one.officer_id for one in lent])
    checked = list({one.officer_id: one for one in (*found.values(), *of_lent.values())}.values())
    conflicted = await blocked_on_record(step.tx, task.id, checked, step.at)
    team = {one.officer_id: _lent_member(one, step) for one in lent}
    strangers = 0
    for officer_id, one in own.items():
        if officer_id in team:
            continue
        if one.organisation_path != task.lead_path and not one.organisation_path.startswith(
            f"{task.lead_path}/"
        ):
            strangers += 1
        team[officer_id] = TeamMember(officer_id, one.login, one.organisation_path, step.at)
    unknown = len([name for name in step.command.members if name not in found])
    return Named(team, lent, unknown, strangers, len(conflicted & team.keys()))


async def team_facts(step: Step[LinkageTask, FormLinkageTeam]) -> LinkageTaskFacts:
    """Gather what the guards of the team test."""
    named = await named_team(step)
    return LinkageTaskFacts(
        team_size=len(named.team),
        unknown_officers=named.unknown,
        not_agreed=named.not_agreed,
        conflicted=named.conflicted,
    )


async def form_linkage_team(step: Step[LinkageTask, FormLinkageTeam]) -> Changes:
    """Let those in who are new, each within their days, and those out who are no longer named.

    Rule: E4, 1.6, T54 of the threat list: access begins and ends with the secondment.
    """
    task, named = step.subject, await named_team(step)
    present = {one.officer_id: one for one in await team_of(step.tx, task.id)}
    for officer_id in present.keys() - named.team.keys():
        await remove_from_team(step.tx, task.id, officer_id, by=step.actor.id, at=step.at)
    for officer_id, member in named.team.items():
        if officer_id not in present or not present[officer_id].is_present(step.at):
            await add_to_team(step.tx, task.id, member, by=step.actor.id, at=step.at)
    await _begin_due(step, named.lent)
    await write(step, "linkage_task", "team", {"members": sorted(one.login for one in named.team.values())})
    return Changes(event={"members": len(named.team), "lent": len(named.lent)})


async def _begin_due(step: Step[LinkageTask, Any], lent: list[Secondment]) -> None:
    process = step.desk.processes[SECONDMENT.name]
    for one in lent:
        if one.state == S.ACCEPTED and one.from_on <= step.today:
            locked = await lock_secondment(step.tx, one.id)
            await make_move(step.tx, step.desk, process, locked, A.BEGIN, Command())


def _lent_member(one: Secondment, step: Step[LinkageTask, Any]) -> TeamMember:
    days = window(one.from_on, one.to_on, step.at, ZONE)
    return TeamMember(one.officer_id, one.login, one.officer_path, days.since, days.until)
