"""The life of a secondment (人员抽调), as one table.

Rule: E4 of the book of rules; 1.6 for the check at request and acceptance.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum, auto

from casework.domain.linkage.capacities import HEADS, HOME_BODY
from shared.auth.roles import Role
from shared.lifecycle import SYSTEM, Guard, Lifecycle, Row, by


class SecondmentState(StrEnum):
    """Where a secondment stands."""

    REQUESTED = auto()
    COUNTERED = auto()
    RELEASED = auto()
    ACCEPTED = auto()
    BEGUN = auto()
    EXTENSION_PROPOSED = auto()
    RETURNED = auto()
    APPRAISED = auto()
    DECLINED = auto()
    WITHDRAWN = auto()


class SecondmentAction(StrEnum):
    """What can be done with a secondment."""

    RELEASE = auto()
    COUNTER = auto()
    DECLINE = auto()
    ACCEPT = auto()
    WITHDRAW = auto()
    BEGIN = auto()
    PROPOSE_EXTENSION = auto()
    AGREE_EXTENSION = auto()
    REFUSE_EXTENSION = auto()
    RETURN = auto()
    LAPSE = auto()
    APPRAISE = auto()


@dataclass(frozen=True, slots=True)
class SecondmentFacts:
    """What the guards of a secondment's moves look at. `conflicted` officers may have to keep away."""

    unknown_officers: int = 0
    is_of_home_body: bool = True
    conflicted: int = 0
    period_is_open: bool = True
    is_longer: bool = True


officer_is_known = Guard("officer_unknown", lambda f: f.unknown_officers == 0)
is_of_home_body = Guard("officer_not_of_home_body", lambda f: f.is_of_home_body)
nobody_is_conflicted = Guard("recusal_conflict", lambda f: f.conflicted == 0)
period_is_open = Guard("period_is_over", lambda f: f.period_is_open)
is_longer = Guard("extension_not_longer", lambda f: f.is_longer)

S, A = SecondmentState, SecondmentAction
OFFICE = by(Role.HANDLER, Role.OFFICE_HEAD)
HOME = by(*HEADS, capacity=HOME_BODY)
RUNNING = (S.BEGUN, S.EXTENSION_PROPOSED)

LABELS = {
    S.REQUESTED: ("已商调", "Requested"),
    S.COUNTERED: ("已提替代建议", "Countered"),
    S.RELEASED: ("已同意派出", "Released"),
    S.ACCEPTED: ("已接收", "Accepted"),
    S.BEGUN: ("抽调中", "Begun"),
    S.EXTENSION_PROPOSED: ("拟延期", "Extension proposed"),
    S.RETURNED: ("已返回", "Returned"),
    S.APPRAISED: ("已考评", "Appraised"),
    S.DECLINED: ("不同意派出", "Declined"),
    S.WITHDRAWN: ("已撤回", "Withdrawn"),
    A.RELEASE: ("同意派出", "Release"),
    A.COUNTER: ("提出替代建议", "Counter"),
    A.DECLINE: ("不同意派出", "Decline"),
    A.ACCEPT: ("接收", "Accept"),
    A.WITHDRAW: ("撤回", "Withdraw"),
    A.BEGIN: ("到岗", "Begin"),
    A.PROPOSE_EXTENSION: ("提请延期", "Propose an extension"),
    A.AGREE_EXTENSION: ("同意延期", "Agree to the extension"),
    A.REFUSE_EXTENSION: ("不同意延期", "Refuse the extension"),
    A.RETURN: ("返回", "Return"),
    A.LAPSE: ("到期", "Lapse"),
    A.APPRAISE: ("考评", "Appraise"),
}

# fmt: off
SECONDMENT = Lifecycle(
    name="secondment", title=("人员抽调", "Secondment"), initial=S.REQUESTED,
    final=[S.APPRAISED, S.DECLINED, S.WITHDRAWN], labels=LABELS, rows=[
    Row("E4", (S.REQUESTED,),               A.RELEASE,  S.RELEASED,  HOME, stops=("P-E4",),
        event="secondment.released"),
    Row("E4", (S.REQUESTED,),               A.COUNTER,  S.COUNTERED, HOME, needs=(officer_is_known, is_of_home_body),
        stops=("P-E4",), event="secondment.countered"),
    Row("E4", (S.REQUESTED,),               A.DECLINE,  S.DECLINED,  HOME, stops=("P-E4",),
        event="secondment.declined"),
    Row("E4", (S.RELEASED, S.COUNTERED),    A.ACCEPT,   S.ACCEPTED,  OFFICE,
        needs=(officer_is_known, period_is_open, nobody_is_conflicted), documents=("抽调函",),
        event="secondment.accepted", basis="SL Art 67"),
    Row("E4", (S.REQUESTED, S.RELEASED, S.COUNTERED, S.ACCEPTED), A.WITHDRAW, S.WITHDRAWN, OFFICE,
        stops=("P-E4",), event="secondment.withdrawn"),
    Row("E4", (S.ACCEPTED,),                A.BEGIN,    S.BEGUN,     (SYSTEM,), event="secondment.begun"),
    Row("E4", (S.BEGUN,),                   A.PROPOSE_EXTENSION, S.EXTENSION_PROPOSED, OFFICE,
        needs=(period_is_open, is_longer), starts=("P-E4",), event="secondment.extension_proposed"),
    Row("E4", (S.EXTENSION_PROPOSED,),      A.AGREE_EXTENSION,  S.BEGUN, HOME, needs=(period_is_open,),
        stops=("P-E4",), event="secondment.extended"),
    Row("E4", (S.EXTENSION_PROPOSED,),      A.REFUSE_EXTENSION, S.BEGUN, HOME, stops=("P-E4",),
        event="secondment.extension_refused"),
    Row("E4", RUNNING,                      A.RETURN,   S.RETURNED,  (*OFFICE, *HOME), stops=("P-E4",),
        event="secondment.returned"),
    Row("E4", RUNNING,                      A.LAPSE,    S.RETURNED,  (SYSTEM,), stops=("P-E4",),
        event="secondment.returned"),
    Row("E4", (S.RETURNED,),                A.APPRAISE, S.APPRAISED, OFFICE, documents=("抽调人员考评表",),
        event="secondment.finished"),
])
# fmt: on
"""Rights follow the days, not the state: who was lent until today knows nothing tomorrow, whoever recorded what."""
