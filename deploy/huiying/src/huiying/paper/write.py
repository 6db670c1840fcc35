"""Write a template from its outline, once; after that it belongs to whoever edits it in Word."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE as RELATION
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Twips
from docx.table import Table

from huiying.paper.outline import Kind, Line, Outline, read_outline
from huiying.paper.page import letterhead, set_page
from huiying.paper.styles import OTHERWISE, set_styles
from huiying.places import REPOSITORY

STYLES = {
    Kind.TITLE: "Document Title", Kind.TEXT: "Body", Kind.HEADING: "Heading", Kind.SUBHEADING: "Subheading",
    Kind.FLUSH: "Flush", Kind.SIGNED: "Signed", Kind.MIDDLE: "Middle", Kind.CONTROL: "Flush",
}  # fmt: skip
_UNUSED = (RELATION.CUSTOM_XML, RELATION.NUMBERING, RELATION.THUMBNAIL)
_XML = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>"
_TABLE_WIDTH = 8845  # 156 mm in twentieths of a point


class TemplateExists(Exception):
    """A template that somebody may have edited is not written over."""


def template_of(service: str, name: str, root: Path = REPOSITORY) -> Path:
    """Return where a service's template is; its outline lies beside it."""
    return root / "services" / service / "src" / service / "documents" / f"{name}.docx"


def write_template(path: Path, *, force: bool = False) -> None:
    """Write a template from the outline beside it. Raises: TemplateExists, OutlineBroken, FileNotFoundError."""
    outline = read_outline(path.with_suffix(".txt").read_text("utf-8"))
    if path.exists() and not force:
        raise TemplateExists(path.name)
    path.write_bytes(template(outline))


def template(outline: Outline) -> bytes:
    """Return the Word file of an outline."""
    word = docx.Document()
    _strip(word)
    set_styles(word)
    set_page(word, is_letter=outline.form == "letter")
    if outline.form == "letter":
        letterhead(word)
    if outline.title:
        word.add_paragraph(outline.title, style="Document Title")
        word.add_paragraph("", style="Flush")
    if outline.to:
        word.add_paragraph(outline.to, style="Flush")
    for block in outline.blocks:
        if isinstance(block, tuple):
            _table(word, block)
        else:
            _paragraph(word, block)
    content = BytesIO()
    word.save(content)
    return content.getvalue()


def _paragraph(word: Document, line: Line) -> None:
    text = f"{{%p {line.text} %}}" if line.kind is Kind.CONTROL else line.text
    paragraph = word.add_paragraph(text, style=STYLES[line.kind])
    if line.kind is Kind.TITLE:
        paragraph.paragraph_format.page_break_before = True
        word.add_paragraph("", style="Flush")


def _table(word: Document, lines: tuple[Line, ...]) -> None:
    """Write a table; a control stands alone in a row, which vanishes when the document is filled.

    The first row of a table whose rows repeat is its head.
    """
    columns = max(len(line.cells) for line in lines)
    table = word.add_table(rows=0, cols=columns, style="Table Grid")
    table.autofit = False
    repeats = any(line.kind is Kind.CONTROL for line in lines)
    widths = _widths(lines[0].widths, columns, repeats=repeats)
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Twips(width)
    for number, line in enumerate(lines):
        cells = (f"{{%tr {line.text} %}}",) if line.kind is Kind.CONTROL else line.cells
        _row(table, cells, widths, "Cell Head" if number == 0 and repeats else "Cell")
    word.add_paragraph("", style="Flush")


def _widths(said: tuple[int, ...], columns: int, *, repeats: bool) -> list[int]:
    """Return the widths of columns as the first row says; what names the other one, in a table of two, is narrow."""
    if columns == 2 and not repeats and set(said) == {1}:
        said = (1, 2)
    shares = (*said, *[1] * (columns - len(said)))
    return [_TABLE_WIDTH * share // sum(shares) for share in shares]


def _row(table: Table, cells: tuple[str, ...], widths: list[int], style: str) -> None:
    row = table.add_row()  # type: ignore[no-untyped-call]
    row._tr.get_or_add_trPr().append(parse_xml(f"<w:cantSplit {nsdecls('w')}/>"))
    for index, (cell, width) in enumerate(zip(row.cells, widths, strict=True)):
        cell.width = Twips(width)
        paragraph = cell.paragraphs[0]
        paragraph.style = style
        paragraph.add_run(cells[index] if index < len(cells) else "")


def _strip(word: Document) -> None:
    """Drop the library's own leftovers, and name the fonts to take where ours are missing."""
    for relations in (word.part.rels, word.part.package.rels):
        for key in [key for key, one in relations.items() if _is_unused(one)]:
            del relations[key]
    entries = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{other}"/><w:charset w:val="86"/></w:font>'
        for name, other in OTHERWISE.items()
    )
    table: Any = next(
        one.target_part for one in word.part.rels.values() if one.reltype == RELATION.FONT_TABLE
    )
    table._blob = f"{_XML}<w:fonts {nsdecls('w')}>{entries}</w:fonts>".encode()


def _is_unused(relation: Any) -> bool:
    return relation.reltype in _UNUSED or "stylesWithEffects" in relation.reltype
