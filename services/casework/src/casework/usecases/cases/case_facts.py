"""What the guards of a case's moves look at, gathered for the move at hand: filing, investigation and review."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from casework.domain.case import Case, ReportKind
from casework.domain.case_guards import CaseFacts
from casework.domain.case_lifecycle import CaseAction as A
from casework.domain.case_lifecycle import CaseState as S
from casework.store.cases.cases import moves_since, subjects_of
from casework.store.cases.members import participants_of
from casework.store.papers import PAPERS, kinds_written
from casework.usecases.cases.case_parts import has_handled
from casework.usecases.cases.designate_case import designation_facts
from casework.usecases.cases.ending_facts import ENDING
from casework.usecases.cases.file_case import fits, track_of
from casework.usecases.cases.subjects import left_out, said, unknown
from casework.usecases.cases.submit_to_review import FILE, review_office
from shared.process.process import Step

Gather = Callable[[Step[Case, Any]], Awaitable[CaseFacts]]
_REPORT_IS_OPEN = (S.INVESTIGATING, S.FACTS_MET_WITH_SUBJECT, S.RETURNED_SUPPLEMENT)
_REPORT = "report_investigation"


async def case_facts(step: Step[Case, Any]) -> CaseFacts:
    """Gather them."""
    return await _GATHER[A(step.row.action)](step)


async def _filing(step: Step[Case, Any]) -> CaseFacts:
    command = step.command
    track = track_of(step.subject, command)
    return CaseFacts(subjects=len(command.subjects), track_fits=fits(track, command.subjects))


async def _exception(step: Step[Case, Any]) -> CaseFacts:
    known = await subjects_of(step.tx, step.subject.id)
    named = [step.command.subject_id]
    return CaseFacts(subjects_unknown=unknown(named, known), has_reason=said(step.command, "reason"))


async def _minutes(step: Step[Case, Any]) -> CaseFacts:
    return CaseFacts(has_minutes=step.command.meeting is not None)


async def _reason(step: Step[Case, Any]) -> CaseFacts:
    return CaseFacts(has_reason=said(step.command, "reason"))


async def _team(step: Step[Case, Any]) -> CaseFacts:
    checked = step.prepared
    return CaseFacts(
        unknown_officers=len(checked.unknown),
        team_size=len(checked.members),
        conflicted=len(checked.conflicted),
    )


async def _facts_shown(step: Step[Case, Any]) -> CaseFacts:
    command, known = step.command, await subjects_of(step.tx, step.subject.id)
    named = [one.subject_id for one in command.shown]
    return CaseFacts(
        is_filing_announced=await PAPERS.is_written(step.tx, step.subject.id, "filing_notice"),
        has_text=said(command, "facts"),
        participants=len(set(command.participants)),
        subjects_unknown=unknown(named, known),
        subjects_left_out=left_out(named, known),
        subjects_unsigned=sum(not (one.is_signed or one.refusal_note) for one in command.shown),
    )


async def _report(step: Step[Case, Any]) -> CaseFacts:
    is_open = step.command.kind is not ReportKind.INVESTIGATION or step.subject.state in _REPORT_IS_OPEN
    return CaseFacts(has_text=said(step.command, "report"), is_report_open=is_open)


async def _completed(step: Step[Case, Any]) -> CaseFacts:
    team = await participants_of(step.tx, step.subject.id, "team")
    return CaseFacts(
        is_leader=any(one.is_leader and one.officer_id == step.actor.id for one in team),
        team_size=len(team),
        has_minutes=step.command.meeting is not None,
        has_investigation_report=_is_reported(step.subject),
    )


async def _submitted(step: Step[Case, Any]) -> CaseFacts:
    case = step.subject
    gaps = FILE - await kinds_written(step.tx, case.id)
    is_stale = _REPORT not in gaps and not _is_reported(case)
    has_office = await review_office(step.tx, case) is not None
    return CaseFacts(file_gaps=len(gaps) + is_stale, has_review_office=has_office)


async def _involved(step: Step[Case, Any]) -> CaseFacts:
    has_office = await review_office(step.tx, step.subject) is not None
    return CaseFacts(has_reason=said(step.command, "reason"), has_review_office=has_office)


async def _reviewer(step: Step[Case, Any]) -> CaseFacts:
    handled = await has_handled(step.tx, step.subject)
    return CaseFacts(actor_handled=step.actor.id in handled, has_reason=said(step.command, "reason"))


async def _review_group(step: Step[Case, Any]) -> CaseFacts:
    handled = await has_handled(step.tx, step.subject)
    named = {one.officer_id for one in step.prepared.members}
    facts = await _team(step)
    return replace(facts, actor_handled=step.actor.id in handled, handlers_among=len(named & handled))


async def _in_review(step: Step[Case, Any]) -> CaseFacts:
    """Gather what every step inside a review needs; texts and talks belong to this review, not to an earlier one."""
    case, command = step.subject, step.command
    group = await participants_of(step.tx, case.id, "review")
    done = await moves_since(step.tx, case.id, A.BEGIN_REVIEW)
    facts = CaseFacts(
        is_reviewer=step.actor.id in {one.officer_id for one in group},
        team_size=len(group),
        has_reason=said(command, "reason"),
        has_text=said(command, "report"),
        has_talked=A.TALK_WITH_SUBJECT in done,
        is_discussed=A.DISCUSS_REVIEW in done,
    )
    if step.row.action == A.DISCUSS_REVIEW:
        return replace(facts, has_minutes=command.meeting is not None)
    if step.row.action == A.TALK_WITH_SUBJECT:
        absent = unknown([command.subject_id], await subjects_of(step.tx, case.id))
        return replace(facts, participants=len(set(command.participants)), subjects_unknown=absent)
    return facts


async def _supplemented(step: Step[Case, Any]) -> CaseFacts:
    return CaseFacts(has_text=said(step.command, "supplement"))


def _is_reported(case: Case) -> bool:
    """Say whether the investigation was reported on in this round."""
    return case.reported_round == case.round


_GATHER: Mapping[A, Gather] = MappingProxyType(
    {
        A.FILE: _filing,
        A.PERMIT_EXCEPTION: _exception,
        A.APPROVE_PLAN: _minutes,
        A.BEGIN_INVESTIGATION: _team,
        A.CHANGE_TEAM: _team,
        A.SHOW_FACTS: _facts_shown,
        A.WRITE_REPORT: _report,
        A.WAIVE_REPORT: _reason,
        A.COMPLETE_REPORT: _completed,
        A.SUBMIT_TO_REVIEW: _submitted,
        A.INVOLVE_REVIEW: _involved,
        A.ACCEPT_REVIEW: _reviewer,
        A.REFUSE_REVIEW: _reviewer,
        A.BEGIN_REVIEW: _review_group,
        A.CHANGE_REVIEW_GROUP: _review_group,
        A.TALK_WITH_SUBJECT: _in_review,
        A.DISCUSS_REVIEW: _in_review,
        A.FINISH_REVIEW: _in_review,
        A.RETURN_REINVESTIGATE: _in_review,
        A.RETURN_SUPPLEMENT: _in_review,
        A.SUPPLEMENT: _supplemented,
        A.WITHDRAW: _reason,
        A.DESIGNATE: designation_facts,
        **ENDING,
    }
)
