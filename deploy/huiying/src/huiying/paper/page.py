"""The page of an official document. Rule: GB/T 9704-2012, 5 and 7."""

from __future__ import annotations

from typing import Any

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Length, Mm, Pt
from docx.text.paragraph import Paragraph

from huiying.paper.styles import PAGE_NUMBER, bordered, fonts

TOP, BOTTOM, LEFT, RIGHT = Mm(37), Mm(35), Mm(28), Mm(26)
"""Leave a type area of 156 by 225 mm on A4."""
LINE_PITCH = 579
"""Twentieths of a point: 22 lines on 225 mm."""
NUMBER_BELOW = Mm(7)


def set_page(word: Document, *, is_letter: bool) -> None:
    """Give the document its page: margins, grid, page numbers outside at the bottom, a letter's red lines."""
    section = word.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = TOP, BOTTOM
    section.left_margin, section.right_margin = LEFT, RIGHT
    section.header_distance = Mm(15)
    section.footer_distance = Length(BOTTOM - NUMBER_BELOW - Pt(14))
    _set_grid(section._sectPr)
    word.settings.odd_and_even_pages_header_footer = True
    _number(section.footer.paragraphs[0], WD_ALIGN_PARAGRAPH.RIGHT)
    _number(section.even_page_footer.paragraphs[0], WD_ALIGN_PARAGRAPH.LEFT)
    if is_letter:
        section.different_first_page_header_footer = True
        bordered(section.first_page_footer.paragraphs[0], "top", "thickThinSmallGap")


def _set_grid(properties: Any) -> None:
    """Set 22 lines a page; 28 characters a line come from the styles: programs differ about grids of characters."""
    for grid in properties.findall(qn("w:docGrid")):
        properties.remove(grid)
    properties.append(parse_xml(f'<w:docGrid {nsdecls("w")} w:type="lines" w:linePitch="{LINE_PITCH}"/>'))


def _number(paragraph: Paragraph, side: WD_ALIGN_PARAGRAPH) -> None:
    """Write `— 1 —`, one character in from the outer edge. Rule: GB/T 9704 7.5."""
    paragraph.alignment = side
    indent = paragraph.paragraph_format
    indent.left_indent = indent.right_indent = Pt(14)
    for text, field in (("— ", None), (None, "PAGE"), (" —", None)):
        run = paragraph.add_run(text or "")
        fonts(run._element.get_or_add_rPr(), PAGE_NUMBER, Pt(14))
        if field:
            for kind in ("begin", "separate", "end"):
                if kind == "separate":
                    run._element.append(
                        parse_xml(f'<w:instrText {nsdecls("w")} xml:space="preserve">{field}</w:instrText>')
                    )
                run._element.append(parse_xml(f'<w:fldChar {nsdecls("w")} w:fldCharType="{kind}"/>'))


def letterhead(word: Document) -> None:
    """Write the organ's name in red over a red line, and the number below it at the right. Rule: GB/T 9704 10.1."""
    name = word.add_paragraph("{{ organ }}", style="Letterhead")
    bordered(name, "bottom", "thinThickSmallGap")
    word.add_paragraph("{{ number }}", style="Signed")
