"""The journeys of the demo, walked through the gateway as `make demo` walks them."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from huiying.walk import JOURNEYS
from huiying.walk.caller import Caller

from tests.support.figures import Figures
from tests.support.running_set import RunningSet


@pytest.mark.parametrize(
    "journey", [journey for _, journey in JOURNEYS], ids=[journey.__name__ for _, journey in JOURNEYS]
)
def test_a_journey_goes_as_the_contract_says(
    running_set: RunningSet, journey: Callable[[Caller], None], figures: Figures
) -> None:
    began = time.monotonic()
    journey(running_set.caller())
    figures.say(f"{time.monotonic() - began:.1f} s")
