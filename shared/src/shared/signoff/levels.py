"""The seven levels and the rules of signing, as tables and pure checks.

Rule: 1.2, SoD-1.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType

from shared.auth.actor import Actor, RoleGrant, covers
from shared.auth.roles import Role
from shared.lifecycle import Refused


@dataclass(frozen=True, slots=True)
class Level:
    """Who signs at a level, whether the signature may be delegated, and whether minutes are needed."""

    role: Role
    zh: str
    en: str
    can_delegate: bool = False
    needs_meeting: bool = False


# fmt: off
LEVELS: MappingProxyType[str, Level] = MappingProxyType({
    "S1": Level(Role.OFFICE_HEAD,         "承办部门主要负责人", "Office head", can_delegate=True),
    "S2": Level(Role.DEPUTY_LEADER,       "分管领导",           "Deputy leader in charge", can_delegate=True),
    "S3": Level(Role.PRINCIPAL_LEADER,    "机关主要负责人",     "Principal leader"),
    "S4": Level(Role.STANDING_COMMITTEE,  "集体研究",           "Collective decision with minutes", needs_meeting=True),
    "S5": Level(Role.PARTY_PRINCIPAL,     "同级党委主要负责人", "Party committee principal"),
    "S6": Level(Role.SUPERIOR_COMMISSION, "上级纪委监委",       "Superior commission"),
    "S7": Level(Role.SUPERIOR_COMMISSION, "设区的市级以上纪委监委", "Commission at districted-city level or above"),
})
# fmt: on


@dataclass(frozen=True, slots=True)
class Signature:
    """One leader's decision on one level, as recorded."""

    position: int
    level: str
    approver: str
    document_sha256: bytes
    decision: str


@dataclass(frozen=True, slots=True)
class SignOff:
    """A proposal that waits for signatures. `levels[position]` signs next."""

    proposed_by: str
    proposer_path: str
    levels: tuple[str, ...]
    state: str
    document_sha256: bytes
    signatures: tuple[Signature, ...]

    @property
    def given(self) -> tuple[Signature, ...]:
        """Approvals that still count: those on the document as it now stands."""
        return tuple(
            one for one in self.signatures
            if one.decision == "approve" and one.document_sha256 == self.document_sha256
        )  # fmt: skip

    @property
    def position(self) -> int:
        """How many levels have signed the document as it now stands."""
        return len(self.given)

    @property
    def next_level(self) -> str | None:
        """The level whose turn it is, or None when all have signed."""
        return self.levels[self.position] if self.position < len(self.levels) else None

    def step_states(self) -> list[str]:
        """Return `approved`, `waiting` or `pending` for each level in order."""
        done = self.position
        return [
            "approved" if i < done else "waiting" if i == done else "pending" for i in range(len(self.levels))
        ]


def signing_grant(actor: Actor, level: str, proposer_path: str, at: datetime) -> RoleGrant | None:
    """Return the grant by which the actor signs at this level, or None."""
    role = LEVELS[level].role
    found = [grant for grant in actor.grants if grant.role == role and covers(grant, proposer_path, at)]
    own = [grant for grant in found if grant.delegation is None]
    return next(iter(own or found), None)


def check_may_sign(sign_off: SignOff, actor: Actor, at: datetime, *, has_meeting: bool) -> RoleGrant:
    """Return the grant that carries the signature.

    Raises: Refused `sign_off_closed`, `own_proposal` (SoD-1), `already_signed`, `not_your_turn` (the actor signs
    at another level of this sign-off), `not_a_signer`, `not_delegable`, `meeting_record_missing`.
    """
    level = sign_off.next_level
    if sign_off.state != "waiting" or level is None:
        raise Refused("sign_off_closed")
    if actor.id == sign_off.proposed_by:
        raise Refused("own_proposal", rule="SoD-1")
    if any(one.approver == actor.id for one in sign_off.given):
        raise Refused("already_signed")
    grant = signing_grant(actor, level, sign_off.proposer_path, at)
    if grant is None:
        later = any(signing_grant(actor, other, sign_off.proposer_path, at) for other in sign_off.levels)
        raise Refused("not_your_turn" if later else "not_a_signer", level=level)
    if grant.delegation is not None and not LEVELS[level].can_delegate:
        raise Refused("not_delegable", level=level)
    if LEVELS[level].needs_meeting and not has_meeting:
        raise Refused("meeting_record_missing", level=level)
    return grant
