"""Every promise names a proof that exists, what is long is run at night, and the page says what runs counted."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from huiying.places import REPOSITORY
from huiying.promises import Promise, keep, pages, read_table, render, taken_up

TABLE = read_table()
COMMANDS = [
    (target, paths)
    for promise in TABLE.promises
    for command in promise.commands
    for target, paths in re.findall(r"^make (test|nightly) ARGS=\"?([^\"]+)\"?$", command)
]
MAKEFILE = (REPOSITORY / "Makefile").read_text("utf-8")


def test_there_are_promises_and_what_is_not_promised() -> None:
    assert len(TABLE.promises) >= 25
    assert TABLE.not_promised


@pytest.mark.parametrize(("target", "paths"), COMMANDS)
def test_a_proof_exists_and_is_run_when_it_says(target: str, paths: str) -> None:
    for path in paths.split():
        place = REPOSITORY / path
        assert place.exists(), path
        if place.is_file():
            text = place.read_text("utf-8")
            whole = re.search(r"^pytestmark = .*nightly", text, re.MULTILINE) is not None
            assert "mark.nightly" in text if target == "nightly" else not whole, path


@pytest.mark.parametrize("command", sorted({one for promise in TABLE.promises for one in promise.commands}))
def test_a_command_is_one_there_is(command: str) -> None:
    word, target = command.split()[:2]
    assert re.search(rf"^{target}:", MAKEFILE, re.MULTILINE) if word == "make" else word == "huiying", command


def test_every_link_to_a_promise_leads_to_one() -> None:
    known = {promise.id for promise in TABLE.promises}
    for page in ("README.md", "README.zh-CN.md"):
        linked = re.findall(r"deploy/promises\.md#([\w-]+)", (REPOSITORY / page).read_text("utf-8"))
        assert set(linked) <= known, page


def run(passed: int, failed: int = 0, *figures: str, day: str = "2026-03-02") -> dict[str, object]:
    return {
        "passed": passed,
        "failed": failed,
        "figures": list(figures),
        "day": day,
        "commit": f"c{day[-2:]}",
    }


PROMISE = Promise("kept", "甲", "One", ("make test ARGS=tests/a/test_it.py", "make nightly ARGS=tests/b"), "")


def test_the_newest_runs_of_a_promise_are_taken_up_and_no_others() -> None:
    figures = {
        "tests/a/test_it.py": run(3, 0, "seed 7"),
        "tests/b/test_more.py": run(2, 0, "200 kills", day="2026-03-03"),
        "tests/a/test_it.py.other": run(9),
        "tests/bb/test_it.py": run(9),
    }
    record = taken_up([PROMISE], {"gone": {}}, figures)
    assert record == {
        "kept": {"commit": "c03", "day": "2026-03-03", "tests": 5, "figures": ["seed 7", "200 kills"]}
    }
    assert "2026-03-03, commit `c03`: 5 tests, 0 failed\n* seed 7\n* 200 kills" in render(
        TABLE, {"kills": record["kept"]}
    )


def test_a_command_of_ours_is_taken_up_by_its_name(tmp_path: Path) -> None:
    promise = Promise("fast", "快", "Fast", ("make bench", "huiying api lint", "make ha-demo"), "")
    path = tmp_path / "run" / "figures.json"
    keep({"huiying api lint": {"passed": 1, "failed": 0, "figures": ["40 conventions"]}}, path)
    keep({"make bench": {"passed": 30, "failed": 0, "figures": ["ledger: 1.2 ×"]}}, path)
    record = taken_up([promise], {}, json.loads(path.read_text("utf-8")))
    assert (record["fast"]["tests"], record["fast"]["figures"]) == (31, ["ledger: 1.2 ×", "40 conventions"])
    keep({"make bench": {"passed": 29, "failed": 1, "figures": []}}, path)
    assert taken_up([promise], {}, json.loads(path.read_text("utf-8"))) == {}


def test_a_run_that_failed_proves_nothing() -> None:
    before = {"kept": {"commit": "c01"}}
    assert taken_up([PROMISE], before, {"tests/a/test_it.py": run(3, 1)}) == before


def test_the_page_is_made_of_table_and_record_alone(tmp_path: Path) -> None:
    for name in ("promises.toml", "promises.json"):
        (tmp_path / name).write_bytes((REPOSITORY / "deploy" / name).read_bytes())
    (tmp_path / "figures.json").write_text(json.dumps({"tests/running/test_kills.py": run(1, 0, "12 kills")}))
    assert list(pages(tmp_path)) == [tmp_path / "promises.md"]
    made = pages(tmp_path, tmp_path / "figures.json")
    assert "12 kills" in made[tmp_path / "promises.json"]
    assert "* 12 kills" in made[tmp_path / "promises.md"]
