"""What a Word or Excel file of the zipped XML kind may hold. Nothing is unpacked beyond the limits."""

from __future__ import annotations

import io
import re
import zipfile
import zlib

from shared.attachments.errors import AttachmentRefused
from shared.attachments.limits import Limits
from shared.attachments.polyglots import refuse_second_nature

_DISAGREES = "attachment_type_disagrees"
_BOMB = "attachment_archive_bomb"
_ACTIVE_PART = re.compile(
    r"vbaproject|vbadata|activex|embeddings/(?!.*\.xlsx$)|oleobject|/macrosheets/|customui", re.IGNORECASE
)
_ACTIVE_TYPE = re.compile(rb"macroEnabled|vbaProject|activeX|oleObject", re.IGNORECASE)
_REMOTE = re.compile(
    rb"relationships/(attachedTemplate|oleObject|frame|subDocument|externalLinkPath|externalLink|aFChunk)\"",
    re.IGNORECASE,
)
_DOCTYPE = re.compile(rb"<!\s*(DOCTYPE|ENTITY)", re.IGNORECASE)


def check_docx(content: bytes, limits: Limits) -> None:
    """Is a Word document without macros, embedded programs and remote parts."""
    _check(content, limits, main="word/document.xml", kind=b"wordprocessingml.document.main+xml")


def check_xlsx(content: bytes, limits: Limits) -> None:
    """Is an Excel workbook without macros, embedded programs and remote parts."""
    _check(content, limits, main="xl/workbook.xml", kind=b"spreadsheetml.sheet.main+xml")


def _check(content: bytes, limits: Limits, *, main: str, kind: bytes) -> None:
    if not content.startswith(b"PK\x03\x04"):
        raise AttachmentRefused(_DISAGREES)
    refuse_second_nature(content, zip_is_fine=True)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = archive.infolist()
            _check_directory(content, entries, limits)
            names = {entry.filename for entry in entries}
            if main not in names or "[Content_Types].xml" not in names:
                raise AttachmentRefused(_DISAGREES)
            for entry in entries:
                _check_part(archive, entry, kind)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError):
        raise AttachmentRefused("attachment_damaged") from None


def _check_directory(content: bytes, entries: list[zipfile.ZipInfo], limits: Limits) -> None:
    """Refuse bombs by what the directory says; reading then never goes beyond what it says."""
    if len(entries) > limits.archive_entries or len({entry.filename for entry in entries}) != len(entries):
        raise AttachmentRefused(_BOMB)
    packed = sum(entry.compress_size for entry in entries)
    unpacked = sum(entry.file_size for entry in entries)
    if packed > len(content):  # parts that share bytes: few bytes, unfolded many times
        raise AttachmentRefused(_BOMB)
    if unpacked > limits.archive_bytes or unpacked > limits.archive_ratio * len(content):
        raise AttachmentRefused(_BOMB)
    for entry in entries:
        if entry.filename.startswith(("/", "\\")) or ".." in entry.filename.replace("\\", "/").split("/"):
            raise AttachmentRefused("attachment_damaged")
        if _ACTIVE_PART.search(entry.filename):
            raise AttachmentRefused("attachment_active_content")


def _check_part(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, kind: bytes) -> None:
    name = entry.filename.lower()
    if not name.endswith((".xml", ".rels", ".vml")):
        return
    with archive.open(entry) as part:
        data = part.read(entry.file_size + 1)
    if _DOCTYPE.search(data) or (name.endswith(".rels") and _REMOTE.search(data)):
        raise AttachmentRefused("attachment_active_content")
    if name == "[content_types].xml":
        if _ACTIVE_TYPE.search(data):
            raise AttachmentRefused("attachment_active_content")
        if kind not in data:
            raise AttachmentRefused(_DISAGREES)
