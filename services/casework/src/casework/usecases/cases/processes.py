"""The processes of cases and appeals, each action beside the function that carries it out."""

from types import MappingProxyType

from casework.domain.appeal import Appeal
from casework.domain.appeal_lifecycle import APPEAL
from casework.domain.appeal_lifecycle import AppealAction as P
from casework.domain.case import Case
from casework.domain.case_lifecycle import CASE
from casework.domain.case_lifecycle import CaseAction as A
from casework.store.appeals import appeal_of
from casework.store.cases.cases import case_of
from casework.store.cases.members import leave_case
from casework.store.papers import PAPERS
from casework.store.tables.cases import AppealRow, CaseRow
from casework.usecases.appeals.accept_appeal import accept_appeal
from casework.usecases.appeals.appeal_facts import appeal_facts
from casework.usecases.appeals.appeal_view import AppealOut, view_appeal
from casework.usecases.appeals.assign_handlers import AssignHandlers, assign_handlers
from casework.usecases.appeals.decide_appeal import DecideAppeal, appeal_signs, decide_appeal
from casework.usecases.appeals.refuse_appeal import RefuseAppeal, refuse_appeal
from casework.usecases.appeals.serve_appeal import ServeAppeal, serve_appeal
from casework.usecases.cases.announce_decision import AnnounceDecision, announce_decision
from casework.usecases.cases.announce_filing import AnnounceFiling, announce_filing
from casework.usecases.cases.approve_plan import ApprovePlan, approve_plan
from casework.usecases.cases.begin_investigation import FormCaseTeam, begin_investigation
from casework.usecases.cases.begin_review import FormReviewGroup, begin_review
from casework.usecases.cases.case_check import officers_checked_for as checked
from casework.usecases.cases.case_check import officers_checked_for_appeal
from casework.usecases.cases.case_facts import case_facts
from casework.usecases.cases.case_out import CaseOut
from casework.usecases.cases.case_view import list_case, view_case
from casework.usecases.cases.close_case import CloseCase, close_case
from casework.usecases.cases.complete_report import CompleteReport, complete_report
from casework.usecases.cases.decide_case import DecideCase, decide_case, decision_signs
from casework.usecases.cases.designate_authority import DesignateAuthority, designate_authority
from casework.usecases.cases.designate_case import designate_case
from casework.usecases.cases.discuss_review import DiscussReview, discuss_review
from casework.usecases.cases.draft_recommendation import (
    DraftRecommendation,
    draft_recommendation,
    draft_there,
)
from casework.usecases.cases.extend_deadline import ExtendDeadline, extend_deadline, extension_signs
from casework.usecases.cases.file_case import FileCase, file_case
from casework.usecases.cases.finish_review import FinishReview, finish_review
from casework.usecases.cases.lodge_appeal import LodgeAppeal, LodgeComplaint, lodge_appeal
from casework.usecases.cases.permit_exception import PermitException, permit_exception
from casework.usecases.cases.record_opinion import RecordOpinion, record_opinion
from casework.usecases.cases.record_quality import RecordQuality, record_quality
from casework.usecases.cases.refuse_review import RefuseReview, refuse_review
from casework.usecases.cases.report_execution import ReportExecution, report_execution
from casework.usecases.cases.return_case import ReturnCase, Supplement, reinvestigate, return_case, supplement
from casework.usecases.cases.serve_decision import ServeDecision, serve_decision
from casework.usecases.cases.show_facts import ShowFacts, show_facts
from casework.usecases.cases.submit_to_review import (
    InvolveReview,
    SubmitToReview,
    involve_review,
    submit_to_review,
)
from casework.usecases.cases.talk_with_subject import TalkWithSubject, talk_with_subject
from casework.usecases.cases.transfer_to_procuratorate import (
    TransferToProcuratorate,
    transfer_to_procuratorate,
)
from casework.usecases.cases.waive_report import WaiveReport, waive_report
from casework.usecases.cases.withdraw_case import WithdrawCase, withdraw_case
from casework.usecases.cases.write_report import WriteReport, write_report
from casework.usecases.clues.designate_clue import Designated
from shared.process.paper_moments import paper_moments
from shared.process.process import Move, Process

