"""A joint task as the service sees it: codes, dates and ids. Need, plan and reports lie sealed among the papers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum, auto
from uuid import UUID

SMALLEST_TEAM = 2
"""Rule: SoD-6."""


class Matter(StrEnum):
    """The ten matters that are worked jointly (联动事项). Rule: 18.10."""

    POLITICAL_SUPERVISION = auto()
    CLUE_DISPOSAL = auto()
    INVESTIGATION_COOPERATION = auto()
    SPECIAL_RECTIFICATION = auto()
    WORK_STYLE = auto()
    INSPECTION_LINKAGE = auto()
    CASE_DRIVEN_REFORM = auto()
    POLITICAL_ECOLOGY_ANALYSIS = auto()
    STAFF_POOLING = auto()
    INFORMATION_SHARING_ASSESSMENT = auto()


class Kind(StrEnum):
    """How a task is worked (联动方式). Rule: 6.1."""

    JOINT_SUPERVISION = auto()
    JOINT_CASE = auto()
    SPECIAL_CHECK = auto()
    WORK_STYLE = auto()
    INSPECTION_LINKAGE = auto()

    @property
    def is_check(self) -> bool:
        """Say whether units are visited: a case follows its facts, not a calendar."""
        return self is not Kind.JOINT_CASE


class Trigger(StrEnum):
    """What a task answers (来源事项)."""

    CLUE = auto()
    CASE = auto()
    PROJECT = auto()
    INSPECTION_ROUND = auto()


class Report(StrEnum):
    """One case, three reports (一案三报告)."""

    INVESTIGATION = auto()
    ANALYSIS = auto()
    REMEDIAL_PROPOSAL = auto()

    @property
    def paper(self) -> str:
        """The kind of paper it is kept as."""
        return f"report_{self.value}"


@dataclass(frozen=True, slots=True)
class LinkageTask:
    """One joint task (联动任务).

    `declared_by_path` is the group or district that asked, `lead_path` the office that leads or is asked to.
    `units` are the codes of organisations that will be visited, `people_wanted` how many officers were asked for.
    """

    id: UUID
    number: str | None
    state: str
    version: int
    holder_path: str
    secrecy: str
    matter: str
    kind: str
    declared_by_path: str
    lead_path: str
    trigger_type: str | None = None
    trigger_id: UUID | None = None
    units: tuple[str, ...] = ()
    people_wanted: int = 0
    planned_from: date | None = None
    planned_to: date | None = None
    merged_into: UUID | None = None
    concluded_on: date | None = None
