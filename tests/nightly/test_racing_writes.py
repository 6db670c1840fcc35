"""Twenty thousand racing writes lose no update."""

from __future__ import annotations

import pytest

from tests.running.test_racing_writes import no_update_is_lost
from tests.support.figures import Figures
from tests.support.running_set import RunningSet

pytestmark = [pytest.mark.nightly, pytest.mark.timeout(1800)]
WRITES = 20_000


async def test_20000_racing_writes_lose_no_update(running_set: RunningSet, figures: Figures) -> None:
    await no_update_is_lost(running_set, figures, WRITES)
