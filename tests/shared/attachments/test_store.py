from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from uuid import UUID, uuid4

import pytest
import sqlalchemy as sa

from shared.attachments.errors import AttachmentRefused, AttachmentUnknown
from shared.attachments.limits import Limits
from shared.attachments.store import WORKER, find, forget_unlinked, link, of_object
from shared.attachments.tables import attachments
from shared.attachments.take_in import Keeping, Upload, add
from shared.audit.tables import audit_entries
from shared.auth.actor import PUBLIC, SYSTEM, Actor
from shared.clock import FakeClock
from shared.db import Database

from tests.shared.attachments.files import jpeg

OFFICER = Actor(kind="officer", id="o-1")


async def _add(
    db: Database, keeping: Keeping, clock: FakeClock, actor: Actor = OFFICER, size: int = 3
) -> UUID:
    upload = Upload("a.txt", "", b"a" * size)
    return (await add(db, keeping, upload, actor, clock.now())).id


async def _link(
    db: Database, ids: list[UUID], target: UUID, by: str | None = "o-1", limits: Limits | None = None
) -> None:
    async with db.transaction() as tx:
        await link(tx, ids, object_type="report", object_id=target, uploaded_by=by, limits=limits or Limits())


async def test_linked_files_are_found_with_their_object(
    files_db: Database, keeping: Keeping, clock: FakeClock
) -> None:
    target = uuid4()
    ids = [await _add(files_db, keeping, clock) for _ in range(3)]

    await _link(files_db, [*ids[:2], ids[0]], target)

    async with files_db.reader() as reader:
        found = await of_object(reader, keeping.seals, target)
    assert {one.id for one in found} == set(ids[:2])
    assert {(one.object_type, one.object_id) for one in found} == {("report", target)}


async def test_linking_nothing_does_nothing(files_db: Database) -> None:
    await _link(files_db, [], uuid4())


async def test_a_file_is_linked_once_and_by_its_uploader(
    files_db: Database, keeping: Keeping, clock: FakeClock
) -> None:
    mine, anonymous = await _add(files_db, keeping, clock), await _add(files_db, keeping, clock, PUBLIC)

    for ids, by in (
        ([mine], "o-2"),
        ([mine], None),
        ([anonymous], "o-1"),
        ([mine, uuid4()], "o-1"),
        ([uuid4()], None),
    ):
        with pytest.raises(AttachmentUnknown):
            await _link(files_db, ids, uuid4(), by)
    await _link(files_db, [mine], uuid4())
    await _link(files_db, [anonymous], uuid4(), None)
    with pytest.raises(AttachmentUnknown):
        await _link(files_db, [mine], uuid4())


async def test_one_object_has_at_most_so_many_files_and_so_much(
    files_db: Database, keeping: Keeping, clock: FakeClock
) -> None:
    target = uuid4()
    ids = [await _add(files_db, keeping, clock, size=10) for _ in range(4)]
    await _link(files_db, ids[:2], target)

    with pytest.raises(AttachmentRefused, match="attachments_too_many"):
        await _link(files_db, ids[2:], target, limits=Limits(files=3))
    with pytest.raises(AttachmentRefused, match="attachments_total_too_large"):
        await _link(files_db, ids[2:], target, limits=Limits(total_bytes=39))
    await _link(files_db, ids[2:], target, limits=Limits(files=4, total_bytes=40))


async def test_what_nobody_linked_within_a_day_is_forgotten_with_its_objects(
    files_db: Database, keeping: Keeping, clock: FakeClock, stored_files: Path
) -> None:
    clock.set(clock.now().replace(minute=59))
    picture = await add(files_db, keeping, Upload("a.jpg", "", jpeg()), PUBLIC, clock.now())
    kept = await _add(files_db, keeping, clock)
    await _link(files_db, [kept], uuid4())
    assert len([path for path in stored_files.rglob("*") if path.is_file()]) == 3

    clock.move(timedelta(hours=24))
    assert await forget_unlinked(files_db, keeping.objects, actor=SYSTEM, at=clock.now()) == 0
    clock.move(timedelta(minutes=2))
    assert await forget_unlinked(files_db, keeping.objects, actor=SYSTEM, at=clock.now()) == 1

    async with files_db.reader(WORKER) as reader:
        assert await reader.all(sa.select(attachments.c.id)) == [(kept,)]
        actions = await reader.all(sa.select(audit_entries.c.action).order_by(audit_entries.c.inserted))
        with pytest.raises(AttachmentUnknown):
            await find(reader, keeping.seals, picture.id)
    assert actions[-1]["action"] == "attachment:forget"
    assert len([path for path in stored_files.rglob("*") if path.is_file()]) == 1
