"""The twelve formats that are taken in: what each is called, and what must be true of its bytes.

Archives and the old binary office formats are left out: what is inside an archive would go unchecked, and the
old formats carry macros and revision history that cannot be told apart reliably.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from shared.attachments import media, office, pictures, texts
from shared.attachments.limits import Limits

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True, slots=True)
class Format:
    """One allowed format.

    `check` raises AttachmentRefused unless the bytes are one whole file of the format and nothing besides.
    `guesses` are the endings of which the signature library must name one. What `is_cleaned` is given out as a
    copy without whatever tells on its maker.
    """

    code: str
    media_type: str
    extensions: frozenset[str]
    declared: frozenset[str]
    check: Callable[[bytes, Limits], None]
    guesses: frozenset[str]
    is_cleaned: bool = True


def _format(
    code: str,
    media_type: str,
    check: Callable[[bytes, Limits], None],
    *,
    extensions: str = "",
    declared: str = "",
    guesses: str = "",
    is_cleaned: bool = True,
) -> Format:
    endings = frozenset((extensions or code).split())
    also = frozenset({media_type, *declared.split()})
    return Format(code, media_type, endings, also, check, frozenset((guesses or code).split()), is_cleaned)


# fmt: off
FORMATS: Mapping[str, Format] = {one.code: one for one in (
    _format("jpeg", "image/jpeg", pictures.check_jpeg, extensions="jpg jpeg",
            declared="image/jpg image/pjpeg", guesses="jpg jpeg jpe jfif"),
    _format("png",  "image/png",  pictures.check_png,  declared="image/x-png"),
    _format("webp", "image/webp", pictures.check_webp),
    _format("gif",  "image/gif",  pictures.check_gif),
    _format("pdf",  "application/pdf", texts.check_pdf),
    _format("docx", _WORD,  office.check_docx),
    _format("xlsx", _SHEET, office.check_xlsx),
    _format("txt",  "text/plain", texts.check_txt, is_cleaned=False),
    _format("mp3",  "audio/mpeg", media.check_mp3, declared="audio/mp3 audio/x-mp3", guesses="mp3 mpga"),
    _format("wav",  "audio/wav",  media.check_wav, declared="audio/x-wav audio/wave audio/vnd.wave"),
    _format("m4a",  "audio/mp4",  media.check_m4a, declared="audio/x-m4a audio/m4a audio/aac video/mp4",
            guesses="m4a mp4"),
    _format("mp4",  "video/mp4",  media.check_mp4, declared="application/mp4", guesses="mp4 m4v"),
)}
# fmt: on

BY_EXTENSION: Mapping[str, Format] = {ending: one for one in FORMATS.values() for ending in one.extensions}
ALLOWED = " ".join(sorted(BY_EXTENSION))
