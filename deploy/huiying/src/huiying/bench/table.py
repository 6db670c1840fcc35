"""Show what is measured, and what was: tables for people, JSON for programs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from rich import box
from rich.console import Console
from rich.table import Table

from huiying.bench.entry import MS, PER_S, SHARE, TIMES, Aim, Entry, Figure, Reading

Measured = Sequence[tuple[Entry, Figure, Reading]]


def show_entries(entries: Iterable[Entry]) -> None:
    """Print the table of entries: what each measures, and its aims."""
    table = Table("--only", "测什么 · what", "目标 · aim", box=box.SIMPLE_HEAD, pad_edge=False)
    for entry in entries:
        table.add_row(f"[bold]{entry.name}[/]", f"{entry.zh}\n[dim]{entry.en}[/]", "")
        for one in entry.figures:
            table.add_row("", f"  {one.zh}\n  [dim]{one.en}[/]", _bound(one))
    Console(soft_wrap=False).print(table)


def show_readings(measured: Measured) -> None:
    """Print every figure, what it was made of, its aim, and whether that is met."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for title in ("项目 · entry", "指标 · figure"):
        table.add_column(title, overflow="fold")
    for title in ("结果 · result", "目标 · aim", ""):
        table.add_column(title, justify="right", no_wrap=True)
    last = ""
    for entry, figure, reading in measured:
        of = "  ".join(f"{name} {_number(value)}" for name, value in reading.of.items())
        text = f"{figure.zh}\n[dim]{figure.en}[/]" + (f"\n[dim italic]{of}[/]" if of else "")
        name = f"[bold]{entry.name}[/]" if entry.name != last else ""
        last = entry.name
        table.add_row(
            name,
            text,
            with_unit(reading.value, figure.unit),
            _bound(figure),
            _mark(figure.aim, reading.value),
        )
    Console().print(table)


def as_json(measured: Measured, around: Mapping[str, Any]) -> dict[str, Any]:
    """Return the figures for programs; `around` says under what they were measured."""
    return {
        **around,
        "figures": [
            {
                "entry": entry.name, "figure": figure.name, "value": round(reading.value, 4), "unit": figure.unit,
                "aim": figure.aim.bound if figure.aim else None, "aim_is_most": figure.aim.is_most if figure.aim else None,
                "is_met": figure.aim.is_met_by(reading.value) if figure.aim else None,
                "of": {name: round(value, 4) for name, value in reading.of.items()},
            }
            for entry, figure, reading in measured
        ],
    }  # fmt: skip


def as_lines(measured: Measured) -> list[str]:
    """Return each figure as a line for the page of promises."""
    return [
        f"{entry.name}: {figure.en}: {with_unit(reading.value, figure.unit)}"
        + (
            f" (aim {_bound(figure)}, {'met' if figure.aim.is_met_by(reading.value) else 'missed'})"
            if figure.aim
            else ""
        )
        for entry, figure, reading in measured
    ]


def _bound(figure: Figure) -> str:
    return (
        f"{'≤' if figure.aim.is_most else '≥'} {with_unit(figure.aim.bound, figure.unit)}"
        if figure.aim
        else ""
    )


def with_unit(value: float, unit: str) -> str:
    """Return a figure as people read it."""
    if unit == SHARE:
        return f"{value:.0%}"
    if unit == TIMES:
        return f"{value:.2f} ×"
    return _number(value) + (f" {unit}" if unit in {MS, PER_S} else "")


def _number(value: float) -> str:
    return f"{value:,.0f}" if abs(value) >= 100 or value == int(value) else f"{value:.2f}"


def _mark(aim: Aim | None, value: float) -> str:
    if aim is None:
        return ""
    return "[green]✓[/]" if aim.is_met_by(value) else "[red]✗[/]"
