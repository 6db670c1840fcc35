"""The life of a proposal to reward a reporter (奖励建议), as one table. Rule: R-A9, RPT Art 28."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum, auto

from shared.auth.roles import Role
from shared.lifecycle import Guard, Lifecycle, Row, by

VERIFIED = ("true", "partly_true", "basically_true")


class RewardState(StrEnum):
    """Where a proposal stands."""

    PROPOSED = auto()
    APPROVED = auto()
    DECLINED = auto()
    PAID = auto()


class RewardAction(StrEnum):
    """What can be done with it."""

    APPROVE = auto()
    DECLINE = auto()
    PAY = auto()


@dataclass(frozen=True, slots=True)
class RewardFacts:
    """What the guards look at: who reported, and how true it turned out to be."""

    is_named: bool
    is_verified: bool


is_named = Guard("reporter_is_anonymous", lambda f: f.is_named)
is_verified = Guard("report_not_verified", lambda f: f.is_verified)

S, A = RewardState, RewardAction
OFFICER = by(Role.PETITION_OFFICER)
LABELS = {
    S.PROPOSED: ("已建议", "Proposed"),
    S.APPROVED: ("已批准", "Approved"),
    S.DECLINED: ("不予奖励", "Declined"),
    S.PAID: ("已发放", "Paid"),
    A.APPROVE: ("批准", "Approve"),
    A.DECLINE: ("不予奖励", "Decline"),
    A.PAY: ("发放", "Pay"),
}

# fmt: off
REWARD = Lifecycle(
    name="reward_proposal", title=("奖励建议", "Reward proposal"), initial=S.PROPOSED, final=[S.DECLINED, S.PAID],
    labels=LABELS, rows=[
    Row("R-A9", (S.PROPOSED,), A.APPROVE, S.APPROVED, OFFICER, ("S3",), needs=(is_named, is_verified),
        documents=("奖励审批表",), basis="RPT Art 28"),
    Row("R-A9", (S.PROPOSED,), A.DECLINE, S.DECLINED, OFFICER, ("S3",), basis="RPT Art 28"),
    Row("R-A9", (S.APPROVED,), A.PAY,     S.PAID,     OFFICER, basis="RPT Art 28"),
])
# fmt: on
