"""Five thousand cut connections lead to no other answer."""

from __future__ import annotations

import pytest

from tests.running.test_cut_connections import nothing_diverges
from tests.support.figures import Figures
from tests.support.running_set import RunningSet

pytestmark = [pytest.mark.nightly, pytest.mark.timeout(1200)]
CUTS = 5000


async def test_5000_cut_connections_lead_to_no_other_answer(
    running_set: RunningSet, figures: Figures
) -> None:
    await nothing_diverges(running_set, figures, CUTS)
