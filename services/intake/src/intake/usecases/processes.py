"""The processes of intake, each action beside the function that carries it out."""

from types import MappingProxyType
from typing import Any

from intake.domain.demand import Demand
from intake.domain.demand_lifecycle import DEMAND
from intake.domain.demand_lifecycle import DemandAction as D
from intake.domain.quotation_lifecycle import QUOTATION, Quotation
from intake.domain.quotation_lifecycle import QuotationAction as Q
from intake.domain.report import ANONYMOUS, NAMED, SETTLED_ITSELF, UNVERIFIED, Report
from intake.domain.report_lifecycle import REPORT
from intake.domain.report_lifecycle import ReportAction as R
from intake.domain.stub_lifecycle import STUB, Stub
from intake.domain.stub_lifecycle import StubAction as T
from intake.store.objects import demand_of, report_of
from intake.store.quotations import quotation_of
from intake.store.stubs import stub_of
from intake.store.tables import DemandRow, ReportRow
from intake.store.tables.answering import QuotationRow
from intake.store.tables.confidential import StubRow
from intake.usecases.answering.ask_quotation import QuotationOut, quotation_facts, view_quotation
from intake.usecases.chasing.processes import URGINGS, WORK_REMINDERS
from intake.usecases.chasing.reminder_moments import reminder_moments
from intake.usecases.chasing.work_reminder_moves import RemindDepartment, may_remind, remind_department
from intake.usecases.demands.answer_demand import AnswerDemand, answer_demand, says_something
from intake.usecases.demands.answer_merged import AnswerMerged, answer_merged
from intake.usecases.demands.classify_demand import (
    ClassifyDemand,
    SplitToReport,
    accuses,
    classify_demand,
    split_to_report,
)
from intake.usecases.demands.close_demand import CloseDemand, close_demand, says_what_came_of_it
from intake.usecases.demands.decline_demand import DeclineDemand, decline_demand
from intake.usecases.demands.demand_facts import demand_facts
from intake.usecases.demands.forward_demand import (
    ForwardDemand,
    SuperviseDemand,
    forward_demand,
    may_supervise,
    supervise_demand,
    supervise_signs,
)
from intake.usecases.demands.hold_hearing import BeginHearing, EndHearing, begin_hearing, end_hearing
from intake.usecases.demands.object_jurisdiction import ObjectJurisdiction, object_jurisdiction
from intake.usecases.demands.register_demand import RegisterDemand, register_demand
from intake.usecases.demands.review_demand import AnswerReview, AssignReview, answer_review, assign_review
from intake.usecases.demands.rule_demand import RuleDemand, rule_demand
from intake.usecases.demands.split_demand import SplitToDemand, split_to_demand
from intake.usecases.matters.extend_deadline import ExtendDemand, ExtendReport, extend_demand, extend_report
from intake.usecases.matters.receiver import HANDLING_KINDS, LOWER_ORGANS, goes_to
from intake.usecases.matters.split_matter import copies_of
from intake.usecases.merging.merge_matters import MergeMatter, UnmergeMatter, merge_matter, unmerge_matter
from intake.usecases.merging.processes import DUPLICATE_NOTICES
from intake.usecases.merging.tell_duplicates import RegisteredDemandOut, RegisteredReportOut, tell_duplicates
from intake.usecases.publishing.processes import PUBLIC_PROCESSES
from intake.usecases.receipts.reporter_moves import (
    ObjectToAnswer,
    RateAnswer,
    object_to_answer,
    rate_demand,
    request_final_review,
    request_review,
)
from intake.usecases.recusals.screen_matters import screened_before
from intake.usecases.reports.archive_report import ArchiveReport, archive_report
from intake.usecases.reports.assign_down import AssignDown, assign_down
from intake.usecases.reports.conclude_report import ConcludeReport, conclude_report
from intake.usecases.reports.decline_report import DeclineReport, decline_report
from intake.usecases.reports.feed_back_result import FeedBackResult, feed_back_result
from intake.usecases.reports.give_feedback import GiveFeedback, give_feedback
from intake.usecases.reports.refer_report import ReferDown, ReferOut, refer_down, refer_out
from intake.usecases.reports.refer_up import ReferUp, goes_above, refer_up
from intake.usecases.reports.register_report import RegisterReport, register_report
from intake.usecases.reports.reopen_report import (
    DismissEvidence,
    ReopenReport,
    reopen_report,
    settle_evidence,
)
from intake.usecases.reports.report_facts import report_facts
from intake.usecases.reports.report_result import ReportResult, report_result
from intake.usecases.reports.retain_duplicate import RetainDuplicate, first_takes_it, retain_duplicate
from intake.usecases.reports.return_report import ReturnReport, return_report
from intake.usecases.reports.screen_report import ScreenReport, screen_report
from intake.usecases.reports.settle_report import SettleReport, settle_report
from intake.usecases.reports.start_disposal import StartDisposal, start_disposal
from intake.usecases.reports.transfer_report import TransferReport, transfer_report
from intake.usecases.reports.try_contact import TryContact, try_contact
from intake.usecases.reports.urge_report import UrgeReport, urge_report, urge_report_signs
from intake.usecases.reports.verify_name import VerifyName, verify_name
from intake.usecases.requests.processes import REQUESTS
from intake.usecases.sealed.move_stub import (
    ConfirmStub,
    ForwardStub,
    StubOut,
    confirm_stub,
    forward_stub,
    stub_facts,
    view_stub,
)
from intake.usecases.views import DemandOut, ReportOut, list_demand, list_report, view_demand, view_report
from shared.process.bodies import Command
from shared.process.process import Move, Only, Process

