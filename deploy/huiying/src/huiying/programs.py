"""The programs of a local run and the settings each is given: its own, and nobody else's secrets."""

from __future__ import annotations

import importlib.util
import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from huiying import keys
from huiying.databases import Access
from huiying.places import RunDirectory, write_private
from huiying.services import EXAMPLES_PORT, GATEWAY_PORT, SERVICES, Service, named

RUN_DIR, HANDOVER = "GATEWAY_RUN_DIR", "GATEWAY_HANDOVER"
PASSED_ON = ("PATH", "HOME", "LANG", "LC_ALL", "TZ", "TMPDIR", "SSL_CERT_FILE", "PYTHONDONTWRITEBYTECODE")


@dataclass(frozen=True, slots=True)
class Program:
    """One process: the module it runs, its settings, and where it says that it is ready."""

    name: str
    module: str
    service: str
    settings: Mapping[str, str]
    ready_port: int | None
    release: Path | None = None
    """The source tree it runs from; ours if none."""

    def of(self, release: Path | None) -> Program:
        """Return the same program of another release."""
        return replace(self, release=release)

    def in_spare_seat(self) -> Program:
        """Return a second process of the program, which answers at the service's spare port.

        A second gateway is entered by the same door, and has its pages there.
        """
        service, prefix = named(self.service), self.service.upper()
        seat = {
            f"{prefix}_{'PORT' if service.has_database else 'PAGES_PORT'}": str(service.spare_port),
            f"{prefix}_MANAGEMENT_PORT": str(service.spare_management_port),
        }
        if not service.has_database:
            seat[RUN_DIR] = f"{self.settings[RUN_DIR]}-spare"
        settings = {**self.settings, **seat}
        return replace(
            self, name=f"{self.name}-spare", settings=settings, ready_port=service.spare_management_port
        )

    def relieving(self) -> Program:
        """Return the program as it starts while another process of it has the door, if there is only one door."""
        if named(self.service).has_database:
            return self
        return replace(self, settings={**self.settings, HANDOVER: "take"})

    def environment(self, run: RunDirectory, start_at: str | None) -> dict[str, str]:
        """Return the whole environment: what every program may see, its file, the operator's own wishes."""
        mine = f"{self.service.upper()}_"
        passed = {name: value for name, value in os.environ.items() if name in PASSED_ON}
        wished = {name: value for name, value in os.environ.items() if name.startswith(mine)}
        settings = dict(self.settings)
        if start_at:
            settings[f"{mine}START_AT"] = start_at
        text = "".join(f"{name}={value}\n" for name, value in sorted(settings.items()))
        write_private(run.env / f"{self.name}.env", text)
        return {**passed, "PYTHONUNBUFFERED": "1", **sources(self.release), **wished, **settings}


def programs(run: RunDirectory, accesses: Mapping[str, Access]) -> list[Program]:
    """Return every program of the set, the gateway last: it is ready when the others can be reached."""
    found: list[Program] = []
    for service in SERVICES:
        if not service.has_database:
            continue
        settings = _settings(service, run, accesses[service.name])
        unsealing = {key: value for key, value in settings.items() if not key.endswith("_SEALER_URL")}
        found.append(Program(service.name, service.name, service.name, unsealing, service.management_port))
        if _has_module(service.name, "worker"):
            name = f"{service.name}-worker"
            found.append(Program(name, f"{service.name}.worker", service.name, settings, None))
    name = "gateway"
    found.append(Program(name, name, name, _gateway_settings(run), named(name).management_port))
    return found


def sources(release: Path | None) -> dict[str, str]:
    """Return the environment in which Python finds the packages of a source tree before those installed."""
    if release is None:
        return {}
    folders = [release / "shared" / "src", release / "deploy" / "huiying" / "src"]
    folders += sorted(release.glob("services/*/src"))
    return {"PYTHONPATH": os.pathsep.join(map(str, folders)), "HUIYING_REPOSITORY": str(release)}


def _settings(service: Service, run: RunDirectory, access: Access) -> dict[str, str]:
    name = service.name
    objects = run.root / "objects" / name
    objects.mkdir(parents=True, exist_ok=True, mode=0o700)
    settings = {
        "DATABASE_URL": access.app,
        "SEALER_URL": access.sealer,
        "KEY_RING_FILE": str(keys.ring_of(run.keys, name)),
        "SERVICE_KEY_FILE": str(keys.identity_of(run.keys, name)),
        "JWKS_FILE": str(keys.issuer_keys_of(run.keys, name)),
        "CURSOR_KEY": keys.cursor_key_of(run.keys, name).read_text(),
        "OBJECTS_URL": f"file://{objects}",
        "PORT": str(service.port),
        "MANAGEMENT_PORT": str(service.management_port),
        **{
            f"{other.name.upper()}_URL": f"http://127.0.0.1:{other.port},http://127.0.0.1:{other.spare_port}"
            for other in SERVICES
            if other.has_database
        },
        "UNSCANNED_IS_FINE": "true",  # a local run has no virus scanner
        "PUBLIC_BASE_URL": f"http://localhost:{GATEWAY_PORT}",
    }
    if name == "identity":
        settings["TOKEN_KEYS_FOLDER"] = str(keys.tokens_folder(run.keys))
        settings["SERVICE_KEYS_FOLDER"] = str(keys.public_folder(run.keys))
    if name == "intake":
        settings["SUPERIOR_KEY_FILE"] = str(keys.superior_of(run.keys))
    return {f"{name.upper()}_{key}": value for key, value in settings.items()}


def _gateway_settings(run: RunDirectory) -> dict[str, str]:
    gateway = named("gateway")
    upstreams = {
        s.name: f"127.0.0.1:{s.port}/{s.management_port},127.0.0.1:{s.spare_port}/{s.spare_management_port}"
        for s in SERVICES
        if s.has_database
    }
    folder = run.root / gateway.name
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return {
        "GATEWAY_PORT": str(GATEWAY_PORT),
        "GATEWAY_PAGES_PORT": str(gateway.port),
        "GATEWAY_MANAGEMENT_PORT": str(gateway.management_port),
        RUN_DIR: str(folder),
        HANDOVER: "give",
        "GATEWAY_UPSTREAMS": json.dumps(upstreams),
        "GATEWAY_CORS_ORIGINS": json.dumps([f"http://localhost:{EXAMPLES_PORT}"]),
    }


def _has_module(package: str, module: str) -> bool:
    return importlib.util.find_spec(f"{package}.{module}") is not None
