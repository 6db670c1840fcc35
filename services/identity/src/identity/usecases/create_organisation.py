"""Add an organisation to the tree."""

from datetime import date
from typing import Annotated

from pydantic import Field

from identity.domain.kinds import OrganisationKind
from identity.domain.organisations import CODE_PATTERN, Organisation, Relation, path_below
from identity.store.organisations import add_organisation, by_codes, lock_tree
from identity.usecases.organisation_views import record_change, show
from identity.usecases.sight import may_over
from shared.db import Transaction
from shared.http import idempotency
from shared.http.answers import Answer
from shared.http.models import Day, Input, Line
from shared.http.problems import Problem
from shared.ids import uuid7
from shared.process.desk import Call, Desk

Code = Annotated[
    str,
    Field(pattern=CODE_PATTERN, min_length=2, max_length=63, description="机构代码 · an organisation's code"),
]
Name = Annotated[str, Line(2, 100)]
PlaceName = Annotated[
    str,
    Line(2, 100),
    Field(description="所辖地区的名称，供群众选择 · what the place it is responsible for is called"),
]
SubKind = Annotated[
    str, Field(pattern=r"^[a-z][a-z_]{1,40}$", description="综合部门的具体类别 · which staff office")
]


class CreateOrganisation(Input):
    """新增机构：`relation` 为 unit（内设、派驻）或 organ（下级机关） · an organisation and its place."""

    code: Code
    parent: Code
    relation: Relation
    kind: OrganisationKind
    sub_kind: SubKind | None = None
    name: Name
    name_en: Annotated[str, Line(2, 120)] | None = None
    place_name: PlaceName | None = None
    place_name_en: PlaceName | None = None
    host: Annotated[Code | None, Field(description="派驻组的驻在单位 · host unit of a stationed group")] = (
        None
    )
    opened_on: Day | None = None


async def create_organisation(desk: Desk, body: CreateOrganisation, call: Call) -> Answer:
    """Add an organisation below another one.

    Raises: Problem `forbidden`, `organisation_unknown`, `organisation_exists`; Refused as `path_below`.
    """
    key = idempotency.key_of(call, body)
    async with desk.db.transaction(call.actor.scope(call.at)) as tx:
        if replay := await idempotency.claim(tx, key, call.at):
            return replay
        await lock_tree(tx)
        organisation = await place(tx, desk, body, call)
        known = await by_codes(tx, [code for code in (body.parent, body.host) if code])
        shown = show(organisation, {one.id: one.code for one in known.values()})
        answer = Answer(201, shown, etag=1, location=f"/{desk.service}/v1/organisations/{organisation.code}")
        idempotency.keep(tx, key, answer, call.at)
    return answer


async def place(tx: Transaction, desk: Desk, body: CreateOrganisation, call: Call) -> Organisation:
    """Queue the new organisation, its audit entry and its event; the tree is locked already."""
    known = await by_codes(tx, [code for code in (body.code, body.parent, body.host) if code])
    parent = known.get(body.parent)
    if parent is None or (body.host is not None and body.host not in known):
        raise Problem("organisation_unknown")
    may_over(desk, call, "organisation:create", parent.path)
    if body.code in known:
        raise Problem("organisation_exists")
    path = path_below(parent, body.relation, body.code)
    organisation = new_organisation(body, path, parent, known.get(body.host or ""), call.today)
    add_organisation(tx, organisation, call.at)
    record_change(tx, desk, call, "create", organisation)
    return organisation


def new_organisation(
    body: CreateOrganisation, path: str, parent: Organisation | None, host: Organisation | None, today: date
) -> Organisation:
    """Return the organisation a body describes."""
    return Organisation(
        id=uuid7(),
        code=body.code,
        path=path,
        parent_id=parent.id if parent else None,
        relation=body.relation,
        kind=body.kind,
        sub_kind=body.sub_kind,
        name=body.name,
        name_en=body.name_en,
        host_id=host.id if host else None,
        opened_on=body.opened_on or today,
        closed_on=None,
        version=1,
        place_name=body.place_name,
        place_name_en=body.place_name_en,
    )