NAME_IS_GIVEN = Only("named_status", (NAMED, UNVERIFIED))
NAME_WAS_LOOKED_AT = Only("named_status", (NAMED, ANONYMOUS))
EVIDENCE_IS_NEW = Only("new_evidence_on")

# fmt: off
REPORTS: Process[Report] = Process(
    name=REPORT.name, collection="reports", tag="检举控告", lifecycle=REPORT, table=ReportRow.__table__, of=report_of,
    view=view_report, listed=list_report, out=ReportOut, facts=report_facts, moments=reminder_moments,
    moves=MappingProxyType({
        R.REGISTER:         Move(RegisterReport,  register_report, before=screened_before(REPORT.name),
                                 tells=tell_duplicates, out=RegisteredReportOut),
        R.TRY_CONTACT:      Move(TryContact,      try_contact, only=NAME_IS_GIVEN),
        R.VERIFY_NAME:      Move(VerifyName,      verify_name, only=NAME_IS_GIVEN),
        R.SCREEN:           Move(ScreenReport,    screen_report, only=NAME_WAS_LOOKED_AT),
        R.DECLINE:          Move(DeclineReport,   decline_report),
        R.REFER_UP:         Move(ReferUp,         refer_up,        check=goes_above),
        R.REFER_DOWN:       Move(ReferDown,       refer_down,      check=goes_to(LOWER_ORGANS)),
        R.REFER_OUT:        Move(ReferOut,        refer_out,       check=goes_to(None)),
        R.ASSIGN_DOWN:      Move(AssignDown,      assign_down,     check=goes_to(LOWER_ORGANS)),
        R.URGE:             Move(UrgeReport,      urge_report, urge_report_signs),
        R.EXTEND:           Move(ExtendReport,    extend_report),
        R.REPORT_RESULT:    Move(ReportResult,    report_result),
        R.RETAIN_DUPLICATE: Move(RetainDuplicate, retain_duplicate, check=first_takes_it),
        R.MERGE:            Move(MergeMatter,     merge_matter),
        R.UNMERGE:          Move(UnmergeMatter,   unmerge_matter),
        R.REJOIN:           Move(),
        R.SPLIT_TO_DEMAND:  Move(SplitToDemand,   split_to_demand, before=copies_of(REPORT.name)),
        R.ACCEPT:           Move(),
        R.TRANSFER:         Move(TransferReport,  transfer_report, check=goes_to(HANDLING_KINDS)),
        R.RETURN:           Move(ReturnReport,    return_report),
        R.SETTLE:           Move(SettleReport,    settle_report, only=Only("category", SETTLED_ITSELF)),
        R.START_DISPOSAL:   Move(StartDisposal,   start_disposal),
        R.CONCLUDE:         Move(ConcludeReport,  conclude_report),
        R.FEED_BACK:        Move(FeedBackResult,  feed_back_result),
        R.GIVE_FEEDBACK:    Move(GiveFeedback,    give_feedback, only=Only("named_status", (NAMED,))),
        R.REOPEN:           Move(ReopenReport,    reopen_report, only=EVIDENCE_IS_NEW),
        R.REASSESS:         Move(Command,         settle_evidence, only=EVIDENCE_IS_NEW),
        R.DISMISS_EVIDENCE: Move(DismissEvidence, settle_evidence, only=EVIDENCE_IS_NEW),
        R.ARCHIVE:          Move(ArchiveReport,   archive_report),
    }),
)

