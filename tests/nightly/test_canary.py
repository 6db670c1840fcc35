"""A thousand marked submissions leave no trace in anything the set writes."""

from __future__ import annotations

import pytest

from tests.running.test_canary import no_trace_is_left
from tests.support.figures import Figures
from tests.support.running_set import RunningSet

pytestmark = [pytest.mark.nightly, pytest.mark.timeout(1200)]


async def test_a_thousand_submissions_leave_no_trace(running_set: RunningSet, figures: Figures) -> None:
    await no_trace_is_left(running_set, 1000, figures)
