"""A dead neighbour degrades, and never breaks, the rest; what was waiting for it is done once it is back."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from uuid import UUID, uuid4

import pytest

from huiying.walk.caller import Caller

from tests.running import ledger
from tests.running.desk import OFFICER, SIGNERS
from tests.support.figures import Figures
from tests.support.running_set import RunningSet, wait_for, with_workers

SUBMISSIONS = "/intake/v1/public/submissions"
REPORT = {"category": "accusation", "content": "（测试）邻居停机期间反映的情况。", "region": "district-1"}
LIST: dict[str, Any] = {
    "state": "received",
    "category": "accusation",
    "named_status": "anonymous",
    "limit": 1,
}


@contextmanager
def dead(one: RunningSet, *services: str) -> Iterator[None]:
    """Kill services with their workers, or the database, and keep them dead for as long as the block runs."""
    one.hold(*services)
    for name in with_workers(services):
        one.kill(name)
    try:
        yield
    finally:
        one.release(*services)
        wait_for(f"{', '.join(services)} back, and everybody whole", one.is_whole, within_s=60)


def submit(caller: Caller, key: str | None = None, expect: int | tuple[int, ...] = 201) -> Any:
    return caller.call(None, "POST", SUBMISSIONS, REPORT, key=key, expect=expect)


def newest_report(caller: Caller) -> str:
    return f"/intake/v1/reports/{caller.get(OFFICER, '/intake/v1/reports', **LIST)['items'][0]['id']}"


def degraded(one: RunningSet, service: str) -> dict[str, str]:
    said = one.readiness(service)
    assert said is not None
    assert said["failed"] == {}
    found: dict[str, str] = said["degraded"]
    return found


def test_without_identity_intake_takes_reports_and_serves_officers_with_the_tokens_they_hold(
    running_set: RunningSet, figures: Figures
) -> None:
    caller = running_set.caller()
    for login in (OFFICER, SIGNERS["S1"]):
        caller.token(login)
    with dead(running_set, "identity"):
        began = time.monotonic()
        submit(caller)
        report = newest_report(caller)
        caller.act(OFFICER, report, "register")
        caller.act(OFFICER, report, "screen", signers=SIGNERS)
        worked_s = time.monotonic() - began
        refused = caller.call(None, "GET", "/identity/v1/lifecycles", expect=503)
        assert refused["code"] == "service_unavailable"
        wait_for(
            "the gateway to name it", lambda: degraded(running_set, "gateway") == {"identity": "unreachable"}
        )
        wait_for("intake to name what is stale", lambda: "rights" in degraded(running_set, "intake"))
        closed = caller.call(OFFICER, "GET", f"{report}/text", expect=503)
        assert int(closed.headers["retry-after"]) > 0
        submit(caller)
        caller.get(OFFICER, report)
        released = time.monotonic()
    whole_s = time.monotonic() - released
    caller.get(OFFICER, f"{report}/text")
    figures.say(
        f"report taken, registered, screened in {worked_s:.1f} s without identity; whole after {whole_s:.1f} s"
    )


async def test_without_casework_intake_works_and_the_clue_comes_once_after_its_return(
    running_set: RunningSet, figures: Figures
) -> None:
    caller = running_set.caller()
    with dead(running_set, "casework"):
        submit(caller)
        report = newest_report(caller)
        caller.act(OFFICER, report, "register")
        caller.act(OFFICER, report, "screen", signers=SIGNERS)
        caller.act(OFFICER, report, "transfer", {"to": "city-office-1"}, signers=SIGNERS)
        assert caller.get(OFFICER, report)["state"] == "transferred"
        caller.call("caseman.city", "GET", "/casework/v1/clues", expect=503)
        assert degraded(running_set, "intake") == {}
        released = time.monotonic()
    await ledger.settled(running_set)
    _, clues = await ledger.transfers(running_set)
    assert clues[UUID(report.rsplit("/", 1)[-1])] == 1
    figures.say(f"the clue was there, once, within {time.monotonic() - released:.1f} s of casework's start")


def test_without_intake_casework_and_identity_work(running_set: RunningSet) -> None:
    caller = running_set.caller()
    with dead(running_set, "intake"):
        caller.token("caseman.city")
        caller.get("caseman.city", "/casework/v1/clues")
        assert submit(caller, expect=503)["code"] == "service_unavailable"
        assert degraded(running_set, "casework") == {}


@pytest.mark.timeout(180)
def test_without_the_database_services_live_and_say_so_and_go_on_when_it_is_back(
    running_set: RunningSet, figures: Figures
) -> None:
    caller, key = running_set.caller(), str(uuid4())
    before = {name: running_set.pid(name) for name in running_set.programs}
    with dead(running_set, "postgres"):
        wait_for("intake to say so", lambda: "database" in (running_set.readiness("intake") or {})["failed"])
        began = time.monotonic()
        refused = submit(caller, key, expect=503)
        refused_after_s = time.monotonic() - began
        assert refused["code"] == "service_unavailable"
        assert int(refused.headers["retry-after"]) > 0
    again = wait_for(
        "the same key", lambda: (taken := submit(caller, key, (201, 503))).status == 201 and taken
    )
    assert submit(caller, key)["receipt"] == again["receipt"]
    assert {name: running_set.pid(name) for name in running_set.programs} == before
    figures.say(f"refused after {refused_after_s:.2f} s without the database; no service was restarted")
