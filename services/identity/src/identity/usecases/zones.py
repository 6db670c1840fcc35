"""Contact zones (联系片区): which office leads, which groups and regions belong, and who may be drawn from them.

Rule: E4 (people are drawn from the fixed contact pool of the area).
"""

from typing import Annotated, Any
from uuid import UUID

from pydantic import Field

from identity.domain.officer_lifecycle import OfficerState
from identity.domain.organisations import Organisation
from identity.store import zones as store
from identity.store.officers import officers_by_ids
from identity.store.organisations import by_codes
from identity.usecases.create_organisation import Code
from identity.usecases.sight import may, may_over, same_version
from shared.audit.record import audit
from shared.db import Reader, Transaction
from shared.db.engine import Row
from shared.feed.emit import emit
from shared.http import idempotency
from shared.http.answers import Answer
from shared.http.models import Input, Line, Output, Text
from shared.http.problems import Problem
from shared.ids import uuid7
from shared.process.desk import Call, Desk


class UpdateZone(Input):
    """联系片区：牵头室、成员机构、可抽调人员 · a zone's office, members and pool."""

    name: Annotated[str, Line(2, 100)]
    office: Code
    organisations: Annotated[list[Code], Field(max_length=200)]
    pool: Annotated[list[UUID], Field(max_length=500)] = Field(default_factory=list)


class CreateZone(UpdateZone):
    """新设联系片区 · a zone to be made."""

    code: Code


class CloseZone(Input):
    """撤销联系片区 · closes a zone."""

    reason: Annotated[str, Text(2, 500)]


class ZoneOfficer(Output):
    """Somebody of the pool."""

    id: UUID
    name: str


class ZoneOut(Output):
    """A contact zone."""

    code: str
    name: str
    office: str
    organisations: list[str]
    pool: list[ZoneOfficer]
    is_open: bool
    version: int


class ZonesOut(Output):
    """All contact zones."""

    items: list[ZoneOut]


async def list_zones(desk: Desk, call: Call, *, with_closed: bool) -> Answer:
    """Return the zones. Raises: Problem `forbidden`."""
    may(desk, call, "contact_zone:read")
    async with desk.db.reader() as reader:
        rows = await store.all_zones(reader, with_closed=with_closed)
        members = await store.members_of(reader, [row["id"] for row in rows])
    return Answer(200, ZonesOut(items=[_show(row, members) for row in rows]))


async def show_zone(desk: Desk, code: str, call: Call) -> Answer:
    """Return one zone. Raises: Problem `forbidden`, `not_found`."""
    may(desk, call, "contact_zone:read")
    async with desk.db.reader() as reader:
        return await _answer(reader, code, 200)


async def create_zone(desk: Desk, body: CreateZone, call: Call) -> Answer:
    """Add a zone. Raises: Problem `forbidden`, `zone_exists`, `organisation_unknown`, `officer_unknown`."""
    key = idempotency.key_of(call, body)
    async with desk.db.transaction(call.actor.scope(call.at)) as tx:
        if replay := await idempotency.claim(tx, key, call.at):
            return replay
        known = await _organisations(tx, desk, body, call, "contact_zone:create")
        if await store.maybe_zone(tx, body.code):
            raise Problem("zone_exists")
        zone_id = uuid7()
        store.add_zone(
            tx, call.at, id=zone_id, code=body.code, name=body.name, office_id=known[body.office].id
        )
        await tx.flush()
        await _set_members(tx, zone_id, body, known, call)
        _record(tx, desk, call, "create", body.code)
        await tx.flush()
        answer = await _answer(tx, body.code, 201)
        idempotency.keep(tx, key, answer, call.at)
    return answer


