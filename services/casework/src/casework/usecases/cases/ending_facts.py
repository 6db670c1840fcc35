"""What the guards of a case's later moves look at: decision, execution, appeal, quality, closing."""

from collections.abc import Awaitable, Callable, Mapping
from types import MappingProxyType
from typing import Any
from uuid import UUID

from casework.domain.appeal import COURSES, Appeal, AppealKind
from casework.domain.case import Case, Consulted, QualityForm, ReportKind, Subject, Track
from casework.domain.case_guards import CaseFacts
from casework.domain.case_lifecycle import CaseAction as A
from casework.domain.sanctions import Measures
from casework.store.appeals import appeals_of, is_open
from casework.store.cases.cases import subjects_of
from casework.store.cases.outcomes import Outcome, outcomes_of
from casework.store.cases.records import executed, has_quality
from casework.store.papers import kinds_written
from casework.usecases.cases.case_parts import has_handled
from casework.usecases.cases.extend_deadline import extends
from casework.usecases.cases.measures_in import unlawful
from casework.usecases.cases.subjects import left_out, said, unknown
from casework.usecases.offices import can_handle, office, office_at
from shared.clocks.deadline_clock import DeadlineClock
from shared.clocks.store import of_objects
from shared.directory.paths import organ_of
from shared.http.problems import invalid_input
from shared.process.process import Step

NOTHING = Measures()


async def _opinion(step: Step[Case, Any]) -> CaseFacts:
    return CaseFacts(has_reason=said(step.command))


async def _decision(step: Step[Case, Any]) -> CaseFacts:
    """Gather what a decision needs. Raises: Problem `invalid_input` naming every unlawful measure."""
    case, outcomes = step.subject, step.command.outcomes
    subjects = await subjects_of(step.tx, case.id)
    if breaches := unlawful("outcomes", outcomes, subjects, case):
        raise invalid_input(*breaches)
    named = [one.subject_id for one in outcomes]
    return CaseFacts(
        actor_handled=step.actor.id in await has_handled(step.tx, case),
        decides_here=_decides(case, step.actor.organisation),
        subjects_unknown=unknown(named, subjects) + len(named) - len(set(named)),
        subjects_left_out=left_out(named, subjects),
        opinions_missing=len(_to_hear(case, subjects) - await kinds_written(step.tx, case.id)),
    )


def _decides(case: Case, organisation: str) -> bool:
    """Say whether an officer of that organisation belongs to the organ that issues the sanction. Rule: D20."""
    return organ_of(organisation) == organ_of(case.authority_path or case.holder_path)


def _to_hear(case: Case, subjects: list[Subject]) -> set[str]:
    """Name the opinions that come first: of the Party organisation, and for managed cadres of the department."""
    wanted = set()
    if Track(case.track).has_party:
        wanted.add(Consulted.PARTY_ORGANISATION)
    if any(one.is_committee_managed for one in subjects):
        wanted.add(Consulted.ORGANIZATION_DEPARTMENT)
    return {f"opinion_{one}" for one in wanted}


async def _execution(step: Step[Case, Any]) -> CaseFacts:
    command, case = step.command, step.subject
    decided = (await outcomes_of(step.tx, case.id)).get(command.subject_id)
    confiscated, recovered = (await executed(step.tx, case.id)).get(command.subject_id, (0, 0))
    measures = decided.measures if decided else NOTHING
    return CaseFacts(
        subjects_unknown=unknown([command.subject_id], await subjects_of(step.tx, case.id)),
        is_recovered_within=confiscated + command.confiscated <= measures.confiscate
        and recovered + command.recovered <= measures.recover,
    )


async def _transfer(step: Step[Case, Any]) -> CaseFacts:
    known = await subjects_of(step.tx, step.subject.id)
    return CaseFacts(subjects_unknown=unknown(step.command.subject_ids, known))


