"""Grants, delegations and clearances as answers show them."""

from datetime import date
from typing import Any
from uuid import UUID

from shared.auth.roles import Role
from shared.auth.secrecy import SecrecyLevel
from shared.http.models import Instant, Output


class DatedOut(Output):
    """What begins and ends on a day, both included."""

    id: UUID
    begins_on: date
    ends_on: date | None
    in_force: bool
    made_at: Instant
    made_by: str
    reason: str | None
    ended_at: Instant | None
    version: int


class GrantOut(DatedOut):
    """A role held over an organisation."""

    officer_id: UUID
    role: Role
    organisation: str
    subtree: bool


class DelegationOut(DatedOut):
    """A signing right lent to somebody else."""

    role: Role
    organisation: str
    from_officer: UUID
    to_officer: UUID
    grant_id: UUID


class ClearanceOut(DatedOut):
    """Up to which level somebody may see."""

    officer_id: UUID
    level: SecrecyLevel
    order_number: str | None


_DATED = ("id", "begins_on", "ends_on", "in_force", "made_at", "made_by", "reason", "ended_at", "version")


def _dated(row: Any) -> dict[str, Any]:
    return {name: row[name] for name in _DATED}


def show_grant(row: Any) -> GrantOut:
    """Return one grant, from a row with its organisation's code."""
    return GrantOut(
        **_dated(row), officer_id=row["officer_id"], role=Role(row["role"]), organisation=row["organisation_code"],
        subtree=row["subtree"],
    )  # fmt: skip


def show_delegation(row: Any) -> DelegationOut:
    """Return one delegation, from a row with what was lent."""
    return DelegationOut(
        **_dated(row), role=Role(row["grant_role"]), organisation=row["organisation_code"],
        from_officer=row["from_officer"], to_officer=row["to_officer"], grant_id=row["grant_id"],
    )  # fmt: skip


def show_clearance(row: Any) -> ClearanceOut:
    """Return one clearance."""
    return ClearanceOut(
        **_dated(row), officer_id=row["officer_id"], level=SecrecyLevel(row["level"]),
        order_number=row["order_number"],
    )  # fmt: skip
