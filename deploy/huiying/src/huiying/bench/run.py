"""Measure the chosen entries one after the other, show the table, and keep the figures; one that fails stops no other."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from time import monotonic

from huiying.bench.bench import Bench
from huiying.bench.entries import ENTRIES
from huiying.bench.entry import Entry
from huiying.bench.table import Measured, as_json, as_lines, show_readings, with_unit
from huiying.places import RunDirectory
from huiying.promises import keep_own


class NoSuchEntry(Exception):
    """An entry was asked for that there is not; the message names those there are."""


def chosen(names: Iterable[str]) -> list[Entry]:
    """Return the entries of these names, or all. Raises: NoSuchEntry."""
    known = {entry.name: entry for entry in ENTRIES}
    wanted = list(names) or list(known)
    if unknown := [name for name in wanted if name not in known]:
        raise NoSuchEntry(f"{', '.join(unknown)}: {', '.join(known)}")
    return [known[name] for name in wanted]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was measured, and what went wrong in the entries that could not be."""

    measured: Measured
    failed: Mapping[str, str]

    @property
    def is_all_met(self) -> bool:
        """Say whether every aim is met."""
        return all(figure.aim is None or figure.aim.is_met_by(one.value) for _, figure, one in self.measured)


def bench(entries: list[Entry], *, quick: bool, in_json: bool) -> Outcome:
    """Measure, print the figures, and keep them; those of a whole run also for the page of promises."""
    place = RunDirectory.current().root
    with Bench(place / "bench", quick=quick) as run:
        outcome = _measured(run, entries)
    around = {
        "quick": quick, "processors": os.cpu_count(), "load_average": round(os.getloadavg()[0], 1),
        "failed": outcome.failed,
    }  # fmt: skip
    told = json.dumps(as_json(outcome.measured, around), ensure_ascii=False, indent=1)
    place.mkdir(parents=True, exist_ok=True)
    (place / "bench.json").write_text(told)
    if in_json:
        print(told)
    else:
        show_readings(outcome.measured)
        print(f"{place / 'bench.json'}")
    if not quick and len(entries) == len(ENTRIES):
        keep_own(
            "make bench", as_lines(outcome.measured),
            passed=len(entries) - len(outcome.failed), failed=len(outcome.failed),
        )  # fmt: skip
    return outcome


def _measured(run: Bench, entries: list[Entry]) -> Outcome:
    measured, failed = [], dict[str, str]()
    for entry in entries:
        began = monotonic()
        figures = {one.name: one for one in entry.figures}
        run.tell(f"── {entry.name}: {entry.zh} · {entry.en}")
        try:
            for one in entry.measure(run):
                measured.append((entry, figures[one.figure], one))
                run.tell(f"   {one.figure}: {with_unit(one.value, figures[one.figure].unit)}")
        except Exception as error:
            failed[entry.name] = f"{type(error).__name__}: {error}"
            run.tell(f"  ✗ {failed[entry.name]}")
            run.forget_stages()  # a service that failed one entry is none to measure the next with
        run.tell(f"   {monotonic() - began:.0f} s")
    return Outcome(measured, failed)
