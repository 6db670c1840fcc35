from __future__ import annotations

import pytest

from shared.attachments.errors import AttachmentRefused
from shared.attachments.limits import Limits
from shared.attachments.texts import check_pdf, check_txt

from tests.shared.attachments.files import picture, saved

LIMITS = Limits()
PDF = saved(picture(), "PDF")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16"])
def test_chinese_text_passes_in_the_usual_encodings(encoding: str) -> None:
    check_txt("举报：低保评定不公。\r\n\t第二行\n".encode(encoding), LIMITS)


@pytest.mark.parametrize(
    "text", ["<html><body>", "  <!DOCTYPE html>", "<script>x</script>", "<?php x", "#!/bin/sh", "{\\rtf1", "<svg onload=x>",
             "%!PS-Adobe", "<?xml version='1.0'?>"]
)  # fmt: skip
def test_pages_and_scripts_are_no_text(text: str) -> None:
    with pytest.raises(AttachmentRefused, match=r"attachment_(active_content|polyglot)"):
        check_txt(text.encode(), LIMITS)


@pytest.mark.parametrize("content", [b"a\x00b", b"\x1b[31m", b"\xff\xff\xff", b"MZ\x90\x00\x03"])
def test_binary_is_no_text(content: bytes) -> None:
    with pytest.raises(AttachmentRefused, match="attachment_type_disagrees"):
        check_txt(content, LIMITS)


def test_text_that_merely_begins_with_an_angle_bracket_passes() -> None:
    check_txt("<反映人> 本人反映如下".encode(), LIMITS)
    check_txt(b"a < b and c > d", LIMITS)


@pytest.mark.parametrize(
    "name",
    [
        b"/JavaScript",
        b"/JS",
        b"/Launch",
        b"/EmbeddedFiles",
        b"/J#61vaScript",
        b"/#4a#53",
        b"/RichMedia",
        b"/XFA",
    ],
)
def test_a_pdf_with_active_parts_is_refused_however_it_spells_them(name: bytes) -> None:
    active = PDF.replace(b"/Type /Catalog", b"/Type /Catalog /OpenAction << /S " + name + b" (x) >>", 1)

    check_pdf(PDF, LIMITS)
    with pytest.raises(AttachmentRefused, match="attachment_active_content"):
        check_pdf(active, LIMITS)


def test_a_pdf_without_head_or_end_is_refused() -> None:
    with pytest.raises(AttachmentRefused, match="attachment_type_disagrees"):
        check_pdf(b" " + PDF, LIMITS)
    with pytest.raises(AttachmentRefused, match="attachment_damaged"):
        check_pdf(PDF[:-10], LIMITS)
