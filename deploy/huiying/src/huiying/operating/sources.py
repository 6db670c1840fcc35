"""What there is to back up here: the local run, or what the environment points at."""

from __future__ import annotations

import os
from pathlib import Path

from huiying import keys
from huiying.databases import embedded_server
from huiying.operating.backup import BackupFailed, Source
from huiying.places import RunDirectory
from huiying.services import WITH_DATABASE

ADMIN = "HUIYING_ADMIN_URL"
"""The address of a role with REPLICATION that may read every table; without it, the embedded server's."""


def of_run(place: RunDirectory) -> Source:
    """Return what to back up. Raises: BackupFailed when nothing runs here."""
    admin = os.environ.get(ADMIN)
    if admin is None:
        server = embedded_server(place)
        if server.pid() is None:
            raise BackupFailed(f"本地数据库未运行 · no local database runs; give {ADMIN}")
        admin = server.dsn()
    rings = {
        name: Path(os.environ.get(f"{name.upper()}_KEY_RING_FILE") or keys.ring_of(place.keys, name))
        for name in WITH_DATABASE
    }
    files = (place.keys, place.passwords, embedded_server(place).password_file)
    given = tuple(path for name, path in rings.items() if not path.is_relative_to(place.keys))
    return Source(
        admin=admin, objects=_folders(place), key_files=(*files, *given), rings=rings,
        databases={name: name for name in WITH_DATABASE},
    )  # fmt: skip


def _folders(place: RunDirectory) -> dict[str, Path]:
    """Return the folders with attachments. What lies in an object store is versioned and copied there."""
    found = {}
    for name in WITH_DATABASE:
        url = os.environ.get(f"{name.upper()}_OBJECTS_URL") or f"file://{place.root / 'objects' / name}"
        if url.startswith("file://"):
            found[name] = Path(url.removeprefix("file://"))
    return found
