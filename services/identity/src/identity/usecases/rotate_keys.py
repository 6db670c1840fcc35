"""Change the key that signs tokens: the next one is published first, so that everybody knows it when it is used."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import structlog

from identity.store.alone import is_alone
from identity.usecases.access import access_of
from shared.audit.record import audit
from shared.feed.consume import WORKER
from shared.process.desk import Desk, system_call

log = structlog.get_logger()


async def rotate_keys(desk: Desk, every: timedelta) -> bool:
    """Add the next key when the newest is older than `every`; return False, for there is never more to do at once.

    Zero switches it off: an operator keeps the folder then.
    """
    ring, at = access_of(desk).keys, access_of(desk).wall.now()
    known = ring.keys()
    newest = max((key.signs_from for key in known), default=None)
    if not every or newest is None or at - newest < every:
        return False
    async with desk.db.transaction(WORKER) as tx:
        if not await is_alone(tx, "rotate_keys"):
            return False
        key = await asyncio.to_thread(ring.rotate, at)
        call = system_call(desk, route="rotate_keys")
        audit(tx, call.actor, call.at, action="token_key:rotate", object_type="token_key", object_id=key.kid)
    log.info("token_key_rotated", kind=key.kid[:8])
    return False


async def withdraw_key(desk: Desk, kid: str) -> bool:
    """Take back a key that can no longer be trusted, making a new one first if it was the last that signs.

    Returns False when there is no such key. Its tokens die with the verifiers' next look at the keys (30 s).
    """
    ring, at = access_of(desk).keys, access_of(desk).wall.now()
    known = ring.keys()
    if kid not in {key.kid for key in known}:
        return False
    if not any(key.signs_from <= at for key in known if key.kid != kid):
        await asyncio.to_thread(ring.rotate, at, ahead=timedelta())
    await asyncio.to_thread(ring.withdraw, kid)
    call = system_call(desk, route="withdraw_key")
    async with desk.db.transaction(WORKER) as tx:
        audit(tx, call.actor, call.at, action="token_key:withdraw", object_type="token_key", object_id=kid)
    return True
