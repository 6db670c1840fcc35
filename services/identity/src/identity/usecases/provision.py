"""Set up by file: create what is missing of organisations, zones, officers, roles, clients, calendars.

Safe to repeat; what exists is left as it is.
"""

from __future__ import annotations

from collections import Counter
from datetime import date

from identity.domain.clients import ClientKind, check_client
from identity.domain.organisations import Relation, path_below
from identity.store import clients as client_store
from identity.store import rights
from identity.store.calendars import latest_years
from identity.store.officers import by_logins, lock_officer
from identity.store.organisations import add_organisation, by_codes, lock_tree, maybe_organisation
from identity.store.skills import set_skills
from identity.store.zones import maybe_zone
from identity.usecases import zones
from identity.usecases.calendars import install_year
from identity.usecases.create_officer import CreateOfficer, take_on
from identity.usecases.create_organisation import CreateOrganisation, new_organisation
from identity.usecases.grant_role import GrantRole, give
from identity.usecases.organisation_views import record_change
from identity.usecases.provision_file import (
    ClientEntry,
    OfficerEntry,
    OrganisationEntry,
    ProvisionFile,
)
from identity.usecases.register_client import checked_key
from identity.usecases.set_clearance import SetClearance, clear
from identity.usecases.versions import rights_changed
from shared.calendar.years import UnknownYear, from_package
from shared.db import Transaction
from shared.process.desk import Call, Desk, system_call


async def provision(desk: Desk, file: ProvisionFile) -> Counter[str]:
    """Create what a file names and is not there yet; return how many of each were made.

    Raises: Problem or Refused for what contradicts the rules; then nothing of that part was made.
    """
    call = system_call(desk, route="provision")
    made: Counter[str] = Counter()
    async with desk.db.transaction(call.actor.scope(call.at)) as tx:
        await lock_tree(tx)
        for entry in file.organisations:
            made["organisations"] += await _organisation(tx, desk, entry, file.since, call)
    for zone in file.contact_zones:
        made["contact_zones"] += await _zone(desk, zones.CreateZone(**zone.model_dump()), call)
    async with desk.db.transaction(call.actor.scope(call.at)) as tx:
        for officer in file.officers:
            made += await _officer(tx, desk, officer, file.since, call)
        for client in file.clients:
            made["clients"] += await _client(tx, desk, client, call)
    made["calendars"] += await _calendars(desk, file.calendars, call)
    return made


async def _organisation(
    tx: Transaction, desk: Desk, entry: OrganisationEntry, since: date, call: Call
) -> int:
    known = await by_codes(tx, [code for code in (entry.code, entry.parent, entry.host) if code])
    if entry.code in known:
        return 0
    parent = known[entry.parent] if entry.parent else None
    relation = entry.relation if parent else Relation.ROOT
    body = CreateOrganisation.model_construct(
        parent=entry.parent or "",
        code=entry.code,
        relation=relation,
        kind=entry.kind,
        sub_kind=entry.sub_kind,
        name=entry.name,
        name_en=entry.name_en,
        place_name=entry.place_name,
        place_name_en=entry.place_name_en,
        opened_on=since,
    )
    path = path_below(parent, relation, entry.code)
    organisation = new_organisation(body, path, parent, known[entry.host] if entry.host else None, since)
    add_organisation(tx, organisation, call.at)
    record_change(tx, desk, call, "create", organisation)
    await tx.flush()
    return 1


async def _zone(desk: Desk, body: zones.CreateZone, call: Call) -> int:
    async with desk.db.reader() as reader:
        known = await maybe_zone(reader, body.code)
    if known is not None:
        return 0
    await zones.create_zone(desk, body, call)
    return 1


async def _officer(tx: Transaction, desk: Desk, entry: OfficerEntry, since: date, call: Call) -> Counter[str]:
    made: Counter[str] = Counter()
    officer = (await by_logins(tx, [entry.login])).get(entry.login)
    if officer is None:
        fields = entry.model_dump(include={"login", "name", "organisation", "position"})
        officer = await take_on(tx, desk, CreateOfficer(**fields, joined_on=since), call)
        await tx.flush()
        await clear(tx, desk, officer, SetClearance(level=entry.clearance, begins_on=since), call)
        await set_skills(tx, officer.id, entry.skills)
        made["officers"] += 1
    held = {(grant.role, grant.path) for grant in await rights.grants_of(tx, officer.id)}
    for wanted in entry.roles:
        place = await maybe_organisation(tx, wanted.organisation or entry.organisation)
        locked = await lock_officer(tx, officer.id)
        if place is None or locked is None or (wanted.role, place.path) in held:
            continue
        grant = GrantRole(role=wanted.role, organisation=place.code, subtree=wanted.subtree, begins_on=since)
        await give(tx, desk, locked, place, grant, call)
        await tx.flush()
        made["role_grants"] += 1
    if made:
        await rights_changed(tx, desk, [officer.id], call.at)
    return made


async def _client(tx: Transaction, desk: Desk, entry: ClientEntry, call: Call) -> int:
    if await client_store.maybe_client(tx, entry.id):
        return 0
    check_client(entry.id, entry.roles, entry.audiences)
    place = await maybe_organisation(tx, entry.organisation)
    if place is None:
        raise LookupError(f"client {entry.id}: no organisation {entry.organisation}")
    client_store.add_client(
        tx, call.at, id=entry.id, kind=ClientKind.CLIENT.value, name=entry.name, organisation_id=place.id,
        audiences=entry.audiences, roles=[role.value for role in entry.roles], event_types=entry.event_types,
        keys=[checked_key(key) for key in entry.keys],
    )  # fmt: skip
    await tx.flush()
    return 1


async def _calendars(desk: Desk, years: list[int], call: Call) -> int:
    async with desk.db.reader() as reader:
        known = {row["year"] for row in await latest_years(reader)}
    made = 0
    for year in sorted(set(years) - known):
        try:
            notice = from_package(year)
        except UnknownYear:
            continue  # published later; import it then
        async with desk.db.transaction(call.actor.scope(call.at)) as tx:
            await install_year(tx, desk, notice, call)
        made += 1
    return made
