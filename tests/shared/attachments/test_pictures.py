from __future__ import annotations

import pytest

from shared.attachments.errors import AttachmentRefused
from shared.attachments.limits import Limits
from shared.attachments.pictures import check_gif, check_jpeg, check_png, check_webp

from tests.shared.attachments.files import gif, iso, jpeg, picture, png, saved, webp

LIMITS = Limits()


@pytest.mark.parametrize(
    "tail",
    [bytes(512), jpeg(), iso(b"isom"), b"\0\0\x0a\x0b" + b"Motion" + b"SEFT"],
    ids=["padding", "further picture", "motion photo", "phone's trailer"],
)
def test_what_phones_put_behind_a_jpeg_is_let_through_to_the_copy(tail: bytes) -> None:
    check_jpeg(jpeg() + tail, LIMITS)


@pytest.mark.parametrize("tail", [b"x", b"MZ" + bytes(99), b"#!/bin/sh\n", gif(), b"<script>"])
def test_anything_else_behind_a_jpeg_is_refused(tail: bytes) -> None:
    with pytest.raises(AttachmentRefused, match="attachment_polyglot"):
        check_jpeg(jpeg() + tail, LIMITS)


def test_progressive_and_restarted_jpegs_are_whole() -> None:
    large = picture(size=(256, 256))

    check_jpeg(saved(large, "JPEG", progressive=True), LIMITS)
    check_jpeg(saved(large, "JPEG", restart_marker_rows=1), LIMITS)


def test_a_jpeg_without_an_end_is_damaged() -> None:
    for cut in (jpeg()[:-2], jpeg()[:40], b"\xff\xd8\xff\xe0\x00\x10JFIF"):
        with pytest.raises(AttachmentRefused, match="attachment_damaged"):
            check_jpeg(cut, LIMITS)


def test_wrong_lengths_are_noticed() -> None:
    for check, content in ((check_png, png()), (check_webp, webp())):
        with pytest.raises(AttachmentRefused, match="attachment_polyglot"):
            check(content + b"more", LIMITS)
        with pytest.raises(AttachmentRefused, match="attachment_damaged"):
            check(content[:-3], LIMITS)
    with pytest.raises(AttachmentRefused, match="attachment_damaged"):
        check_gif(gif() + b"more", LIMITS)
