"""Items and daily supervision: each action beside the function that carries it out."""

from types import MappingProxyType

from rectification.domain.consultation_lifecycle import CONSULTATION
from rectification.domain.consultation_lifecycle import ConsultationAction as Q
from rectification.domain.item import Item
from rectification.domain.item_lifecycle import ITEM
from rectification.domain.item_lifecycle import ItemAction as A
from rectification.domain.material_handover_lifecycle import MATERIAL_HANDOVER
from rectification.domain.material_handover_lifecycle import HandoverAction as H
from rectification.domain.planned_measure_lifecycle import PLANNED_MEASURE
from rectification.domain.planned_measure_lifecycle import PlannedMeasureAction as P
from rectification.domain.re_feedback_lifecycle import RE_FEEDBACK
from rectification.domain.re_feedback_lifecycle import ReFeedbackAction as F
from rectification.domain.special_check_lifecycle import SPECIAL_CHECK
from rectification.domain.special_check_lifecycle import SpecialCheckAction as K
from rectification.domain.supervision import (
    Consultation,
    MaterialHandover,
    PlannedMeasure,
    ReFeedback,
    SpecialCheck,
)
from rectification.store.objects import reader_of
from rectification.store.tables import (
    ConsultationRow,
    ItemRow,
    MaterialHandoverRow,
    PlannedMeasureRow,
    ReFeedbackRow,
    SpecialCheckRow,
)
from rectification.usecases.items.extend_item import ExtendItem, extend_item
from rectification.usecases.items.find_false import FindFalse, find_false
from rectification.usecases.items.item_facts import item_facts, item_signs
from rectification.usecases.items.make_long_term import MakeLongTerm, make_long_term
from rectification.usecases.items.reach_milestone import ReachMilestone, reach_milestone
from rectification.usecases.items.report_progress import ReportProgress, report_progress, start_item
from rectification.usecases.items.report_rebound import ReportRebound, report_rebound
from rectification.usecases.items.submit_item import submit_item
from rectification.usecases.items.verify_item import VerifyItem, reject_item, strike_off_item, verify_item
from rectification.usecases.items.views import ItemOut, view_item
from rectification.usecases.organizations.review_plan import ReturnWithReasons
from rectification.usecases.supervision.answer_re_feedback import (
    AnswerReFeedback,
    answer_re_feedback,
    return_answer,
)
from rectification.usecases.supervision.hand_over_material import settle_handover
from rectification.usecases.supervision.hold_consultation import (
    AnswerConsultation,
    answer_consultation,
    consultation_facts,
)
from rectification.usecases.supervision.plan_measure import (
    RescheduleMeasure,
    carry_out_measure,
    planned_measure_facts,
    reschedule_measure,
)
from rectification.usecases.supervision.plan_special_check import (
    RecordCheckResult,
    conclude_special_check,
    record_check_result,
    special_check_facts,
)
from rectification.usecases.supervision.supervise import CarriedOut
from rectification.usecases.supervision.views import (
    ConsultationOut,
    MaterialHandoverOut,
    PlannedMeasureOut,
    ReFeedbackOut,
    SpecialCheckOut,
    view_consultation,
    view_material_handover,
    view_planned_measure,
    view_re_feedback,
    view_special_check,
)
from shared.process.process import Move, Process, no_facts

TAG = "日常监督"

# fmt: off
ITEMS: Process[Item] = Process(
    name=ITEM.name, collection="rectification-items", tag="整改事项", lifecycle=ITEM, table=ItemRow.__table__,
    of=reader_of(Item), view=view_item, out=ItemOut, facts=item_facts, moves=MappingProxyType({
        A.START:           Move(apply=start_item),
        A.REPORT_PROGRESS: Move(ReportProgress, report_progress),
        A.MAKE_LONG_TERM:  Move(MakeLongTerm,   make_long_term, item_signs),
        A.REACH_MILESTONE: Move(ReachMilestone, reach_milestone),
        A.SUBMIT:          Move(apply=submit_item, signs=item_signs),
        A.VERIFY:          Move(VerifyItem,     verify_item),
        A.REJECT:          Move(VerifyItem,     reject_item),
        A.CLOSE:           Move(apply=strike_off_item),
        A.REPORT_REBOUND:  Move(ReportRebound,  report_rebound),
        A.FIND_FALSE:      Move(FindFalse,      find_false),
        A.EXTEND:          Move(ExtendItem,     extend_item),
        A.CANCEL:          Move(),
    }),
)

PLANNED_MEASURES: Process[PlannedMeasure] = Process(
    name=PLANNED_MEASURE.name, collection="planned-measures", tag=TAG, lifecycle=PLANNED_MEASURE,
    table=PlannedMeasureRow.__table__, of=reader_of(PlannedMeasure), view=view_planned_measure,
    out=PlannedMeasureOut, facts=planned_measure_facts, moves=MappingProxyType({
        P.RESCHEDULE: Move(RescheduleMeasure, reschedule_measure),
        P.CARRY_OUT:  Move(CarriedOut,        carry_out_measure),
        P.CANCEL:     Move(),
    }),
)

SPECIAL_CHECKS: Process[SpecialCheck] = Process(
    name=SPECIAL_CHECK.name, collection="special-checks", tag=TAG, lifecycle=SPECIAL_CHECK,
    table=SpecialCheckRow.__table__, of=reader_of(SpecialCheck), view=view_special_check, out=SpecialCheckOut,
    facts=special_check_facts, moves=MappingProxyType({
        K.BEGIN:         Move(),
        K.RECORD_RESULT: Move(RecordCheckResult, record_check_result),
        K.CONCLUDE:      Move(apply=conclude_special_check),
    }),
)

RE_FEEDBACKS: Process[ReFeedback] = Process(
    name=RE_FEEDBACK.name, collection="re-feedbacks", tag=TAG, lifecycle=RE_FEEDBACK,
    table=ReFeedbackRow.__table__, of=reader_of(ReFeedback), view=view_re_feedback, out=ReFeedbackOut,
    facts=no_facts, moves=MappingProxyType({
        F.ANSWER:        Move(AnswerReFeedback,  answer_re_feedback),
        F.RETURN_ANSWER: Move(ReturnWithReasons, return_answer),
        F.SETTLE:        Move(),
    }),
)

CONSULTATIONS: Process[Consultation] = Process(
    name=CONSULTATION.name, collection="issue-consultations", tag=TAG, lifecycle=CONSULTATION,
    table=ConsultationRow.__table__, of=reader_of(Consultation), view=view_consultation, out=ConsultationOut,
    facts=consultation_facts, moves=MappingProxyType({
        Q.ANSWER: Move(AnswerConsultation, answer_consultation),
        Q.CLOSE:  Move(),
    }),
)

MATERIAL_HANDOVERS: Process[MaterialHandover] = Process(
    name=MATERIAL_HANDOVER.name, collection="material-handovers", tag=TAG, lifecycle=MATERIAL_HANDOVER,
    table=MaterialHandoverRow.__table__, of=reader_of(MaterialHandover), view=view_material_handover,
    out=MaterialHandoverOut, facts=no_facts, moves=MappingProxyType({
        H.RECEIVE: Move(apply=settle_handover),
        H.REFUSE:  Move(ReturnWithReasons, settle_handover),
    }),
)
# fmt: on
