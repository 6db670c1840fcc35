"""What the guards of an appeal's moves look at."""

from dataclasses import replace
from typing import Any

from casework.domain.appeal import COMPLAINTS, Appeal, AppealResult
from casework.domain.appeal_lifecycle import AppealAction as A
from casework.domain.appeal_lifecycle import AppealFacts
from casework.domain.case import Case
from casework.domain.case_lifecycle import CASE
from casework.domain.sanctions import Measures, is_worse
from casework.store.cases.cases import subjects_of
from casework.store.cases.members import participants_of
from casework.store.cases.outcomes import outcomes_of
from casework.usecases.appeals.decide_appeal import DecideAppeal
from casework.usecases.cases.case_parts import took_part
from casework.usecases.cases.measures_in import unlawful
from casework.usecases.cases.subjects import said
from shared.http.problems import Problem, invalid_input
from shared.process.load import load_subject
from shared.process.process import Step


async def appeal_facts(step: Step[Appeal, Any]) -> AppealFacts:
    """Gather them for the move at hand."""
    case: Case | None = await load_subject(
        step.tx, step.desk.processes[CASE.name], step.subject.case_id, lock=False
    )
    if case is None:
        raise Problem("not_found")
    earlier = await took_part(step.tx, case)
    facts = AppealFacts(actor_took_part=step.actor.id in earlier, has_reason=said(step.command, "reason"))
    if step.row.action == A.ASSIGN_HANDLERS:
        checked = step.prepared
        return replace(
            facts,
            unknown_officers=len(checked.unknown),
            team_size=len(checked.members),
            conflicted=len(checked.conflicted),
            took_part=len({one.officer_id for one in checked.members} & earlier),
        )
    if step.row.action != A.DECIDE:
        return facts
    handlers = await participants_of(step.tx, case.id, "appeal", appeal_id=step.subject.id)
    return await _with_measures(step, case, replace(facts, team_size=len(handlers)))


async def _with_measures(step: Step[Appeal, DecideAppeal], case: Case, facts: AppealFacts) -> AppealFacts:
    """Add what a changed decision would be. Raises: Problem `invalid_input` naming every unlawful measure."""
    appeal, command = step.subject, step.command
    is_change = command.result is AppealResult.CHANGED and appeal.kind not in COMPLAINTS
    if command.measures is None or not is_change:
        return replace(facts, has_new_measures=(command.measures is not None) == is_change)
    if command.measures.subject_id != appeal.subject_id:
        return replace(facts, has_new_measures=False)
    subjects = await subjects_of(step.tx, case.id)
    if breaches := unlawful("measures", [command.measures], subjects, case):
        raise invalid_input(*(replace(one, pointer=one.pointer.replace("/0", "", 1)) for one in breaches))
    before = (await outcomes_of(step.tx, case.id)).get(appeal.subject_id)
    return replace(
        facts, is_worse=is_worse(command.measures.measures, before.measures if before else Measures())
    )
