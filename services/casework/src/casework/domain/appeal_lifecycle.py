"""The life of an appeal or complaint in a case (申诉、复审、复核), as one table.

Rule: DL-25 to DL-29, SoD-4; SL Arts 56 and 69, ENF Art 59, ACC Art 20.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum, auto

from casework.domain.appeal import COURSES
from casework.domain.case import SMALLEST_TEAM
from shared.auth.roles import Role
from shared.lifecycle import Guard, Lifecycle, Row, by


class AppealState(StrEnum):
    """Where an appeal stands."""

    LODGED = auto()
    ACCEPTED = auto()
    EXAMINING = auto()
    DECIDED = auto()
    NOT_ACCEPTED = auto()
    SERVED = auto()


class AppealAction(StrEnum):
    """What can be done with an appeal."""

    ACCEPT = auto()
    REFUSE = auto()
    ASSIGN_HANDLERS = auto()
    DECIDE = auto()
    SERVE = auto()


@dataclass(frozen=True, slots=True)
class AppealFacts:
    """What the guards look at. `took_part` counts officers who had a part in the first decision."""

    actor_took_part: bool = False
    has_reason: bool = True
    unknown_officers: int = 0
    team_size: int = SMALLEST_TEAM
    conflicted: int = 0
    took_part: int = 0
    has_new_measures: bool = True
    is_worse: bool = False


actor_took_no_part = Guard("took_part_before", lambda f: not f.actor_took_part)
reason_is_given = Guard("reason_missing", lambda f: f.has_reason)
officers_are_known = Guard("officer_unknown", lambda f: f.unknown_officers == 0)
team_is_big_enough = Guard("team_too_small", lambda f: f.team_size >= SMALLEST_TEAM)
nobody_is_conflicted = Guard("recusal_conflict", lambda f: f.conflicted == 0)
nobody_took_part = Guard("took_part_before", lambda f: f.took_part == 0)
measures_fit_result = Guard("measures_unfit", lambda f: f.has_new_measures)
is_no_worse = Guard("appeal_makes_worse", lambda f: not f.is_worse)

S, A = AppealState, AppealAction
OFFICE = by(Role.HANDLER, Role.OFFICE_HEAD, Role.CASE_REVIEWER)
CLOCKS = tuple(course.clock for course in COURSES.values())
AT_ACCEPTANCE = tuple(course.clock for course in COURSES.values() if course.at_acceptance)
OPENED = tuple(course.opens for course in COURSES.values() if course.opens)

LABELS = {
    S.LODGED: ("已登记", "Lodged"),
    S.ACCEPTED: ("已受理", "Accepted"),
    S.EXAMINING: ("复查中", "Examining"),
    S.DECIDED: ("已作出决定", "Decided"),
    S.NOT_ACCEPTED: ("不予受理", "Not accepted"),
    S.SERVED: ("已送达", "Served"),
    A.ACCEPT: ("受理", "Accept"),
    A.REFUSE: ("不予受理", "Refuse"),
    A.ASSIGN_HANDLERS: ("指定承办人", "Assign handlers"),
    A.DECIDE: ("作出复查决定", "Decide"),
    A.SERVE: ("送达", "Serve"),
}

# fmt: off
APPEAL = Lifecycle(
    name="appeal", title=("申诉复查", "Appeal"), initial=S.LODGED, final=[S.NOT_ACCEPTED, S.SERVED], labels=LABELS,
    rows=[
    Row("5", (S.LODGED,),    A.ACCEPT,          S.ACCEPTED,     OFFICE, needs=(actor_took_no_part,),
        starts=AT_ACCEPTANCE, event="appeal.accepted", basis="SL Art 56; ENF Art 59"),
    Row("5", (S.LODGED,),    A.REFUSE,          S.NOT_ACCEPTED, OFFICE, ("S2",),
        needs=(actor_took_no_part, reason_is_given), stops=CLOCKS, event="appeal.ended", basis="SL Art 56"),
    Row("SoD-4", (S.ACCEPTED, S.EXAMINING), A.ASSIGN_HANDLERS, S.EXAMINING, OFFICE,
        needs=(actor_took_no_part, officers_are_known, team_is_big_enough, nobody_is_conflicted,
               nobody_took_part), basis="ENF Art 59"),
    Row("5", (S.EXAMINING,), A.DECIDE,          S.DECIDED,      OFFICE, ("S3", "S4"),
        needs=(actor_took_no_part, team_is_big_enough, measures_fit_result, is_no_worse),
        documents=("复审复核决定书",), stops=CLOCKS, event="appeal.ended", basis="SL Art 56; SANC Art 56"),
    Row("5", (S.DECIDED,),   A.SERVE,           S.SERVED,       OFFICE, starts=OPENED, event="appeal.served",
        basis="SL Art 56"),
])
# fmt: on
"""Who signs a decision depends on what was asked: `appeal.COURSES`."""
