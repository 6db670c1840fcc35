"""Who may know of an inspected organisation's matter: the organisation itself, and the two that supervise it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from rectification.domain.organization import InspectedOrganization
from rectification.domain.organization_lifecycle import INSPECTED, SUPERVISING
from shared.auth.roles import Role
from shared.lifecycle import Refused
from shared.needtoknow.store import end, grant
from shared.process.process import Step

BODIES = (Role.INSPECTION_OFFICE, Role.HANDLER, Role.ORGANIZATION_DEPARTMENT)
"""Roles by which one of the three bodies acts."""


def supervisors_of(organization: InspectedOrganization) -> tuple[str, str]:
    """Return the paths of the commission's office and the organisation department."""
    return organization.commission_path, organization.department_path


def let_know(step: Step[Any, Any], organization: InspectedOrganization, object_ids: Iterable[UUID]) -> None:
    """Let the organisation and both supervisors know of objects from now on."""
    for object_id in object_ids:
        _grant(step, object_id, organization.organisation_path, INSPECTED)
        let_supervise(step, supervisors_of(organization), [object_id])


def let_supervise(step: Step[Any, Any], supervisors: Iterable[str], object_ids: Iterable[UUID]) -> None:
    """Let supervisors know of objects from now on."""
    paths = tuple(supervisors)
    for object_id in object_ids:
        for path in paths:
            _grant(step, object_id, path, SUPERVISING)


async def end_supervision(step: Step[Any, Any], object_ids: Iterable[UUID]) -> None:
    """Let those who supervised know no longer."""
    for object_id in object_ids:
        await end(step.tx, object_id, by=step.actor.id, at=step.at, capacity=SUPERVISING)


def body_of(organization: InspectedOrganization, path: str) -> str:
    """Return which of the three bodies an officer of this organisation speaks for.

    Raises: Refused `not_a_reviewing_body`.
    """
    bodies = {
        organization.holder_path: "inspection_office",
        organization.commission_path: "commission",
        organization.department_path: "organization_department",
    }
    if path not in bodies:
        raise Refused("not_a_reviewing_body")
    return bodies[path]


def _grant(step: Step[Any, Any], object_id: UUID, grantee: str, capacity: str) -> None:
    grant(step.tx, object_id, grantee, capacity, by=step.actor.id, since=step.at)
