"""The page read back with a library that knows nothing of ours. Rule: GB/T 9704-2012."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from huiying.services import WITH_DATABASE

from tests.architecture.tree import ROOT
from tests.support.papers import made_from

SHIPPED = sorted(
    path for name in WITH_DATABASE for path in ROOT.glob(f"services/{name}/src/{name}/documents/*.docx")
)


def opened(content: bytes) -> Any:
    return docx.Document(BytesIO(content))


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_every_shipped_template_has_a_type_area_of_156_by_225_mm(path: Any) -> None:
    section = opened(path.read_bytes()).sections[0]
    margins = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)

    assert [round(one.mm) for one in margins] == [37, 35, 28, 26]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    assert round((section.page_width - section.left_margin - section.right_margin) / Mm(1)) == 156
    assert round((section.page_height - section.top_margin - section.bottom_margin) / Mm(1)) == 225


def test_22_lines_of_28_characters_fill_the_page() -> None:
    word = opened(made_from("正文"))
    body = word.styles["Body"]
    pitch = int(word.sections[0]._sectPr.find(qn("w:docGrid")).get(qn("w:linePitch")))
    closer = int(body.element.rPr.find(qn("w:spacing")).get(qn("w:val")))

    assert int(Mm(225).pt * 20 / pitch) == 22
    assert body.paragraph_format.line_spacing.pt * 20 == pitch
    assert int(Mm(156).pt * 20 / (body.font.size.pt * 20 + closer)) == 28


def test_fonts_are_named_and_not_embedded() -> None:
    word = opened(made_from("正文"))
    chinese = {
        name: word.styles[name].element.rPr.find(qn("w:rFonts")).get(qn("w:eastAsia"))
        for name in ("Body", "Document Title", "Heading", "Subheading")
    }

    assert chinese == {
        "Body": "仿宋_GB2312", "Document Title": "方正小标宋简体", "Heading": "黑体", "Subheading": "楷体_GB2312",
    }  # fmt: skip
    assert (word.styles["Body"].font.size, word.styles["Document Title"].font.size) == (Pt(16), Pt(22))
    assert not [
        one
        for one in word.part.package.iter_parts()
        if "font" in str(one.partname) and "odttf" in str(one.partname)
    ]


def test_pages_are_numbered_at_the_outer_edge_and_a_letters_first_page_is_not() -> None:
    paper, letter = opened(made_from("正文")), opened(made_from("正文", form="letter"))
    section = paper.sections[0]

    assert section.footer.paragraphs[0].text.replace("PAGE", "") == "—  —"
    assert "PAGE" in section.even_page_footer._element.xml
    assert paper.settings.odd_and_even_pages_header_footer
    assert not section.different_first_page_header_footer
    assert letter.sections[0].different_first_page_header_footer
    assert letter.paragraphs[0].text == "{{ organ }}"


def test_no_heading_no_head_of_a_table_and_no_signature_stands_alone_at_the_end_of_a_page() -> None:
    styles = opened(made_from("正文")).styles

    leading = {
        one.name
        for one in styles
        if getattr(one, "paragraph_format", None) and one.paragraph_format.keep_with_next
    }

    assert leading == {"Heading", "Subheading", "Signed", "Cell Head"}
