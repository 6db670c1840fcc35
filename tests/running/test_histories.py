"""The checker of histories finds each kind of fault; otherwise its silence would prove nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from huiying.proof.histories import History, judge, read


@pytest.fixture
def history(tmp_path: Path) -> History:
    history = History(tmp_path / "history.jsonl")
    history.write(0.0, 1, "invoke", "a")
    history.write(0.1, 1, "ok", "a", "receipt-a")
    history.write(0.2, 2, "invoke", "b")
    history.write(0.3, 2, "unknown", "b", "ReadTimeout")
    history.write(0.4, 2, "invoke", "b")
    history.write(0.5, 2, "ok", "b", "receipt-b")
    history.write(0.6, 1, "invoke", "c")
    history.close()
    return history


@pytest.mark.parametrize("present", [["a", "b"], ["a", "b", "c"]])
def test_a_request_without_an_answer_may_be_there_or_not(history: History, present: list[str]) -> None:
    verdict = judge(read(history.path), present)
    assert verdict.faults == {}
    assert verdict.unanswered == {"c"}
    assert verdict.acknowledged == {"a": "receipt-a", "b": "receipt-b"}
    assert (verdict.invoked, verdict.retried, verdict.present) == (3, 1, len(present))


@pytest.mark.parametrize(
    ("present", "fault", "keys"),
    [
        (["a"], "lost", {"b"}),
        (["a", "b", "b"], "doubled", {"b"}),
        (["a", "b", "c", "c"], "doubled", {"c"}),
        (["a", "b", "d"], "made_up", {"d"}),
    ],
)
def test_what_the_database_adds_or_misses_is_found(
    history: History, present: list[str], fault: str, keys: set[str]
) -> None:
    assert judge(read(history.path), present).faults == {fault: keys}


def test_two_receipts_for_one_key_are_found(tmp_path: Path) -> None:
    history = History(tmp_path / "history.jsonl")
    history.write(0.0, 1, "invoke", "a")
    history.write(0.1, 1, "ok", "a", "one")
    history.write(0.2, 1, "ok", "a", "another")
    history.write(0.3, 1, "refused", "a", "409")
    history.close()
    assert judge(read(history.path), ["a"]).faults == {"two_receipts": {"a"}, "refused": {"a"}}
