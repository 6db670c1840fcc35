"""A neighbour that is dead, slow or lying slows down nothing that does not need it; what needs it says so in time."""

from __future__ import annotations

import os
import secrets
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from huiying.bench.overload import OpenLoop
from huiying.walk.caller import Caller

from tests.running.desk import OFFICER, SIGNERS
from tests.running.liar import lying
from tests.running.test_a_dead_neighbour import dead, newest_report, submit
from tests.support.figures import Figures
from tests.support.running_set import GATEWAY, USUAL, RunningSet, wait_for

pytestmark = [pytest.mark.nightly, pytest.mark.timeout(900)]
LASTS_S = 15.0
RATES = {"clues": 15.0, "me": 15.0, "text": 4.0}
"""`text` is what needs intake; the others do not."""
HANDLER = "office1.handler"
LEADERS = {
    "S1": "office1.head", "S2": "deputy.city", "S3": "principal.city", "S5": "party-principal.city",
}  # fmt: skip
IN_TIME_S = 4.0
"""Within which a route whose neighbour does not answer says so: two seconds for the call, and the way there."""
LEAST_MS = 50.0
"""Below this a doubled p99 is the machine's doing."""


@contextmanager
def slow(one: RunningSet, service: str) -> Iterator[None]:
    """Hold a service still: it takes connections and answers nothing."""
    pids = one.processes(service)
    for pid in pids:
        os.kill(pid, signal.SIGSTOP)
    try:
        yield
    finally:
        for pid in pids:
            os.kill(pid, signal.SIGCONT)
        wait_for("everybody whole", one.is_whole, within_s=60)


@contextmanager
def false(one: RunningSet, service: str) -> Iterator[None]:
    """Put a liar in a service's place."""
    with dead(one, service):
        wait_for("its port to be free", lambda: one.readiness(service) is None)
        with lying(USUAL[service] + one.offset):
            yield


def clue(caller: Caller) -> str:
    """Let a report become a clue of the handler's office; return its path."""
    submit(caller)
    report = newest_report(caller)
    caller.act(OFFICER, report, "register")
    caller.act(OFFICER, report, "screen", signers=SIGNERS)
    caller.act(OFFICER, report, "transfer", {"to": "city-office-1"}, signers=SIGNERS)
    mine = report.rsplit("/", 1)[-1]

    def there() -> str | None:
        listed = caller.get("caseman.city", "/casework/v1/clues", state="registered", limit=100)["items"]
        return next((one["id"] for one in listed if mine in one["report_ids"]), None)

    path = f"/casework/v1/clues/{caller.wait_for('the clue', there, within_s=20)}"
    caller.act("caseman.city", path, "propose-allocation", {"opinion": "建议由第一监督检查室承办。"})
    caller.act("caseman.city", path, "allocate", {"opinion": "呈批。"}, signers=LEADERS)
    return path


def written(path: str, token: str) -> str:
    return f"GET {path} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {token}\r\n\r\n"


def kinds(caller: Caller, path: str) -> list[dict[str, Any]]:
    paths = {
        "clues": ("caseman.city", "/casework/v1/clues?limit=10"),
        "me": (OFFICER, "/identity/v1/me"),
        "text": (HANDLER, f"{path}/report-text?purpose=assess"),
    }
    return [
        {"name": name, "requests": [written(where, caller.token(login))], "per_s": RATES[name]}
        for name, (login, where) in paths.items()
    ]


def test_what_does_not_need_the_neighbour_is_at_most_twice_as_slow(
    running_set: RunningSet, figures: Figures
) -> None:
    seed = secrets.randbelow(10**6)
    figures.say(f"seed {seed}")
    caller = running_set.caller()
    path = clue(caller)
    generator = OpenLoop()

    def measured(name: str) -> dict[str, Any]:
        found = generator.storm(GATEWAY + running_set.offset, kinds(caller, path), LASTS_S, seed)["kinds"]
        for kind, told in found.items():
            p99 = max(told["good_p99_ms"], told["refused_p99_ms"])
            figures.say(f"intake {name}: {kind} {told['statuses']}, p99 {p99:.0f} ms")
        assert isinstance(found, dict)
        return found

    try:
        well = measured("well")
        assert all(set(told["statuses"]) == {"200"} for told in well.values())
        for name, trouble in (("dead", dead), ("slow", slow), ("lying", false)):
            with trouble(running_set, "intake"):
                found = measured(name)
            for kind in ("clues", "me"):
                assert set(found[kind]["statuses"]) == {"200"}, (name, kind)
                usual = max(well[kind]["good_p99_ms"], LEAST_MS)
                assert found[kind]["good_p99_ms"] <= 2 * usual, (name, kind)
            assert set(found["text"]["statuses"]) == {"503"}, name
            assert found["text"]["refused_p99_ms"] <= IN_TIME_S * 1000, name
    finally:
        generator.close()
