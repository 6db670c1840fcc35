"""What the guards of a joint task's moves look at."""

from collections.abc import Awaitable, Callable, Mapping
from types import MappingProxyType
from typing import Any

from casework.domain.linkage.linkage_task import LinkageTask
from casework.domain.linkage.linkage_task_lifecycle import LinkageTaskAction as A
from casework.domain.linkage.linkage_task_lifecycle import LinkageTaskFacts
from casework.store.linkage.team import team_of
from casework.usecases.linkage.assess_linkage_task import assessment_facts
from casework.usecases.linkage.change_lead import lead_facts
from casework.usecases.linkage.conclude_linkage_task import conclusion_facts
from casework.usecases.linkage.designate_jurisdiction import jurisdiction_facts
from casework.usecases.linkage.form_linkage_team import team_facts
from casework.usecases.linkage.planning_facts import Plan, coordination_facts, count_clashes, has_days
from shared.process.process import Step


async def _approval_facts(step: Step[LinkageTask, Any]) -> LinkageTaskFacts:
    task = step.subject
    plan = Plan(task.units, task.planned_from, task.planned_to)
    return LinkageTaskFacts(has_days=has_days(task, plan), clashing_units=await count_clashes(step, plan))


async def _beginning_facts(step: Step[LinkageTask, Any]) -> LinkageTaskFacts:
    return LinkageTaskFacts(team_size=len(await team_of(step.tx, step.subject.id)))


_FACTS: Mapping[str, Callable[[Step[LinkageTask, Any]], Awaitable[LinkageTaskFacts]]] = MappingProxyType(
    {
        A.COORDINATE: coordination_facts,
        A.APPROVE: _approval_facts,
        A.FORM_TEAM: team_facts,
        A.CHANGE_TEAM: team_facts,
        A.BEGIN: _beginning_facts,
        A.CHANGE_LEAD: lead_facts,
        A.DESIGNATE_JURISDICTION: jurisdiction_facts,
        A.CONCLUDE: conclusion_facts,
        A.ASSESS: assessment_facts,
    }
)


async def linkage_task_facts(step: Step[LinkageTask, Any]) -> LinkageTaskFacts:
    """Gather them for the move at hand."""
    facts = _FACTS.get(step.row.action)
    return LinkageTaskFacts() if facts is None else await facts(step)