# fmt: off
CASES: Process[Case] = Process(
    name=CASE.name, collection="cases", tag="案件", lifecycle=CASE, table=CaseRow.__table__, of=case_of,
    view=view_case, listed=list_case, out=CaseOut, facts=case_facts, moments=paper_moments(PAPERS, CASE.name),
    hangs_on="clue_id", leave=leave_case,
    moves=MappingProxyType({
        A.FILE:                 Move(FileCase,           file_case),
        A.ANNOUNCE_FILING:      Move(AnnounceFiling,     announce_filing),
        A.PERMIT_EXCEPTION:     Move(PermitException,    permit_exception),
        A.APPROVE_PLAN:         Move(ApprovePlan,        approve_plan),
        A.BEGIN_INVESTIGATION:  Move(FormCaseTeam,       begin_investigation, before=checked(A.BEGIN_INVESTIGATION)),
        A.CHANGE_TEAM:          Move(FormCaseTeam,       begin_investigation, before=checked(A.CHANGE_TEAM)),
        A.SHOW_FACTS:           Move(ShowFacts,          show_facts),
        A.WRITE_REPORT:         Move(WriteReport,        write_report),
        A.WAIVE_REPORT:         Move(WaiveReport,        waive_report),
        A.COMPLETE_REPORT:      Move(CompleteReport,     complete_report),
        A.SUBMIT_TO_REVIEW:     Move(SubmitToReview,     submit_to_review),
        A.INVOLVE_REVIEW:       Move(InvolveReview,      involve_review),
        A.ACCEPT_REVIEW:        Move(),
        A.REFUSE_REVIEW:        Move(RefuseReview,       refuse_review),
        A.BEGIN_REVIEW:         Move(FormReviewGroup,    begin_review, before=checked(A.BEGIN_REVIEW)),
        A.CHANGE_REVIEW_GROUP:  Move(FormReviewGroup,    begin_review, before=checked(A.CHANGE_REVIEW_GROUP)),
        A.TALK_WITH_SUBJECT:    Move(TalkWithSubject,    talk_with_subject),
        A.DISCUSS_REVIEW:       Move(DiscussReview,      discuss_review),
        A.FINISH_REVIEW:        Move(FinishReview,       finish_review),
        A.RETURN_REINVESTIGATE: Move(ReturnCase,         return_case),
        A.RETURN_SUPPLEMENT:    Move(ReturnCase,         return_case),
        A.REINVESTIGATE:        Move(apply=reinvestigate),
        A.SUPPLEMENT:           Move(Supplement,         supplement),
        A.DESIGNATE_AUTHORITY:  Move(DesignateAuthority, designate_authority),
        A.RECORD_OPINION:       Move(RecordOpinion,      record_opinion),
        A.DECIDE:               Move(DecideCase,         decide_case, decision_signs),
        A.SERVE:                Move(ServeDecision,      serve_decision),
        A.ANNOUNCE_DECISION:    Move(AnnounceDecision,   announce_decision),
        A.BEGIN_EXECUTION:      Move(),
        A.REPORT_EXECUTION:     Move(ReportExecution,    report_execution),
        A.WITHDRAW:             Move(WithdrawCase,       withdraw_case),
        A.TRANSFER_TO_PROCURATORATE: Move(TransferToProcuratorate, transfer_to_procuratorate),
        A.LODGE_APPEAL:         Move(LodgeAppeal,        lodge_appeal),
        A.END_APPEAL:           Move(),
        A.LODGE_COMPLAINT:      Move(LodgeComplaint,     lodge_appeal),
        A.RECORD_QUALITY:       Move(RecordQuality,      record_quality),
        A.DRAFT_RECOMMENDATION: Move(DraftRecommendation, draft_recommendation, before=draft_there),
        A.EXTEND_DEADLINE:      Move(ExtendDeadline,     extend_deadline, extension_signs),
        A.CLOSE:                Move(CloseCase,          close_case),
        A.DESIGNATE:            Move(Designated,         designate_case),
    }),
)

APPEALS: Process[Appeal] = Process(
    name=APPEAL.name, collection="appeals", tag="申诉复查", lifecycle=APPEAL, table=AppealRow.__table__,
    of=appeal_of, view=view_appeal, out=AppealOut, facts=appeal_facts, moments=paper_moments(PAPERS, APPEAL.name),
    hangs_on="case_id",
    moves=MappingProxyType({
        P.ACCEPT:          Move(apply=accept_appeal),
        P.REFUSE:          Move(RefuseAppeal,   refuse_appeal),
        P.ASSIGN_HANDLERS: Move(AssignHandlers, assign_handlers,
                                before=officers_checked_for_appeal(P.ASSIGN_HANDLERS)),
        P.DECIDE:          Move(DecideAppeal,   decide_appeal, appeal_signs),
        P.SERVE:           Move(ServeAppeal,    serve_appeal),
    }),
)
# fmt: on
