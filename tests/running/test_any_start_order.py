"""Services start in any order, before what they depend on as well, and find each other."""

from __future__ import annotations

import random
import time

import pytest

from huiying.walk.caller import Caller, Unexpected

from tests.support.figures import Figures
from tests.support.running_set import RunningSet, wait_for, with_workers

BACKWARDS = ("gateway", "rectification", "casework", "intake", "identity", "postgres")


def shuffled() -> tuple[str, ...]:
    order = list(BACKWARDS)
    random.SystemRandom().shuffle(order)
    return tuple(order)


def _reads(caller: Caller) -> bool:
    try:
        return caller.get("petition.city", "/intake/v1/reports", limit=1).status == 200
    except Unexpected:
        return False


@pytest.mark.parametrize("order", [BACKWARDS, shuffled()], ids=["backwards", "by chance"])
@pytest.mark.timeout(180)
def test_services_start_in_any_order(
    running_set: RunningSet, order: tuple[str, ...], figures: Figures
) -> None:
    running_set.hold(*order)
    for name in with_workers(order):
        running_set.kill(name)
    wait_for("silence", lambda: not any(running_set.pid(name) for name in with_workers(order)))
    began = time.monotonic()
    for name in order:
        running_set.release(name)
        wait_for(f"{name} to run", lambda name=name: running_set.pid(name) is not None)  # type: ignore[misc]
    wait_for("all of them ready", running_set.all_ready, within_s=90)
    ready_s = time.monotonic() - began
    caller = running_set.caller()
    report = {"category": "suggestion", "content": "（测试）任何启动顺序都可以。"}
    wait_for(
        "a submission",
        lambda: (
            caller.call(None, "POST", "/intake/v1/public/submissions", report, expect=(201, 503)).status
            == 201
        ),
    )
    wait_for("a log-in", lambda: _reads(caller))  # the gateway looks at each service once a second
    figures.say(f"{' → '.join(order)}: ready after {ready_s:.1f} s")
