"""Films and sound in ISO containers (MP4, M4A): blank in place, so that no offset in the file has to move.

Gone are descriptions, places, names of devices and programs, times of making, tracks that are neither picture nor
sound, and whatever lies between the samples. What an encoder wrote into the pictures themselves stays.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass

from shared.attachments.errors import AttachmentRefused

_INNER = frozenset({b"moov", b"trak", b"mdia", b"minf", b"stbl", b"edts", b"dinf", b"mvex", b"moof", b"traf"})
_OUTER = frozenset({b"ftyp", b"moov", b"mdat", b"moof", b"styp", b"sidx", b"mfra", b"free"})
_TELLING = frozenset({b"udta", b"meta", b"uuid", b"free", b"skip", b"wide", b"pnot", b"cprt", b"loci"})
_TIMED = frozenset({b"mvhd", b"tkhd", b"mdhd"})
_KEPT_TRACKS = frozenset({b"vide", b"soun"})


@dataclass(frozen=True, slots=True)
class Box:
    """A box: where it begins, where its content begins, where it ends."""

    kind: bytes
    start: int
    body: int
    end: int


def clean_boxes(content: bytes) -> bytes:
    """Return the container with everything blanked that is not picture or sound. Raises: AttachmentRefused."""
    data = bytearray(content)
    try:
        return bytes(_cleaned(data))
    except (struct.error, IndexError, OverflowError):
        raise AttachmentRefused("attachment_damaged") from None


def _cleaned(data: bytearray) -> bytearray:
    outer = list(_boxes(data, 0, len(data)))
    for box in outer:
        if box.kind not in _OUTER or box.kind == b"free":
            _blank(data, box)
    tracks = []
    for moov in [box for box in outer if box.kind == b"moov"]:
        for trak in [box for box in _boxes(data, moov.body, moov.end) if box.kind == b"trak"]:
            if _handler(data, trak) in _KEPT_TRACKS:
                tracks.append(trak)
            else:
                _blank(data, trak)
        _clean_inside(data, moov)
    if any(box.kind == b"moof" for box in outer):
        for moof in [box for box in outer if box.kind == b"moof"]:
            _clean_inside(data, moof)
    else:
        used = sorted(span for trak in tracks for span in _samples(data, trak))
        for mdat in [box for box in outer if box.kind == b"mdat"]:
            _blank_between(data, mdat, used)
    return data


def _boxes(data: bytes | bytearray, start: int, end: int) -> Iterator[Box]:
    while start + 8 <= end:
        size, body = int.from_bytes(data[start : start + 4]), start + 8
        if size == 1:
            size, body = int.from_bytes(data[start + 8 : start + 16]), start + 16
        stop = end if size == 0 else start + size
        if stop < body or stop > end:
            raise AttachmentRefused("attachment_damaged")
        yield Box(bytes(data[start + 4 : start + 8]), start, body, stop)
        start = stop


def _find(data: bytearray, box: Box, *path: bytes) -> Box | None:
    for kind in path:
        found = next((one for one in _boxes(data, box.body, box.end) if one.kind == kind), None)
        if found is None:
            return None
        box = found
    return box


def _blank(data: bytearray, box: Box) -> None:
    data[box.start + 4 : box.start + 8] = b"free"
    data[box.body : box.end] = bytes(box.end - box.body)


def _clean_inside(data: bytearray, box: Box) -> None:
    for one in _boxes(data, box.body, box.end):
        if one.kind in _TELLING:
            _blank(data, one)
        elif one.kind in _INNER:
            _clean_inside(data, one)
        elif one.kind in _TIMED:
            wide = 16 if data[one.body] == 1 else 8
            data[one.body + 4 : one.body + 4 + wide] = bytes(wide)
        elif one.kind == b"hdlr":
            data[one.body + 24 : one.end] = bytes(max(0, one.end - one.body - 24))


def _handler(data: bytearray, trak: Box) -> bytes:
    hdlr = _find(data, trak, b"mdia", b"hdlr")
    return b"" if hdlr is None else bytes(data[hdlr.body + 8 : hdlr.body + 12])


def _samples(data: bytearray, trak: Box) -> Iterator[tuple[int, int]]:
    """Yield where the chunks of a track lie."""
    table = _find(data, trak, b"mdia", b"minf", b"stbl")
    if table is None:
        raise AttachmentRefused("attachment_damaged")
    sizes, offsets, runs = _sizes(data, table), _offsets(data, table), _runs(data, table)
    first = 0
    for number, offset in enumerate(offsets, 1):
        count = next((each for since, each in reversed(runs) if since <= number), 0)
        yield offset, offset + sum(sizes[first : first + count])
        first += count


def _numbers(data: bytearray, place: int, count: int, width: int) -> list[int]:
    if count * width > len(data):
        raise AttachmentRefused("attachment_damaged")
    return list(struct.unpack_from(f">{count}{'I' if width == 4 else 'Q'}", data, place))


def _sizes(data: bytearray, table: Box) -> list[int]:
    box = _find(data, table, b"stsz")
    if box is None:
        raise AttachmentRefused("attachment_damaged")
    each, count = _numbers(data, box.body + 4, 2, 4)
    return [each] * min(count, len(data)) if each else _numbers(data, box.body + 12, count, 4)


def _offsets(data: bytearray, table: Box) -> list[int]:
    short, long = _find(data, table, b"stco"), _find(data, table, b"co64")
    box = short or long
    if box is None:
        raise AttachmentRefused("attachment_damaged")
    count = _numbers(data, box.body + 4, 1, 4)[0]
    return _numbers(data, box.body + 8, count, 4 if short else 8)


def _runs(data: bytearray, table: Box) -> list[tuple[int, int]]:
    """Return from which chunk on how many samples are in each."""
    box = _find(data, table, b"stsc")
    if box is None:
        raise AttachmentRefused("attachment_damaged")
    count = _numbers(data, box.body + 4, 1, 4)[0]
    numbers = _numbers(data, box.body + 8, 3 * count, 4)
    return list(zip(numbers[::3], numbers[1::3], strict=True))


def _blank_between(data: bytearray, mdat: Box, used: list[tuple[int, int]]) -> None:
    place = mdat.body
    for start, end in used:
        if start < mdat.body or end > mdat.end:
            continue
        if start > place:
            data[place:start] = bytes(start - place)
        place = max(place, end)
    data[place : mdat.end] = bytes(mdat.end - place)
