"""Two hundred withdrawals, each effective in every service within five seconds, with no later success."""

from __future__ import annotations

from itertools import cycle, islice

import pytest

from tests.journeys.test_a_withdrawn_right import withdrawn
from tests.support.figures import Figures
from tests.support.running_set import RunningSet

pytestmark = [pytest.mark.nightly, pytest.mark.timeout(3600)]
WITHDRAWALS = 200
LOGINS = (
    "district1.petition",
    "statistician",
    "office1.handler2",
    "review.city",
    "group1.lead",
    "evaluator1",
)


def test_two_hundred_withdrawals_are_effective_within_five_seconds(
    running_set: RunningSet, figures: Figures
) -> None:
    slowest: dict[str, float] = {}
    for login in islice(cycle(LOGINS), WITHDRAWALS):
        for service, after_s in withdrawn(running_set, login).items():
            slowest[service] = max(after_s, slowest.get(service, 0.0))
    told = ", ".join(f"{service} {after_s:.1f} s" for service, after_s in sorted(slowest.items()))
    figures.say(f"{WITHDRAWALS} withdrawals; slowest: {told}; 0 later successes")
