"""Know the other services by the public keys an operator put into a folder, so that they can ask for tokens."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from typing import Any

from identity.domain.call_graph import CALLS
from identity.domain.clients import ClientKind
from identity.store import clients as store
from identity.usecases.register_client import checked_key
from shared.audit.record import audit
from shared.feed.consume import WORKER
from shared.process.desk import Desk, system_call


async def keep_services(desk: Desk, folder: Path) -> bool:
    """Register each service of the call graph, and take over keys that were changed. Returns False: never more."""
    keys = await asyncio.to_thread(_read, folder)
    call = system_call(desk, route="keep_services")
    async with desk.db.transaction(WORKER) as tx:
        for service, key in sorted(keys.items()):
            known = await store.lock_client(tx, service)
            if known is not None and [dict(one) for one in known.keys] == [key]:
                continue
            if known is None:
                store.add_client(
                    tx, call.at, id=service, kind=ClientKind.SERVICE.value, name=service, audiences=list(CALLS[service]),
                    roles=[], event_types=[], keys=[key],
                )  # fmt: skip
            else:
                await store.save_client(tx, known, keys=[key])
            audit(tx, call.actor, call.at, action="client:register", object_type="client", object_id=service)
    return False


def _read(folder: Path) -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = {}
    for service in CALLS:
        path = folder / f"{service}.jwk"
        if path.exists():
            found[service] = checked_key(json.loads(path.read_text(encoding="utf-8")))
    return found
