"""What is done to each format before anybody sees it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from shared.attachments.cleaning.boxes import clean_boxes
from shared.attachments.cleaning.office import clean_office
from shared.attachments.cleaning.pdf import clean_pdf
from shared.attachments.cleaning.pictures import rewrite
from shared.attachments.cleaning.sound import clean_mp3, clean_wav
from shared.attachments.limits import Limits

Clean = Callable[[bytes, Limits], bytes]


def _picture(kind: str) -> Clean:
    return lambda content, limits: rewrite(content, kind, limits=limits)


def _whole(clean: Callable[[bytes], bytes]) -> Clean:
    return partial(_without_limits, clean)


def _without_limits(clean: Callable[[bytes], bytes], content: bytes, _: Limits) -> bytes:
    return clean(content)


CLEANERS: Mapping[str, Clean] = {
    "jpeg": _picture("JPEG"),
    "png": _picture("PNG"),
    "webp": _picture("WEBP"),
    "gif": _picture("GIF"),
    "pdf": _whole(clean_pdf),
    "docx": clean_office,
    "xlsx": clean_office,
    "mp3": _whole(clean_mp3),
    "wav": _whole(clean_wav),
    "m4a": _whole(clean_boxes),
    "mp4": _whole(clean_boxes),
}
"""By the code of the format. Plain text is not here: it says nothing but what it says."""
