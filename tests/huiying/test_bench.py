"""An entry that cannot be measured stops no other; it is told, and the run fails."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from huiying.bench.bench import Bench
from huiying.bench.entry import MS, Entry, Figure, Reading, at_most
from huiying.bench.load_generator import Wrong
from huiying.bench.run import Outcome, bench
from huiying.bench.table import as_lines


def quick(_: Bench) -> Iterator[Reading]:
    yield Reading("took", 7.0)


def broken(_: Bench) -> Iterator[Reading]:
    yield Reading("took", 1.0)
    raise Wrong("GET /v1/reports: {'500': 3}")


def entry(name: str, measure: object) -> Entry:
    return Entry(name, name, name, (Figure("took", MS, at_most(5), "耗时", "how long"),), measure)  # type: ignore[arg-type]


@pytest.fixture
def outcome(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Outcome:
    monkeypatch.setenv("HUIYING_RUN_DIR", str(tmp_path))
    return bench(
        [entry("first", quick), entry("second", broken), entry("third", quick)], quick=True, in_json=True
    )


def test_the_others_are_measured_and_the_broken_one_is_told(outcome: Outcome, tmp_path: Path) -> None:
    assert [one.name for one, _, _ in outcome.measured] == ["first", "second", "third"], (
        "what came before the fault stays"
    )
    assert outcome.failed == {"second": "Wrong: GET /v1/reports: {'500': 3}"}
    told = json.loads((tmp_path / "bench.json").read_text("utf-8"))
    assert told["failed"] == outcome.failed
    assert [one["entry"] for one in told["figures"]] == ["first", "second", "third"]


def test_a_line_says_whether_the_aim_is_met(outcome: Outcome) -> None:
    assert not outcome.is_all_met
    assert as_lines(outcome.measured)[0] == "first: how long: 7 ms (aim ≤ 5 ms, missed)"
