"""Another system at work in a running set, by the Python client: a citizen's demand, and the example that hears of it."""

from __future__ import annotations

import json
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from uuid import uuid4

import pytest
from huiying_client import Client, Refused
from joserfc.jwk import ECKey

from huiying.places import REPOSITORY

from tests.support.running_set import RunningSet, wait_for

PYTHON = REPOSITORY / "deploy/clients/python"
DEMAND = {
    "category": "livelihood_demand",
    "content": "（测试）小区门口的路灯坏了两周，夜里看不清路。",
    "region": "district-1",
}
HEARD = "huiying.intake.demand.received.v1"


def registered(running_set: RunningSet, folder: Path) -> tuple[str, Path]:
    """Register a system with a key of its own; return its id, and the file of its key."""
    key = ECKey.generate_key("P-256", {"kid": "hotline"}, private=True)
    file = folder / "key.json"
    file.write_text(json.dumps(key.as_dict(private=True)))
    client = f"hotline-{uuid4().hex[:8]}"
    body = {
        "id": client, "name": "市民热线（测试）", "organisation": "city", "keys": [key.as_dict(private=False)],
        "audiences": ["intake"], "roles": [], "event_types": [HEARD],
    }  # fmt: skip
    running_set.caller().call("sysadmin", "POST", "/identity/v1/clients", body)
    return client, file


def test_a_citizen_is_told_what_became_of_a_demand(running_set: RunningSet) -> None:
    key = str(uuid4())

    with closing(Client(running_set.base_url)) as client:
        first = client.post("/intake/v1/public/submissions", DEMAND, key=key)
        again = client.post("/intake/v1/public/submissions", DEMAND, key=key)
        opened = client.post("/intake/v1/public/receipts/_open", {"receipt": first["receipt"]})
        with pytest.raises(Refused, match="401"):
            client.get("/intake/v1/demands")

    assert first["receipt"] == again["receipt"]
    assert opened["state"] == "received"


def test_the_example_of_a_system_prints_every_event_once(running_set: RunningSet, tmp_path: Path) -> None:
    client, key = registered(running_set, tmp_path)
    with closing(Client(running_set.base_url)) as citizen:
        citizen.post("/intake/v1/public/submissions", DEMAND)
    command = [
        sys.executable,
        str(PYTHON / "examples/integration.py"),
        running_set.base_url,
        client,
        str(key),
    ]
    seen: list[str] = []

    def heard() -> bool:
        done = subprocess.run(
            [*command, str(tmp_path / "position")], env={"PYTHONPATH": str(PYTHON)}, capture_output=True, text=True,
            check=False, timeout=60,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        seen.extend(done.stdout.splitlines())
        return bool(seen)

    wait_for("the event", heard)

    assert all(HEARD in line for line in seen)
    assert len(seen) == len({line.split()[0] for line in seen})
