from __future__ import annotations

from pathlib import Path

import pytest
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from shared.sealing import KeyUnknown, LocalKeyRing, SealBroken
from shared.sealing.ring_file import create, retire, rotate


def test_a_wrapped_key_unwraps_only_in_its_context(ring: LocalKeyRing) -> None:
    wrapped = ring.wrap(b"k" * 32, b"here", suite=1)

    assert ring.unwrap(wrapped, b"here") == b"k" * 32
    with pytest.raises(SealBroken):
        ring.unwrap(wrapped, b"there")


def test_a_key_of_another_ring_is_unknown(ring: LocalKeyRing, tmp_path: Path) -> None:
    create(tmp_path / "other.json")
    wrapped = LocalKeyRing(tmp_path / "other.json").wrap(b"k" * 32, b"", suite=1)

    with pytest.raises(KeyUnknown):
        ring.unwrap(wrapped, b"")


def test_what_is_not_a_wrapped_key_is_refused(ring: LocalKeyRing) -> None:
    for junk in (b"", b"HYK1", b"x" * 80):
        with pytest.raises(SealBroken):
            ring.unwrap(junk, b"")


def test_a_running_process_meets_a_rotation_without_a_restart(ring_path: Path) -> None:
    running, rotating = LocalKeyRing(ring_path), LocalKeyRing(ring_path)
    before = running.wrap(b"k" * 32, b"", suite=1)

    rotate(ring_path)
    rotating.status()
    after = rotating.wrap(b"n" * 32, b"", suite=1)

    assert running.unwrap(after, b"") == b"n" * 32
    assert rotating.unwrap(before, b"") == b"k" * 32
    assert running.status().current == 2


def test_after_retirement_what_the_version_wrapped_is_noise(ring: LocalKeyRing, ring_path: Path) -> None:
    wrapped = ring.wrap(b"k" * 32, b"", suite=1)
    rotate(ring_path)
    retire(ring_path, 1)

    ring.status()

    with pytest.raises(KeyUnknown):
        ring.unwrap(wrapped, b"")


def test_signatures_verify_under_the_public_key_of_purpose_and_version(
    ring: LocalKeyRing, ring_path: Path
) -> None:
    first = ring.sign("checkpoint", b"text")
    rotate(ring_path)
    keys = ring.status("checkpoint").public_keys
    second = ring.sign("checkpoint", b"text")

    assert (first.version, second.version) == (1, 2)
    for signature in (first, second):
        Ed25519PublicKey.from_public_bytes(keys[signature.version]).verify(signature.value, b"text")
    with pytest.raises(InvalidSignature):
        Ed25519PublicKey.from_public_bytes(ring.status("receipt").public_keys[1]).verify(first.value, b"text")


def test_keyed_hashes_stay_computable_under_every_version(ring: LocalKeyRing, ring_path: Path) -> None:
    old = ring.mac("receipt", b"text")
    rotate(ring_path)

    assert ring.status().versions == (1, 2)
    assert ring.mac("receipt", b"text").value != old.value
    assert ring.mac("receipt", b"text", version=1) == old


def test_keyed_hashes_differ_by_purpose_suite_and_text(ring: LocalKeyRing) -> None:
    made = {
        ring.mac(purpose, text, suite=suite).value
        for purpose in ("receipt", "query")
        for suite in (1, 2)
        for text in (b"a", b"b")
    }

    assert len(made) == 8


def test_derived_keys_are_stable_and_differ_by_purpose(ring_path: Path) -> None:
    one, other = LocalKeyRing(ring_path), LocalKeyRing(ring_path)

    assert one.derive("cursor") == other.derive("cursor")
    assert one.derive("cursor") != one.derive("padding")
    assert len(one.derive("cursor", length=16)) == 16
    with pytest.raises(KeyUnknown):
        one.derive("cursor", version=9)
