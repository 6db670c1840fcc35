"""The three processes of casework, each action beside the function that carries it out."""

from types import MappingProxyType
from typing import Any

from casework.domain.clue import Clue
from casework.domain.clue_lifecycle import CLUE
from casework.domain.clue_lifecycle import ClueAction as C
from casework.domain.talk_inquiry import TalkInquiry
from casework.domain.talk_inquiry_lifecycle import TALK_INQUIRY
from casework.domain.talk_inquiry_lifecycle import TalkInquiryAction as T
from casework.domain.verification import Verification
from casework.domain.verification_lifecycle import VERIFICATION
from casework.domain.verification_lifecycle import VerificationAction as V
from casework.store.objects import clue_of, talk_inquiry_of, verification_of
from casework.store.papers import PAPERS
from casework.store.tables.clues import ClueRow, TalkInquiryRow, VerificationRow
from casework.store.teams import leave_team
from casework.usecases.cases.processes import APPEALS, CASES
from casework.usecases.clues.allocate_clue import (
    AllocateClue,
    ReallocateClue,
    allocate_clue,
    handlers_checked_for,
    reallocate_clue,
)
from casework.usecases.clues.assess_clue import AssessClue, assess_clue
from casework.usecases.clues.close_clue import CloseClue, close_clue
from casework.usecases.clues.clue_facts import clue_facts, disposal_signs
from casework.usecases.clues.consider_clearing import ConsiderClearing, consider_clearing
from casework.usecases.clues.designate_clue import Designated, designate_clue
from casework.usecases.clues.dispose_clue import DisposeClue, dispose_clue
from casework.usecases.clues.find_overlaps import overlaps_counted_for
from casework.usecases.clues.hold_clue import HoldClue, hold_clue
from casework.usecases.clues.look_again import look_again
from casework.usecases.clues.merge_clue import MergeClue, may_merge_into, merge_clue
from casework.usecases.clues.propose_allocation import ProposeAllocation, propose_allocation
from casework.usecases.clues.propose_disposal import ProposeDisposal, approve_disposal, propose_disposal
from casework.usecases.clues.propose_filing import ProposeFiling, propose_filing
from casework.usecases.clues.report_up import ReportUp, report_up
from casework.usecases.clues.return_clue import return_clue
from casework.usecases.clues.sign_for_clue import sign_for_clue
from casework.usecases.clues.split_clue import SplitClue, look_into_further, split_clue
from casework.usecases.clues.transfer_clue import TransferClue, TransferWithin, transfer_clue, transfer_within
from casework.usecases.clues.unmerge_clue import UnmergeClue, unmerge_clue
from casework.usecases.clues.views import ClueOut, view_clue
from casework.usecases.conduct.processes import CONDUCT_PROCESSES
from casework.usecases.ledger.processes import LEDGER_PROCESSES
from casework.usecases.linkage.processes import LINKAGE_PROCESSES
from casework.usecases.talks.begin_talk_inquiry import begin_talk_inquiry
from casework.usecases.talks.check_sample import CheckSample, check_sample
from casework.usecases.talks.decide_talk import DecideTalk, decide_talk
from casework.usecases.talks.draft_talk_report import DraftTalkReport, draft_talk_report
from casework.usecases.talks.file_talk import FileTalk, file_talk
from casework.usecases.talks.hold_talk import HoldTalk, hold_talk
from casework.usecases.talks.receive_explanation import ReceiveExplanation, receive_explanation
from casework.usecases.talks.record_delivery import RecordDelivery, record_delivery
from casework.usecases.talks.record_meeting import RecordMeeting, record_meeting
from casework.usecases.talks.send_letter import SendLetter, send_letter
from casework.usecases.talks.start_second_round import StartSecondRound, start_second_round
from casework.usecases.talks.submit_talk_plan import SubmitTalkPlan, submit_talk_plan
from casework.usecases.talks.talk_facts import talk_facts, talk_signs
from casework.usecases.talks.talkers import talkers_checked
from casework.usecases.talks.views import TalkInquiryOut, view_talk_inquiry
from casework.usecases.verifications.begin_verification import begin_verification
from casework.usecases.verifications.custody import SettleCustody, TakeCustody, settle_custody, take_custody
from casework.usecases.verifications.decide_verification import DecideVerification, decide_verification
from casework.usecases.verifications.draft_report import DraftReport, draft_report
from casework.usecases.verifications.extend_verification import ExtendVerification, extend_verification
from casework.usecases.verifications.form_team import FormTeam, form_team
from casework.usecases.verifications.report_verification import ReportVerification, report_verification
from casework.usecases.verifications.review_collectively import ReviewCollectively, review_collectively
from casework.usecases.verifications.sign_report import SignReport, sign_report
from casework.usecases.verifications.submit_verification_plan import (
    SubmitVerificationPlan,
    submit_verification_plan,
)
from casework.usecases.verifications.take_measure import TakeMeasure, take_measure
from casework.usecases.verifications.team_check import checked_for
from casework.usecases.verifications.verification_facts import leader_signs, verification_facts
from casework.usecases.verifications.views import VerificationOut, view_verification
from shared.breakglass.record import BREAK_GLASSES
from shared.process.paper_moments import paper_moments
from shared.process.process import Move, Process

