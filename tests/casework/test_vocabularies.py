"""The lists casework owns are the codes the service decides with."""

from __future__ import annotations

from typing import get_args

from casework.domain.clue import CaseType, ClueSource, Way
from casework.domain.clue_inquiry import InquiryPurpose
from casework.domain.gate import FOUR_CHECKS, TWO_LOOKS
from casework.domain.interference import Channel, InterferenceOutcome, InterferenceType
from casework.domain.linkage.assessment import Dimension
from casework.domain.linkage.capacities import DUTIES, Part
from casework.domain.linkage.consultation_lifecycle import Position
from casework.domain.linkage.linkage_task import Kind, Matter, Report, Trigger
from casework.domain.linkage.results import ResultKind
from casework.domain.linkage.secondment import Grade
from casework.domain.recusal_request import EarlierWork, RecusalDecision, RequestedBy
from casework.domain.talk_inquiry import MeetingKind, Outcome, SampleCheck, Talker
from casework.domain.truth import CloseReason, TruthGrade
from casework.domain.verification import Measure, Proposal
from casework.usecases.clues.assess_clue import Gate
from casework.usecases.clues.dispose_clue import EducationMeasure
from casework.usecases.clues.propose_filing import Track
from casework.usecases.clues.transfer_clue import Target
from casework.usecases.ledger.record_spot_check import Result
from casework.usecases.linkage.designate_jurisdiction import Form
from shared.vocabularies import vocabularies_of

LISTS = vocabularies_of("casework")


def codes(name: str) -> set[str]:
    return {entry.code for entry in LISTS[name].entries}


def test_the_codes_of_the_domain_are_those_of_the_lists() -> None:
    words = {
        "clue_source": set(ClueSource),
        "disposal_way": set(Way),
        "case_type": set(CaseType),
        "inquiry_purpose": set(InquiryPurpose),
        "interference_type": set(InterferenceType),
        "interference_outcome": set(InterferenceOutcome),
        "interference_channel": set(Channel),
        "recusal_requested_by": set(RequestedBy),
        "recusal_decision": set(RecusalDecision),
        "earlier_work": set(EarlierWork),
        "talker": set(Talker),
        "sample_check": set(SampleCheck),
        "party_meeting_kind": set(MeetingKind),
        "spot_check_result": set(get_args(Result)),
        "close_reason": set(CloseReason),
        "verification_proposal": set(Proposal),
        "verification_measure": set(Measure),
        "four_checks": set(FOUR_CHECKS),
        "two_looks": set(TWO_LOOKS),
        "education_measure": set(get_args(EducationMeasure)),
        "case_track": set(get_args(Track)),
        "transfer_target": set(get_args(Target)),
    }

    assert words == {name: codes(name) for name in words}


def test_the_codes_of_joint_work_are_those_of_the_lists() -> None:
    words = {
        "linkage_matter": set(Matter),
        "linkage_kind": set(Kind),
        "linkage_trigger": set(Trigger),
        "case_report_kind": set(Report),
        "linkage_part": set(Part),
        "participant_duty": {duty for duties in DUTIES.values() for duty in duties},
        "linkage_result_kind": set(ResultKind),
        "assessment_dimension": set(Dimension),
        "secondment_grade": set(Grade),
        "opinion_position": set(Position),
        "jurisdiction_form": set(get_args(Form)),
    }

    assert words == {name: codes(name) for name in words}


def test_false_accusation_is_in_the_list_and_no_grade_a_clue_ends_with() -> None:
    assert codes("truth_grade") - set(TruthGrade) == {"false_accusation"}


def test_a_second_round_is_a_move_and_no_outcome_that_ends_a_talk() -> None:
    assert codes("talk_outcome") - set(Outcome) == {"second_round"}


def test_the_gate_asks_the_six_questions_of_the_lists() -> None:
    assert set(Gate.model_fields) == codes("four_checks") | codes("two_looks")
