"""The whole set of the last release is upgraded service by service, and taken back, while everybody works."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from huiying.programs import sources
from huiying.services import WITH_DATABASE

from tests.running.releases import NEXT, next_release, previous_release, run_as
from tests.running.steady import working
from tests.running.test_rolling_upgrade import nobody_noticed
from tests.support.figures import Figures
from tests.support.running_set import RunningSet, new_set, with_people

pytestmark = [pytest.mark.nightly, pytest.mark.running, pytest.mark.timeout(1800)]


@dataclass
class SetOfRelease(RunningSet):
    """A set whose programs and schema are those of another release."""

    tree: Path = Path()

    def environment(self) -> dict[str, str]:
        """Return the supervisor's environment, in which Python finds the release's packages first."""
        return super().environment() | sources(self.tree)


@pytest.fixture
def released_set(tmp_path: Path, figures: Figures) -> Iterator[SetOfRelease]:
    """The set as the last release starts it."""
    tree, name = previous_release(tmp_path / "previous")
    figures.say(f"previous release: {name}")
    free = new_set(tmp_path / "set" / "run")
    one = SetOfRelease(free.place, free.offset, tree=tree)
    try:
        one.start()
        yield with_people(one)  # type: ignore[misc]
    finally:
        one.stop()


async def test_every_service_is_upgraded_and_taken_back_without_a_failed_request(
    released_set: SetOfRelease, tmp_path: Path, figures: Figures
) -> None:
    tree = next_release(tmp_path / "next", WITH_DATABASE)
    async with working(released_set) as steady:
        for service in WITH_DATABASE:
            await asyncio.to_thread(run_as, released_set, tree, "migrate", service)
            await asyncio.to_thread(run_as, released_set, tree, "restart", service, "--release", str(tree))
        for service in reversed(WITH_DATABASE):
            await asyncio.to_thread(run_as, released_set, tree, "restart", service)
    await nobody_noticed(released_set, steady, figures)
    assert all(steady.releases[service, NEXT] > 0 for service in WITH_DATABASE)
