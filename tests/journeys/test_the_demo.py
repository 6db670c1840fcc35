"""What `make run` shows first: the demo's matters come into a running set, and its lists are not empty."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from huiying.seed.rectification import put_right
from huiying.seed.walks import bring_matters
from huiying.walk.caller import Caller

from tests.support.figures import Figures
from tests.support.running_set import RunningSet, wait_for

PROMISED = {
    "demands": ("petition.city", "/intake/v1/demands/_count"),
    "reports": ("petition.city", "/intake/v1/reports/_count"),
    "clues": ("caseman.city", "/casework/v1/clues/_count"),
    "items": ("inspection.office", "/rectification/v1/rectification-items/_count"),
    "items overdue": ("inspection.office", "/rectification/v1/rectification-items/_count?overdue=true"),
    "evaluations": ("inspection.office", "/rectification/v1/evaluations/_count"),
}
"""Of each the demo brings more, whatever stood there before."""


def counted(caller: Caller) -> dict[str, int]:
    """Return how many rows each list has, as its reader sees it."""
    return {name: caller.get(login, path)["count"] for name, (login, path) in PROMISED.items()}


@pytest.mark.timeout(400)
def test_the_demo_fills_the_lists_of_every_service(running_set: RunningSet, figures: Figures) -> None:
    caller, began = running_set.caller(), time.monotonic()
    before = counted(caller)

    with ThreadPoolExecutor() as at_once:
        for brought in [
            at_once.submit(bring, running_set.base_url, running_set.place.root)
            for bring in (bring_matters, put_right)
        ]:
            brought.result()

    wait_for("more in each list", lambda: all(now > before[name] for name, now in counted(caller).items()))
    for login, path in (
        ("sysadmin", "/identity/v1/organisations"),
        ("office1.head", "/casework/v1/linkage-tasks"),
    ):
        assert caller.get(login, path)["items"]
    figures.say(f"{time.monotonic() - began:.1f} s")
