"""Find files whose sealed content is no longer in the store."""

from __future__ import annotations

from uuid import UUID

import sqlalchemy as sa

from shared.attachments.errors import ContentBroken
from shared.attachments.tables import attachments
from shared.db.engine import Row
from shared.feed.consume import WORKER
from shared.process.desk import Desk
from shared.process.reconcile import Difference

FILE_MISSING = "file_missing"
PAGE = 50
"""Each is a question to the store."""
_FILES = sa.select(
    attachments.c.id, attachments.c.object_type, attachments.c.object_id, attachments.c.stored_key
).where(attachments.c.object_id.is_not(None))


async def missing_files(desk: Desk, after: UUID | None) -> tuple[list[Difference], UUID | None]:
    """Ask the store for one page of files behind an id; return whose are gone, and where to go on, None at the end."""
    if desk.files is None:
        return [], None
    page = _FILES.order_by(attachments.c.id).limit(PAGE)
    async with desk.db.reader(WORKER) as reader:
        rows = await reader.all(page if after is None else page.where(attachments.c.id > after))
    gone = [row for row in rows if not await _is_there(desk, row["stored_key"])]
    lost = [Difference(FILE_MISSING, row["object_type"], row["object_id"]) for row in await _kept(desk, gone)]
    return lost, rows[-1]["id"] if len(rows) == PAGE else None


async def _is_there(desk: Desk, key: str) -> bool:
    try:
        await desk.keeping.objects.get(key, 0, 1)
    except ContentBroken:
        return False
    return True


async def _kept(desk: Desk, gone: list[Row]) -> list[Row]:
    """Return those that are still to be kept: what the service erased meanwhile is not lost."""
    if not gone:
        return []
    ids = [row["id"] for row in gone]
    async with desk.db.reader(WORKER) as reader:
        return await reader.all(_FILES.where(attachments.c.id.in_(ids)))
