from __future__ import annotations

import stat
from pathlib import Path

import pytest

from shared.attachments.errors import ContentBroken
from shared.attachments.objects import ObjectStore, Obstore, open_store


@pytest.fixture(params=["folder", "memory:"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> ObjectStore:
    return open_store(str(tmp_path / "objects") if request.param == "folder" else request.param)


async def test_what_was_put_can_be_got_in_parts(store: ObjectStore) -> None:
    await store.put("ab/cd", b"0123456789")

    assert await store.get("ab/cd", 0, 10) == b"0123456789"
    assert await store.get("ab/cd", 3, 5) == b"34"


async def test_putting_again_replaces(store: ObjectStore) -> None:
    await store.put("a", b"old")
    await store.put("a", b"new")

    assert await store.get("a", 0, 3) == b"new"


async def test_what_is_not_there_cannot_be_got_but_deleted(store: ObjectStore) -> None:
    await store.put("a", b"x")
    await store.delete("a")
    await store.delete("a")

    with pytest.raises(ContentBroken):
        await store.get("a", 0, 1)


def test_a_folder_is_made_for_its_owner_only(tmp_path: Path) -> None:
    open_store(str(tmp_path / "deep" / "objects"))

    open_store(f"file://{tmp_path}/a%20folder")

    assert stat.S_IMODE((tmp_path / "deep" / "objects").stat().st_mode) == 0o700
    assert stat.S_IMODE((tmp_path / "a folder").stat().st_mode) == 0o700


def test_a_bucket_is_opened_by_its_address() -> None:
    config = {"endpoint": "http://127.0.0.1:1", "access_key_id": "a", "secret_access_key": "b", "region": "x"}

    store = open_store("s3://bucket/prefix", config=config, client_options={"allow_http": True})

    assert isinstance(store, Obstore)
