"""The processes that chase: urgings and work reminders, each action beside the function that carries it out."""

from types import MappingProxyType

from intake.domain.urging_lifecycle import URGING, Urging
from intake.domain.urging_lifecycle import UrgingAction as U
from intake.domain.work_reminder_lifecycle import WORK_REMINDER, WorkReminder
from intake.domain.work_reminder_lifecycle import WorkReminderAction as W
from intake.store.tables.chasing import UrgingRow, WorkReminderRow
from intake.store.urgings import urging_of
from intake.store.work_reminders import work_reminder_of
from intake.usecases.chasing.urging_moves import (
    AnswerUrging,
    EscalateUrging,
    ReturnUrging,
    answer_signs,
    answer_urging,
    escalate_urging,
    issue_signs,
    issue_urging,
    lapse_urging,
    return_urging,
    urging_facts,
)
from intake.usecases.chasing.urging_views import UrgingOut, view_urging
from intake.usecases.chasing.work_reminder_moves import (
    AnswerWorkReminder,
    RecordResult,
    RecordVisit,
    answer_work_reminder,
    record_result_of,
    record_visit,
    send_work_reminder,
    work_reminder_facts,
)
from intake.usecases.chasing.work_reminder_views import WorkReminderOut, view_work_reminder
from shared.process.bodies import Command
from shared.process.process import Move, Process

# fmt: off
URGINGS: Process[Urging] = Process(
    name=URGING.name, collection="urgings", tag="督办", lifecycle=URGING, table=UrgingRow.__table__, of=urging_of,
    view=view_urging, out=UrgingOut, facts=urging_facts, hangs_on="object_id", moves=MappingProxyType({
        U.ISSUE:    Move(Command,        issue_urging,    issue_signs),
        U.WITHDRAW: Move(),
        U.SIGN_FOR: Move(),
        U.ANSWER:   Move(AnswerUrging,   answer_urging,   answer_signs),
        U.RETURN:   Move(ReturnUrging,   return_urging),
        U.CLOSE:    Move(),
        U.ESCALATE: Move(EscalateUrging, escalate_urging),
        U.LAPSE:    Move(Command,        lapse_urging),
    }),
)

WORK_REMINDERS: Process[WorkReminder] = Process(
    name=WORK_REMINDER.name, collection="work-reminders", tag="工作提醒", lifecycle=WORK_REMINDER,
    table=WorkReminderRow.__table__, of=work_reminder_of, view=view_work_reminder, out=WorkReminderOut,
    facts=work_reminder_facts, moves=MappingProxyType({
        W.SEND:          Move(Command,            send_work_reminder),
        W.WITHDRAW:      Move(),
        W.ANSWER:        Move(AnswerWorkReminder, answer_work_reminder),
        W.VISIT:         Move(RecordVisit,        record_visit),
        W.RECORD_RESULT: Move(RecordResult,       record_result_of),
        W.CLOSE:         Move(),
    }),
)
# fmt: on
