"""Signs that a file is a second kind of file as well, hidden before or behind what it claims to be."""

from __future__ import annotations

from shared.attachments.errors import AttachmentRefused

_HEAD = 1024
_TAIL = 66_000  # an archive's directory record and its longest comment
_ZIP_END = b"PK\x05\x06"
_ELSEWHERE_IN_HEAD = (b"%PDF-", b"<script", b"<!doctype", b"<html", b"<svg", b"<?php")


def refuse_second_nature(content: bytes, *, zip_is_fine: bool = False, pdf_is_fine: bool = False) -> None:
    """Refuse a file that some program would open as an archive, a PDF or a page.

    Readers look for a PDF's mark in the first kilobyte and for an archive's directory at the end.
    Raises: AttachmentRefused `attachment_polyglot`.
    """
    head = content[:_HEAD].lower()
    marks = [mark for mark in _ELSEWHERE_IN_HEAD if not (pdf_is_fine and mark == b"%PDF-")]
    if any(mark.lower() in head for mark in marks):
        raise AttachmentRefused("attachment_polyglot")
    if not zip_is_fine and _has_directory(content[-_TAIL:]):
        raise AttachmentRefused("attachment_polyglot")


def _has_directory(tail: bytes) -> bool:
    """Say whether an archive's directory record, whose comment must reach exactly to the end, is there.

    The four bytes alone may occur by chance in compressed pictures and sound.
    """
    place = tail.rfind(_ZIP_END)
    while place >= 0:
        if len(tail) - place >= 22:
            comment = int.from_bytes(tail[place + 20 : place + 22], "little")
            entries = int.from_bytes(tail[place + 10 : place + 12], "little")
            if place + 22 + comment <= len(tail) and entries:
                return True
        place = tail.rfind(_ZIP_END, 0, place)
    return False
