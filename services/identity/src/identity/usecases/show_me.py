"""Who am I: the caller's own page."""

from datetime import date
from uuid import UUID

from identity.store.credentials import maybe_credentials
from identity.store.officers import maybe_officer
from identity.store.organisations import maybe_organisation
from identity.store.rights import clearance_of
from identity.store.rights_lists import delegations_by_officer, grants_by_officer
from identity.store.versions import version_of
from identity.usecases.access import access_of
from identity.usecases.issue_token import holder_of
from shared.auth.roles import Role
from shared.auth.secrecy import SecrecyLevel
from shared.db.engine import Row
from shared.directory.paths import code_of
from shared.http.answers import Answer
from shared.http.models import Output
from shared.http.problems import Problem
from shared.process.desk import Call, Desk


class MyOrganisation(Output):
    """Where one works."""

    code: str
    path: str
    kind: str
    name: str


class MyRole(Output):
    """A role with its period; `delegation` when it was lent."""

    role: Role
    organisation: str
    path: str
    subtree: bool
    begins_on: date
    ends_on: date | None
    in_force: bool
    delegation: UUID | None


class MeOut(Output):
    """The caller."""

    id: UUID
    login: str
    name: str
    organisation: MyOrganisation
    position: str | None
    state: str
    roles: list[MyRole]
    clearance: SecrecyLevel
    permission_version: int
    second_factor: bool
    restricted_until: str | None


async def show_me(desk: Desk, call: Call) -> Answer:
    """Return the caller's officer, organisation, roles with periods and clearance. Raises: Problem `forbidden`."""
    if call.actor.kind != "officer":
        raise Problem("forbidden")
    officer_id = UUID(call.actor.id)
    async with desk.db.reader() as reader:
        officer = await maybe_officer(reader, officer_id)
        credentials = await maybe_credentials(reader, officer_id)
        if officer is None or credentials is None:
            raise Problem("forbidden")
        organisation = await maybe_organisation(reader, code_of(officer.holder_path))
        granted = await grants_by_officer(reader, officer_id, with_ended=False)
        lent = await delegations_by_officer(reader, officer_id, with_ended=False)
        holder = await holder_of(reader, desk, access_of(desk), officer, credentials)
        clearance = await clearance_of(reader, officer_id, call.today)
        version = await version_of(reader, call.actor.id)
    roles = [_role(row, row["role"], subtree=row["subtree"], delegation=None) for row in granted]
    roles += [
        _role(row, row["grant_role"], subtree=row["grant_subtree"], delegation=row["id"])
        for row in lent
        if row["to_officer"] == officer_id
    ]
    me = MeOut(
        id=officer.id,
        login=officer.login,
        name=officer.name,
        organisation=MyOrganisation(
            code=code_of(officer.holder_path),
            path=officer.holder_path,
            kind=organisation.kind.value if organisation else "",
            name=organisation.name if organisation else "",
        ),
        position=officer.position,
        state=officer.state,
        roles=roles,
        clearance=clearance,
        permission_version=version,
        second_factor=credentials.totp_secret is not None,
        restricted_until=holder.restricted,
    )
    return Answer(200, me)


def _role(row: Row, role: str, *, subtree: bool, delegation: UUID | None) -> MyRole:
    return MyRole(
        role=Role(role),
        organisation=row["organisation_code"],
        path=row["path"],
        subtree=subtree,
        begins_on=row["begins_on"],
        ends_on=row["ends_on"],
        in_force=row["in_force"],
        delegation=delegation,
    )
