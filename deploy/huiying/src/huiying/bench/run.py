"""Measure the chosen entries one after the other, show the table, and keep the figures in the run directory."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable

from huiying.bench.bench import Bench
from huiying.bench.entries import ENTRIES
from huiying.bench.entry import Entry
from huiying.bench.table import Measured, as_json, show_readings, value_with_unit
from huiying.places import RunDirectory


class NoSuchEntry(Exception):
    """An entry was asked for that there is not; the message names those there are."""


def chosen(names: Iterable[str]) -> list[Entry]:
    """Return the entries of these names, or all. Raises: NoSuchEntry."""
    known = {entry.name: entry for entry in ENTRIES}
    wanted = list(names) or list(known)
    if unknown := [name for name in wanted if name not in known]:
        raise NoSuchEntry(f"{', '.join(unknown)}: {', '.join(known)}")
    return [known[name] for name in wanted]


def bench(entries: list[Entry], *, quick: bool, in_json: bool) -> Measured:
    """Measure, print the figures, and keep them."""
    place = RunDirectory.current().root
    measured = []
    with Bench(place / "bench", quick=quick) as run:
        for entry in entries:
            figures = {one.name: one for one in entry.figures}
            run.tell(f"── {entry.name}: {entry.zh} · {entry.en}")
            for one in entry.measure(run):
                measured.append((entry, figures[one.figure], one))
                run.tell(f"   {one.figure}: {value_with_unit(one.value, figures[one.figure].unit)}")
    around = {"quick": quick, "processors": os.cpu_count(), "load_average": round(os.getloadavg()[0], 1)}
    told = json.dumps(as_json(measured, around), ensure_ascii=False, indent=1)
    place.mkdir(parents=True, exist_ok=True)
    (place / "bench.json").write_text(told)
    if in_json:
        print(told)
    else:
        show_readings(measured)
        print(f"{place / 'bench.json'}")
    return measured


def is_all_met(measured: Measured) -> bool:
    """Say whether every aim is met."""
    return all(figure.aim is None or figure.aim.is_met_by(one.value) for _, figure, one in measured)
