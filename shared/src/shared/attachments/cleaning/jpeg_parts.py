"""A JPEG inside another file: the same picture bit for bit, without comments, camera data and profiles."""

from __future__ import annotations

_NOT_FOR_THE_PICTURE = frozenset({*range(0xE0, 0xEE), 0xEF, 0xFE})
"""Comments, and application segments but Adobe's (EE), which says how to read the colours."""


def without_descriptions(content: bytes) -> bytes:
    """Return the JPEG without segments that do not serve its pixels, and nothing behind its end."""
    if content[:2] != b"\xff\xd8":
        return content
    kept, place = bytearray(b"\xff\xd8"), 2
    while place + 4 <= len(content) and content[place] == 0xFF:
        kind = content[place + 1]
        end = place + 2 + int.from_bytes(content[place + 2 : place + 4])
        if kind == 0xDA:
            last = content.rfind(b"\xff\xd9")
            return bytes(kept + content[place : last + 2 if last > place else len(content)])
        if kind not in _NOT_FOR_THE_PICTURE:
            kept += content[place:end]
        place = end
    return bytes(kept)
