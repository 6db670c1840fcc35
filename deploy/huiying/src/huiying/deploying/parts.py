"""What each service is given wherever it runs: ports, files, addresses of the others, names of its secrets."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

from huiying.services import SERVICES, Service

KEYS = "/run/secrets/huiying"
STATE = "/var/lib/huiying"
PORT, MANAGEMENT_PORT, PAGES_PORT = 8000, 9000, 8001
UID = 10001
OBJECTS = "s3://huiying-{service}"


@dataclass(frozen=True, slots=True)
class Part:
    """One program of a service: what it runs, and what it may see of the database."""

    service: str
    name: str
    command: tuple[str, ...]
    database_urls: tuple[str, ...]
    listens: bool


def parts(service: Service) -> list[Part]:
    """Return the programs of one service: its API, and its worker where it has a database."""
    if not service.has_database:
        return [Part(service.name, service.name, ("python", "-m", service.name), (), listens=True)]
    api = Part(service.name, service.name, ("python", "-m", service.name), ("DATABASE_URL",), listens=True)
    worker = Part(
        service.name, f"{service.name}-worker", ("python", "-m", f"{service.name}.worker"),
        ("DATABASE_URL", "SEALER_URL"), listens=False,
    )  # fmt: skip
    return [api, worker]


def settings(service: Service, hosts: Mapping[str, str]) -> dict[str, str]:
    """Return the settings that are no secrets; `hosts` says under which name each service answers."""
    prefix = service.name.upper()
    if not service.has_database:
        upstreams = {
            one.name: f"{hosts[one.name]}:{PORT}/{MANAGEMENT_PORT}" for one in SERVICES if one.has_database
        }
        values = {
            "HOST": "0.0.0.0",  # noqa: S104 - inside a container; what may reach it is said by its network
            "PORT": str(PORT),
            "PAGES_PORT": str(PAGES_PORT),
            "MANAGEMENT_HOST": "0.0.0.0",  # noqa: S104 - as above
            "MANAGEMENT_PORT": str(MANAGEMENT_PORT),
            "RUN_DIR": f"{STATE}/gateway",
            "UPSTREAMS": json.dumps(upstreams),
        }
        return {f"{prefix}_{name}": value for name, value in values.items()}
    values = {
        "HOST": "0.0.0.0",  # noqa: S104 - as above
        "PORT": str(PORT),
        "MANAGEMENT_PORT": str(MANAGEMENT_PORT),
        "WORKER_PORT": str(MANAGEMENT_PORT),  # the worker is a pod or container of its own
        "KEY_RING_FILE": f"{KEYS}/ring.json",
        "SERVICE_KEY_FILE": f"{KEYS}/identity.jwk",
        "JWKS_FILE": f"{STATE}/issuer.jwks.json",
        "OBJECTS_URL": OBJECTS.format(service=service.name),
        **{
            f"{one.name.upper()}_URL": f"http://{hosts[one.name]}:{PORT}"
            for one in SERVICES
            if one.has_database
        },
    }
    if service.name == "identity":
        values |= {"TOKEN_KEYS_FOLDER": f"{KEYS}/tokens", "SERVICE_KEYS_FOLDER": f"{KEYS}/public"}
    return {f"{prefix}_{name}": value for name, value in values.items()}


def secrets(service: Service, part: Part) -> list[str]:
    """Return the names of the settings that are secrets."""
    if not service.has_database:
        return []
    return [f"{service.name.upper()}_{name}" for name in (*part.database_urls, "CURSOR_KEY")]
