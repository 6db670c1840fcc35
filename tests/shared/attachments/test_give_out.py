from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from shared.attachments.errors import AttachmentUnknown, AttachmentWithheld, ContentBroken, ScannerUnavailable
from shared.attachments.give_out import content_of, original_of, scan_waiting
from shared.attachments.scanner import ScanState, Verdict
from shared.attachments.sealed_objects import PIECE
from shared.attachments.store import Attachment, find
from shared.attachments.take_in import Keeping, Upload, add
from shared.auth.actor import SYSTEM, Actor
from shared.clock import FakeClock
from shared.db import Database

from tests.shared.attachments.conftest import Scanning
from tests.shared.attachments.files import jpeg

OFFICER = Actor(kind="officer", id="o-1")
TEXT = b"0123456789abcdef" * 80_000


async def _whole(pieces: AsyncIterator[bytes]) -> bytes:
    return b"".join([piece async for piece in pieces])


async def _added(
    db: Database, keeping: Keeping, clock: FakeClock, verdict: Verdict | Exception
) -> Attachment:
    scanning = replace(keeping, scanner=Scanning(verdict))
    return await add(db, scanning, Upload("a.txt", "", TEXT), OFFICER, clock.now())


async def test_parts_are_given_out_exactly(files_db: Database, keeping: Keeping, clock: FakeClock) -> None:
    file = await _added(files_db, keeping, clock, Verdict(ScanState.CLEAN))

    for start, end in (
        (0, None),
        (0, 1),
        (65_535, 65_537),
        (PIECE - 1, PIECE + 1),
        (len(TEXT) - 3, len(TEXT) + 99),
    ):
        part = await _whole(content_of(file, keeping.seals, keeping.objects, start=start, end=end))
        assert part == TEXT[start:end], (start, end)
    pieces = [len(piece) async for piece in content_of(file, keeping.seals, keeping.objects)]
    assert pieces == [PIECE, len(TEXT) - PIECE]


async def test_only_what_was_found_clean_is_given_out(
    files_db: Database, keeping: Keeping, clock: FakeClock
) -> None:
    file = await _added(files_db, keeping, clock, Verdict(ScanState.UNSCANNED))
    for state in (ScanState.UNSCANNED, ScanState.WAITING, ScanState.INFECTED):
        with pytest.raises(AttachmentWithheld):
            content_of(replace(file, scan_state=state), keeping.seals, keeping.objects)
    for state in (ScanState.WAITING, ScanState.INFECTED):
        with pytest.raises(AttachmentWithheld):
            content_of(
                replace(file, scan_state=state), keeping.seals, keeping.objects, unscanned_is_fine=True
            )


async def test_only_rewritten_files_have_an_original_beside_them(
    files_db: Database, keeping: Keeping, clock: FakeClock
) -> None:
    text = await _added(files_db, keeping, clock, Verdict(ScanState.CLEAN))
    picture = await add(files_db, keeping, Upload("a.jpg", "", jpeg()), OFFICER, clock.now())

    assert await _whole(original_of(picture, keeping.seals, keeping.objects)) == jpeg()
    with pytest.raises(AttachmentUnknown):
        original_of(text, keeping.seals, keeping.objects)


async def test_objects_exchanged_in_the_store_do_not_open(
    files_db: Database, keeping: Keeping, clock: FakeClock, stored_files: Path
) -> None:
    one = await _added(files_db, keeping, clock, Verdict(ScanState.CLEAN))
    other = await _added(files_db, keeping, clock, Verdict(ScanState.CLEAN))

    for wrong in (
        replace(one, stored_key=other.stored_key),
        replace(one, stored_key=other.stored_key, wrapped_key=other.wrapped_key),
        replace(one, stored_key="no/such"),
    ):
        with pytest.raises(ContentBroken):
            await _whole(content_of(wrong, keeping.seals, keeping.objects))


async def test_the_scanner_is_asked_again_until_it_answers(
    files_db: Database, keeping: Keeping, clock: FakeClock
) -> None:
    down = ScannerUnavailable("down")
    text = await _added(files_db, keeping, clock, down)
    picture = await add(
        files_db, replace(keeping, scanner=Scanning(down)), Upload("a.jpg", "", jpeg()), OFFICER, clock.now()
    )
    seen: list[bytes] = []

    class Recovered:
        async def scan(self, content: bytes) -> Verdict:
            seen.append(content)
            return Verdict(ScanState.INFECTED, "X") if content == jpeg() else Verdict(ScanState.CLEAN)

    still_down = replace(keeping, scanner=Scanning(down))
    recovered = replace(keeping, scanner=Recovered())
    assert await scan_waiting(files_db, still_down, SYSTEM, clock.now()) == 0
    assert await scan_waiting(files_db, recovered, SYSTEM, clock.now()) == 2
    assert await scan_waiting(files_db, recovered, SYSTEM, clock.now()) == 0

    async with files_db.reader() as reader:
        states = [(await find(reader, keeping.seals, file.id)).scan_state for file in (text, picture)]
    assert states == [ScanState.CLEAN, ScanState.INFECTED]
    assert sorted(seen) == sorted([TEXT, jpeg()])
