"""The type of official documents: fonts by name, never embedded. Rule: GB/T 9704-2012, 5.2.2 and 7."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Length, Pt, RGBColor, Twips
from docx.text.paragraph import Paragraph

BODY, HEAVY, UPRIGHT, TITLE, PAGE_NUMBER = "仿宋_GB2312", "黑体", "楷体_GB2312", "方正小标宋简体", "宋体"
OTHERWISE = {BODY: "仿宋", UPRIGHT: "楷体", TITLE: "宋体"}
"""What a machine without a font should take."""
RED = RGBColor(0xC0, 0x00, 0x00)
SIZE, LINE, TITLE_LINE = Pt(16), Twips(579), Twips(700)
CLOSER = -5
"""Twentieths of a point between characters of 16 pt: 28 of them fill 156 mm."""
_KEPT = {"Normal", "Default Paragraph Font", "No List", "Normal Table", "header", "footer", "Table Grid"}


@dataclass(frozen=True, slots=True)
class Look:
    """How one kind of paragraph looks. `indent` counts characters; what `leads` is on one page with what follows."""

    font: str = BODY
    size: Length = SIZE
    line: Length = LINE
    align: WD_ALIGN_PARAGRAPH = WD_ALIGN_PARAGRAPH.JUSTIFY
    indent: int = 0
    right: int = 0
    red: bool = False
    leads: bool = False


# fmt: off
LOOKS = {
    "Body":       Look(indent=2),
    "Flush":      Look(),
    "Heading":    Look(font=HEAVY, indent=2, leads=True),
    "Subheading": Look(font=UPRIGHT, indent=2, leads=True),
    "Signed":     Look(align=WD_ALIGN_PARAGRAPH.RIGHT, right=4, leads=True),
    "Middle":     Look(align=WD_ALIGN_PARAGRAPH.CENTER),
    "Document Title": Look(font=TITLE, size=Pt(22), line=TITLE_LINE, align=WD_ALIGN_PARAGRAPH.CENTER),
    "Letterhead": Look(font=TITLE, size=Pt(30), line=Twips(900), align=WD_ALIGN_PARAGRAPH.CENTER, red=True),
    "Cell":       Look(size=Pt(12), line=Twips(400), align=WD_ALIGN_PARAGRAPH.LEFT),
    "Cell Head":  Look(font=HEAVY, size=Pt(12), line=Twips(400), align=WD_ALIGN_PARAGRAPH.CENTER, leads=True),
}
# fmt: on


def set_styles(word: Document) -> None:
    """Drop what nobody uses and add ours."""
    styles: Any = word.styles.element
    for style in list(styles.findall(qn("w:style"))):
        if style.find(qn("w:name")).get(qn("w:val")) not in _KEPT:
            styles.remove(style)
    for language in styles.iter(qn("w:lang")):
        language.set(qn("w:eastAsia"), "zh-CN")
    fonts(word.styles["Normal"].element.get_or_add_rPr(), BODY, Pt(16))
    word.styles["Normal"].paragraph_format.space_after = Pt(0)
    for name, look in LOOKS.items():
        _add(word, name, look)


def _add(word: Document, name: str, look: Look) -> None:
    style: Any = word.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = word.styles["Normal"]
    style.quick_style = True
    fonts(style.element.get_or_add_rPr(), look.font, look.size)
    if look.size == SIZE:
        style.element.get_or_add_rPr().insert(1, parse_xml(f'<w:spacing {nsdecls("w")} w:val="{CLOSER}"/>'))
    if look.red:
        style.font.color.rgb = RED
    shape = style.paragraph_format
    shape.alignment, shape.space_before, shape.space_after = look.align, Pt(0), Pt(0)
    shape.keep_with_next = look.leads or None
    shape.line_spacing_rule, shape.line_spacing = WD_LINE_SPACING.EXACTLY, look.line
    if look.indent or look.right:
        properties = style.element.get_or_add_pPr()
        found = properties.find(qn("w:ind"))
        if found is not None:
            properties.remove(found)
        sixteen = 320  # a character of 16 pt, in twentieths of a point
        properties._insert_ind(
            parse_xml(
                f'<w:ind {nsdecls("w")} w:rightChars="{look.right * 100}" w:right="{look.right * sixteen}"'
                f' w:firstLineChars="{look.indent * 100}" w:firstLine="{look.indent * sixteen}"/>'
            )
        )


def fonts(properties: Any, font: str, size: Length) -> None:
    """Name the Chinese font and the one for figures and Latin letters, in a size."""
    found = properties.find(qn("w:rFonts"))
    if found is not None:
        properties.remove(found)
    properties.insert(
        0,
        parse_xml(
            f'<w:rFonts {nsdecls("w")} w:ascii="Times New Roman" w:hAnsi="Times New Roman"'
            f' w:cs="Times New Roman" w:eastAsia="{font}"/>'
        ),
    )
    for tag in ("w:sz", "w:szCs"):
        for old in properties.findall(qn(tag)):
            properties.remove(old)
        properties.append(parse_xml(f'<{tag} {nsdecls("w")} w:val="{round(size.pt * 2)}"/>'))


def bordered(paragraph: Paragraph, edge: str, kind: str) -> None:
    """Draw a red line above or below a paragraph."""
    paragraph._element.get_or_add_pPr().append(
        parse_xml(
            f'<w:pBdr {nsdecls("w")}><w:{edge} w:val="{kind}" w:sz="18" w:space="4" w:color="{RED}"/></w:pBdr>'
        )
    )
