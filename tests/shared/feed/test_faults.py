"""Whatever befalls a feed on its way and the worker at its work, each event takes effect once, in order."""

from __future__ import annotations

import secrets

import pytest

from shared.clock import FakeClock
from shared.db import Database
from shared.feed.consume import FeedOutOfOrder, Follower, Handler

from tests.conftest import MakeAccess
from tests.shared.feed.faults import FAULTS, Suffered, suffer
from tests.shared.feed.test_consume import SOURCE, applied, batch, effect
from tests.support.figures import Figures

SMALL = 60


async def test_sixty_faults_leave_each_event_applied_once_and_in_order(
    make_access: MakeAccess, clock: FakeClock, figures: Figures
) -> None:
    await each_event_once_and_in_order(make_access, clock, figures, SMALL)


async def each_event_once_and_in_order(
    make_access: MakeAccess, clock: FakeClock, figures: Figures, faults: int
) -> None:
    """Assert it after so many faults; say the figures."""
    seed = secrets.randbelow(10**6)
    figures.say(f"seed {seed}")
    access, elsewhere = await make_access("casework"), await make_access("intake")
    suffered = await suffer(access, elsewhere, clock, faults=faults, seed=seed)
    figures.say(suffered.figures())
    is_whole(suffered, faults)


def is_whole(suffered: Suffered, faults: int) -> None:
    assert suffered.wrong == []
    assert suffered.heard == suffered.told
    assert suffered.luck.counted.total() == faults
    assert set(suffered.luck.counted) == set(FAULTS)


SHUFFLED = batch(1, 3) | {"events": [batch(n, n)["events"][0] for n in (2, 1, 3)]}
TWICE = batch(1, 3) | {"events": [batch(n, n)["events"][0] for n in (1, 2, 2)]}
SHORT = batch(1, 3) | {"next_after": 2}


@pytest.mark.parametrize("answer", [SHUFFLED, TWICE, SHORT], ids=["shuffled", "twice", "short"])
async def test_an_answer_out_of_order_is_not_applied_at_all(
    database: Database, clock: FakeClock, answer: dict[str, object]
) -> None:
    async def feed(_: int) -> dict[str, object]:
        return answer

    follow = Follower(SOURCE, database, clock, feed, {"thing.done": Handler(effect)})
    with pytest.raises(FeedOutOfOrder):
        await follow.step()
    assert (await applied(database), await follow.position()) == ([], 0)


async def test_an_answer_from_before_is_not_applied_again(database: Database, clock: FakeClock) -> None:
    async def feed(_: int) -> dict[str, object]:
        return batch(1, 3)

    follow = Follower(SOURCE, database, clock, feed, {"thing.done": Handler(effect)})
    assert await follow.step() == 3
    with pytest.raises(FeedOutOfOrder):
        await follow.step()
    assert (await applied(database), await follow.position()) == ([1, 2, 3], 3)
