"""What follows from the grade poor by itself: interview, written self-examination, entry in the look-back list.

Rule: chapter 8, point 8.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum, auto

from rectification.domain.organization_lifecycle import INSPECTED
from shared.auth.roles import Role
from shared.lifecycle import Guard, Lifecycle, Row, by


class FollowUpState(StrEnum):
    """Where a follow-up stands."""

    OPEN = auto()
    SUBMITTED = auto()
    DONE = auto()


class FollowUpAction(StrEnum):
    """What can be done with a follow-up."""

    SUBMIT = auto()
    RETURN = auto()
    ACCEPT = auto()
    COMPLETE = auto()


class FollowUpKind(StrEnum):
    """The three consequences."""

    REMINDER_INTERVIEW = auto()
    WRITTEN_SELF_EXAMINATION = auto()
    LOOK_BACK = auto()


@dataclass(frozen=True, slots=True)
class FollowUpFacts:
    """What the guards look at."""

    is_written: bool = True
    was_done: bool = True


is_written = Guard("not_a_self_examination", lambda f: f.is_written)
was_done = Guard("follow_up_not_carried_out", lambda f: f.was_done)

S, A = FollowUpState, FollowUpAction
OFFICE = by(Role.INSPECTION_OFFICE)
ORGANISATION = by(Role.INSPECTED_ORGANIZATION, capacity=INSPECTED)

LABELS = {
    S.OPEN: ("待落实", "Open"),
    S.SUBMITTED: ("已报送", "Submitted"),
    S.DONE: ("已落实", "Done"),
    A.SUBMIT: ("报送书面检查", "Submit the self-examination"),
    A.RETURN: ("退回", "Return"),
    A.ACCEPT: ("通过", "Accept"),
    A.COMPLETE: ("办结", "Complete"),
}

# fmt: off
FOLLOW_UP = Lifecycle(
    name="follow_up", title=("“较差”等次后续措施", "Follow-up to the grade poor"), initial=S.OPEN,
    final=[S.DONE], labels=LABELS, rows=[
    Row("8.8", (S.OPEN,),      A.SUBMIT,   S.SUBMITTED, ORGANISATION, ("S3",), needs=(is_written,),
        documents=("书面检查",)),
    Row("8.8", (S.SUBMITTED,), A.RETURN,   S.OPEN,      OFFICE),
    Row("8.8", (S.SUBMITTED,), A.ACCEPT,   S.DONE,      OFFICE, ("S1",), event="follow_up.done"),
    Row("8.8", (S.OPEN,),      A.COMPLETE, S.DONE,      OFFICE, ("S1",), needs=(was_done,), event="follow_up.done"),
])
# fmt: on
