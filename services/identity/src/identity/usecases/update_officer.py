"""Change an officer's name, position or organisation. Grants stay; they are ended on their own."""

from typing import Annotated
from uuid import UUID

from identity.domain.officer_lifecycle import OfficerState
from identity.store.officers import save_officer, search_vector
from identity.store.organisations import maybe_organisation
from identity.usecases.create_officer import PersonName
from identity.usecases.create_organisation import Code
from identity.usecases.officer_process import OFFICERS
from identity.usecases.sight import locked_officer_for, may_over, same_version
from identity.usecases.versions import rights_changed
from shared.audit.record import audit
from shared.feed.emit import emit
from shared.http.answers import Answer
from shared.http.models import Input, Line
from shared.http.problems import Problem
from shared.process.describe import describe
from shared.process.desk import Call, Desk
from shared.process.rowhash import row_hash


class UpdateOfficer(Input):
    """修改人员：姓名、所在机构、职务 · what describes an officer; the login stays."""

    name: PersonName
    organisation: Code
    position: Annotated[str, Line(1, 100)] | None = None


async def update_officer(desk: Desk, officer_id: UUID, body: UpdateOfficer, call: Call) -> Answer:
    """Replace what describes an officer; a new organisation changes the token.

    Raises: Problem `not_found`, `forbidden`, `version_stale`, `organisation_unknown`, `officer_not_active`.
    """
    async with desk.db.transaction(call.actor.scope(call.at)) as tx:
        officer = await locked_officer_for(tx, desk, officer_id, call, "officer:update")
        same_version(call, officer.version)
        if officer.state == OfficerState.LEFT:
            raise Problem("officer_not_active")
        organisation = await maybe_organisation(tx, body.organisation)
        if organisation is None or not organisation.is_open:
            raise Problem("organisation_unknown")
        may_over(desk, call, "officer:update", organisation.path)
        moved = organisation.path != officer.holder_path
        officer = await save_officer(
            tx, officer, name=body.name, position=body.position, organisation_id=organisation.id,
            holder_path=organisation.path, search=search_vector(body.name, officer.login),
        )  # fmt: skip
        audit(
            tx, call.actor, call.at, action="officer:update", object_type="officer", object_id=officer.id,
            row_hash=row_hash(officer), request_id=call.request_id,
            details={"version": officer.version, "organisation": organisation.code},
        )  # fmt: skip
        emit(tx, desk.service, "officer.changed", officer.id, {"holder": officer.holder_path}, call.at)
        if moved:
            await rights_changed(tx, desk, [officer.id], call.at)
        shown = await describe(tx, desk, OFFICERS, officer, call)
    return Answer(200, shown, etag=officer.version)
