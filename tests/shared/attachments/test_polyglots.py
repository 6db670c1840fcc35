from __future__ import annotations

import pytest

from shared.attachments.errors import AttachmentRefused
from shared.attachments.polyglots import refuse_second_nature

from tests.shared.attachments.files import zipped


def test_plain_bytes_have_no_second_nature() -> None:
    refuse_second_nature(bytes(100_000))
    refuse_second_nature(b"x" * 2000 + b"%PDF-1.7")


def test_the_four_bytes_of_an_archive_by_chance_are_no_archive() -> None:
    refuse_second_nature(bytes(5000) + b"PK\x05\x06" + b"\xff" * 400)
    refuse_second_nature(bytes(5000) + b"PK\x05\x06")


@pytest.mark.parametrize("behind", [b"", b"\xff\xd9", bytes(100)])
def test_an_archive_near_the_end_is_found(behind: bytes) -> None:
    with pytest.raises(AttachmentRefused, match="attachment_polyglot"):
        refuse_second_nature(bytes(5000) + zipped({"a": "b"}) + behind)


@pytest.mark.parametrize("mark", [b"%PDF-1.4", b"<SCRIPT", b"<!DocType", b"<html", b"<svg", b"<?php"])
def test_a_page_or_pdf_in_the_first_kilobyte_is_found(mark: bytes) -> None:
    with pytest.raises(AttachmentRefused, match="attachment_polyglot"):
        refuse_second_nature(bytes(900) + mark + bytes(5000))
