"""An outline: a few lines of head, an empty line, then the text, one paragraph a line.

form: letter
title: 函询通知书
to: {{ recipient }}：

paragraphs are indented by two characters; {{ placeholders }} are filled in when the document is written
# 一、标题              a heading; ## is one below
@ 抄送：……            flush left
> {{ organ }}           at the right: who signs, and when
= {{ chart }}           in the middle
| 姓名 | 单位 ×3 |       a row of a table; the first is the head where rows repeat, and may say how wide columns are
% for one in members    what Jinja says for whole paragraphs or, between rows of a table, for rows
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum, auto
from itertools import groupby

FORMS = ("letter", "paper")
_WIDTH = re.compile(r"(.*\S)\s+×(\d)")
_MARKS = {
    "* ": "title",
    "# ": "heading",
    "## ": "subheading",
    "@ ": "flush",
    "> ": "signed",
    "= ": "middle",
    "% ": "control",
}


class OutlineBroken(Exception):
    """An outline that says too little, or something unknown."""


class Kind(StrEnum):
    """What a line of the text is."""

    TEXT = auto()
    TITLE = auto()
    HEADING = auto()
    SUBHEADING = auto()
    FLUSH = auto()
    SIGNED = auto()
    MIDDLE = auto()
    CONTROL = auto()
    ROW = auto()


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph, a row of a table (`cells`, and how many times as wide as others each is), or a control."""

    kind: Kind
    text: str = ""
    cells: tuple[str, ...] = ()
    widths: tuple[int, ...] = ()


Block = Line | tuple[Line, ...]
"""A paragraph, or the lines of a whole table."""


@dataclass(frozen=True, slots=True)
class Outline:
    """A document's outline. `letter` has the organ's name in red on top, `paper` is for inside."""

    form: str
    title: str
    to: str
    blocks: tuple[Block, ...]


def read_outline(text: str) -> Outline:
    """Return what an outline says. Raises: OutlineBroken."""
    head, _, body = text.replace("\r\n", "\n").partition("\n\n")
    said = dict(_entry(line) for line in head.splitlines() if not line.startswith("//"))
    lines = [_line(line.strip()) for line in body.splitlines() if line.strip()]
    has_title = said.get("title") or any(line.kind is Kind.TITLE for line in lines)
    if said.get("form") not in FORMS or not has_title or said.keys() - {"form", "title", "to"}:
        raise OutlineBroken(f"the head needs `form: {' or '.join(FORMS)}` and `title:`, and may have `to:`")
    return Outline(said["form"], said.get("title", ""), said.get("to", ""), tuple(_blocks(lines)))


def _entry(line: str) -> tuple[str, str]:
    key, colon, value = line.partition(":")
    if not colon:
        raise OutlineBroken(f"not `key: value`: {line}")
    return key.strip(), value.strip()


def _line(text: str) -> Line:
    if text.startswith("|"):
        return _row([cell.strip() for cell in text.strip("|").split("|")])
    for mark, kind in _MARKS.items():
        if text.startswith(mark):
            return Line(Kind(kind), text.removeprefix(mark).strip())
    return Line(Kind.TEXT, text)


def _row(written: list[str]) -> Line:
    parts = [_WIDTH.fullmatch(cell) for cell in written]
    cells = tuple(part[1] if part else cell for part, cell in zip(parts, written, strict=True))
    return Line(Kind.ROW, cells=cells, widths=tuple(int(part[2]) if part else 1 for part in parts))


def _blocks(lines: list[Line]) -> list[Block]:
    """Put rows, and the controls between them, together as tables."""
    blocks: list[Block] = []
    for is_table, group in groupby(_with_place(lines), key=lambda one: one[1]):
        found = tuple(line for line, _ in group)
        blocks += [found] if is_table else found
    return blocks


def _with_place(lines: list[Line]) -> list[tuple[Line, bool]]:
    """Say of each line whether it stands in a table: rows do, and controls after a row up to the last row's end."""
    placed, inside, depth = [], False, 0
    for line in lines:
        if line.kind is Kind.ROW:
            inside = True
        elif line.kind is not Kind.CONTROL:
            inside, depth = False, 0
        if inside and line.kind is Kind.CONTROL:
            depth += 0 if line.text.startswith(("else", "elif")) else -1 if line.text.startswith("end") else 1
            if depth < 0:  # it ends what began before the table
                inside, depth = False, 0
        placed.append((line, inside))
    return placed
