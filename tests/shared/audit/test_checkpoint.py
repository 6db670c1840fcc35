from __future__ import annotations

from pathlib import Path

import pytest

from shared.audit.checkpoint import (
    Checkpoint,
    VerifierKey,
    key_set,
    open_checkpoint,
    open_note,
    sign_checkpoint,
    sign_note,
    verifier_keys,
)
from shared.audit.errors import CheckpointRefused
from shared.sealing import LocalKeyRing
from shared.sealing.ring_file import create, rotate

ORIGIN = "huiying/intake"
CHECKPOINT = Checkpoint(ORIGIN, 200, bytes(range(32)))


@pytest.fixture
def ring_path(tmp_path: Path) -> Path:
    create(tmp_path / "ring.json")
    return tmp_path / "ring.json"


@pytest.fixture
def ring(ring_path: Path) -> LocalKeyRing:
    return LocalKeyRing(ring_path)


def test_the_published_example_of_the_note_format_opens() -> None:
    key = VerifierKey.parse("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW")
    note = (
        "If you think cryptography is the answer to your problem,\n"
        "then you don't know what your problem is.\n"
        "\n"
        "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6Ryy"
        "BwJnAM=\n"
    )

    assert open_note(note, key_set([key])).endswith("your problem is.\n")
    with pytest.raises(CheckpointRefused):
        open_note(note.replace("answer", "solution"), key_set([key]))


def test_a_checkpoint_opens_under_the_key_of_its_log(ring: LocalKeyRing) -> None:
    note = sign_checkpoint(CHECKPOINT, ring)

    assert note.startswith(
        "huiying/intake\n200\nAAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=\n\n— huiying/intake "
    )
    assert open_checkpoint(note, verifier_keys(ring, ORIGIN)) == CHECKPOINT


def test_after_a_rotation_old_and_new_checkpoints_open(ring: LocalKeyRing, ring_path: Path) -> None:
    old = sign_checkpoint(CHECKPOINT, ring)
    rotate(ring_path)
    keys = verifier_keys(ring, ORIGIN)
    new = sign_checkpoint(CHECKPOINT, ring)

    assert len(keys) == 2
    assert old != new
    assert open_checkpoint(old, keys) == open_checkpoint(new, keys) == CHECKPOINT


def test_every_single_changed_character_is_refused(ring: LocalKeyRing) -> None:
    note, keys = sign_checkpoint(CHECKPOINT, ring), verifier_keys(ring, ORIGIN)

    for position, character in enumerate(note):
        for other in {"x", "\n", "1", "=", chr(ord(character) ^ 1)} - {character}:
            with pytest.raises(CheckpointRefused):
                open_checkpoint(note[:position] + other + note[position + 1 :], keys)


def test_a_foreign_signature_beside_the_logs_own_is_passed_over(ring: LocalKeyRing, tmp_path: Path) -> None:
    create(tmp_path / "witness.json")
    witness = LocalKeyRing(tmp_path / "witness.json")
    cosignature = sign_note(CHECKPOINT.body(), witness, "witness").rpartition("\n\n")[2]
    note = sign_checkpoint(CHECKPOINT, ring) + cosignature

    assert open_checkpoint(note, verifier_keys(ring, ORIGIN)) == CHECKPOINT
    with pytest.raises(CheckpointRefused, match="not signed by a known key"):
        open_checkpoint(CHECKPOINT.body() + "\n" + cosignature, verifier_keys(ring, ORIGIN))


def test_a_checkpoint_of_another_log_is_refused_though_signed(ring: LocalKeyRing) -> None:
    note = sign_note(Checkpoint("huiying/casework", 1, bytes(32)).body(), ring, ORIGIN)

    with pytest.raises(CheckpointRefused, match="not a checkpoint of this log"):
        open_checkpoint(note, verifier_keys(ring, ORIGIN))


@pytest.mark.parametrize(
    "text",
    ["huiying/intake\n", "huiying/intake\nmany\nAAAA\n", "huiying/intake\n0200\n" + "A" * 43 + "=\n",
     "huiying/intake\n200\nAAAA\n", "huiying/intake\n200\n" + "A" * 43 + "=\nmore\n"],
)  # fmt: skip
def test_signed_text_that_is_no_checkpoint_is_refused(ring: LocalKeyRing, text: str) -> None:
    with pytest.raises(CheckpointRefused):
        open_checkpoint(sign_note(text, ring, ORIGIN), verifier_keys(ring, ORIGIN))


def test_verifier_keys_survive_their_text_form(ring: LocalKeyRing) -> None:
    [key] = verifier_keys(ring, ORIGIN)

    assert VerifierKey.parse(key.encode()) == key
    for wrong in (key.encode()[:-4] + "AAAA", key.encode().replace("huiying", "other"), "a+b", "nothing"):
        with pytest.raises(ValueError):  # noqa: PT011 - several reasons, all of them this one
            VerifierKey.parse(wrong)


def test_a_name_that_would_break_the_note_is_refused() -> None:
    for name in ("two words", "plus+sign", ""):
        with pytest.raises(ValueError, match="log's name"):
            VerifierKey(name, bytes(32))
