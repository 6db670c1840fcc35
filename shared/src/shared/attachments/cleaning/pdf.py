"""PDF: the pages in a new document, without its description, earlier revisions, authors and camera data."""

from __future__ import annotations

import io
from typing import Any

from pikepdf import Array, Dictionary, Name, Pdf, PdfError, Stream

from shared.attachments.cleaning.jpeg_parts import without_descriptions
from shared.attachments.errors import AttachmentRefused

_TELLING = (
    "/Metadata", "/PieceInfo", "/LastModified", "/Thumb", "/AA", "/A", "/AF", "/StructParent", "/StructParents",
    "/CreationDate", "/ModDate", "/Author", "/Creator", "/Producer",
)  # fmt: skip
_OF_ANNOTATIONS = ("/T", "/M", "/NM", "/Popup", "/RC", "/FS", "/Sound", "/Movie")
_KEPT_ANNOTATIONS = frozenset(
    {"/Text", "/FreeText", "/Highlight", "/Underline", "/StrikeOut", "/Squiggly", "/Ink", "/Line", "/Square", "/Circle",
     "/Stamp", "/Widget"}
)  # fmt: skip


def clean_pdf(content: bytes) -> bytes:
    """Return the same pages in a document that says nothing of who made it. Raises: AttachmentRefused."""
    try:
        with Pdf.open(io.BytesIO(content)) as source:
            if source.is_encrypted:
                raise AttachmentRefused("attachment_encrypted")
            clean = Pdf.new()
            clean.pages.extend(source.pages)
            for page in clean.pages:
                _clean_annotations(page.obj)
            for one in clean.objects:
                _clean_object(one)
            output = io.BytesIO()
            clean.save(output, deterministic_id=True)
    except (PdfError, RecursionError, ValueError, KeyError, TypeError):
        raise AttachmentRefused("attachment_damaged") from None
    return output.getvalue()


def _clean_annotations(page: Any) -> None:
    if "/Annots" not in page:
        return
    kept = [
        one
        for one in page.Annots
        if isinstance(one, Dictionary) and str(one.get("/Subtype")) in _KEPT_ANNOTATIONS
    ]
    for one in kept:
        _without(one, _OF_ANNOTATIONS)
    page.Annots = Array(kept)


def _clean_object(one: Any) -> None:
    if not isinstance(one, Dictionary | Stream):
        return
    if str(one.get("/Type", "")) not in {"/OCG", "/OCProperties"}:
        _without(one, _TELLING)
    if isinstance(one, Stream) and one.get("/Filter") in (Name.DCTDecode, Array([Name.DCTDecode])):
        one.write(without_descriptions(one.read_raw_bytes()), filter=Name.DCTDecode)


def _without(one: Any, names: tuple[str, ...]) -> None:
    for name in names:
        if name in one:
            del one[name]
