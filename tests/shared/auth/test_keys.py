from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from shared.auth.keys import PUBLISH_AHEAD, KeyFileRefused, KeyRing, SigningKey, public_keys

AT = datetime(2026, 3, 2, 1, tzinfo=UTC)
MONTH = timedelta(days=30)


def kids(ring: KeyRing, at: datetime) -> list[str]:
    return [key["kid"] for key in ring.jwks(at)["keys"]]


def test_a_created_key_can_be_loaded_and_only_its_owner_can_read_it(tmp_path: Path) -> None:
    path = tmp_path / "service.jwk"

    made = SigningKey.create(path, AT)

    assert path.stat().st_mode & 0o777 == 0o400
    assert SigningKey.load(path).kid == made.kid
    assert SigningKey.load(path).signs_from == AT


def test_an_existing_key_is_never_overwritten(tmp_path: Path) -> None:
    SigningKey.create(tmp_path / "service.jwk", AT)

    with pytest.raises(FileExistsError):
        SigningKey.create(tmp_path / "service.jwk", AT)


@pytest.mark.parametrize("mode", [0o600, 0o440, 0o444, 0o644, 0o777])
def test_a_key_file_with_another_mode_is_refused(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "service.jwk"
    SigningKey.create(path, AT)
    path.chmod(mode)

    with pytest.raises(KeyFileRefused):
        SigningKey.load(path)


@pytest.mark.parametrize("content", ["", "{}", "[]", '{"kty":"oct","k":"AAAA","signs_from":0}', "not json"])
def test_a_file_without_a_private_key_is_refused(tmp_path: Path, content: str) -> None:
    path = tmp_path / "service.jwk"
    path.write_text(content)
    path.chmod(0o400)

    with pytest.raises(KeyFileRefused):
        SigningKey.load(path)


def test_a_public_key_alone_does_not_sign(tmp_path: Path) -> None:
    public = SigningKey.create(tmp_path / "a.jwk", AT).public()
    path = tmp_path / "b.jwk"
    path.write_text(json.dumps({**public, "signs_from": 0}))
    path.chmod(0o400)

    with pytest.raises(KeyFileRefused):
        SigningKey.load(path)


def test_a_new_ring_signs_at_once(tmp_path: Path) -> None:
    ring = KeyRing(tmp_path / "ring")

    first = ring.rotate(AT)

    assert ring.signer(AT).kid == first.kid
    assert kids(ring, AT) == [first.kid]


def test_a_ring_without_keys_signs_nothing(tmp_path: Path) -> None:
    with pytest.raises(LookupError):
        KeyRing(tmp_path / "ring").signer(AT)


def test_the_next_key_is_published_before_it_signs(tmp_path: Path) -> None:
    ring = KeyRing(tmp_path / "ring")
    first = ring.rotate(AT)
    later = AT + MONTH

    second = ring.rotate(later)

    assert kids(ring, later) == [first.kid, second.kid]
    assert ring.signer(later).kid == first.kid
    assert ring.signer(later + PUBLISH_AHEAD).kid == second.kid


def test_at_most_two_keys_are_published_and_older_ones_are_gone(tmp_path: Path) -> None:
    ring = KeyRing(tmp_path / "ring")
    at = AT
    for _ in range(4):
        ring.rotate(at)
        at += MONTH
        assert len(kids(ring, at)) <= 2
    last = ring.signer(at)

    assert last.kid in kids(ring, at)
    assert len(list((tmp_path / "ring").iterdir())) == 2


def test_a_second_rotation_waits_for_the_first(tmp_path: Path) -> None:
    ring = KeyRing(tmp_path / "ring")
    ring.rotate(AT)
    ring.rotate(AT + MONTH)

    with pytest.raises(ValueError, match="already"):
        ring.rotate(AT + MONTH)


def test_a_lost_key_is_replaced_at_once_and_withdrawn(tmp_path: Path) -> None:
    ring = KeyRing(tmp_path / "ring")
    lost = ring.rotate(AT)

    fresh = ring.rotate(AT + MONTH, ahead=timedelta(0))
    ring.withdraw(lost.kid)

    assert kids(ring, AT + MONTH) == [fresh.kid]
    assert ring.signer(AT + MONTH).kid == fresh.kid


def test_the_published_document_holds_no_private_part(tmp_path: Path) -> None:
    ring = KeyRing(tmp_path / "ring")
    ring.rotate(AT)

    (key,) = ring.jwks(AT)["keys"]

    assert set(key) == {"kty", "crv", "x", "y", "kid", "use", "alg"}


def test_unusable_entries_of_a_jwks_are_left_out(tmp_path: Path) -> None:
    good = SigningKey.create(tmp_path / "a.jwk", AT)
    private = good.private.as_dict(private=True)
    entries: list[object] = [
        good.public(),
        {**private, "kid": "with-private-part"},
        {"kty": "oct", "k": "c2VjcmV0", "kid": "symmetric"},
        {**good.public(), "kid": "for-encryption", "use": "enc"},
        {**good.public(), "kid": 7},
        {**good.public(), "kid": "broken", "x": "AAAA"},
        "no object",
    ]

    assert list(public_keys({"keys": entries})) == [good.kid]


def test_a_key_id_that_stands_twice_is_refused(tmp_path: Path) -> None:
    key = SigningKey.create(tmp_path / "a.jwk", AT).public()

    with pytest.raises(ValueError, match="twice"):
        public_keys({"keys": [key, key]})


@pytest.mark.parametrize("document", [{}, {"keys": None}, {"keys": {}}])
def test_what_is_no_jwks_is_refused(document: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="list"):
        public_keys(document)
