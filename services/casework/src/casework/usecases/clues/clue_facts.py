"""What the guards of a clue's moves look at, and who must sign what is said about its disposal."""

from dataclasses import replace
from typing import Any

from casework.domain.clue import CaseType, Clearing, Clue, Way
from casework.domain.clue_lifecycle import ClueAction as A
from casework.domain.clue_lifecycle import ClueFacts
from casework.domain.clue_lifecycle import ClueState as S
from casework.store.branches import is_undecided
from casework.store.clues.clues import REPORT, is_open, maybe_clue, origins
from casework.usecases.offices import can_handle, keeps_apart, office, office_at
from casework.usecases.verifications.team_check import TeamCheck
from shared.calendar.days import Calendar
from shared.clocks.counting import due_on
from shared.clocks.store import of_object
from shared.directory.paths import organ_of
from shared.process.process import Step

_WAY_OF = {
    A.HOLD: Way.ON_HOLD,
    A.CLOSE: Way.CLOSED,
    A.TRANSFER: Way.TRANSFERRED,
    A.TRANSFER_WITHIN: Way.TRANSFERRED,
}
_TO_OFFICES = (A.PROPOSE_ALLOCATION, A.ALLOCATE, A.REALLOCATE, A.TRANSFER_WITHIN, A.DESIGNATE)


async def clue_facts(step: Step[Clue, Any]) -> ClueFacts:
    """Gather them for the move at hand."""
    clue = step.subject
    case_type = getattr(step.command, "case_type", None) or clue.case_type
    facts = ClueFacts(
        gate_is_needed=case_type == CaseType.ACCOUNTABILITY,
        gate_is_complete=clue.gate_is_complete,
        has_open_branch=await _has_open_branch(step),
        superior_is_told=clue.reported_up_on is not None or not clue.reports_up,
        superior_is_asked_for=clue.reports_up,
        is_signed_for=clue.signed_for_at is not None,
        has_minutes=_has_minutes(step),
    )
    if step.row.action in _TO_OFFICES:
        return await _with_office(step, _with_handlers(step, facts))
    if step.row.action == A.TRANSFER:
        return replace(facts, receiver_is_outside=not await _is_own_office(step))
    if step.row.action in (A.MERGE, A.UNMERGE):
        return await _with_target(step, facts)
    if step.row.action == A.SPLIT:
        return replace(facts, sources_are_linked=await _are_linked(step))
    if step.row.action == A.HOLD:
        return replace(facts, next_look_is_in_time=_is_in_time(step))
    if step.row.action == A.CONSIDER_CLEARING:
        return replace(facts, clearing_is_asked=clue.clearing is not None)
    if step.row.action == A.ARCHIVE:
        facts = replace(facts, clearing_is_considered=clue.clearing != Clearing.TO_CONSIDER)
        open_now = any(clock.is_open and not clock.is_window for clock in await of_object(step.tx, clue.id))
        return replace(facts, has_open_clocks=open_now)
    return facts


async def _are_linked(step: Step[Clue, Any]) -> bool:
    """Say whether the reports that are to feed the further clue feed this one."""
    named = step.command.report_ids or []
    return set(named) <= set(await origins(step.tx, step.subject.id, REPORT))


def _has_minutes(step: Step[Clue, Any]) -> bool:
    """Say whether the office studied it together: now, or before an approved disposal or a decided branch."""
    state = step.subject.state
    is_new = step.row.action == A.PROPOSE_DISPOSAL or state in (S.UNDER_ASSESSMENT, S.ON_HOLD)
    if is_new or (state == S.DISPOSAL_APPROVED and not _is_approved(step)):
        return getattr(step.command, "meeting", None) is not None
    return True


def _is_approved(step: Step[Clue, Any]) -> bool:
    """Say whether the approved disposal says already what is to be done."""
    clue = step.subject
    return clue.state == S.DISPOSAL_APPROVED and clue.way == _WAY_OF.get(A(step.row.action))


def _with_handlers(step: Step[Clue, Any], facts: ClueFacts) -> ClueFacts:
    """Add what was found out about named handlers; at the signature they have been checked already."""
    found = step.prepared
    if not isinstance(found, TeamCheck):
        return facts
    return replace(facts, unknown_officers=len(found.unknown), conflicted=len(found.conflicted))


async def _with_office(step: Step[Clue, Any], facts: ClueFacts) -> ClueFacts:
    clue, code = step.subject, getattr(step.command, "to", None)
    if code is None and clue.office_path is None:
        return replace(facts, has_office=False)
    found = await (office(step.tx, code) if code else office_at(step.tx, str(clue.office_path)))
    fits = can_handle(found)
    if step.row.action == A.TRANSFER_WITHIN:
        fits = fits and organ_of(found.path) == organ_of(clue.holder_path)
    return replace(
        facts,
        office_is_competent=fits,
        office_is_new=found.path != clue.holder_path,
        stays_with_supervisors=not clue.is_own_staff or keeps_apart(found),
    )


async def _is_own_office(step: Step[Clue, Any]) -> bool:
    """Say whether the receiver is an office of the same organ that handles clues: then nothing ends."""
    if step.command.to is None:
        return False
    found = await office(step.tx, step.command.to)
    return can_handle(found) and organ_of(found.path) == organ_of(step.subject.holder_path)


async def _with_target(step: Step[Clue, Any], facts: ClueFacts) -> ClueFacts:
    """Look at the clue another one is merged into; whoever proposed a merger was seen to hold both in the ledger."""
    clue, wanted = step.subject, getattr(step.command, "into", None) or step.subject.merged_into
    target = await maybe_clue(step.tx, wanted) if wanted else None
    return replace(
        facts,
        target_is_known=target is not None and (step.prepared is not False),
        target_is_another=wanted != clue.id,
        target_is_open=target is not None and is_open(target),
        target_is_unmerged=target is None or target.merged_into is None,
    )


def _is_in_time(step: Step[Clue, Any]) -> bool:
    """Say whether a clue on hold is looked at again after today, and no later than the table of deadlines allows."""
    wanted, limit = step.command.next_look_on, step.desk.deadlines["DL-45"]
    last = due_on(step.today, limit.amount, limit.unit, Calendar()).on
    return wanted is None or step.today < wanted <= last


async def _has_open_branch(step: Step[Clue, Any]) -> bool:
    clue = step.subject
    branch = {S.TALK_INQUIRY: clue.talk_inquiry_id, S.PRELIMINARY_VERIFICATION: clue.verification_id}.get(
        S(clue.state)
    )
    return branch is not None and await is_undecided(step.tx, branch)


async def disposal_signs(step: Step[Clue, Any]) -> tuple[str, ...]:
    """Return who signs a disposal: the deputy in charge, then the principal for committee-managed cadres.

    What the approved disposal already says needs no second signature. Rule: C5 to C9.
    """
    clue = step.subject
    if _is_approved(step):
        return ()
    managed = clue.is_committee_managed or getattr(step.command, "is_committee_managed", None)
    return (*step.row.signs, "S3") if managed else step.row.signs
