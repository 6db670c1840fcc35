"""What the guards of a joint task's moves look at."""

from typing import Any

from casework.domain.linkage.linkage_task import LinkageTask
from casework.domain.linkage.linkage_task_lifecycle import LinkageTaskAction as A
from casework.domain.linkage.linkage_task_lifecycle import LinkageTaskFacts
from casework.store.linkage.team import team_of
from casework.usecases.linkage.assess_linkage_task import assessment_facts
from casework.usecases.linkage.change_lead import lead_facts
from casework.usecases.linkage.conclude_linkage_task import conclusion_facts
from casework.usecases.linkage.form_linkage_team import team_facts
from casework.usecases.linkage.planning_facts import Plan, coordination_facts, count_clashes, has_days
from shared.process.process import Step


async def linkage_task_facts(step: Step[LinkageTask, Any]) -> LinkageTaskFacts:
    """Gather them for the move at hand."""
    task = step.subject
    match step.row.action:
        case A.COORDINATE:
            return await coordination_facts(step)
        case A.APPROVE:
            plan = Plan(task.units, task.planned_from, task.planned_to)
            return LinkageTaskFacts(
                has_days=has_days(task, plan), clashing_units=await count_clashes(step, plan)
            )
        case A.FORM_TEAM | A.CHANGE_TEAM:
            return await team_facts(step)
        case A.BEGIN:
            return LinkageTaskFacts(team_size=len(await team_of(step.tx, task.id)))
        case A.CHANGE_LEAD:
            return await lead_facts(step)
        case A.CONCLUDE:
            return await conclusion_facts(step)
        case A.ASSESS:
            return await assessment_facts(step)
    return LinkageTaskFacts()
