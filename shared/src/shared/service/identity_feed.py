"""What identity's events do in every other service: withdrawn rights, the directory, the calendar."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from shared.auth.revocation import NEVER, record
from shared.calendar.store import install, load
from shared.calendar.years import from_document
from shared.clocks.recount import recompute_provisional, recompute_running
from shared.db import Transaction
from shared.directory.store import apply_organisation_changed
from shared.feed.consume import Event, Handler
from shared.http.client import JsonObject, ServiceClient
from shared.needtoknow.store import end_all_of
from shared.process.desk import Desk


def identity_handlers(desk: Desk) -> Mapping[str, Handler]:
    """Return the effects of identity's events."""
    identity: ServiceClient = desk.clients["identity"]

    async def on_rights_changed(tx: Transaction, event: Event, _: object) -> None:
        await record(tx, event.subject, int(event.data["permission_version"]))

    async def on_officer_left(tx: Transaction, event: Event, _: object) -> None:
        await record(tx, event.subject, NEVER)
        await end_all_of(tx, event.subject, by="system", at=desk.clock.now())

    async def fetch_year(event: Event) -> dict[str, Any]:
        return (await identity.get(f"/v1/calendars/{int(event.data['year'])}", JsonObject)).model_dump()

    async def on_calendar(tx: Transaction, event: Event, year: Any) -> None:
        at = desk.clock.now()
        await install(tx, from_document(year), at=at)
        calendar = await load(tx)  # not into the desk's memory before the commit
        await recompute_provisional(tx, calendar, at=at)
        await recompute_running(tx, calendar, at=at)

    return {
        "grant.changed": Handler(on_rights_changed),
        "officer.left": Handler(on_officer_left),
        "organisation.changed": Handler(apply_organisation_changed),
        "calendar.imported": Handler(on_calendar, prepare=fetch_year),
    }
