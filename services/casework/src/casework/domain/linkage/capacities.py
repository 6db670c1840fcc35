"""What organisations and officers are to a joint task, and what follows from it."""

from __future__ import annotations

from enum import StrEnum, auto
from types import MappingProxyType

from casework.domain.receivers import COMMISSION_KINDS
from shared.auth.roles import Role

MEMBER = "member"
"""An officer in the team, from a day to a day."""
GROUP, REGION = "group", "region"
"""A stationed group that reinforces, a district that carries out: their heads see the outline of the task."""
CONSULTANT = "consultant"
"""An office that led before and was kept to be asked."""
ASSESSOR = "assessor"
"""The case management office, once a task is concluded."""
HOME_BODY, SECONDED = "home_body", "seconded"
"""Who lends an officer, and the officer."""
ASSIGNEE, ASSIGNED_BODY = "assignee", "assigned_body"
"""The officer or the organisation that a piece of work on the board was given to."""
RECIPIENT = "recipient"
"""An officer a clue or file of the task is shared with."""
SHARED = "shared"
"""The same officer, seen from the clue."""
PARTICIPANT = "participant"
"""An officer who is heard at a consultation."""

LEADERS = (Role.DEPUTY_LEADER, Role.PRINCIPAL_LEADER)
HEADS = (Role.OFFICE_HEAD, *LEADERS)
WATCHED = (Role.COMPETENT_DEPARTMENT, Role.INSPECTED_ORGANIZATION)
"""Who answers for an organisation that is watched for something, and has no part in the task."""
OFFICERS = (
    Role.HANDLER, Role.OFFICE_HEAD, Role.STATIONED_GROUP, Role.DISTRICT_COMMISSION, Role.TOWN_COMMISSION,
    Role.CASE_REVIEWER,
)  # fmt: skip
"""Roles of people who can be drawn into a team."""


class Part(StrEnum):
    """The parts organisations have in a joint task (参与方)."""

    LEAD = auto()
    GROUP = auto()
    REGION = auto()
    CONSULTANT = auto()


DUTIES: MappingProxyType[Part, tuple[str, ...]] = MappingProxyType(
    {
        Part.LEAD: ("coordinate", "command", "share_material", "report_upward", "conclude"),
        Part.GROUP: ("lend_officers", "explain_the_unit", "report_problems", "report_to_commission"),
        Part.REGION: ("lend_officers", "carry_out_locally", "report_problems", "hand_over_beyond_power"),
        Part.CONSULTANT: ("answer_questions",),
    }
)
"""What each part owes the others. Rule: chapter 6, J-1, J-2."""

CAPACITY_OF: MappingProxyType[Part, str] = MappingProxyType(
    {Part.GROUP: GROUP, Part.REGION: REGION, Part.CONSULTANT: CONSULTANT}
)
"""The lead office holds the task; the other parts know of it."""

GROUP_KINDS = frozenset(
    {
        "stationed_group", "dispatched_work_committee", "enterprise_school_discipline_body",
        "unit_discipline_committee",
    }
)  # fmt: skip
REGION_KINDS = frozenset({"district_commission", "town_commission"})
LEAD_KINDS = frozenset({"supervision_office", "investigation_office", "party_style_office"})
WITHOUT_INVESTIGATION = frozenset({"unit_discipline_committee"})
"""Bodies inside a unit have no power to investigate and hand such clues over at once. Rule: J-1."""

JURISDICTION_KINDS = (COMMISSION_KINDS | GROUP_KINDS) - WITHOUT_INVESTIGATION
"""Organs a matter can be given to. Rule: E6, J-1, SL Arts 16-17."""


def part_of(kind: str) -> Part | None:
    """Say which part an organisation of this kind can have beside the lead."""
    if kind in GROUP_KINDS:
        return Part.GROUP
    return Part.REGION if kind in REGION_KINDS else None
