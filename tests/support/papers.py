"""Word documents made by tests, and what is in them."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from typing import Any

import docx

from huiying.paper.outline import read_outline
from huiying.paper.write import template
from shared.documents import Document, Rows


async def _no_fields(*_: object) -> dict[str, Any]:
    return {}


def made_from(text: str, *, form: str = "paper") -> bytes:
    """Return a template from the text of an outline."""
    return template(read_outline(f"form: {form}\ntitle: 测试文书\n\n{text}"))


def document(**placeholders: str | Rows) -> Document:
    """Return a document that offers these placeholders."""
    return Document("trial", ("测试文书", "Trial"), "thing:read", _no_fields, placeholders)


def text_of(content: bytes) -> str:
    """Return every paragraph and cell of a document, one a line."""
    word = docx.Document(BytesIO(content))
    lines = [paragraph.text for paragraph in word.paragraphs]
    lines += [cell.text for table in word.tables for row in table.rows for cell in row.cells]
    return "\n".join(lines)


def with_common(fields: Mapping[str, Any]) -> dict[str, Any]:
    """Return fields with those every document has."""
    return {"number": "", "organ": "", "office": "", "printed_on": "", **fields}
