"""What a plain text and a PDF may be."""

from __future__ import annotations

import re

from shared.attachments.errors import AttachmentRefused
from shared.attachments.limits import Limits
from shared.attachments.polyglots import refuse_second_nature

_MARKUP = re.compile(r"\s*(<\?|<!doctype|<[a-z]+[\s>/]|\{\\rtf|%!ps|#!)", re.IGNORECASE)
_CONTROLS = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f]")
_PDF_HEAD = re.compile(rb"%PDF-[12]\.\d")
_ACTIVE = re.compile(rb"/(JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|XFA|GoToE|ImportData|SubmitForm)\b")
_NAME_ESCAPE = re.compile(rb"#([0-9A-Fa-f]{2})")


def check_txt(content: bytes, _: Limits) -> None:
    """Is text in UTF-8, UTF-16 with mark, or GB 18030, and no page, script or binary in disguise."""
    text = _decoded(content)
    if _CONTROLS.search(text):
        raise AttachmentRefused("attachment_type_disagrees")
    if _MARKUP.match(text):
        raise AttachmentRefused("attachment_active_content")
    refuse_second_nature(content)


def _decoded(content: bytes) -> str:
    marked = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    for encoding in ("utf-16",) if marked else ("utf-8-sig", "gb18030"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise AttachmentRefused("attachment_type_disagrees")


def check_pdf(content: bytes, _: Limits) -> None:
    """Begins and ends as a PDF and names no script, launch action or embedded file.

    Names may be written with `#xx` in place of a letter, so those are resolved first. Objects inside
    compressed streams are not looked into: that is left to the scanner and the reader's own program.
    """
    if not _PDF_HEAD.match(content):
        raise AttachmentRefused("attachment_type_disagrees")
    if b"%%EOF" not in content[-1024:]:
        raise AttachmentRefused("attachment_damaged")
    refuse_second_nature(content, pdf_is_fine=True)
    plain = _NAME_ESCAPE.sub(lambda match: bytes([int(match[1], 16)]), content)
    if _ACTIVE.search(plain):
        raise AttachmentRefused("attachment_active_content")
