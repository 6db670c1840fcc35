from __future__ import annotations

import pytest

from shared.attachments.errors import AttachmentRefused
from shared.attachments.limits import Limits
from shared.attachments.media import check_m4a, check_mp3, check_mp4, check_wav

from tests.shared.attachments.files import box, iso, mp3, wav

LIMITS = Limits()


@pytest.mark.parametrize(
    "tag",
    [b"", b"ID3\x04\0\0\0\0\0\0", b"ID3\x03\0\0\0\0\x01\x00" + bytes(128), b"ID3\x03\0\0\0\0\0\0" + bytes(7)],
)
def test_an_mp3_may_have_a_tag_of_any_length(tag: bytes) -> None:
    check_mp3(mp3(tag=tag), LIMITS)


@pytest.mark.parametrize(
    "content",
    [
        b"\xff\xfb\x90\x64" + bytes(4000),
        b"\xff\xfb\xf0\x64" * 900,
        b"ID3\x03\0\0\0\0\x7f\x7f",
        b"ID3",
        b"\xff\xfb",
        bytes(99),
    ],
)
def test_a_single_frame_mark_is_no_mp3(content: bytes) -> None:
    with pytest.raises(AttachmentRefused, match="attachment_type_disagrees"):
        check_mp3(content, LIMITS)


def test_low_rates_and_padding_of_recorders_are_understood() -> None:
    frame = b"\xff\xf3\x82\xc4"  # version 2, 64 kbit/s, 22.05 kHz, padded: 72 * 64000 / 22050 + 1 bytes
    check_mp3((frame + bytes(209 - 4)) * 3, LIMITS)


@pytest.mark.parametrize("brand", [b"isom", b"mp42", b"M4A "])
def test_sound_in_a_container_is_known_by_its_brand(brand: bytes) -> None:
    check_m4a(iso(brand), LIMITS)


def test_containers_must_be_whole_and_nothing_more() -> None:
    check_mp4(iso(b"isom"), LIMITS)
    check_mp4(iso(b"isom") + box(b"free", b""), LIMITS)
    long_box = b"\0\0\0\x01mdat" + (16 + 50).to_bytes(8) + bytes(50)
    check_mp4(box(b"ftyp", b"isom\0\0\2\0") + box(b"moov", bytes(9)) + long_box, LIMITS)
    check_mp4(box(b"ftyp", b"isom\0\0\2\0") + box(b"moov", bytes(9)) + b"\0\0\0\0mdat" + bytes(50), LIMITS)
    for content, code in (
        (iso(b"isom") + b"MZ" + bytes(99), "attachment_polyglot"),
        (iso(b"isom")[:-1], "attachment_damaged"),
        (box(b"ftyp", b"isom\0\0\2\0"), "attachment_damaged"),
        (iso(b"heic"), "attachment_type_disagrees"),
        (iso(b"qt  "), "attachment_type_disagrees"),
    ):
        with pytest.raises(AttachmentRefused, match=code):
            check_mp4(content, LIMITS)


def test_a_wav_must_be_as_long_as_it_says() -> None:
    check_wav(wav(), LIMITS)
    with pytest.raises(AttachmentRefused, match="attachment_damaged"):
        check_wav(wav()[:-9], LIMITS)
    with pytest.raises(AttachmentRefused, match="attachment_polyglot"):
        check_wav(wav() + b"evil", LIMITS)
