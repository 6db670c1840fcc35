"""At five times what can be done most of it is still done, the rest is told at once, and the public's reports go first."""

from __future__ import annotations

import secrets
from collections.abc import Iterator

import pytest

from huiying.bench.overload import LEAST_DONE, LEAST_TAKEN, LIST, READ, SUBMIT, Overload, Storm, overloaded

from tests.support.figures import Figures

pytestmark = [pytest.mark.nightly, pytest.mark.running, pytest.mark.timeout(900)]
AT_ONCE_MS = 1000


@pytest.fixture(scope="module")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Overload]:
    with overloaded(tmp_path_factory.mktemp("overload") / "bench", secrets.randbelow(10**6)) as one:
        yield one


def told(storm: Storm, figures: Figures) -> None:
    """Say the figures; assert that every request was answered, and every refusal soon, with a time to come again."""
    for line in storm.figures():
        figures.say(line)
    assert storm.unsent == 0
    assert storm.statuses <= {"200", "201", "503"}
    assert storm.unexplained == 0
    assert max(kind["refused_p99_ms"] for kind in storm.kinds.values()) <= AT_ONCE_MS


def test_most_of_what_can_be_done_is_done_at_five_times_as_much(stage: Overload, figures: Figures) -> None:
    storm = stage.everything()
    told(storm, figures)
    assert storm.good_share >= LEAST_DONE
    assert storm.taken_share(SUBMIT) > max(storm.taken_share(READ), storm.taken_share(LIST))


def test_a_storm_of_lists_shuts_out_no_report(stage: Overload, figures: Figures) -> None:
    storm = stage.lists()
    told(storm, figures)
    assert storm.taken_share(SUBMIT) >= LEAST_TAKEN
