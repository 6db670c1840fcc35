"""Every single change of a small log is reported, whoever made it and however carefully."""

from __future__ import annotations

import io
import random
import sys
from dataclasses import replace
from pathlib import Path
from time import perf_counter

import pytest

from shared.audit.canonical import canonical_entry
from shared.audit.checkpoint import Checkpoint, VerifierKey, sign_checkpoint
from shared.audit.sources import verify_export
from shared.audit.tree import Frontier, leaf_hash
from shared.audit.verifier import Entry, StoredCheckpoint, Verifier
from shared.sealing import LocalKeyRing
from shared.sealing.ring_file import create

from deploy.verify.verify_audit import problem_with
from tests.shared.audit.logs import ORIGIN, StoredLog, make_log, row_of

SIZE = 200
COLUMNS = tuple(row_of(1))


@pytest.fixture(scope="module")
def ring(tmp_path_factory: pytest.TempPathFactory) -> LocalKeyRing:
    path = tmp_path_factory.mktemp("keys") / "ring.json"
    create(path)
    return LocalKeyRing(path)


@pytest.fixture(scope="module")
def log(ring: LocalKeyRing) -> StoredLog:
    return make_log(ring, SIZE, 64)


@pytest.fixture(scope="module")
def contents(log: StoredLog) -> list[bytes]:
    return [entry.data for entry in log.entries]


def test_a_whole_log_gives_no_finding(log: StoredLog) -> None:
    assert log.findings() == []


@pytest.mark.parametrize("column", COLUMNS)
def test_a_changed_cell_is_reported_with_its_entry(log: StoredLog, column: str) -> None:
    for number in range(1, SIZE + 1):
        other = row_of(number) | {column: row_of(number + 1)[column]}
        if other == row_of(number):
            other[column] = row_of(number + 8)[column]
        entries = list(log.entries)
        entries[number - 1] = entries[number - 1]._replace(data=canonical_entry(other, number))

        assert log.with_entries(entries).findings() == [
            f"entry {number}: its content does not have the leaf hash beside it"
        ]


def test_a_changed_entry_is_reported_though_every_hash_was_made_anew(
    log: StoredLog, contents: list[bytes]
) -> None:
    for number in range(1, SIZE + 1):
        changed = list(contents)
        changed[number - 1] = canonical_entry(row_of(number) | {"outcome": "refused"}, number)

        first, *_ = log.sealed_anew(changed).findings()

        upper = min(size for size in log.signed if size >= number)
        assert f"to {upper} changed" in first


def test_a_changed_leaf_hash_is_reported(log: StoredLog) -> None:
    for number in range(1, SIZE + 1):
        entries = list(log.entries)
        entries[number - 1] = entries[number - 1]._replace(stored_leaf=bytes(32))

        assert log.with_entries(entries).findings()[0].startswith(f"entry {number}:")


def test_a_removed_entry_is_reported(log: StoredLog, contents: list[bytes]) -> None:
    for number in range(1, SIZE + 1):
        gap = log.entries[: number - 1] + log.entries[number:]
        closed = contents[: number - 1] + contents[number:]

        expected = f"entry {number} is missing" if number < SIZE else f"truncated: {SIZE} entries were signed"
        assert log.with_entries(gap).findings()[0].startswith(expected)
        assert log.sealed_anew(closed).findings() != []


def test_an_inserted_entry_is_reported(log: StoredLog, contents: list[bytes]) -> None:
    for number in range(1, SIZE + 2):
        data = canonical_entry(row_of(9999), number)
        doubled = [
            *log.entries[: number - 1],
            Entry(number, data, leaf_hash(data)),
            *log.entries[number - 1 :],
        ]
        shifted = [*contents[: number - 1], data, *contents[number - 1 :]]

        assert log.with_entries(doubled).findings() != []
        if number <= SIZE:
            assert log.sealed_anew(shifted).findings() != []


def test_an_entry_numbered_below_one_is_reported(log: StoredLog) -> None:
    data = canonical_entry(row_of(9999), 0)

    findings = log.with_entries([Entry(0, data, leaf_hash(data)), *log.entries]).findings()

    assert findings == ["entry 0 stands where entry 1 belongs"]


def test_exchanged_entries_are_reported(log: StoredLog, contents: list[bytes]) -> None:
    for first in range(SIZE):
        second = (first + 1 + first % 17) % SIZE
        rows, cells = list(log.entries), list(contents)
        rows[first], rows[second] = rows[second], rows[first]
        cells[first], cells[second] = cells[second], cells[first]

        assert log.with_entries(rows).findings() != []
        assert log.sealed_anew(cells).findings() != []


def test_every_truncation_is_reported(log: StoredLog, contents: list[bytes]) -> None:
    for size in range(SIZE):
        assert log.with_entries(log.entries[:size]).findings() != []
        assert any("truncated" in finding for finding in log.sealed_anew(contents[:size]).findings())


def test_a_log_cut_back_with_its_checkpoints_is_reported_to_who_kept_one(
    log: StoredLog, contents: list[bytes]
) -> None:
    kept = Checkpoint(ORIGIN, SIZE, log.signed[SIZE].root or b"")
    older = {size: note for size, note in log.signed.items() if size <= 64}
    cut = replace(log.sealed_anew(contents[:100]), signed=older)

    assert cut.findings() == []
    assert cut.findings(kept) == [f"truncated: the checkpoint kept elsewhere covers {SIZE}, 100 are there"]


