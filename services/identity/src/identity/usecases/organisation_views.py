"""An organisation as answers show it, and what others are told about it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from identity.domain.kinds import OrganisationKind, Side, side_of
from identity.domain.organisations import Organisation, Relation
from identity.store.organisations import by_ids
from shared.audit.record import audit
from shared.db import Reader, Transaction
from shared.feed.emit import emit
from shared.http.models import Output
from shared.process.desk import Call, Desk
from shared.process.rowhash import row_hash


class OrganisationOut(Output):
    """An organisation."""

    code: str
    path: str
    parent: str | None
    relation: Relation
    kind: OrganisationKind
    sub_kind: str | None
    side: Side
    name: str
    name_en: str | None
    place_name: str | None
    place_name_en: str | None
    host: str | None
    opened_on: date
    closed_on: date | None
    is_open: bool
    version: int


def show(organisation: Organisation, codes: Mapping[UUID, str]) -> OrganisationOut:
    """Return one organisation; `codes` names those it refers to."""
    return OrganisationOut(
        code=organisation.code,
        path=organisation.path,
        parent=codes.get(organisation.parent_id) if organisation.parent_id else None,
        relation=organisation.relation,
        kind=organisation.kind,
        sub_kind=organisation.sub_kind,
        side=side_of(organisation.kind),
        name=organisation.name,
        name_en=organisation.name_en,
        place_name=organisation.place_name,
        place_name_en=organisation.place_name_en,
        host=codes.get(organisation.host_id) if organisation.host_id else None,
        opened_on=organisation.opened_on,
        closed_on=organisation.closed_on,
        is_open=organisation.is_open,
        version=organisation.version,
    )


async def show_with_references(reader: Reader, organisations: list[Organisation]) -> list[OrganisationOut]:
    """Return organisations with the codes of their parents and host units."""
    wanted = [one for organisation in organisations for one in (organisation.parent_id, organisation.host_id)]
    codes = {one.id: one.code for one in (await by_ids(reader, wanted)).values()}
    return [show(organisation, codes) for organisation in organisations]


def record_change(
    tx: Transaction, desk: Desk, call: Call, action: str, organisation: Organisation, **details: Any
) -> None:
    """Queue the audit entry and the event of a change."""
    audit(
        tx, call.actor, call.at, action=f"organisation:{action}", object_type="organisation",
        object_id=organisation.code, row_hash=row_hash(organisation), request_id=call.request_id,
        details={"version": organisation.version, **details},
    )  # fmt: skip
    tell(tx, desk, organisation, call.at)


def tell(tx: Transaction, desk: Desk, organisation: Organisation, at: datetime) -> None:
    """Queue the event from which other services keep their copy."""
    data = {
        "code": organisation.code,
        "path": organisation.path,
        "kind": organisation.kind.value,
        "is_open": organisation.is_open,
        "name": organisation.name,
        "name_en": organisation.name_en or "",
        "place_name": organisation.place_name or "",
        "place_name_en": organisation.place_name_en or "",
    }
    emit(tx, desk.service, "organisation.changed", organisation.code, data, at)
