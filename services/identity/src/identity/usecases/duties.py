"""What identity's worker does besides sealing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import cast

from identity.settings import Settings
from identity.store.tidying import forget_old
from identity.usecases.access import access_of
from identity.usecases.keep_services import keep_services
from identity.usecases.rotate_keys import rotate_keys
from identity.usecases.turn_the_day import turn_the_day
from shared.auth.revocation import heard
from shared.feed.consume import WORKER
from shared.process.desk import Desk
from shared.worker.loops import Loop

DAY_EVERY_S = 2.0
SERVICES_EVERY_S = 10.0
HEARD_EVERY_S = 2.0
TIDY_EVERY_S = 300.0
KEYS_EVERY_S = 60.0


def duties(desk: Desk) -> Sequence[Loop]:
    """Return the worker's loops."""
    settings = cast("Settings", desk.settings)

    async def services() -> bool:
        return await keep_services(desk, settings.service_keys_folder)

    async def own_voice() -> bool:
        """Record that rights are current here: this service is where they change."""
        async with desk.db.transaction(WORKER) as tx:
            await heard(tx, "identity")
        return False

    async def keys() -> bool:
        return await rotate_keys(desk, timedelta(days=settings.token_key_days))

    async def tidy() -> bool:
        async with desk.db.transaction(WORKER) as tx:
            await forget_old(tx, access_of(desk).wall.now())
        return False

    return (
        Loop("day", lambda: turn_the_day(desk), DAY_EVERY_S),
        Loop("services", services, SERVICES_EVERY_S),
        Loop("heard", own_voice, HEARD_EVERY_S),
        Loop("access", tidy, TIDY_EVERY_S),
        Loop("keys", keys, KEYS_EVERY_S),
    )
