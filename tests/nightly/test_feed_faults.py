"""A thousand faults of a feed leave each event applied once, in order."""

from __future__ import annotations

import pytest

from shared.clock import FakeClock

from tests.conftest import MakeAccess
from tests.shared.feed.test_faults import each_event_once_and_in_order
from tests.support.figures import Figures

pytestmark = [pytest.mark.nightly, pytest.mark.timeout(1200)]
FAULTS = 1000


async def test_a_thousand_faults_leave_each_event_applied_once_and_in_order(
    make_access: MakeAccess, clock: FakeClock, figures: Figures
) -> None:
    await each_event_once_and_in_order(make_access, clock, figures, FAULTS)
