"""Recommendations, lighter papers and systems built: each action beside the function that carries it out."""

from types import MappingProxyType

from rectification.domain.recommendation import Recommendation, Reminder, SystemBuilt
from rectification.domain.recommendation_lifecycle import RECOMMENDATION
from rectification.domain.recommendation_lifecycle import RecommendationAction as A
from rectification.domain.reminder_lifecycle import REMINDER
from rectification.domain.reminder_lifecycle import ReminderAction as M
from rectification.domain.system_built_lifecycle import SYSTEM_BUILT
from rectification.domain.system_built_lifecycle import SystemBuiltAction as S
from rectification.store.objects import reader_of
from rectification.store.tables import RecommendationRow, ReminderRow, SystemBuiltRow
from rectification.usecases.recommendations.answer_recommendation import (
    AnswerObjection,
    ObjectToRecommendation,
    ReplyToRecommendation,
    ReturnReply,
    VerifyRecommendation,
    acknowledge,
    answer_objection,
    close_recommendation,
    object_to_recommendation,
    reply_to_recommendation,
    return_reply,
    verify_recommendation,
)
from rectification.usecases.recommendations.chase_recommendation import (
    EscalateRecommendation,
    SetNewDate,
    escalate_recommendation,
    mark_overdue,
    set_new_date,
    withdraw_recommendation,
)
from rectification.usecases.recommendations.deliver_recommendation import (
    DeliverRecommendation,
    deliver_recommendation,
    issue_recommendation,
)
from rectification.usecases.recommendations.draft_reminder import (
    AnswerReminder,
    ReviseReminder,
    answer_reminder,
    deliver_reminder,
    return_reminder_answer,
    revise_reminder,
)
from rectification.usecases.recommendations.register_system import AmendSystem, amend_system
from rectification.usecases.recommendations.revise_recommendation import (
    ReviseRecommendation,
    approval_signs,
    recommendation_facts,
    revise_recommendation,
)
from rectification.usecases.recommendations.views import (
    RecommendationOut,
    ReminderOut,
    SystemBuiltOut,
    view_with_papers,
)
from shared.process.process import Move, Process, no_facts

TAG = "建议与提醒"

# fmt: off
RECOMMENDATIONS: Process[Recommendation] = Process(
    name=RECOMMENDATION.name, collection="recommendations", tag=TAG, lifecycle=RECOMMENDATION,
    table=RecommendationRow.__table__, of=reader_of(Recommendation), view=view_with_papers, out=RecommendationOut,
    facts=recommendation_facts, moves=MappingProxyType({
        A.REVISE_DRAFT:     Move(ReviseRecommendation,   revise_recommendation),
        A.CHECK_LEGALITY:   Move(),
        A.RETURN_DRAFT:     Move(),
        A.APPROVE:          Move(signs=approval_signs),
        A.ISSUE:            Move(apply=issue_recommendation),
        A.DELIVER:          Move(DeliverRecommendation,  deliver_recommendation),
        A.ACKNOWLEDGE:      Move(apply=acknowledge),
        A.OBJECT:           Move(ObjectToRecommendation, object_to_recommendation),
        A.ANSWER_OBJECTION: Move(AnswerObjection,        answer_objection),
        A.REPLY:            Move(ReplyToRecommendation,  reply_to_recommendation),
        A.RETURN_REPLY:     Move(ReturnReply,            return_reply),
        A.BEGIN_RECTIFYING: Move(),
        A.VERIFY:           Move(VerifyRecommendation,   verify_recommendation),
        A.MARK_OVERDUE:     Move(apply=mark_overdue),
        A.SET_NEW_DATE:     Move(SetNewDate,             set_new_date),
        A.ESCALATE:         Move(EscalateRecommendation, escalate_recommendation),
        A.WITHDRAW:         Move(apply=withdraw_recommendation),
        A.CLOSE:            Move(apply=close_recommendation),
    }),
)

REMINDERS: Process[Reminder] = Process(
    name=REMINDER.name, collection="reminders", tag=TAG, lifecycle=REMINDER, table=ReminderRow.__table__,
    of=reader_of(Reminder), view=view_with_papers, out=ReminderOut, facts=no_facts, moves=MappingProxyType({
        M.REVISE_DRAFT:  Move(ReviseReminder, revise_reminder),
        M.DELIVER:       Move(apply=deliver_reminder),
        M.ANSWER:        Move(AnswerReminder, answer_reminder),
        M.RETURN_ANSWER: Move(apply=return_reminder_answer),
        M.CLOSE:         Move(),
        M.WITHDRAW:      Move(),
    }),
)

SYSTEMS_BUILT: Process[SystemBuilt] = Process(
    name=SYSTEM_BUILT.name, collection="systems-built", tag="建立完善制度", lifecycle=SYSTEM_BUILT,
    table=SystemBuiltRow.__table__, of=reader_of(SystemBuilt), view=view_with_papers, out=SystemBuiltOut,
    facts=no_facts, moves=MappingProxyType({
        S.CONFIRM:     Move(),
        S.NOT_CONFIRM: Move(),
        S.AMEND:       Move(AmendSystem, amend_system),
    }),
)
# fmt: on