async def update_zone(desk: Desk, code: str, body: UpdateZone, call: Call) -> Answer:
    """Replace a zone; who left it stays on record with dates.

    Raises: Problem `not_found`, `forbidden`, `version_stale`, `organisation_unknown`, `officer_unknown`.
    """
    async with desk.db.transaction(call.actor.scope(call.at)) as tx:
        zone = await _locked(tx, desk, code, call, "contact_zone:update")
        known = await _organisations(tx, desk, body, call, "contact_zone:update")
        await store.save_zone(
            tx, zone["id"], zone["version"], name=body.name, office_id=known[body.office].id
        )
        await _set_members(tx, zone["id"], body, known, call)
        _record(tx, desk, call, "update", code)
        await tx.flush()
        return await _answer(tx, code, 200)


async def close_zone(desk: Desk, code: str, body: CloseZone, call: Call) -> Answer:
    """Close a zone. Raises: Problem `not_found`, `forbidden`, `version_stale`."""
    key = idempotency.key_of(call, body)
    async with desk.db.transaction(call.actor.scope(call.at)) as tx:
        if replay := await idempotency.claim(tx, key, call.at):
            return replay
        zone = await _locked(tx, desk, code, call, "contact_zone:close")
        await store.save_zone(tx, zone["id"], zone["version"], closed_on=call.today)
        _record(tx, desk, call, "close", code)
        answer = await _answer(tx, code, 200)
        idempotency.keep(tx, key, answer, call.at)
    return answer


async def _locked(tx: Transaction, desk: Desk, code: str, call: Call, permission: str) -> Row:
    zone = await store.maybe_zone(tx, code, lock=True)
    if zone is None:
        raise Problem("not_found")
    may_over(desk, call, permission, zone["office_path"])
    same_version(call, zone["version"])
    return zone


async def _organisations(
    tx: Transaction, desk: Desk, body: UpdateZone, call: Call, permission: str
) -> dict[str, Organisation]:
    known = await by_codes(tx, [body.office, *body.organisations])
    if not {body.office, *body.organisations} <= known.keys():
        raise Problem("organisation_unknown")
    may_over(desk, call, permission, known[body.office].path)
    officers = await officers_by_ids(tx, body.pool)
    if len(officers) != len(set(body.pool)) or any(
        one.state == OfficerState.LEFT for one in officers.values()
    ):
        raise Problem("officer_unknown")
    return known


async def _set_members(
    tx: Transaction, zone_id: UUID, body: UpdateZone, known: dict[str, Organisation], call: Call
) -> None:
    wanted = {known[code].id for code in body.organisations}
    await store.set_members(tx, zone_id, "organisation_id", wanted, call.today)
    await store.set_members(tx, zone_id, "officer_id", set(body.pool), call.today)


async def _answer(reader: Reader, code: str, status: int) -> Answer:
    zone = await store.maybe_zone(reader, code)
    if zone is None:
        raise Problem("not_found")
    shown = _show(zone, await store.members_of(reader, [zone["id"]]))
    location = f"/v1/contact-zones/{code}" if status == 201 else None
    return Answer(status, shown, etag=zone["version"], location=location)


def _show(zone: Row, members: list[Row]) -> ZoneOut:
    mine = [row for row in members if row["zone_id"] == zone["id"]]
    pool: list[Any] = [row for row in mine if row["officer_id"] is not None]
    return ZoneOut(
        code=zone["code"],
        name=zone["name"],
        office=zone["office"],
        organisations=[row["code"] for row in mine if row["organisation_id"] is not None],
        pool=[ZoneOfficer(id=row["officer_id"], name=row["name"]) for row in pool],
        is_open=zone["closed_on"] is None,
        version=zone["version"],
    )


def _record(tx: Transaction, desk: Desk, call: Call, action: str, code: str) -> None:
    audit(
        tx, call.actor, call.at, action=f"contact_zone:{action}", object_type="contact_zone", object_id=code,
        request_id=call.request_id,
    )  # fmt: skip
    emit(tx, desk.service, "contact_zone.changed", code, {"action": action}, call.at)
