"""Change, move and close an organisation. Its code and its past stay."""

from typing import Annotated, Any

from pydantic import Field

from identity.domain.kinds import OrganisationKind
from identity.domain.organisations import Organisation, Relation, check_close, check_move, path_below
from identity.store import organisations as store
from identity.usecases.create_organisation import Code, Name, PlaceName, SubKind
from identity.usecases.organisation_views import record_change, show_with_references, tell
from identity.usecases.sight import may_over, same_version
from identity.usecases.versions import rights_changed
from shared.db import Transaction
from shared.http import idempotency
from shared.http.answers import Answer
from shared.http.models import Input, Line, Text
from shared.http.problems import Problem
from shared.process.desk import Call, Desk


class UpdateOrganisation(Input):
    """修改机构：类别、名称、驻在单位 · what describes an organisation; not its code, not its place."""

    kind: OrganisationKind
    sub_kind: SubKind | None = None
    name: Name
    name_en: Annotated[str, Line(2, 120)] | None = None
    place_name: PlaceName | None = None
    place_name_en: PlaceName | None = None
    host: Code | None = None


class MoveOrganisation(Input):
    """调整隶属关系 · another place in the tree, for it and everything below."""

    parent: Code
    relation: Annotated[Relation, Field(description="unit 或 organ")]
    reason: Annotated[str, Text(2, 500)]


class CloseOrganisation(Input):
    """撤销机构：须先移交其下级、人员和角色 · closes what nothing depends on."""

    reason: Annotated[str, Text(2, 500)]


async def update_organisation(desk: Desk, code: str, body: UpdateOrganisation, call: Call) -> Answer:
    """Replace what describes an organisation. Raises: Problem `not_found`, `forbidden`, `version_stale`."""
    async with desk.db.transaction(call.actor.scope(call.at)) as tx:
        organisation = await _locked(tx, desk, code, call, "organisation:update")
        host = await _named(tx, body.host) if body.host else None
        organisation = await store.save_organisation(
            tx,
            organisation,
            kind=body.kind.value,
            sub_kind=body.sub_kind,
            name=body.name,
            name_en=body.name_en,
            place_name=body.place_name,
            place_name_en=body.place_name_en,
            host_id=host.id if host else None,
        )
        record_change(tx, desk, call, "update", organisation)
        return await _answer(tx, organisation)


async def move_organisation(desk: Desk, code: str, body: MoveOrganisation, call: Call) -> Answer:
    """Put an organisation, with everything below it, under another one; tokens that name the old place die.

    Raises: Problem `not_found`, `forbidden`, `version_stale`, `organisation_unknown`; Refused as `check_move`.
    """
    key = idempotency.key_of(call, body)
    async with desk.db.transaction(call.actor.scope(call.at)) as tx:
        if replay := await idempotency.claim(tx, key, call.at):
            return replay
        await store.lock_tree(tx)
        organisation = await _locked(tx, desk, code, call, "organisation:move")
        parent = await _named(tx, body.parent)
        may_over(desk, call, "organisation:move", parent.path)
        organisation = await _move(tx, desk, organisation, parent, body.relation, call)
        answer = await _answer(tx, organisation)
        idempotency.keep(tx, key, answer, call.at)
    return answer


async def _move(
    tx: Transaction,
    desk: Desk,
    organisation: Organisation,
    parent: Organisation,
    relation: Relation,
    call: Call,
) -> Organisation:
    old = organisation.path
    check_move(organisation, parent)
    path = path_below(parent, relation, organisation.code)
    changes: dict[str, Any] = {"parent_id": parent.id, "relation": relation.value, "path": path}
    organisation = await store.save_organisation(tx, organisation, **changes)
    moved = await store.rebase(tx, old, path)
    record_change(tx, desk, call, "move", organisation, old_path=old, path=path, below=len(moved))
    for one in moved:
        tell(tx, desk, one, call.at)
    concerned = await store.concerned_officers(tx, [organisation.id, *(one.id for one in moved)])
    await rights_changed(tx, desk, concerned, call.at)
    return organisation


async def close_organisation(desk: Desk, code: str, body: CloseOrganisation, call: Call) -> Answer:
    """Close an organisation nothing depends on any more.

    Raises: Problem `not_found`, `forbidden`, `version_stale`; Refused as `check_close`.
    """
    key = idempotency.key_of(call, body)
    async with desk.db.transaction(call.actor.scope(call.at)) as tx:
        if replay := await idempotency.claim(tx, key, call.at):
            return replay
        await store.lock_tree(tx)
        organisation = await _locked(tx, desk, code, call, "organisation:close")
        check_close(organisation, await store.closing_facts(tx, organisation, call.today))
        closed_on = max(organisation.opened_on, call.today)
        organisation = await store.save_organisation(tx, organisation, closed_on=closed_on)
        record_change(tx, desk, call, "close", organisation)
        answer = await _answer(tx, organisation)
        idempotency.keep(tx, key, answer, call.at)
    return answer


async def _locked(tx: Transaction, desk: Desk, code: str, call: Call, permission: str) -> Organisation:
    organisation = await store.lock_organisation(tx, code)
    if organisation is None:
        raise Problem("not_found")
    may_over(desk, call, permission, organisation.path)
    same_version(call, organisation.version)
    return organisation


async def _named(tx: Transaction, code: str) -> Organisation:
    organisation = await store.maybe_organisation(tx, code)
    if organisation is None:
        raise Problem("organisation_unknown")
    return organisation


async def _answer(tx: Transaction, organisation: Organisation) -> Answer:
    shown = (await show_with_references(tx, [organisation]))[0]
    return Answer(200, shown, etag=organisation.version)
