"""What a whole MP3, WAV, M4A or MP4 looks like, by its frame."""

from __future__ import annotations

from collections.abc import Iterator

from shared.attachments.errors import AttachmentRefused
from shared.attachments.limits import Limits
from shared.attachments.polyglots import refuse_second_nature

_DISAGREES = "attachment_type_disagrees"
_AUDIO_BRANDS = {b"M4A ", b"M4B ", b"mp42", b"isom", b"iso2", b"mp41", b"dash", b"M4P "}
_VIDEO_BRANDS = {
    b"isom",
    b"iso2",
    b"iso4",
    b"iso5",
    b"iso6",
    b"mp41",
    b"mp42",
    b"avc1",
    b"M4V ",
    b"MSNV",
    b"3gp4",
    b"3gp5",
}
_BITRATES = {  # kbit/s by version (1, or 2 and 2.5), layer III
    1: (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320),
    2: (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
}
_RATES = {3: (44100, 48000, 32000), 2: (22050, 24000, 16000), 0: (11025, 12000, 8000)}


def check_mp3(content: bytes, _: Limits) -> None:
    """Has, behind an optional tag, two layer III frames of which the first ends where the second begins."""
    place = tag_end(content)
    length = frame_length(content, place)
    if not length or not frame_length(content, place + length):
        raise AttachmentRefused(_DISAGREES)
    refuse_second_nature(content[place:])


def check_wav(content: bytes, _: Limits) -> None:
    """Is one RIFF container of form `WAVE` whose length is the file's."""
    if content[:4] != b"RIFF" or content[8:12] != b"WAVE" or b"fmt " not in content[:512]:
        raise AttachmentRefused(_DISAGREES)
    size = int.from_bytes(content[4:8], "little")
    if 8 + size > len(content):
        raise AttachmentRefused("attachment_damaged")
    if 8 + size + size % 2 < len(content):
        raise AttachmentRefused("attachment_polyglot")
    refuse_second_nature(content)


def check_m4a(content: bytes, _: Limits) -> None:
    """Is an ISO container of a brand that holds sound."""
    _check_boxes(content, _AUDIO_BRANDS)


def check_mp4(content: bytes, _: Limits) -> None:
    """Is an ISO container of a brand that holds film."""
    _check_boxes(content, _VIDEO_BRANDS)


def _check_boxes(content: bytes, brands: set[bytes]) -> None:
    if content[4:8] != b"ftyp" or content[8:12] not in brands:
        raise AttachmentRefused(_DISAGREES)
    kinds = list(_boxes(content))
    if b"moov" not in kinds or b"mdat" not in kinds:
        raise AttachmentRefused("attachment_damaged")
    refuse_second_nature(content)


def _boxes(content: bytes) -> Iterator[bytes]:
    """Yield the kinds of the outermost boxes, which must fill the file exactly."""
    place = 0
    while place < len(content):
        size, kind = int.from_bytes(content[place : place + 4]), content[place + 4 : place + 8]
        if size == 1:
            size = int.from_bytes(content[place + 8 : place + 16])
        elif size == 0:
            size = len(content) - place
        if size < 8 or not kind.isalnum():
            raise AttachmentRefused("attachment_polyglot" if place else "attachment_damaged")
        place += size
        if place > len(content):
            raise AttachmentRefused("attachment_damaged")
        yield kind


def tag_end(content: bytes) -> int:
    """Return where an ID3v2 tag ends; its length is four bytes of seven bits."""
    if content[:3] != b"ID3" or len(content) < 10:
        return 0
    size = 0
    for byte in content[6:10]:
        size = size << 7 | byte & 0x7F
    end = 10 + size + (10 if content[5] & 0x10 else 0)
    while end < len(content) and content[end] == 0:  # padding some writers leave behind the tag
        end += 1
    return end


def frame_length(content: bytes, place: int) -> int:
    """Return the length of the MPEG layer III frame there, or 0 when there is none."""
    header = content[place : place + 4]
    if len(header) < 4 or header[0] != 0xFF or header[1] & 0xE6 != 0xE2:
        return 0
    version = header[1] >> 3 & 3
    bitrate, rate = header[2] >> 4, header[2] >> 2 & 3
    if version == 1 or rate == 3 or bitrate in {0, 15}:
        return 0
    kilobits = _BITRATES[1 if version == 3 else 2][bitrate]
    samples = 144 if version == 3 else 72
    return samples * kilobits * 1000 // _RATES[version][rate] + (header[2] >> 1 & 1)
