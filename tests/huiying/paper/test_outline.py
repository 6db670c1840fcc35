"""Outlines in plain text become what they say."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import docx
import pytest

from huiying.paper.outline import Kind, OutlineBroken, read_outline
from huiying.paper.write import TemplateExists, template, write_template

HEAD = "form: paper\ntitle: 报告\n\n"


def test_every_mark_makes_its_kind_of_paragraph() -> None:
    outline = read_outline(f"{HEAD}正文\n# 一级\n## 二级\n@ 抄送\n> 落款\n= 图\n% if a\n% endif\n")

    assert [one.kind for one in outline.blocks if not isinstance(one, tuple)] == [
        Kind.TEXT, Kind.HEADING, Kind.SUBHEADING, Kind.FLUSH, Kind.SIGNED, Kind.MIDDLE, Kind.CONTROL, Kind.CONTROL,
    ]  # fmt: skip


def test_a_title_inside_begins_a_page_and_stands_for_the_one_of_the_head() -> None:
    outline = read_outline("form: paper\n\n% for one in persons\n* 决定书\n{{ one.name }}\n% endfor\n")

    word = docx.Document(BytesIO(template(outline)))
    titles = [one for one in word.paragraphs if one.style and one.style.name == "Document Title"]
    assert [(one.text, one.paragraph_format.page_break_before) for one in titles] == [("决定书", True)]


def test_a_first_row_says_how_wide_its_columns_are() -> None:
    outline = read_outline(f"{HEAD}| 甲 | 乙 ×3 |\n% for one in rows\n| {{{{ one.a }}}} | x |\n% endfor")
    table = docx.Document(BytesIO(template(outline))).tables[0]

    assert [cell.text for cell in table.rows[0].cells] == ["甲", "乙"]
    narrow, wide = (cell.width for cell in table.rows[0].cells)
    assert narrow is not None
    assert wide is not None
    assert abs(wide - 3 * narrow) < 2000


def test_rows_and_the_loop_between_them_are_one_table() -> None:
    outline = read_outline(
        f"{HEAD}% if rows\n| 甲 | 乙 |\n% for one in rows\n| {{{{ one.a }}}} | x |\n% endfor\n% endif\n尾"
    )

    first, table, after, last = outline.blocks
    assert isinstance(table, tuple)
    assert [line.text or line.cells for line in table] == [
        ("甲", "乙"), "for one in rows", ("{{ one.a }}", "x"), "endfor",
    ]  # fmt: skip
    assert [one.text for one in (first, after, last) if not isinstance(one, tuple)] == [
        "if rows",
        "endif",
        "尾",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "title: 报告\n\n正文",
        "form: poster\ntitle: 报告\n\n",
        "form: paper\ntitle: 报告\ncolour: red\n\n",
        "form\n\n",
    ],
)
def test_a_head_that_says_too_little_or_something_else_is_refused(text: str) -> None:
    with pytest.raises(OutlineBroken):
        read_outline(text)


def test_a_template_somebody_may_have_edited_is_not_written_over(tmp_path: Path) -> None:
    path = tmp_path / "report.docx"
    path.with_suffix(".txt").write_text(f"{HEAD}正文", "utf-8")
    write_template(path)
    path.write_bytes(b"edited")

    with pytest.raises(TemplateExists):
        write_template(path)
    assert path.read_bytes() == b"edited"
    write_template(path, force=True)
    assert path.read_bytes() != b"edited"
