"""The life of an officer's account, as one table."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum, auto

from shared.auth.roles import Role
from shared.lifecycle import Guard, Lifecycle, Row, by


class OfficerState(StrEnum):
    """Where an account stands."""

    ACTIVE = auto()
    SUSPENDED = auto()
    LEFT = auto()


class OfficerAction(StrEnum):
    """What can be done with an account."""

    SUSPEND = auto()
    RESUME = auto()
    LEAVE = auto()


@dataclass(frozen=True, slots=True)
class OfficerFacts:
    """What the guards look at. `is_self` says that the caller and the officer are the same person."""

    is_self: bool
    successor_is_free: bool = True


S, A = OfficerState, OfficerAction
ADMIN = by(Role.SYSTEM_ADMIN)
SECURITY = by(Role.SYSTEM_ADMIN, Role.SECURITY_OFFICER)

somebody_else = Guard("own_account", lambda f: not f.is_self)
successor_is_free = Guard("successor_not_active", lambda f: f.successor_is_free)

LABELS = {
    S.ACTIVE: ("在岗", "Active"),
    S.SUSPENDED: ("停用", "Suspended"),
    S.LEFT: ("已离岗", "Left"),
    A.SUSPEND: ("停用账号", "Suspend"),
    A.RESUME: ("恢复账号", "Resume"),
    A.LEAVE: ("离岗移交", "Leave and hand over"),
}

# fmt: off
OFFICER_LIFECYCLE = Lifecycle(
    name="officer", title=("人员账号", "Officer's account"), initial=S.ACTIVE, final=(S.LEFT,), labels=LABELS,
    rows=[
        #   rule, from, action, to, by
        Row("ID-01", (S.ACTIVE,), A.SUSPEND, S.SUSPENDED, SECURITY,
            needs=(somebody_else,), event="officer.suspended", basis="1.1 (P)"),
        Row("ID-02", (S.SUSPENDED,), A.RESUME, S.ACTIVE, ADMIN,
            needs=(somebody_else,), event="officer.resumed", basis="1.1 (P)"),
        Row("ID-03", (S.ACTIVE, S.SUSPENDED), A.LEAVE, S.LEFT, ADMIN,
            needs=(somebody_else, successor_is_free), event="officer.left", basis="C-9 (P)"),
    ],
)
# fmt: on