async def _closing(step: Step[Case, Any]) -> CaseFacts:
    case = step.subject
    written = await kinds_written(step.tx, case.id)
    done = await executed(step.tx, case.id)
    decided = await outcomes_of(step.tx, case.id)
    clocks = (await of_objects(step.tx, [case.id]))[case.id]
    return CaseFacts(
        reports_missing=sum(not {f"report_{kind}", f"waiver_{kind}"} & written for kind in ReportKind),
        execution_missing=sum(_is_executable(one) and one.subject_id not in done for one in decided.values()),
        has_open_clocks=any(clock.is_open and not clock.is_window for clock in clocks),
    )


def _is_executable(outcome: Outcome) -> bool:
    """Say whether somebody has to carry something out."""
    given = outcome.measures
    return bool(
        given.party_sanction
        or given.government_sanctions
        or given.organisational_handling
        or given.accountability_ways
        or given.party_org_measure
        or given.changes_benefits
        or given.confiscate
        or given.recover
    )


async def _appeal(step: Step[Case, Any]) -> CaseFacts:
    command, case = step.command, step.subject
    kind = AppealKind(command.kind)
    own = [one for one in await appeals_of(step.tx, case.id) if one.subject_id == command.subject_id]
    decided = (await outcomes_of(step.tx, case.id)).get(command.subject_id)
    path = command.to and (await office(step.tx, command.to)).path
    handled_by = path or case.review_path
    return CaseFacts(
        subjects_unknown=unknown([command.subject_id], await subjects_of(step.tx, case.id)),
        appeal_fits=_fits(kind, case, decided, own),
        appeal_is_new=all(one.kind != kind or not is_open(one) for one in own),
        appeal_in_time=await _is_in_time(step, kind, own),
        office_is_competent=handled_by is None or can_handle(await office_at(step.tx, handled_by)),
    )


def _fits(kind: AppealKind, case: Case, decided: Outcome | None, own: list[Appeal]) -> bool:
    """Say whether there is something of that kind to appeal against."""
    before = COURSES[kind].after
    if before is not None:
        return any(one.kind == before and one.decided_on is not None for one in own)
    measures = decided.measures if decided else NOTHING
    return {
        AppealKind.RE_EXAMINATION: bool(measures.government_sanctions or measures.changes_benefits),
        AppealKind.PARTY_APPEAL: measures.party_sanction is not None,
        AppealKind.ACCOUNTABILITY_APPEAL: case.case_type == "accountability" and decided is not None,
    }.get(kind, True)


async def _is_in_time(step: Step[Case, Any], kind: AppealKind, own: list[Appeal]) -> bool:
    """Say whether the window to ask is still open on the day the appeal came in; kinds without one are."""
    window, lodged_on = COURSES[kind].window, step.command.lodged_on or step.today
    if not window:
        return True
    ids: list[UUID] = [step.subject.id, *(one.id for one in own)]
    found: list[DeadlineClock] = [
        clock
        for clocks in (await of_objects(step.tx, ids)).values()
        for clock in clocks
        if clock.rule == window
    ]
    return not found or any(lodged_on <= clock.due_on for clock in found)


async def _quality(step: Step[Case, Any]) -> CaseFacts:
    form, case = step.command.form, step.subject
    is_replay = form is QualityForm.REPLAY
    handled = not is_replay and step.actor.id in await has_handled(step.tx, case)
    is_second = form.is_once_only and await has_quality(step.tx, case.id, form.value)
    return CaseFacts(actor_handled=handled, quality_is_new=not is_second)


async def _extension(step: Step[Case, Any]) -> CaseFacts:
    return CaseFacts(deadline_extends=await extends(step), has_reason=said(step.command, "reason"))


ENDING: Mapping[A, Callable[[Step[Case, Any]], Awaitable[CaseFacts]]] = MappingProxyType(
    {
        A.RECORD_OPINION: _opinion,
        A.DECIDE: _decision,
        A.REPORT_EXECUTION: _execution,
        A.TRANSFER_TO_PROCURATORATE: _transfer,
        A.CLOSE: _closing,
        A.LODGE_APPEAL: _appeal,
        A.LODGE_COMPLAINT: _appeal,
        A.RECORD_QUALITY: _quality,
        A.EXTEND_DEADLINE: _extension,
    }
)
