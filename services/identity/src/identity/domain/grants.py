"""Dated rights: role grants, delegations and clearances all begin and end on a day.

Rule: 1.1, 1.2 (delegation), 1.5.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

from identity.domain.officer_lifecycle import OfficerState
from identity.domain.officers import BUSINESS, Officer, duty_of
from shared.auth.actor import RoleGrant
from shared.auth.roles import Role
from shared.auth.secrecy import SecrecyLevel
from shared.clock import ZONE
from shared.directory.paths import organ_of
from shared.lifecycle import Refused

DELEGABLE = frozenset({Role.OFFICE_HEAD, Role.DEPUTY_LEADER})
LONGEST_DELEGATION = timedelta(days=184)
"""Half a year; who is away for longer is replaced by a grant of his own. Rule: 1.2 (P)."""


@dataclass(frozen=True, slots=True)
class Period:
    """Days from `begins_on` to `ends_on`, both included; open-ended without an end."""

    begins_on: date
    ends_on: date | None = None

    def __post_init__(self) -> None:
        """Check the order. Raises: Refused `period_reversed`."""
        if self.ends_on is not None and self.ends_on < self.begins_on:
            raise Refused("period_reversed")

    def holds(self, day: date) -> bool:
        """Say whether the day lies in the period."""
        return self.begins_on <= day and (self.ends_on is None or day <= self.ends_on)

    @property
    def until(self) -> datetime | None:
        """The first instant after the period, in UTC."""
        return None if self.ends_on is None else start_of(self.ends_on + timedelta(days=1))

    def meets(self, other: Period) -> bool:
        """Say whether the two periods share a day."""
        return (other.ends_on is None or self.begins_on <= other.ends_on) and (
            self.ends_on is None or other.begins_on <= self.ends_on
        )


def start_of(day: date) -> datetime:
    """Return the instant a day begins in the deployment's zone, in UTC."""
    return datetime.combine(day, time(), ZONE).astimezone(UTC)


@dataclass(frozen=True, slots=True)
class Grant:
    """A role an officer holds over an organisation for a time; `ended_at` cuts it short."""

    id: UUID
    officer_id: UUID
    role: Role
    path: str
    subtree: bool
    period: Period
    ended_at: datetime | None = None

    def holds(self, day: date) -> bool:
        """Say whether the grant gives the right on that day."""
        return self.ended_at is None and self.period.holds(day)

    def in_token(self) -> RoleGrant:
        """Return the grant as tokens carry it."""
        return RoleGrant(self.role, self.path, self.subtree, self.period.until)


def check_grant(officer: Officer, role: Role, period: Period, others: Iterable[Grant], today: date) -> None:
    """Say whether the officer may be given the role. `others` are the officer's grants that have not ended.

    Raises: Refused `officer_not_active`, `role_only_for_clients`, `period_is_over`, `roles_exclude_each_other`.
    Rule: 1.1.
    """
    if officer.state != OfficerState.ACTIVE:
        raise Refused("officer_not_active")
    if role is Role.SOURCE_SYSTEM:
        raise Refused("role_only_for_clients", role=role.value)
    if period.ends_on is not None and period.ends_on < today:
        raise Refused("period_is_over")
    held = {grant.role for grant in others}
    if any(duty_of(other) != duty_of(role) for other in held):
        raise Refused("roles_exclude_each_other", role=role.value)


def check_not_self(caller_id: str, officer_id: UUID) -> None:
    """Nobody gives rights to himself. Raises: Refused `own_account`."""
    if caller_id == str(officer_id):
        raise Refused("own_account")


@dataclass(frozen=True, slots=True)
class Delegation:
    """A signing right lent to somebody else for some days. Rule: 1.2."""

    id: UUID
    grant: Grant
    to_officer: UUID
    period: Period
    ended_at: datetime | None = None

    def holds(self, day: date) -> bool:
        """Say whether it gives the right on that day; never longer than the grant it comes from."""
        return self.ended_at is None and self.period.holds(day) and self.grant.holds(day)

    def in_token(self) -> RoleGrant:
        """Return the lent grant as the delegate's token carries it."""
        ends = [end for end in (self.period.until, self.grant.period.until) if end is not None]
        return RoleGrant(self.grant.role, self.grant.path, self.grant.subtree, min(ends), str(self.id))


def check_delegation(
    grant: Grant, to: Officer, period: Period, others: Iterable[Delegation], today: date
) -> None:
    """Say whether a grant may be lent. `others` are delegations of the same grant that have not ended.

    Raises: Refused `not_delegable`, `delegation_needs_end`, `delegation_too_long`, `grant_not_in_force`,
    `period_is_over`, `officer_not_active`, `own_account`, `delegate_of_other_organ`, `roles_exclude_each_other`,
    `delegated_already`. Rule: 1.2.
    """
    if grant.role not in DELEGABLE:
        raise Refused("not_delegable", level=grant.role.value)
    _check_length(period, today)
    if grant.ended_at is not None or not grant.period.holds(max(period.begins_on, today)):
        raise Refused("grant_not_in_force")
    if to.state != OfficerState.ACTIVE:
        raise Refused("officer_not_active")
    if to.id == grant.officer_id:
        raise Refused("own_account")
    if organ_of(to.holder_path) != organ_of(grant.path):
        raise Refused("delegate_of_other_organ")
    if to.duty != BUSINESS:
        raise Refused("roles_exclude_each_other", role=grant.role.value)
    if any(other.period.meets(period) for other in others if other.ended_at is None):
        raise Refused("delegated_already")


def _check_length(period: Period, today: date) -> None:
    if period.ends_on is None:
        raise Refused("delegation_needs_end")
    if period.ends_on - period.begins_on > LONGEST_DELEGATION:
        raise Refused("delegation_too_long", days=str(LONGEST_DELEGATION.days))
    if period.ends_on < today:
        raise Refused("period_is_over")


def check_clearance(level: SecrecyLevel, *, classified_network: bool) -> None:
    """Say whether a clearance of that level may be set here.

    Raises: Refused `classified_network_needed`, `level_above_municipal`. Rule: SEC-2, SEC-5.
    """
    if level is SecrecyLevel.TOP_SECRET:
        raise Refused("level_above_municipal")
    if level.is_state_secret and not classified_network:
        raise Refused("classified_network_needed")
