"""What a look found, for people and for programs."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Literal

Grade = Literal["ok", "warning", "wrong"]
_MARKS: dict[Grade, str] = {"ok": "[green]✓[/]", "warning": "[yellow]![/]", "wrong": "[red]✗[/]"}


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at. `zh` and `en` say what was found and, when it is not well, what to do."""

    part: str
    grade: Grade
    zh: str
    en: str


def well(part: str, zh: str, en: str) -> Finding:
    """Return a finding of something in order."""
    return Finding(part, "ok", zh, en)


def odd(part: str, zh: str, en: str) -> Finding:
    """Return a finding that can wait, but not for ever."""
    return Finding(part, "warning", zh, en)


def wrong(part: str, zh: str, en: str) -> Finding:
    """Return a finding that must be mended."""
    return Finding(part, "wrong", zh, en)


def show(findings: Iterable[Finding], *, as_json: bool) -> int:
    """Print findings, as a table or as JSON; return the exit code: 1 when something is wrong."""
    found = list(findings)
    if as_json:
        print(json.dumps([asdict(one) for one in found], ensure_ascii=False, indent=1))
    else:
        from rich.console import Console
        from rich.markup import escape
        from rich.table import Table

        table = Table(box=None, pad_edge=False)
        for heading in ("", "部分 · part", "结果 · finding"):
            table.add_column(heading, overflow="fold")
        for one in found:
            table.add_row(_MARKS[one.grade], escape(one.part), escape(f"{one.zh} · {one.en}"))
        Console(soft_wrap=True).print(table)
    return int(any(one.grade == "wrong" for one in found))
