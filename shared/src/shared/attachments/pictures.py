"""What a whole JPEG, PNG, WebP or GIF looks like from outside; its pixels are judged when copied."""

from __future__ import annotations

import re

from shared.attachments.errors import AttachmentRefused
from shared.attachments.limits import Limits
from shared.attachments.polyglots import refuse_second_nature

_DISAGREES = "attachment_type_disagrees"
_MARKER_IN_SCAN = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")  # not a stuffed byte, restart mark or filler
_END = 0xD9
_SCAN = 0xDA


def check_jpeg(content: bytes, _: Limits) -> None:
    """Follows the segments to the picture's end; behind it only what phones and cameras put there may stand.

    Those are zeros, further pictures, a motion photo's film, Samsung's trailer. None of it survives the copy.
    """
    if not content.startswith(b"\xff\xd8\xff"):
        raise AttachmentRefused(_DISAGREES)
    tail = content[_jpeg_end(content) :]
    if tail.strip(b"\0") and not (
        tail.startswith(b"\xff\xd8\xff") or tail[4:8] == b"ftyp" or tail.endswith(b"SEFT")
    ):
        raise AttachmentRefused("attachment_polyglot")
    refuse_second_nature(content)


def _jpeg_end(content: bytes) -> int:
    place = 2
    while place + 4 <= len(content) and content[place] == 0xFF:
        kind = content[place + 1]
        if kind == 0xFF:
            place += 1
            continue
        place += 2 + int.from_bytes(content[place + 2 : place + 4])
        if kind == _SCAN:
            marker = _MARKER_IN_SCAN.search(content, place)
            if marker is None:
                break
            place = marker.start()
            if content[place + 1] == _END:
                return place + 2
    raise AttachmentRefused("attachment_damaged")


def check_png(content: bytes, _: Limits) -> None:
    """Follows the chunks from the signature to `IEND`, which must be the end of the file."""
    if not content.startswith(b"\x89PNG\r\n\x1a\n") or content[12:16] != b"IHDR":
        raise AttachmentRefused(_DISAGREES)
    place = 8
    while place + 12 <= len(content):
        kind = content[place + 4 : place + 8]
        place += 12 + int.from_bytes(content[place : place + 4])
        if kind == b"IEND":
            break
    else:
        raise AttachmentRefused("attachment_damaged")
    _must_end(content, place)
    refuse_second_nature(content)


def check_webp(content: bytes, _: Limits) -> None:
    """Is one RIFF container of form `WEBP` whose length is the file's."""
    if content[:4] != b"RIFF" or content[8:12] != b"WEBP":
        raise AttachmentRefused(_DISAGREES)
    size = int.from_bytes(content[4:8], "little")
    _must_end(content, 8 + size + size % 2)
    refuse_second_nature(content)


def check_gif(content: bytes, _: Limits) -> None:
    """Begins as a GIF and ends with its trailer."""
    if content[:6] not in {b"GIF87a", b"GIF89a"}:
        raise AttachmentRefused(_DISAGREES)
    if not content.endswith(b";"):
        raise AttachmentRefused("attachment_damaged")
    refuse_second_nature(content)


def _must_end(content: bytes, end: int) -> None:
    if end > len(content):
        raise AttachmentRefused("attachment_damaged")
    if end < len(content):
        raise AttachmentRefused("attachment_polyglot")
