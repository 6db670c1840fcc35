from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest
import sqlalchemy as sa

from shared.attachments.errors import AttachmentRefused, ScannerUnavailable
from shared.attachments.give_out import content_of, original_of
from shared.attachments.scanner import ScanState, Verdict
from shared.attachments.store import find
from shared.attachments.tables import attachments
from shared.attachments.take_in import Keeping, Upload, add
from shared.audit.tables import audit_entries
from shared.auth.actor import PUBLIC, Actor
from shared.clock import FakeClock, to_the_hour
from shared.db import Database, DatabaseUnavailable

from tests.shared.attachments.conftest import Scanning
from tests.shared.attachments.files import EACH, jpeg
from tests.shared.attachments.remains import has_marker

OFFICER = Actor(kind="officer", id="o-1", organisation="city/city-office-1")


async def _whole(pieces: object) -> bytes:
    return b"".join([piece async for piece in pieces])  # type: ignore[attr-defined]


@pytest.mark.parametrize("ending", EACH)
async def test_a_file_of_each_format_comes_back_as_it_may_be_shown(
    files_db: Database, keeping: Keeping, clock: FakeClock, ending: str
) -> None:
    content = EACH[ending]()
    upload = Upload(f"照片/证据.{ending}", "", content)

    added = await add(files_db, keeping, upload, OFFICER, clock.now())

    async with files_db.reader() as reader:
        found = await find(reader, keeping.seals, added.id)
    shown = await _whole(content_of(found, keeping.seals, keeping.objects, unscanned_is_fine=True))
    assert found == added
    assert (found.name, found.size, found.sha256) == (
        f"证据.{ending}",
        len(content),
        hashlib.sha256(content).digest(),
    )
    assert (found.content_size, found.content_sha256) == (len(shown), hashlib.sha256(shown).digest())
    if found.original_stored_key:
        assert not has_marker(shown)
        assert await _whole(original_of(found, keeping.seals, keeping.objects)) == content
    else:
        assert shown == content


async def test_nothing_readable_lies_in_the_store_or_the_row(
    files_db: Database, keeping: Keeping, clock: FakeClock, stored_files: Path
) -> None:
    text = "张某的举报材料".encode()

    await add(files_db, keeping, Upload("张某的举报材料.txt", "text/plain", text), OFFICER, clock.now())

    async with files_db.reader() as reader:
        row = await reader.one(sa.select(attachments))
        entry = await reader.one(sa.select(audit_entries))
    [stored] = [path for path in stored_files.rglob("*") if path.is_file()]
    everything = stored.read_bytes() + repr([dict(row), dict(entry)]).encode() + str(stored).encode()
    assert text not in everything
    assert "张某" not in repr([dict(row), dict(entry)])
    assert str(row["id"]).replace("-", "") not in str(stored)


async def test_an_anonymous_upload_keeps_nothing_but_the_hour(
    files_db: Database, keeping: Keeping, clock: FakeClock
) -> None:
    clock.set(clock.now().replace(minute=41, second=17))

    added = await add(files_db, keeping, Upload("a.jpg", "image/jpeg", jpeg()), PUBLIC, clock.now())

    async with files_db.reader() as reader:
        row = await reader.one(sa.select(attachments))
        entry = await reader.one(sa.select(audit_entries))
    assert (row["uploaded_by"], row["created_at"], entry["at"]) == (
        None,
        to_the_hour(clock.now()),
        row["created_at"],
    )
    assert added.id.version == 4
    assert entry["object_id"] == str(added.id)


async def test_the_uploader_is_shown_what_was_agreed(
    files_db: Database, keeping: Keeping, clock: FakeClock
) -> None:
    added = await add(files_db, keeping, Upload("a.txt", "", b"abc"), OFFICER, clock.now())

    assert added.as_json() == {
        "id": str(added.id),
        "name": "a.txt",
        "media_type": "text/plain",
        "size": 3,
        "sha256": hashlib.sha256(b"abc").hexdigest(),
        "scan_state": "unscanned",
    }


async def test_an_infected_file_is_refused_recorded_and_stored_nowhere(
    files_db: Database, keeping: Keeping, clock: FakeClock, stored_files: Path
) -> None:
    infected = replace(keeping, scanner=Scanning(Verdict(ScanState.INFECTED, "Eicar-Test-Signature")))

    with pytest.raises(AttachmentRefused, match="attachment_infected"):
        await add(files_db, infected, Upload("a.txt", "", b"x"), OFFICER, clock.now())

    async with files_db.reader() as reader:
        assert await reader.scalar(sa.select(sa.func.count()).select_from(attachments)) == 0
        entry = await reader.one(sa.select(audit_entries))
    assert (entry["outcome"], entry["details"]) == ("refused", {"signature": "Eicar-Test-Signature"})
    assert list(stored_files.iterdir()) == []


async def test_a_file_the_scanner_did_not_answer_for_waits(
    files_db: Database, keeping: Keeping, clock: FakeClock
) -> None:
    waiting = replace(keeping, scanner=Scanning(ScannerUnavailable("down")))

    added = await add(files_db, waiting, Upload("a.txt", "", b"x"), OFFICER, clock.now())

    assert added.scan_state is ScanState.WAITING


async def test_when_the_row_cannot_be_written_the_objects_are_removed(
    keeping: Keeping, clock: FakeClock, stored_files: Path
) -> None:
    nowhere = await Database.connect("postgresql://nobody:x@127.0.0.1:1/nothing", pool_size=1)

    with pytest.raises(DatabaseUnavailable):
        await add(nowhere, keeping, Upload("a.jpg", "", jpeg()), OFFICER, clock.now())
    await nowhere.close()

    assert [path for path in stored_files.rglob("*") if path.is_file()] == []
