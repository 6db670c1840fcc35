"""The life of a joint task (联动任务), as one table.

Rule: chapter 6 of the book of rules, E1 to E4, E6, E8, E9, J-1, J-4.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum, auto

from casework.domain.linkage.capacities import ASSESSOR, MEMBER, OFFICERS
from casework.domain.linkage.linkage_task import SMALLEST_TEAM
from shared.auth.roles import Role
from shared.lifecycle import SYSTEM, Guard, Lifecycle, Row, by


class LinkageTaskState(StrEnum):
    """Where a joint task stands."""

    DRAFTED = auto()
    DECLARED = auto()
    COORDINATED = auto()
    APPROVED = auto()
    TEAM_FORMED = auto()
    IN_PROGRESS = auto()
    CONCLUDED = auto()
    ASSESSED = auto()
    ARCHIVED = auto()
    DECLINED = auto()
    SUSPENDED = auto()
    MERGED = auto()


class LinkageTaskAction(StrEnum):
    """What can be done with a joint task."""

    DECLARE = auto()
    COORDINATE = auto()
    DECLINE = auto()
    MERGE = auto()
    APPROVE = auto()
    FORM_TEAM = auto()
    CHANGE_TEAM = auto()
    BEGIN = auto()
    CHANGE_LEAD = auto()
    DESIGNATE_JURISDICTION = auto()
    SUSPEND = auto()
    RESUME = auto()
    WRITE_REPORT = auto()
    CONCLUDE = auto()
    ASSESS = auto()
    ARCHIVE = auto()


@dataclass(frozen=True, slots=True)
class LinkageTaskFacts:
    """What the guards of a task's moves look at.

    `clashing_units` were or will be visited within the configured months. `not_agreed` are members neither of the
    lead office nor released by their home body. `reports_missing` are neither written nor waived.
    """

    participants_fit: bool = True
    has_powerless_body: bool = False
    unmergeable: int = 0
    clashing_units: int = 0
    has_days: bool = True
    team_size: int = SMALLEST_TEAM
    unknown_officers: int = 0
    not_agreed: int = 0
    conflicted: int = 0
    lead_fits: bool = True
    organ_fits: bool = True
    has_matter: bool = True
    form_fits: bool = True
    has_receiver: bool = True
    open_board_tasks: int = 0
    reports_missing: int = 0
    has_follow_up: bool = True
    parties_not_judged: int = 0


participants_fit = Guard("participant_not_fit", lambda f: f.participants_fit)
bodies_have_power = Guard("body_without_investigation_power", lambda f: not f.has_powerless_body)
merged_are_waiting = Guard("task_not_mergeable", lambda f: f.unmergeable == 0)
days_are_set = Guard("days_missing", lambda f: f.has_days)
units_are_free = Guard("unit_checked_recently", lambda f: f.clashing_units == 0)
team_is_big_enough = Guard("team_too_small", lambda f: f.team_size >= SMALLEST_TEAM)
officers_are_known = Guard("officer_unknown", lambda f: f.unknown_officers == 0)
members_are_agreed = Guard("member_not_released", lambda f: f.not_agreed == 0)
nobody_is_conflicted = Guard("recusal_conflict", lambda f: f.conflicted == 0)
lead_fits = Guard("lead_office_not_fit", lambda f: f.lead_fits)
organ_fits = Guard("jurisdiction_organ_not_fit", lambda f: f.organ_fits)
has_matter = Guard("matter_not_of_task", lambda f: f.has_matter)
form_fits = Guard("jurisdiction_form_not_fit", lambda f: f.form_fits)
has_receiver = Guard("receiving_office_missing", lambda f: f.has_receiver)
board_is_clear = Guard("board_task_open", lambda f: f.open_board_tasks == 0)
reports_are_there = Guard("three_reports_missing", lambda f: f.reports_missing == 0)
follow_up_exists = Guard("follow_up_missing", lambda f: f.has_follow_up)
everybody_is_judged = Guard("party_not_judged", lambda f: f.parties_not_judged == 0)

S, A = LinkageTaskState, LinkageTaskAction
DECLARER = by(Role.STATIONED_GROUP, Role.DISTRICT_COMMISSION)
OFFICE = by(Role.HANDLER, Role.OFFICE_HEAD)
HEAD = by(Role.OFFICE_HEAD)
TEAM = (*HEAD, *by(*OFFICERS, capacity=MEMBER))
MANAGER = by(Role.CASE_MANAGER, capacity=ASSESSOR)
TEAM_GUARDS = (officers_are_known, members_are_agreed, team_is_big_enough, nobody_is_conflicted)
PLANNED = (S.COORDINATED, S.APPROVED, S.TEAM_FORMED, S.IN_PROGRESS)

LABELS = {
    S.DRAFTED: ("拟申报", "Drafted"),
    S.DECLARED: ("已申报", "Declared"),
    S.COORDINATED: ("已统筹", "Coordinated"),
    S.APPROVED: ("已批准", "Approved"),
    S.TEAM_FORMED: ("专班已组建", "Team formed"),
    S.IN_PROGRESS: ("办理中", "In progress"),
    S.CONCLUDED: ("已办结", "Concluded"),
    S.ASSESSED: ("已考核", "Assessed"),
    S.ARCHIVED: ("已归档", "Archived"),
    S.DECLINED: ("不予联动", "Declined"),
    S.SUSPENDED: ("已中止", "Suspended"),
    S.MERGED: ("已合并", "Merged"),
    A.DECLARE: ("申报", "Declare"),
    A.COORDINATE: ("统筹", "Coordinate"),
    A.DECLINE: ("不予联动", "Decline"),
    A.MERGE: ("并入", "Merge"),
    A.APPROVE: ("批准方案", "Approve the plan"),
    A.FORM_TEAM: ("组建专班", "Form the team"),
    A.CHANGE_TEAM: ("调整专班", "Change the team"),
    A.BEGIN: ("开始办理", "Begin"),
    A.CHANGE_LEAD: ("变更牵头室", "Change the lead"),
    A.DESIGNATE_JURISDICTION: ("指定或者提级管辖", "Designate jurisdiction"),
    A.SUSPEND: ("中止", "Suspend"),
    A.RESUME: ("恢复", "Resume"),
    A.WRITE_REPORT: ("提交报告", "Write a report"),
    A.CONCLUDE: ("办结", "Conclude"),
    A.ASSESS: ("考核问效", "Assess"),
    A.ARCHIVE: ("归档", "Archive"),
}

# fmt: off
LINKAGE_TASK = Lifecycle(
    name="linkage_task", title=("联动任务", "Linkage task"), initial=S.DRAFTED,
    final=[S.ARCHIVED, S.DECLINED, S.MERGED], labels=LABELS, rows=[
    Row("E1", (S.DRAFTED,),                A.DECLARE,    S.DECLARED,    DECLARER, ("S1",),
        documents=("联动申报表",), event="linkage_task.declared"),
    Row("E2", (S.DECLARED, S.COORDINATED), A.COORDINATE, S.COORDINATED, OFFICE, ("S1",),
        needs=(participants_fit, bodies_have_power, merged_are_waiting, days_are_set, units_are_free),
        event="linkage_task.coordinated", basis="STN Arts 18-21"),
    Row("E2", (S.DECLARED, S.COORDINATED), A.DECLINE,    S.DECLINED,    OFFICE, ("S1",),
        event="linkage_task.declined"),
    Row("E2", (S.DECLARED,),               A.MERGE,      S.MERGED,      (SYSTEM,), event="linkage_task.merged"),
    Row("E3", (S.COORDINATED,),            A.APPROVE,    S.APPROVED,    OFFICE, ("S2",),
        needs=(days_are_set, units_are_free), documents=("联动工作方案",), event="linkage_task.approved"),
    Row("E4", (S.APPROVED, S.TEAM_FORMED), A.FORM_TEAM,  S.TEAM_FORMED, OFFICE, ("S2",),
        needs=TEAM_GUARDS, documents=("专班人员名单",), event="linkage_task.team_formed", basis="SL Art 67"),
    Row("E4", (S.IN_PROGRESS,),            A.CHANGE_TEAM, S.IN_PROGRESS, OFFICE, ("S2",),
        needs=TEAM_GUARDS, documents=("专班人员名单",), event="linkage_task.team_formed", basis="SL Art 67"),
    Row("E4", (S.TEAM_FORMED,),            A.BEGIN,      S.IN_PROGRESS, OFFICE, needs=(team_is_big_enough,),
        event="linkage_task.begun"),
    *(Row("6.1", (state,),                 A.CHANGE_LEAD, state,        HEAD, ("S2",), needs=(lead_fits,),
          documents=("牵头交接单",), event="linkage_task.lead_changed") for state in PLANNED),
    *(Row("E6", (state,),                  A.DESIGNATE_JURISDICTION, state, OFFICE, ("S3",),
          needs=(organ_fits, has_matter, form_fits, has_receiver), documents=("管辖决定书",),
          event="linkage_task.jurisdiction_designated", basis="SL Arts 16-17")
      for state in PLANNED),
    Row("6.1", (S.IN_PROGRESS,),           A.SUSPEND,    S.SUSPENDED,   OFFICE, ("S2",),
        event="linkage_task.suspended"),
    Row("6.1", (S.SUSPENDED,),             A.RESUME,     S.IN_PROGRESS, OFFICE, ("S2",),
        event="linkage_task.resumed"),
    Row("E8", (S.IN_PROGRESS,),            A.WRITE_REPORT, S.IN_PROGRESS, TEAM, documents=("一案三报告",)),
    Row("E8", (S.IN_PROGRESS,),            A.CONCLUDE,   S.CONCLUDED,   OFFICE, ("S2",),
        needs=(board_is_clear, reports_are_there), documents=("联动总结报告",), event="linkage_task.concluded"),
    Row("E9", (S.CONCLUDED,),              A.ASSESS,     S.ASSESSED,    MANAGER, ("S3",),
        needs=(follow_up_exists, everybody_is_judged), documents=("考核问效表",), event="linkage_task.assessed"),
    Row("6.1", (S.ASSESSED,),              A.ARCHIVE,    S.ARCHIVED,    MANAGER),
])
# fmt: on
"""S1 falls away when the head acts in person: the move is the head's own word. Plan and conclusion of a joint case
are signed by S3 in place of S2, a disputed jurisdiction by the common superior (S6) after S3. The clue or case a
decision on jurisdiction gives away moves with the last signature, by the row E6 of its own table."""
