"""The life of a joint review (会审) of a plan or of reports: three bodies give their opinions, then it is concluded.

Rule: chapter 7 of the book of rules, 7.1, F3 and F7.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum, auto

from rectification.domain.organization_lifecycle import OFFICE, SUPERVISORS
from shared.lifecycle import SYSTEM, Guard, Lifecycle, Row


class JointReviewState(StrEnum):
    """Where a joint review stands."""

    OPEN = auto()
    CONCLUDED = auto()


class JointReviewAction(StrEnum):
    """What can be done in a joint review."""

    GIVE_OPINION = auto()
    CONCLUDE = auto()


class ReviewingBody(StrEnum):
    """The three bodies that review jointly."""

    COMMISSION = auto()
    ORGANIZATION_DEPARTMENT = auto()
    INSPECTION_OFFICE = auto()


@dataclass(frozen=True, slots=True)
class JointReviewFacts:
    """What the guards look at."""

    is_reviewing_body: bool = True


speaks_for_a_body = Guard("not_a_reviewing_body", lambda f: f.is_reviewing_body)

S, A = JointReviewState, JointReviewAction

LABELS = {
    S.OPEN: ("会审中", "Open"),
    S.CONCLUDED: ("已会审", "Concluded"),
    A.GIVE_OPINION: ("提出会审意见", "Give an opinion"),
    A.CONCLUDE: ("形成会审结论", "Conclude"),
}

# fmt: off
JOINT_REVIEW = Lifecycle(
    name="joint_review", title=("方案与报告会审", "Joint review of plans and reports"), initial=S.OPEN,
    final=[S.CONCLUDED], labels=LABELS, rows=[
    Row("7.1", (S.OPEN,), A.GIVE_OPINION, S.OPEN,      (*OFFICE, *SUPERVISORS), needs=(speaks_for_a_body,),
        documents=("会审意见",)),
    Row("7.1", (S.OPEN,), A.CONCLUDE,     S.CONCLUDED, (SYSTEM,)),
])
# fmt: on
