"""What the guards of a talk's moves look at, and who signs."""

from typing import Any

from casework.domain.talk_inquiry import Outcome, SampleCheck, Talker, TalkInquiry
from casework.domain.talk_inquiry_lifecycle import TalkInquiryAction as A
from casework.domain.talk_inquiry_lifecycle import TalkInquiryFacts
from casework.store.papers import PAPERS
from casework.usecases.talks.decide_talk import outcome_of
from casework.usecases.verifications.team_check import TeamCheck
from shared.process.bodies import Command
from shared.process.process import Step


async def talk_facts(step: Step[TalkInquiry, Any]) -> TalkInquiryFacts:
    """Gather them for the move at hand; who holds a talk was looked up before the transaction."""
    if step.row.action == A.HOLD_TALK:
        return _talking(step)
    found = _GATHER.get(A(step.row.action))
    return found(step.subject, step.command) if found else await _with_sample(step)


def _planning(_: TalkInquiry, command: Any) -> TalkInquiryFacts:
    return TalkInquiryFacts(
        has_plan=bool(command.plan or command.opinion),
        has_emergency_plan=bool(command.emergency_plan) or command.form == "letter",
    )


def _writing(talk: TalkInquiry, command: Any) -> TalkInquiryFacts:
    return TalkInquiryFacts(
        form_is_approved=talk.form in (None, "letter"),
        has_letter=bool(command.letter or command.opinion),
        has_copies=bool(command.copied_to) or command.subject_is_head,
    )


def _deciding(talk: TalkInquiry, command: Any) -> TalkInquiryFacts:
    outcome = outcome_of(talk, command)
    return TalkInquiryFacts(
        has_measure=outcome is not Outcome.LIGHT_MEASURE or command.measure is not None,
        has_reply=outcome is not Outcome.ACCEPTED_AND_CLOSED or bool(command.reply or command.opinion),
    )


def _receiving(_: TalkInquiry, command: Any) -> TalkInquiryFacts:
    return TalkInquiryFacts(is_countersigned=command.is_countersigned or command.subject_is_head)


def _reporting(_: TalkInquiry, command: Any) -> TalkInquiryFacts:
    return TalkInquiryFacts(has_report=bool(command.report or command.opinion))


_GATHER = {
    A.SUBMIT_PLAN: _planning,
    A.SEND_LETTER: _writing,
    A.RECORD_DELIVERY: lambda talk, _: TalkInquiryFacts(is_undelivered=talk.letter_received_on is None),
    A.RECEIVE_EXPLANATION: _receiving,
    A.DRAFT_REPORT: _reporting,
    A.START_SECOND_ROUND: lambda _, command: TalkInquiryFacts(has_reason=bool(command.opinion)),
    A.DECIDE: _deciding,
}


def _talking(step: Step[TalkInquiry, Any]) -> TalkInquiryFacts:
    talk, command, found = step.subject, step.command, step.prepared
    led_by = command.led_by or talk.led_by
    entrusted = led_by == Talker.PARTY_ORGANISATION_HEAD
    party = found if isinstance(found, TeamCheck) else TeamCheck(())
    return TalkInquiryFacts(
        form_is_approved=talk.form in (None, "talk"),
        participants=len(party.members),
        unknown_officers=len(party.unknown),
        conflicted=len(party.conflicted),
        talker_is_approved=led_by == talk.led_by,
        place_is_safe=command.place_is_safe,
        has_transcript=bool(command.statement if entrusted else command.transcript),
    )


async def _with_sample(step: Step[TalkInquiry, Any]) -> TalkInquiryFacts:
    report = await PAPERS.newest(step.tx, step.desk.seals, step.subject.id, "report")
    wrote = report is not None and report.made_by == step.actor.id
    is_due = step.subject.sample_check == SampleCheck.DUE
    return TalkInquiryFacts(sample_is_due=is_due, checker_is_another=not wrote)


async def talk_signs(step: Step[TalkInquiry, Command]) -> tuple[str, ...]:
    """Return the principal leader for heads of next-lower committees, else the deputy. Rule: T-2."""
    return ("S3",) if step.subject.heads_lower_committee else step.row.signs