def test_a_log_written_anew_by_the_key_holder_is_reported_to_who_kept_a_checkpoint(
    log: StoredLog, ring: LocalKeyRing
) -> None:
    kept = Checkpoint(ORIGIN, 64, log.signed[64].root or b"")

    other = make_log(ring, SIZE, 64, lambda number: row_of(number) | {"rule": "A1"})

    assert other.findings() == []
    assert other.findings(kept) == [
        "the log does not begin with the 64 entries of the checkpoint kept elsewhere"
    ]


def test_a_changed_or_missing_state_of_the_sealer_is_reported(log: StoredLog) -> None:
    assert replace(log, size=SIZE - 1).findings() == [
        f"the sealer has sealed {SIZE - 1} entries, {SIZE} are there"
    ]
    assert "memory" in replace(log, frontier=bytes(len(log.frontier))).findings()[0]


def test_checkpoints_that_lie_are_reported(log: StoredLog, ring: LocalKeyRing, tmp_path: Path) -> None:
    create(tmp_path / "stranger.json")
    good = log.signed[64]
    root = good.root or b""
    forged = sign_checkpoint(Checkpoint(ORIGIN, 64, root), LocalKeyRing(tmp_path / "stranger.json"))
    other_size = sign_checkpoint(Checkpoint(ORIGIN, 65, root), ring)
    other_root = sign_checkpoint(Checkpoint(ORIGIN, 64, bytes(32)), ring)
    lies = {
        "not signed by a known key": StoredCheckpoint(forged, 64, root),
        "not a signed note": StoredCheckpoint("", 64, root),
        "stands behind entry 64": StoredCheckpoint(other_size, 64, root),
        "something in entries 1 to 64 changed": StoredCheckpoint(other_root, 64, bytes(32)),
        "the columns are not what the note says": good._replace(root=bytes(32)),
    }

    for words, lie in lies.items():
        findings = replace(log, signed=log.signed | {64: lie}).findings()
        assert any(words in finding for finding in findings), (words, findings)


def test_at_most_twenty_findings_are_kept(log: StoredLog) -> None:
    entries = [entry._replace(stored_leaf=bytes(32)) for entry in log.entries]

    assert len(log.with_entries(entries).findings()) == 20


def test_every_changed_byte_of_an_export_is_reported_by_both_verifiers(
    ring: LocalKeyRing, tmp_path: Path
) -> None:
    log = make_log(ring, 3, 2)
    whole, path = log.exported(), tmp_path / "log.jsonl"
    keys = [key.encode() for key in log.keys]
    path.write_bytes(whole)
    assert _exported_findings(path, log.keys) == []
    assert problem_with(io.BytesIO(whole), keys) is None

    for place in range(len(whole) - 1):
        changed = whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :]
        if _same_signature(whole, changed):
            continue
        path.write_bytes(changed)
        assert _exported_findings(path, log.keys), (place, whole[place - 20 : place + 20])
        assert problem_with(io.BytesIO(changed), keys), (place, whole[place - 20 : place + 20])


def _same_signature(whole: bytes, changed: bytes) -> bool:
    """Say whether only a padding bit of a base64 text changed, which means the same bytes."""
    position = next(i for i, (one, other) in enumerate(zip(whole, changed, strict=True)) if one != other)
    return whole[position + 1 : position + 2] == b"=" or whole[position + 1 : position + 3] == b"=="


def _exported_findings(path: Path, keys: list[VerifierKey]) -> list[str]:
    verifier = Verifier(keys)
    verify_export(path, verifier)
    return verifier.findings


def test_random_changes_of_a_large_log_are_all_reported(
    ring: LocalKeyRing, capsys: pytest.CaptureFixture[str]
) -> None:
    _mutate_large_log(ring, capsys, mutations=12)


@pytest.mark.nightly
@pytest.mark.timeout(3600)
def test_ten_thousand_random_changes_of_a_large_log_are_all_reported(
    ring: LocalKeyRing, capsys: pytest.CaptureFixture[str]
) -> None:
    _mutate_large_log(ring, capsys, mutations=10_000)


def _mutate_large_log(ring: LocalKeyRing, capsys: pytest.CaptureFixture[str], *, mutations: int) -> None:
    log = make_log(ring, 10_000, 1000)
    contents = [entry.data for entry in log.entries]
    chance = random.Random(20260302)  # noqa: S311 - the same mutations every time
    started = perf_counter()
    found = sum(bool(log.sealed_anew(_mutated(contents, chance)).findings()) for _ in range(mutations))
    seconds = perf_counter() - started
    with capsys.disabled():
        sys.stdout.write(f" {found} of {mutations} changes found, {2e4 * mutations / seconds:,.0f} leaves/s ")
    assert found == mutations


def _mutated(contents: list[bytes], chance: random.Random) -> list[bytes]:
    changed = list(contents)
    place, other = chance.sample(range(len(contents)), 2)
    match chance.randrange(5):
        case 0:
            del changed[place]
        case 1:
            changed.insert(place, contents[other])
        case 2:
            changed[place], changed[other] = changed[other], changed[place]
        case 3:
            del changed[place:]
        case _:
            byte = chance.randrange(len(changed[place]))
            row = bytearray(changed[place])
            row[byte] ^= 1 << chance.randrange(8)
            changed[place] = bytes(row)
    return changed


def test_an_empty_log_is_whole(log: StoredLog) -> None:
    assert StoredLog([], {}, 0, Frontier().encode(), log.keys).findings() == []
