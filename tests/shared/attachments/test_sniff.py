"""Content, ending, declaration and signature must agree; nothing may be two things at once."""

from __future__ import annotations

import io
import zipfile

import pytest

from shared.attachments.errors import AttachmentRefused
from shared.attachments.formats import BY_EXTENSION, FORMATS
from shared.attachments.limits import Limits
from shared.attachments.sniff import identify

from tests.shared.attachments.files import EACH, gif, jpeg, picture, png, saved, zipped

ARCHIVE = zipped({"evil.js": "alert(1)"})


def _code(content: bytes, name: str, declared: str = "", limits: Limits | None = None) -> str:
    with pytest.raises(AttachmentRefused) as refused:
        identify(content, name, declared, limits=limits or Limits())
    return refused.value.code


def test_there_are_twelve_formats_and_a_sample_of_each() -> None:
    assert len(FORMATS) == 12
    assert set(EACH) == set(BY_EXTENSION)


@pytest.mark.parametrize("ending", EACH)
def test_each_format_is_known_by_any_of_its_declarations(ending: str) -> None:
    content = EACH[ending]()
    expected = BY_EXTENSION[ending]

    for declared in (
        "",
        "application/octet-stream",
        f"{expected.media_type}; charset=utf-8",
        *expected.declared,
    ):
        assert identify(content, f"证据.{ending}", declared) is expected
    assert identify(content, f"证据.{ending.upper()}") is expected


@pytest.mark.parametrize("ending", EACH)
def test_a_wrong_ending_is_refused(ending: str) -> None:
    content, true_format = EACH[ending](), BY_EXTENSION[ending]
    related = {"mp4": {"m4a"}}.get(
        ending, set()
    )  # one container; which brands hold sound only is not settled

    for other in set(BY_EXTENSION) - true_format.extensions - related:
        assert _code(content, f"x.{other}") in {"attachment_type_disagrees", "attachment_damaged"}, other


@pytest.mark.parametrize(
    "name", ["x", "x.exe", "x.doc", "x.zip", "x.svg", "x.html", "x.jpg.exe", "x.docm", ".jpg.", ""]
)
def test_what_is_not_on_the_list_is_refused_with_the_list(name: str) -> None:
    with pytest.raises(AttachmentRefused) as refused:
        identify(jpeg(), name)

    assert refused.value.code == "attachment_type_not_allowed"
    assert "docx" in str(refused.value.params["allowed"])


@pytest.mark.parametrize("declared", ["image/png", "text/html", "application/x-msdownload", "image/svg+xml"])
def test_a_wrong_declaration_is_refused(declared: str) -> None:
    assert _code(jpeg(), "x.jpg", declared) == "attachment_type_disagrees"


@pytest.mark.parametrize(
    "content",
    [b"MZ" + bytes(200), b"\x7fELF" + bytes(200), b"Rar!\x1a\x07\x00" + bytes(99),
     b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(999),
     b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>", bytes(300)],
)  # fmt: skip
def test_foreign_content_is_refused_under_every_name(content: bytes) -> None:
    for ending in BY_EXTENSION:
        assert _code(content, f"x.{ending}") in {
            "attachment_type_disagrees", "attachment_active_content", "attachment_damaged",
        }  # fmt: skip


@pytest.mark.parametrize("ending", sorted(set(EACH) - {"docx", "xlsx", "txt"}))
def test_an_archive_behind_any_file_is_refused(ending: str) -> None:
    assert _code(EACH[ending]() + ARCHIVE, f"x.{ending}") in {"attachment_polyglot", "attachment_damaged"}


@pytest.mark.parametrize("ending", sorted(set(EACH) - {"docx", "xlsx", "txt", "pdf"}))
def test_a_pdf_or_page_inside_the_beginning_of_any_file_is_refused(ending: str) -> None:
    content = EACH[ending]()

    for second in (b"%PDF-1.7", b"<script>alert(1)</script>", b"<html>"):
        for place in (60, 200):
            changed = content[:place] + second + content[place + len(second) :]
            assert _code(changed, f"x.{ending}").startswith("attachment_"), (second, place)


def test_an_archive_hidden_in_a_comment_of_a_picture_is_refused() -> None:
    hidden = saved(picture(), "JPEG", comment=ARCHIVE)
    behind = saved(picture(), "PNG") + ARCHIVE
    in_gif = saved(picture("P"), "GIF", comment=ARCHIVE[:200])[:-1] + ARCHIVE[-60:] + b";"

    assert _code(hidden, "x.jpg") == "attachment_polyglot"
    assert _code(behind, "x.png") == "attachment_polyglot"
    assert _code(in_gif, "x.gif") == "attachment_polyglot"


def test_an_archive_with_something_before_it_is_no_office_file() -> None:
    for prefix in (gif(), b"MZ" + bytes(100), b" "):
        assert _code(prefix + zipped({"word/document.xml": ""}), "x.docx") == "attachment_type_disagrees"


def test_empty_and_oversized_files_are_refused() -> None:
    assert _code(b"", "x.txt") == "attachment_empty"
    assert _code(b"a" * 101, "x.txt", limits=Limits(file_bytes=100)) == "attachment_too_large"
    assert Limits().file_bytes == 20 * 1024 * 1024


@pytest.mark.parametrize("ending", EACH)
def test_a_file_cut_short_is_refused_or_still_whole(ending: str) -> None:
    content = EACH[ending]()
    for length in range(1, len(content), max(1, len(content) // 40)):
        try:
            identify(content[:length], f"x.{ending}")
        except AttachmentRefused:
            continue
        assert ending in {"txt", "mp3"}, length  # text and sound may end anywhere


def test_a_bomb_of_many_entries_is_refused_before_it_is_unpacked() -> None:
    output = io.BytesIO()
    with zipfile.ZipFile(output, "w") as archive:
        for number in range(1001):
            archive.writestr(f"word/{number}.bin", b"")

    assert _code(output.getvalue(), "x.docx") == "attachment_archive_bomb"


@pytest.mark.parametrize(
    "text", ["0123456789abcdef" * 99, "BM 报告", "II*", "%!", "GIF89a 说明", "PK 两人", "RIFF"]
)
def test_text_may_begin_with_the_letters_of_other_formats(text: str) -> None:
    assert identify(text.encode(), "x.txt", "text/plain").code == "txt"


def test_png_after_png_is_refused() -> None:
    assert _code(png() + png(), "x.png") == "attachment_polyglot"
