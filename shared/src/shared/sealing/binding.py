"""Where a sealed value belongs. A blob carried to another row, field or organisation does not open."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from uuid import UUID

_HEAD = struct.Struct(">4sBQ16s")
_MAGIC = b"HYA1"


@dataclass(frozen=True, slots=True)
class Binding:
    """The place of one field group of one row.

    `organisation` is the one that first received the row; it stays when the row changes hands. `version`
    grows when the group is sealed anew, so that an older blob of the same row does not open in its place.
    """

    table: str
    row: UUID
    group: str
    organisation: str
    version: int = 1

    def encode(self, suite: int) -> bytes:
        """Return the associated data: fixed fields first, then each text behind its length in two bytes.

        Two different bindings never give the same bytes. Raises: ValueError for a text over 65,535 bytes.
        """
        parts = [_HEAD.pack(_MAGIC, suite, self.version, self.row.bytes)]
        for text in (self.table, self.group, self.organisation):
            data = text.encode()
            if len(data) > 0xFFFF:
                raise ValueError("too long to bind to")
            parts.append(len(data).to_bytes(2))
            parts.append(data)
        return b"".join(parts)