DEMANDS: Process[Demand] = Process(
    name=DEMAND.name, collection="demands", tag="民生诉求", lifecycle=DEMAND, table=DemandRow.__table__, of=demand_of,
    view=view_demand, listed=list_demand, out=DemandOut, facts=demand_facts, moments=reminder_moments,
    moves=MappingProxyType({
        D.REGISTER:             Move(RegisterDemand,   register_demand, before=screened_before(DEMAND.name),
                                     tells=tell_duplicates, out=RegisteredDemandOut),
        D.CLASSIFY:             Move(ClassifyDemand,   classify_demand, before=copies_of(DEMAND.name, when=accuses)),
        D.SPLIT_TO_REPORT:      Move(SplitToReport,    split_to_report, before=copies_of(DEMAND.name)),
        D.DECLINE:              Move(DeclineDemand,    decline_demand),
        D.FORWARD:              Move(ForwardDemand,    forward_demand),
        D.SUPERVISE:            Move(SuperviseDemand,  supervise_demand, supervise_signs, check=may_supervise),
        D.MERGE:                Move(MergeMatter,      merge_matter),
        D.UNMERGE:              Move(UnmergeMatter,    unmerge_matter),
        D.ANSWER_MERGED:        Move(AnswerMerged,     answer_merged),
        D.OBJECT_JURISDICTION:  Move(ObjectJurisdiction, object_jurisdiction),
        D.RULE:                 Move(RuleDemand,       rule_demand),
        D.SIGN_FOR:             Move(),
        D.WORK_REMINDER:        Move(RemindDepartment, remind_department, check=may_remind),
        D.EXTEND:               Move(ExtendDemand,     extend_demand),
        D.ANSWER:               Move(AnswerDemand,     answer_demand,    check=says_something),
        D.RATE:                 Move(RateAnswer,       rate_demand),
        D.OBJECT:               Move(ObjectToAnswer,   object_to_answer),
        D.REQUEST_REVIEW:       Move(ObjectToAnswer,   request_review),
        D.REQUEST_FINAL_REVIEW: Move(ObjectToAnswer,   request_final_review),
        D.ASSIGN_REVIEW:        Move(AssignReview,     assign_review),
        D.BEGIN_HEARING:        Move(BeginHearing,     begin_hearing),
        D.END_HEARING:          Move(EndHearing,       end_hearing),
        D.ANSWER_REVIEW:        Move(AnswerReview,     answer_review,    check=says_something),
        D.CLOSE:                Move(CloseDemand,      close_demand,     check=says_what_came_of_it),
    }),
)

QUOTATIONS: Process[Quotation] = Process(
    name=QUOTATION.name, collection="quotations", tag="引用审批", lifecycle=QUOTATION, table=QuotationRow.__table__,
    of=quotation_of, view=view_quotation, out=QuotationOut, facts=quotation_facts, hangs_on="object_id",
    moves=MappingProxyType({
        Q.CLEAR:  Move(),
        Q.REFUSE: Move(),
    }),
)

STUBS: Process[Stub] = Process(
    name=STUB.name, collection="stubs", tag="密封上送", lifecycle=STUB, table=StubRow.__table__, of=stub_of,
    view=view_stub, out=StubOut, facts=stub_facts, moves=MappingProxyType({
        T.FORWARD:   Move(ForwardStub, forward_stub),
        T.CONFIRM:   Move(ConfirmStub, confirm_stub),
        T.TAKE_OVER: Move(),
        T.CLEAR:     Move(),
    }),
)
# fmt: on

PROCESSES: MappingProxyType[str, Process[Any]] = MappingProxyType(
    {
        one.name: one
        for one in (
            REPORTS,
            DEMANDS,
            QUOTATIONS,
            STUBS,
            URGINGS,
            WORK_REMINDERS,
            DUPLICATE_NOTICES,
            *REQUESTS,
            *PUBLIC_PROCESSES,
        )
    }
)
