"""Keys of a local run are made once, closed to others, and let the services know each other."""

from __future__ import annotations

import json
import stat
from pathlib import Path

from huiying.keys import SIGNS_FROM, issuer_keys_of, prepare_keys, public_folder, ring_of, tokens_folder
from huiying.services import WITH_DATABASE
from shared.auth.keys import KeyRing
from shared.sealing.ring_file import read_ring


def test_a_second_start_keeps_every_key(tmp_path: Path) -> None:
    prepare_keys(tmp_path)
    first = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    prepare_keys(tmp_path)
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == first


def test_no_two_services_share_a_ring_and_nobody_else_reads_one(tmp_path: Path) -> None:
    prepare_keys(tmp_path)
    rings = [ring_of(tmp_path, service) for service in WITH_DATABASE]
    assert len({read_ring(path).id for path in rings}) == len(WITH_DATABASE)
    assert {stat.S_IMODE(path.stat().st_mode) for path in rings} == {0o400}


def test_identity_is_told_every_services_public_key_and_no_private_part(tmp_path: Path) -> None:
    prepare_keys(tmp_path)
    told = {path.stem: json.loads(path.read_text()) for path in public_folder(tmp_path).glob("*.jwk")}
    assert set(told) == set(WITH_DATABASE)
    assert not any("d" in key for key in told.values())


def test_a_service_knows_the_token_keys_before_identity_answers(tmp_path: Path) -> None:
    prepare_keys(tmp_path)
    signs = {key.kid for key in KeyRing(tokens_folder(tmp_path)).published(SIGNS_FROM)}
    for service in WITH_DATABASE:
        copy = json.loads(issuer_keys_of(tmp_path, service).read_text())
        assert {key["kid"] for key in copy["keys"]} == signs
        assert not any("d" in key for key in copy["keys"])
