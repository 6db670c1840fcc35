"""The five processes of joint work, each action beside the function that carries it out."""

from types import MappingProxyType
from typing import Any

from casework.domain.linkage.board_task_lifecycle import BOARD_TASK, BoardTask
from casework.domain.linkage.board_task_lifecycle import BoardTaskAction as B
from casework.domain.linkage.consultation_lifecycle import CONSULTATION, Consultation
from casework.domain.linkage.consultation_lifecycle import ConsultationAction as C
from casework.domain.linkage.linkage_task import LinkageTask
from casework.domain.linkage.linkage_task_lifecycle import LINKAGE_TASK
from casework.domain.linkage.linkage_task_lifecycle import LinkageTaskAction as L
from casework.domain.linkage.secondment import Secondment
from casework.domain.linkage.secondment_lifecycle import SECONDMENT
from casework.domain.linkage.secondment_lifecycle import SecondmentAction as D
from casework.domain.linkage.share_lifecycle import SHARE, Share
from casework.domain.linkage.share_lifecycle import ShareAction as H
from casework.store.linkage.objects import (
    board_task_of,
    consultation_of,
    linkage_task_of,
    secondment_of,
    share_of,
)
from casework.store.linkage.team import leave_task
from casework.store.papers import PAPERS
from casework.store.tables.consultations import ConsultationRow
from casework.store.tables.linkage import BoardTaskRow, LinkageTaskRow, ShareRow
from casework.store.tables.secondments import SecondmentRow
from casework.usecases.linkage import board_task_moves as work
from casework.usecases.linkage import consultation_bodies as talk
from casework.usecases.linkage import secondment_bodies as loan
from casework.usecases.linkage import secondment_moves as lent
from casework.usecases.linkage.approve_linkage_task import ApproveTask, approve_linkage_task
from casework.usecases.linkage.assess_linkage_task import AssessTask, assess_linkage_task
from casework.usecases.linkage.change_lead import ChangeLead, change_lead
from casework.usecases.linkage.conclude_linkage_task import ConcludeTask, conclude_linkage_task
from casework.usecases.linkage.consultation_facts import consultation_facts, doers_checked
from casework.usecases.linkage.consultation_moves import give_opinion, resolve_consultation
from casework.usecases.linkage.coordinate_linkage_task import (
    CoordinateTask,
    DeclineTask,
    MergeInto,
    coordinate_linkage_task,
    decline_linkage_task,
    merge_linkage_task,
)
from casework.usecases.linkage.declare_linkage_task import DeclareTask, declare_linkage_task
from casework.usecases.linkage.designate_jurisdiction import (
    DesignateJurisdiction,
    can_be_handed_over,
    designate_jurisdiction,
)
from casework.usecases.linkage.form_linkage_team import FormLinkageTeam, form_linkage_team
from casework.usecases.linkage.linkage_task_facts import linkage_task_facts
from casework.usecases.linkage.officer_check import members_checked_for
from casework.usecases.linkage.part_views import (
    BoardTaskOut,
    ConsultationOut,
    SecondmentOut,
    ShareOut,
    view_board_task,
    view_consultation,
    view_secondment,
    view_share,
)
from casework.usecases.linkage.secondment_facts import alternative_found, officer_checked, secondment_facts
from casework.usecases.linkage.share_moves import end_share, share_facts, share_material
from casework.usecases.linkage.signing import case_signs, jurisdiction_signs, unless_head
from casework.usecases.linkage.suspending import SuspendTask
from casework.usecases.linkage.task_views import LinkageTaskOut, view_linkage_task
from casework.usecases.linkage.write_task_report import WriteTaskReport, write_task_report
from shared.process.paper_moments import paper_moments
from shared.process.process import Move, Process

