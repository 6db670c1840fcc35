"""The contact zone (联系片区) that the lead office of a task draws its people from."""

from __future__ import annotations

from casework.clients.identity import ContactZone, IdentityClient
from casework.domain.linkage.linkage_task import LinkageTask
from shared.directory.paths import code_of
from shared.http.client import Rejected, Unavailable
from shared.http.problems import Problem
from shared.process.desk import Desk


async def contact_zones(desk: Desk) -> list[ContactZone]:
    """Return every open zone. Raises: Problem `contact_zones_unavailable`."""
    identity: IdentityClient = desk.clients["identity"]
    try:
        return await identity.contact_zones()
    except (Unavailable, Rejected) as error:
        raise Problem("contact_zones_unavailable", service=error.service) from error


async def zone_of_lead(desk: Desk, task: LinkageTask) -> ContactZone:
    """Return the zone of the lead office. Raises: Problem `contact_zones_unavailable`, `contact_zone_missing`."""
    office = code_of(task.lead_path)
    for zone in await contact_zones(desk):
        if zone.office == office:
            return zone
    raise Problem("contact_zone_missing")
