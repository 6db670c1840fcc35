from __future__ import annotations

import io
import zipfile

import pytest

from shared.attachments.errors import AttachmentRefused
from shared.attachments.limits import Limits
from shared.attachments.office import check_docx, check_xlsx

from tests.shared.attachments.files import docx_parts, xlsx, zipped

LIMITS = Limits()
REMOTE = '<Relationships><Relationship Type="http://…/relationships/{}" Target="http://x/"/></Relationships>'


def _refusal(parts: dict[str, bytes | str], limits: Limits = LIMITS) -> str:
    with pytest.raises(AttachmentRefused) as refused:
        check_docx(zipped(docx_parts() | parts), limits)
    return refused.value.code


def test_plain_documents_pass() -> None:
    check_docx(zipped(docx_parts()), LIMITS)
    check_xlsx(xlsx(), LIMITS)
    check_docx(zipped(docx_parts() | {"word/embeddings/Microsoft_Excel_Sheet1.xlsx": xlsx()}), LIMITS)
    hyperlink = REMOTE.format("hyperlink")
    check_docx(zipped(docx_parts() | {"word/_rels/document.xml.rels": hyperlink}), LIMITS)


@pytest.mark.parametrize(
    "part",
    ["word/vbaProject.bin", "word/VBADATA.xml", "word/activeX/activeX1.bin", "word/embeddings/oleObject1.bin",
     "word/embeddings/x.docm", "customUI/customUI.xml", "xl/macrosheets/sheet1.xml"],
)  # fmt: skip
def test_programs_inside_are_refused(part: str) -> None:
    assert _refusal({part: b"x"}) == "attachment_active_content"


@pytest.mark.parametrize(
    "kind", ["attachedTemplate", "oleObject", "frame", "externalLink", "subDocument", "aFChunk"]
)
def test_parts_fetched_from_elsewhere_are_refused(kind: str) -> None:
    assert _refusal({"word/_rels/settings.xml.rels": REMOTE.format(kind)}) == "attachment_active_content"


def test_entities_in_xml_are_refused() -> None:
    bomb = '<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol">]><w:document>&lol;</w:document>'

    assert _refusal({"word/document.xml": bomb}) == "attachment_active_content"


def test_a_macro_document_under_the_plain_ending_is_refused() -> None:
    macro = docx_parts("../vnd.ms-word.document.macroEnabled.main+xml")

    with pytest.raises(AttachmentRefused, match="attachment_active_content"):
        check_docx(zipped(macro), LIMITS)


def test_a_workbook_is_no_document_and_an_archive_is_neither() -> None:
    for content in (xlsx(), zipped({"a": "b"}), zipped({"word/document.xml": ""})):
        with pytest.raises(AttachmentRefused, match="attachment_type_disagrees"):
            check_docx(content, LIMITS)
    with pytest.raises(AttachmentRefused, match="attachment_type_disagrees"):
        check_xlsx(zipped(docx_parts()), LIMITS)


def test_a_bomb_is_refused_by_ratio_by_size_and_by_number() -> None:
    assert _refusal({"word/media/1.bin": bytes(1_000_000)}) == "attachment_archive_bomb"
    stored = Limits(archive_bytes=10_000, archive_ratio=10_000)
    assert _refusal({"word/media/1.bin": bytes(20_000)}, stored) == "attachment_archive_bomb"
    assert _refusal({f"{number}": b"" for number in range(1000)}) == "attachment_archive_bomb"


def test_a_bomb_whose_directory_understates_it_is_not_unpacked() -> None:
    content = bytearray(zipped(docx_parts() | {"word/big.xml": b"<a/>" + b" " * 100_000}))
    directory = content.rfind(b"PK\x01\x02", 0, content.rfind(b"word/big.xml"))
    local = content.find(b"PK\x03\x04", 0) if directory < 0 else content.rfind(b"PK\x03\x04", 0, directory)
    content[directory + 24 : directory + 28] = (64).to_bytes(4, "little")
    content[local + 22 : local + 26] = (64).to_bytes(4, "little")

    with pytest.raises(AttachmentRefused, match="attachment_damaged"):
        check_docx(bytes(content), LIMITS)


def test_parts_that_share_their_bytes_are_refused() -> None:
    output = io.BytesIO()
    with zipfile.ZipFile(output, "w") as archive:
        for name, data in docx_parts().items():
            archive.writestr(name, data)
        archive.writestr("a.bin", bytes(300_000))
        shared = archive.getinfo("a.bin")
        for number in range(20):
            twin = zipfile.ZipInfo(f"{number}.bin")
            for field in ("header_offset", "compress_size", "file_size", "CRC", "compress_type"):
                setattr(twin, field, getattr(shared, field))
            archive.filelist.append(twin)

    with pytest.raises(AttachmentRefused, match="attachment_archive_bomb"):
        check_docx(output.getvalue(), LIMITS)


def test_two_parts_of_one_name_are_refused() -> None:
    output = io.BytesIO(zipped(docx_parts()))
    with zipfile.ZipFile(output, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("word/document.xml", "<other/>")

    with pytest.raises(AttachmentRefused, match="attachment_archive_bomb"):
        check_docx(output.getvalue(), LIMITS)


@pytest.mark.parametrize("name", ["../../evil.xml", "/etc/evil", "word\\..\\..\\evil"])
def test_names_that_lead_elsewhere_are_refused(name: str) -> None:
    assert _refusal({name: "x"}) == "attachment_damaged"


def test_a_damaged_archive_never_ends_in_another_error() -> None:
    content = bytearray(zipped(docx_parts()))
    for place in range(0, len(content), 7):
        changed = bytes(content[:place]) + bytes([content[place] ^ 0xFF]) + bytes(content[place + 1 :])
        try:
            check_docx(changed, LIMITS)
        except AttachmentRefused:
            continue
