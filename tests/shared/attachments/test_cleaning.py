from __future__ import annotations

import io
import zipfile

import openpyxl
import pikepdf
import pytest

from shared.attachments.cleaning.formats import CLEANERS
from shared.attachments.cleaning.jpeg_parts import without_descriptions
from shared.attachments.errors import AttachmentRefused
from shared.attachments.formats import FORMATS
from shared.attachments.limits import Limits
from shared.attachments.sniff import identify

from tests.shared.attachments.files import MARKER, jpeg
from tests.shared.attachments.marked import BODY, MARKED, SAMPLE
from tests.shared.attachments.remains import has_marker


def everything_in(content: bytes) -> list[bytes]:
    """Return a file and, where it is packed, every part of it unpacked."""
    views = [content]
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            views += [archive.read(name) for name in archive.namelist()]
    if content.startswith(b"%PDF"):
        with pikepdf.open(io.BytesIO(content)) as document:
            streams = [one for one in document.objects if isinstance(one, pikepdf.Stream)]
            views += [one.read_raw_bytes() for one in streams]
            views += [pikepdf.unparse_content_stream([]), *(repr(one).encode() for one in document.objects)]
    return views


def cleaned(code: str) -> bytes:
    return CLEANERS[code](MARKED[code](), Limits())


def test_every_format_but_plain_text_is_cleaned() -> None:
    assert (
        set(CLEANERS) == {code for code, one in FORMATS.items() if one.is_cleaned} == set(FORMATS) - {"txt"}
    )
    assert set(MARKED) == set(CLEANERS)


@pytest.mark.parametrize("code", sorted(MARKED))
def test_no_planted_marker_survives(code: str) -> None:
    content = MARKED[code]()
    assert any(has_marker(view) for view in everything_in(content)), "the marker was there"

    clean = CLEANERS[code](content, Limits())

    assert [view[:80] for view in everything_in(clean) if has_marker(view)] == []
    assert identify(clean, f"a.{code}").code == code
    assert CLEANERS[code](clean, Limits())


@pytest.mark.parametrize("code", ["docx", "xlsx", "pdf"])
def test_the_text_itself_is_kept(code: str) -> None:
    texts = b" ".join(everything_in(cleaned(code)))

    assert BODY.encode() in texts or BODY.encode("utf-16-be") in texts


def test_a_cleaned_workbook_and_page_still_open() -> None:
    book = openpyxl.load_workbook(io.BytesIO(cleaned("xlsx")))
    assert book.worksheets[0]["A1"].value == BODY
    assert book.properties.creator != MARKER
    with pikepdf.open(io.BytesIO(cleaned("pdf"))) as document:
        assert len(document.pages) == 1
        assert not document.docinfo


def test_deleted_text_is_gone_and_inserted_text_stays() -> None:
    with zipfile.ZipFile(io.BytesIO(cleaned("docx"))) as archive:
        body = archive.read("word/document.xml").decode()
        names = archive.namelist()
    assert "w:del" not in body
    assert "w:ins" not in body
    assert BODY in body
    assert [name for name in names if "docProps" in name or "people" in name or "customXml" in name] == []


@pytest.mark.parametrize("code", ["m4a", "mp4"])
def test_sound_and_pictures_stay_where_they_were(code: str) -> None:
    content, clean = MARKED[code](), cleaned(code)

    assert len(clean) == len(content)
    assert clean.index(SAMPLE) == content.index(SAMPLE)


def test_the_frames_of_a_sound_are_all_kept() -> None:
    assert cleaned("mp3").count(b"\xff\xfb\x90\x64") == 4
    assert b"data" in cleaned("wav")


def test_a_photograph_inside_a_pdf_keeps_its_pixels_bit_for_bit() -> None:
    content = jpeg()
    clean = without_descriptions(content)
    assert content[content.rindex(b"\xff\xda") :] == clean[clean.rindex(b"\xff\xda") :]


@pytest.mark.parametrize("code", ["pdf", "docx", "m4a"])
@pytest.mark.parametrize("cut", [0.3, 0.6, 0.9])
def test_a_damaged_file_is_refused_or_still_cleaned_whole(code: str, cut: float) -> None:
    content = MARKED[code]()
    try:
        views = everything_in(CLEANERS[code](content[: int(len(content) * cut)], Limits()))
    except AttachmentRefused:
        views = []

    assert [view[:80] for view in views if has_marker(view)] == []


def test_a_locked_pdf_is_refused_by_its_own_name() -> None:
    output = io.BytesIO()
    with pikepdf.open(io.BytesIO(MARKED["pdf"]())) as document:
        document.save(output, encryption=pikepdf.Encryption(owner="a", user="", allow=pikepdf.Permissions()))
    with pytest.raises(AttachmentRefused, match="attachment_encrypted"):
        CLEANERS["pdf"](output.getvalue(), Limits())
