"""What is inside a picture file besides pixels: a strict reading of each format, for looking for what must be gone."""

from __future__ import annotations

import zlib

from tests.shared.attachments.files import MARKER

PLAIN_JPEG = {0xD8, 0xDB, 0xC0, 0xC2, 0xC4, 0xDA, 0xE0, 0xD9}
PLAIN_PNG = {b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND", b"acTL", b"fcTL", b"fdAT"}
PLAIN_WEBP = {b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF"}


def foreign_parts(content: bytes, kind: str) -> list[str]:
    """List every part of a file that does not serve its pixels."""
    return {"JPEG": _jpeg, "PNG": _png, "WEBP": _webp, "GIF": _gif}[kind](content)


def has_marker(content: bytes) -> bool:
    """Say whether the planted text survives, plain, in UTF-16 or compressed."""
    texts = [MARKER.encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be")]
    views = [content]
    for place in range(len(content) - 2):
        if content[place] == 0x78 and content[place + 1] in {0x01, 0x5E, 0x9C, 0xDA}:
            try:
                views.append(zlib.decompressobj().decompress(content[place:], 100_000))
            except zlib.error:
                continue
    return any(text in view for view in views for text in texts)


def _jpeg(content: bytes) -> list[str]:
    found, place = [], 2
    while content[place] == 0xFF:
        kind = content[place + 1]
        length = int.from_bytes(content[place + 2 : place + 4])
        data = content[place + 4 : place + 2 + length]
        if kind not in PLAIN_JPEG or (kind == 0xE0 and not (data.startswith(b"JFIF\0") and len(data) == 14)):
            found.append(f"segment {kind:02x}")
        place += 2 + length
        if kind == 0xDA:
            while content[place] != 0xFF or content[place + 1] in {0, *range(0xD0, 0xD8)}:
                place += 1
            if content[place + 1] == 0xD9:
                return found + ([f"{len(content) - place - 2} bytes behind"] if content[place + 2 :] else [])
    return [*found, "no end"]


def _png(content: bytes) -> list[str]:
    found, place = [], 8
    while place < len(content):
        kind = content[place + 4 : place + 8]
        if kind not in PLAIN_PNG:
            found.append(kind.decode())
        place += 12 + int.from_bytes(content[place : place + 4])
    return found


def _webp(content: bytes) -> list[str]:
    found, place = [], 12
    while place < len(content):
        kind, size = content[place : place + 4], int.from_bytes(content[place + 4 : place + 8], "little")
        if kind not in PLAIN_WEBP:
            found.append(kind.decode())
        if kind == b"VP8X" and content[place + 8] & 0b0010_1100:
            found.append("announces a profile, camera data or XMP")
        place += 8 + size + size % 2
    return found


def _gif(content: bytes) -> list[str]:
    found, place = [], 13
    if content[10] & 0x80:
        place += 3 << (content[10] & 7) + 1
    while content[place] != 0x3B:
        if content[place] == 0x2C:
            table = content[place + 9]
            place += 10 + ((3 << (table & 7) + 1) if table & 0x80 else 0) + 1
        else:
            label = content[place + 1]
            if label != 0xF9 and not (label == 0xFF and content[place + 3 : place + 14] == b"NETSCAPE2.0"):
                found.append(f"extension {label:02x}")
            place += 2
        while content[place]:
            place += 1 + content[place]
        place += 1
    return found if place == len(content) - 1 else [*found, "bytes behind"]