# fmt: off
CLUES: Process[Clue] = Process(
    name=CLUE.name, collection="clues", tag="问题线索", lifecycle=CLUE, table=ClueRow.__table__, of=clue_of,
    view=view_clue, out=ClueOut, facts=clue_facts, moments=paper_moments(PAPERS, CLUE.name), moves=MappingProxyType({
        C.PROPOSE_ALLOCATION: Move(ProposeAllocation, propose_allocation,
                                   before=overlaps_counted_for(C.PROPOSE_ALLOCATION)),
        C.ALLOCATE:           Move(AllocateClue,      allocate_clue,   before=handlers_checked_for(C.ALLOCATE)),
        C.REALLOCATE:         Move(ReallocateClue,    reallocate_clue, before=handlers_checked_for(C.REALLOCATE)),
        C.SIGN_FOR:           Move(apply=sign_for_clue),
        C.MERGE:              Move(MergeClue,         merge_clue,      before=may_merge_into),
        C.UNMERGE:            Move(UnmergeClue,       unmerge_clue),
        C.SPLIT:              Move(SplitClue,         split_clue,       before=look_into_further),
        C.ASSESS:             Move(AssessClue,        assess_clue),
        C.PROPOSE_DISPOSAL:   Move(ProposeDisposal,   propose_disposal, disposal_signs),
        C.APPROVE_DISPOSAL:   Move(ProposeDisposal,   approve_disposal),
        C.BEGIN_TALK_INQUIRY: Move(ProposeDisposal,   begin_talk_inquiry),
        C.BEGIN_VERIFICATION: Move(ProposeDisposal,   begin_verification),
        C.HOLD:               Move(HoldClue,          hold_clue,        disposal_signs),
        C.LOOK_AGAIN:         Move(apply=look_again),
        C.CLOSE:              Move(CloseClue,         close_clue,       disposal_signs),
        C.TRANSFER:           Move(TransferClue,      transfer_clue,    disposal_signs),
        C.TRANSFER_WITHIN:    Move(TransferWithin,    transfer_within,  disposal_signs),
        C.DISPOSE:            Move(DisposeClue,       dispose_clue,     disposal_signs),
        C.PROPOSE_FILING:     Move(ProposeFiling,     propose_filing),
        C.CONSIDER_CLEARING:  Move(ConsiderClearing,  consider_clearing),
        C.REPORT_UP:          Move(ReportUp,          report_up),
        C.ARCHIVE:            Move(),
        C.RETURN:             Move(apply=return_clue),
        C.DESIGNATE:          Move(Designated,        designate_clue),
    }),
)

VERIFICATIONS: Process[Verification] = Process(
    name=VERIFICATION.name, collection="verifications", tag="初步核实", lifecycle=VERIFICATION,
    table=VerificationRow.__table__, of=verification_of, view=view_verification, out=VerificationOut,
    facts=verification_facts, moments=paper_moments(PAPERS, VERIFICATION.name), hangs_on="clue_id", leave=leave_team,
    moves=MappingProxyType({
        V.SUBMIT_PLAN:         Move(SubmitVerificationPlan, submit_verification_plan, leader_signs),
        V.FORM_TEAM:           Move(FormTeam,           form_team, before=checked_for(V.FORM_TEAM)),
        V.CHANGE_TEAM:         Move(FormTeam,           form_team, before=checked_for(V.CHANGE_TEAM)),
        V.BEGIN:               Move(),
        V.TAKE_MEASURE:        Move(TakeMeasure,        take_measure),
        V.TAKE_CUSTODY:        Move(TakeCustody,        take_custody),
        V.SETTLE_CUSTODY:      Move(SettleCustody,      settle_custody),
        V.EXTEND_DEADLINE:     Move(ExtendVerification, extend_verification),
        V.DRAFT_REPORT:        Move(DraftReport,        draft_report),
        V.SIGN_REPORT:         Move(SignReport,         sign_report),
        V.REVIEW_COLLECTIVELY: Move(ReviewCollectively, review_collectively),
        V.RETURN_REPORT:       Move(),
        V.REPORT:              Move(ReportVerification, report_verification),
        V.DECIDE:              Move(DecideVerification, decide_verification, leader_signs),
    }),
)

TALK_INQUIRIES: Process[TalkInquiry] = Process(
    name=TALK_INQUIRY.name, collection="talk-inquiries", tag="谈话函询", lifecycle=TALK_INQUIRY,
    table=TalkInquiryRow.__table__, of=talk_inquiry_of, view=view_talk_inquiry, out=TalkInquiryOut,
    facts=talk_facts, moments=paper_moments(PAPERS, TALK_INQUIRY.name), hangs_on="clue_id", moves=MappingProxyType({
        T.SUBMIT_PLAN:         Move(SubmitTalkPlan,     submit_talk_plan, talk_signs),
        T.HOLD_TALK:           Move(HoldTalk,           hold_talk,  before=talkers_checked),
        T.SEND_LETTER:         Move(SendLetter,         send_letter),
        T.RECORD_DELIVERY:     Move(RecordDelivery,     record_delivery),
        T.RECEIVE_EXPLANATION: Move(ReceiveExplanation, receive_explanation),
        T.DRAFT_REPORT:        Move(DraftTalkReport,    draft_talk_report),
        T.START_SECOND_ROUND:  Move(StartSecondRound, start_second_round, talk_signs),
        T.DECIDE:              Move(DecideTalk,         decide_talk, talk_signs),
        T.CHECK_SAMPLE:        Move(CheckSample,        check_sample),
        T.REOPEN:              Move(),
        T.RECORD_MEETING:      Move(RecordMeeting,      record_meeting),
        T.FILE:                Move(FileTalk,           file_talk),
    }),
)
# fmt: on

_ALL: list[Process[Any]] = [
    CLUES,
    VERIFICATIONS,
    TALK_INQUIRIES,
    CASES,
    APPEALS,
    BREAK_GLASSES,
    *LINKAGE_PROCESSES,
    *LEDGER_PROCESSES,
    *CONDUCT_PROCESSES,
]
PROCESSES: MappingProxyType[str, Process[Any]] = MappingProxyType({one.name: one for one in _ALL})
