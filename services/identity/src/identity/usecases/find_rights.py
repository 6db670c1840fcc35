"""Read the rights of an officer: everybody his own, administrators those in their place."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import Field

from identity.store.grant_review import GRANT_ORDER, GRANT_PLACES, GrantQuery, select_grants
from identity.store.rights_lists import clearances_by_officer, delegations_by_officer, grants_by_officer
from identity.store.versions import changed_since
from identity.usecases.rights_views import (
    ClearanceOut,
    DelegationOut,
    GrantOut,
    show_clearance,
    show_delegation,
    show_grant,
)
from identity.usecases.sight import may, officer_for
from shared.auth.predicate import predicate
from shared.http.answers import Answer
from shared.http.models import Output
from shared.process.desk import Call, Desk


class GrantsOut(Output):
    """An officer's role grants, newest first."""

    items: list[GrantOut]


class DelegationsOut(Output):
    """What an officer lent and was lent, newest first."""

    items: list[DelegationOut]


class ClearancesOut(Output):
    """An officer's clearances, newest first."""

    items: list[ClearanceOut]


class VersionOut(Output):
    """The current version of somebody's rights."""

    subject: str
    version: int


class VersionsOut(Output):
    """Versions that changed; ask again with `next_after`."""

    items: list[VersionOut]
    next_after: Annotated[str, Field(description="下次查询的起点 · where to go on")]


async def list_grants(desk: Desk, officer_id: UUID, call: Call, *, with_ended: bool) -> Answer:
    """Return an officer's grants. Raises: Problem `not_found`, `forbidden`."""
    async with desk.db.reader() as reader:
        await officer_for(reader, desk, officer_id, call, "role_grant:read", or_self=True)
        rows = await grants_by_officer(reader, officer_id, with_ended=with_ended)
    return Answer(200, GrantsOut(items=[show_grant(row) for row in rows]))


async def review_grants(desk: Desk, query: GrantQuery, call: Call) -> Answer:
    """Return a page of the grants over the places the caller watches. Raises: Problem `forbidden`."""
    may(desk, call, "role_grant:read")
    window = desk.cursors.window(GRANT_ORDER, query, caller=call.actor.id)
    visible = predicate(desk.permissions, call.actor, "role_grant:read", GRANT_PLACES, call.at)
    async with desk.db.reader() as reader:
        rows = await reader.all(window.apply(select_grants(query, visible)))
    return Answer(200, window.page(rows, lambda row: show_grant(row).model_dump()))


async def list_delegations(desk: Desk, officer_id: UUID, call: Call, *, with_ended: bool) -> Answer:
    """Return what an officer lent and was lent. Raises: Problem `not_found`, `forbidden`."""
    async with desk.db.reader() as reader:
        await officer_for(reader, desk, officer_id, call, "delegation:read", or_self=True)
        rows = await delegations_by_officer(reader, officer_id, with_ended=with_ended)
    return Answer(200, DelegationsOut(items=[show_delegation(row) for row in rows]))


async def list_clearances(desk: Desk, officer_id: UUID, call: Call, *, with_ended: bool) -> Answer:
    """Return an officer's clearances. Raises: Problem `not_found`, `forbidden`."""
    async with desk.db.reader() as reader:
        await officer_for(reader, desk, officer_id, call, "clearance:read", or_self=True)
        rows = await clearances_by_officer(reader, officer_id, with_ended=with_ended)
    return Answer(200, ClearancesOut(items=[show_clearance(row) for row in rows]))


async def list_versions(desk: Desk, after: datetime | None, call: Call) -> Answer:
    """Return permission versions that changed after an instant, with some repeats. Raises: Problem `forbidden`."""
    may(desk, call, "permission_version:read")
    async with desk.db.reader() as reader:
        rows = await changed_since(reader, after)
    last = max((row["changed_at"] for row in rows), default=after)
    items = [VersionOut(subject=row["subject"], version=row["version"]) for row in rows]
    return Answer(200, VersionsOut(items=items, next_after="" if last is None else last.isoformat()))