# fmt: off
LINKAGE_TASKS: Process[LinkageTask] = Process(
    name=LINKAGE_TASK.name, collection="linkage-tasks", tag="联动任务", lifecycle=LINKAGE_TASK,
    table=LinkageTaskRow.__table__, of=linkage_task_of, view=view_linkage_task, out=LinkageTaskOut,
    facts=linkage_task_facts, moments=paper_moments(PAPERS, LINKAGE_TASK.name), leave=leave_task,
    moves=MappingProxyType({
        L.DECLARE:      Move(DeclareTask,     declare_linkage_task,    unless_head),
        L.COORDINATE:   Move(CoordinateTask,  coordinate_linkage_task, unless_head),
        L.DECLINE:      Move(DeclineTask,     decline_linkage_task,    unless_head),
        L.MERGE:        Move(MergeInto,       merge_linkage_task),
        L.APPROVE:      Move(ApproveTask,     approve_linkage_task,    case_signs),
        L.FORM_TEAM:    Move(FormLinkageTeam, form_linkage_team, before=members_checked_for(L.FORM_TEAM)),
        L.CHANGE_TEAM:  Move(FormLinkageTeam, form_linkage_team, before=members_checked_for(L.CHANGE_TEAM)),
        L.BEGIN:        Move(),
        L.CHANGE_LEAD:  Move(ChangeLead,      change_lead),
        L.DESIGNATE_JURISDICTION: Move(DesignateJurisdiction, designate_jurisdiction, jurisdiction_signs,
                                       check=can_be_handed_over),
        L.SUSPEND:      Move(SuspendTask),
        L.RESUME:       Move(),
        L.WRITE_REPORT: Move(WriteTaskReport, write_task_report),
        L.CONCLUDE:     Move(ConcludeTask,    conclude_linkage_task,   case_signs),
        L.ASSESS:       Move(AssessTask,      assess_linkage_task),
        L.ARCHIVE:      Move(),
    }),
)

SECONDMENTS: Process[Secondment] = Process(
    name=SECONDMENT.name, collection="secondments", tag="人员抽调", lifecycle=SECONDMENT,
    table=SecondmentRow.__table__, of=secondment_of, view=view_secondment, out=SecondmentOut,
    facts=secondment_facts, moments=paper_moments(PAPERS, SECONDMENT.name), hangs_on="task_id",
    moves=MappingProxyType({
        D.RELEASE:           Move(loan.ReleaseOfficer),
        D.COUNTER:           Move(loan.CounterSecondment, lent.counter_secondment, before=alternative_found),
        D.DECLINE:           Move(loan.DeclineSecondment),
        D.ACCEPT:            Move(apply=lent.accept_secondment, before=officer_checked),
        D.WITHDRAW:          Move(apply=lent.withdraw_secondment),
        D.BEGIN:             Move(),
        D.PROPOSE_EXTENSION: Move(loan.ProposeExtension, lent.propose_extension),
        D.AGREE_EXTENSION:   Move(apply=lent.agree_extension),
        D.REFUSE_EXTENSION:  Move(apply=lent.refuse_extension),
        D.RETURN:            Move(apply=lent.return_officer),
        D.LAPSE:             Move(apply=lent.lapse_secondment),
        D.APPRAISE:          Move(loan.AppraiseOfficer, lent.appraise_officer),
    }),
)

BOARD_TASKS: Process[BoardTask] = Process(
    name=BOARD_TASK.name, collection="board-tasks", tag="任务清单", lifecycle=BOARD_TASK,
    table=BoardTaskRow.__table__, of=board_task_of, view=view_board_task, out=BoardTaskOut,
    facts=work.board_task_facts, moments=paper_moments(PAPERS, BOARD_TASK.name), hangs_on="task_id",
    moves=MappingProxyType({
        B.ACCEPT:   Move(),
        B.REPORT:   Move(work.ReportWork,   work.report_work),
        B.RETURN:   Move(work.ReturnWork,   work.return_work),
        B.CONFIRM:  Move(apply=work.confirm_work),
        B.WITHDRAW: Move(work.WithdrawWork, work.withdraw_work),
    }),
)

SHARES: Process[Share] = Process(
    name=SHARE.name, collection="shares", tag="材料共享", lifecycle=SHARE, table=ShareRow.__table__, of=share_of,
    view=view_share, out=ShareOut, facts=share_facts, hangs_on="task_id", moves=MappingProxyType({
        H.SHARE: Move(apply=share_material),
        H.END:   Move(apply=end_share),
    }),
)

CONSULTATIONS: Process[Consultation] = Process(
    name=CONSULTATION.name, collection="consultations", tag="会商", lifecycle=CONSULTATION,
    table=ConsultationRow.__table__, of=consultation_of, view=view_consultation, out=ConsultationOut,
    facts=consultation_facts, moments=paper_moments(PAPERS, CONSULTATION.name), hangs_on="task_id",
    moves=MappingProxyType({
        C.GIVE_OPINION: Move(talk.GiveOpinion,         give_opinion),
        C.RESOLVE:      Move(talk.ResolveConsultation, resolve_consultation, before=doers_checked),
        C.CANCEL:       Move(talk.CancelConsultation),
    }),
)
# fmt: on

LINKAGE_PROCESSES: tuple[Process[Any], ...] = (LINKAGE_TASKS, SECONDMENTS, BOARD_TASKS, SHARES, CONSULTATIONS)
