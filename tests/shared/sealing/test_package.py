"""A sealed package opens for one receiver, tells who made it, and shows any change."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from joserfc.jwk import ECKey

from shared.sealing import ring_file
from shared.sealing.errors import SealBroken
from shared.sealing.key_ring import LocalKeyRing
from shared.sealing.package import open_package, package_keys, seal_package

PARTS = {"matter": "反映的内容".encode(), "attachment-01": b"\x00" * 5000}


@pytest.fixture
def ring(tmp_path: Path) -> LocalKeyRing:
    ring_file.create(tmp_path / "ring.json")
    return LocalKeyRing(tmp_path / "ring.json")


@pytest.fixture(scope="module")
def receiver() -> ECKey:
    return ECKey.generate_key("P-256", private=True)


def test_the_receiver_opens_what_was_sealed(ring: LocalKeyRing, receiver: ECKey) -> None:
    package = seal_package(ring, receiver, {"stub": "x-1"}, PARTS)

    assert open_package(package, receiver, package_keys(ring)) == ({"stub": "x-1"}, PARTS)
    assert "反映的内容".encode() not in package


def test_somebody_else_cannot_open_it(ring: LocalKeyRing, receiver: ECKey) -> None:
    package = seal_package(ring, receiver, {}, PARTS)

    with pytest.raises(SealBroken, match="somebody else"):
        open_package(package, ECKey.generate_key("P-256", private=True), package_keys(ring))


def test_a_package_of_somebody_else_is_not_ours(ring: LocalKeyRing, receiver: ECKey, tmp_path: Path) -> None:
    ring_file.create(tmp_path / "other.json")
    package = seal_package(LocalKeyRing(tmp_path / "other.json"), receiver, {}, PARTS)

    with pytest.raises(SealBroken, match="not signed by us"):
        open_package(package, receiver, package_keys(ring))


def test_an_exchanged_part_is_noticed(ring: LocalKeyRing, receiver: ECKey) -> None:
    package = seal_package(ring, receiver, {}, PARTS)
    forged = BytesIO()
    with ZipFile(BytesIO(package)) as old, ZipFile(forged, "w") as new:
        new.writestr("manifest.json", old.read("manifest.json"))
        new.writestr("matter.jwe", old.read("attachment-01.jwe"))
        new.writestr("attachment-01.jwe", old.read("attachment-01.jwe"))

    with pytest.raises(SealBroken, match="changed"):
        open_package(forged.getvalue(), receiver, package_keys(ring))


def test_what_is_no_package_is_said_to_be(ring: LocalKeyRing, receiver: ECKey) -> None:
    with pytest.raises(SealBroken, match="not a package"):
        open_package(b"hello", receiver, package_keys(ring))
