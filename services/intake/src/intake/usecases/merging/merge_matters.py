"""R-A2: matters that tell the same are handled once, and can be taken apart again.

The one that leads goes its way; a member waits beside it and is answered in words of its own. Each person keeps
receipt, clocks and objection, and never learns that there are others.
"""

from typing import Annotated, Any
from uuid import UUID

from pydantic import Field

from intake.domain.demand_lifecycle import DEMAND, LEADING_DEMANDS
from intake.domain.report import Report
from intake.domain.report_lifecycle import ASSIGNED, HANDLING, LEADING_REPORTS, REPORT
from intake.store.merges import add_merge, count_repeat, end_merge, members_of
from shared.clocks import store as clocks
from shared.http.models import Text
from shared.lifecycle import Refused
from shared.needtoknow.store import end, grant, grantees_of
from shared.process.bodies import Command
from shared.process.keeping_away import pass_on
from shared.process.load import load_subject
from shared.process.process import Changes, Process, Step

Reason = Annotated[str, Text(4, 1000), Field(description="理由 · reason")]


class MergeMatter(Command):
    """合并办理 · the matter that leads, and why they are one."""

    into: Annotated[UUID, Field(description="主件 · the matter that leads")]
    reason: Reason


class UnmergeMatter(Command):
    """撤销合并 · why they are two after all."""

    reason: Reason


def process_of(step: Step[Any, Any]) -> Process[Any]:
    """Return the process of the matter at hand."""
    name = REPORT.name if isinstance(step.subject, Report) else DEMAND.name
    process: Process[Any] = step.desk.processes[name]
    return process


async def merge_facts(step: Step[Any, Any]) -> dict[str, bool]:
    """Gather what the guards of merging look at.

    Raises: Refused `lead_unknown` when the caller's sight holds no such matter.
    """
    facts = {"leads_others": bool(await members_of(step.tx, step.subject.id))}
    if isinstance(step.command, MergeMatter):
        lead = await lead_of(step)
        leading = LEADING_REPORTS if isinstance(step.subject, Report) else LEADING_DEMANDS
        facts["lead_is_open"] = lead.state in leading and lead.id != step.subject.id
    return facts


async def lead_of(step: Step[Any, MergeMatter]) -> Any:
    """Return the matter that is to lead. Raises: Refused `lead_unknown`."""
    lead = await load_subject(step.tx, process_of(step), step.command.into, lock=True)
    if lead is None:
        raise Refused("lead_unknown")
    return lead


async def merge_matter(step: Step[Any, MergeMatter]) -> Changes:
    """Put the matter beside the one that leads; who handles that one reads this one too.

    Whoever keeps away from one of them keeps away from both.

    Rule: R-A2, 1.6, RPT Art 14.
    """
    lead, member, command = await lead_of(step), step.subject, step.command
    process = process_of(step)
    add_merge(
        step.tx,
        step.desk.seals,
        process.name,
        lead.id,
        member.id,
        reason=command.reason,
        by=step.actor.id,
        at=step.at,
    )
    await count_repeat(step.tx, process.table, lead.id, 1)
    if isinstance(member, Report):
        for known in await grantees_of(step.tx, lead.id):
            if known.capacity in (HANDLING, ASSIGNED) and known.is_live(step.at):
                grant(step.tx, member.id, known.grantee, known.capacity, by=step.actor.id, since=step.at)
    await pass_on(step.tx, step.desk, member.id, lead.id, step.at)
    await pass_on(step.tx, step.desk, lead.id, member.id, step.at)
    return Changes(
        columns={"merged_into": lead.id},
        event={"into": str(lead.id)},
        starts_from={"DL-35": member.received_on},
    )


async def unmerge_matter(step: Step[Any, UnmergeMatter]) -> Changes:
    """Let the matter go its own way again; the history of both keeps why.

    Rule: R-A2.
    """
    member = step.subject
    await end_merge(
        step.tx, step.desk.seals, member.id, reason=step.command.reason, by=step.actor.id, at=step.at
    )
    await count_repeat(step.tx, process_of(step).table, member.merged_into, -1)
    for capacity in (HANDLING, ASSIGNED):
        await end(step.tx, member.id, by=step.actor.id, at=step.at, capacity=capacity)
    await clocks.cancel(step.tx, member.id, at=step.at, rules=["DL-35"])
    return Changes(columns={"merged_into": None}, event={"from": str(member.merged_into)})
