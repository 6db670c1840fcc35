"""The file that comes of a job: it goes sealed into the object store while it is made, and is given out the same way."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from shared.attachments.chunks import SealedContent
from shared.attachments.objects import ObjectStore
from shared.attachments.sealed_objects import Stored, pieces, put_sealed
from shared.sealing.binding import Binding
from shared.sealing.seals import Seals

_TABLE, _FILE = "jobs", "file"


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A file that lies in the object store. Its name ends in what it is, such as `.xlsx`."""

    name: str
    stored: Stored

    def columns(self) -> dict[str, Any]:
        """Return what the job's row says of it."""
        stored = self.stored
        return {
            "file_name": self.name, "file": stored.wrapped_key, "stored_key": stored.key, "file_size": stored.size,
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class GivenFile:
    """A file as it is given out: its content comes in pieces."""

    name: str
    size: int
    content: AsyncIterator[bytes]


async def keep_file(
    seals: Seals, objects: ObjectStore, job: UUID, key: str, name: str, content: bytes | AsyncIterator[bytes]
) -> KeptFile:
    """Put a job's file away under a key. Raises: KeyServiceUnavailable, and whatever ends the content."""
    given = _at_once(content) if isinstance(content, bytes) else content
    return KeptFile(name, await put_sealed(objects, key, given, _place(seals, job), seals))


def file_of(seals: Seals, objects: ObjectStore, row: Mapping[str, Any]) -> GivenFile | None:
    """Return the file of a job; None where none came of it. Raises, of an older release's: SealBroken."""
    if row["file"] is None:
        return None
    if row["stored_key"] is not None:
        sealed = SealedContent(row["file_size"], _place(seals, row["id"]), row["file"], seals.provider)
        content = pieces(sealed, objects, row["stored_key"], 0, row["file_size"])
        return GivenFile(row["file_name"], row["file_size"], content)
    whole = seals.open(row["file"], _TABLE, row["id"], _FILE)
    return GivenFile(row["file_name"], len(whole), _at_once(whole))


def _place(seals: Seals, job: UUID) -> Binding:
    return seals.place(_TABLE, job, _FILE)


async def _at_once(content: bytes) -> AsyncIterator[bytes]:
    yield content
