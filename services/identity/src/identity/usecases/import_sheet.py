"""What a row of a sheet becomes: an organisation in the tree, or an officer with the roles of one cell."""

from __future__ import annotations

from types import MappingProxyType
from typing import Any

from identity.domain.sheets import OFFICERS, ORGANISATIONS, RELATIONS
from identity.store.officers import lock_officer
from identity.store.organisations import lock_tree, maybe_organisation
from identity.usecases.create_officer import CreateOfficer, take_on
from identity.usecases.create_organisation import CreateOrganisation, place
from identity.usecases.grant_role import GrantRole, give
from identity.usecases.sight import may_over
from identity.usecases.versions import rights_changed
from shared.auth.roles import Role
from shared.db import Transaction
from shared.process.desk import Call, Desk
from shared.sheets.importing import SheetImport, one_by_one

_GRANT_FIELDS = ("roles", "begins_on", "ends_on")


async def _add_organisation(tx: Transaction, desk: Desk, fields: dict[str, Any], call: Call) -> str:
    body = CreateOrganisation.model_validate(fields)
    return (await place(tx, desk, body, call)).code


async def _add_officer(tx: Transaction, desk: Desk, fields: dict[str, Any], call: Call) -> str:
    personal = {name: value for name, value in fields.items() if name not in _GRANT_FIELDS}
    dates = {name: fields[name] for name in ("begins_on", "ends_on") if name in fields}
    body = CreateOfficer.model_validate(personal)
    grants = [
        GrantRole.model_validate({"role": _role(role), "organisation": body.organisation, **dates})
        for role in fields.get("roles", [])
    ]
    officer = await take_on(tx, desk, body, call)
    await tx.flush()
    organisation = await maybe_organisation(tx, body.organisation)
    if grants and organisation is not None:
        may_over(desk, call, "role_grant:create", organisation.path)
    for grant in grants:
        locked = await lock_officer(tx, officer.id)
        if locked is not None and organisation is not None:
            await give(tx, desk, locked, organisation, grant, call)
            await tx.flush()
    if grants:
        await rights_changed(tx, desk, [officer.id], call.at)
    return officer.login


def _role(word: str) -> Role | str:
    return Role(word) if word in set(Role) else word


IMPORTS = (
    SheetImport(
        name="organisations", title="机构", permission="organisation:import", columns=ORGANISATIONS,
        prepare=one_by_one(_add_organisation), lock=lock_tree, choices=MappingProxyType({"relation": RELATIONS}),
        column_of=MappingProxyType({"organisation_exists": "code", "organisation_relation_invalid": "relation"}),
    ),
    SheetImport(
        name="officers", title="人员", permission="officer:import", columns=OFFICERS, prepare=one_by_one(_add_officer),
        column_of=MappingProxyType({
            "login_taken": "login", "roles_exclude_each_other": "roles", "role": "roles",
            "period_reversed": "ends_on", "period_is_over": "ends_on",
        }),
    ),
)  # fmt: skip
