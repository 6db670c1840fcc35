"""Which submissions a database really holds: every sealed text is opened, for the key it carries."""

from __future__ import annotations

import re
from pathlib import Path
from uuid import UUID

from huiying import keys
from shared.db.hosts import connect
from shared.sealing import LocalKeyRing
from shared.sealing.seals import Seals

UUIDS = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


async def keys_in(intake: str, key_folder: Path) -> dict[UUID, str]:
    """Return the key each submission of a stream carries, by its matter; `intake` is a superuser's address."""
    seals = Seals(LocalKeyRing(keys.ring_of(key_folder, "intake")), organisation="intake")
    connection = await connect(intake)
    try:
        rows = await connection.fetch("SELECT object_id, content FROM contents")
    finally:
        await connection.close()
    found: dict[UUID, str] = {}
    for row in rows:
        text = seals.open_text(row["content"], "contents", row["object_id"], "content")
        if key := UUIDS.search(text):
            found[row["object_id"]] = key.group()
    return found
