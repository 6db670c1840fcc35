"""MP3 and WAV: only the frames, only the wave."""

from __future__ import annotations

from shared.attachments.media import frame_length, tag_end

_KEPT_CHUNKS = frozenset({b"fmt ", b"data", b"fact"})


def clean_mp3(content: bytes) -> bytes:
    """Return the frames of the sound: no tag before, between or behind them."""
    place, kept = tag_end(content), bytearray()
    while place < len(content):
        length = frame_length(content, place)
        if length and place + length <= len(content):
            kept += content[place : place + length]
            place += length
            continue
        place = _next_frame(content, place + 1)
    return bytes(kept)


def _next_frame(content: bytes, place: int) -> int:
    """Return where two frames follow each other again, or the end."""
    while 0 <= (place := content.find(b"\xff", place)) < len(content):
        length = frame_length(content, place)
        if length and frame_length(content, place + length):
            return place
        place += 1
    return len(content)


def clean_wav(content: bytes) -> bytes:
    """Return the container with format and samples, and no chunk that describes them."""
    place, kept = 12, bytearray()
    while place + 8 <= len(content):
        kind, size = content[place : place + 4], int.from_bytes(content[place + 4 : place + 8], "little")
        end = min(place + 8 + size, len(content))
        if kind in _KEPT_CHUNKS:
            kept += content[place:end] + bytes(size % 2)
        place = end + size % 2
    return b"RIFF" + (4 + len(kept)).to_bytes(4, "little") + b"WAVE" + bytes(kept)
