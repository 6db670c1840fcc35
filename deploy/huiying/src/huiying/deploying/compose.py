"""The compose file: the whole set with PostgreSQL and an S3-compatible store, for one machine with a container engine."""

from __future__ import annotations

from typing import Any

from huiying.deploying.parts import KEYS, MANAGEMENT_PORT, PORT, STATE, Part, parts, settings
from huiying.services import SERVICES, Service

HOSTS = {service.name: service.name for service in SERVICES}


def compose() -> dict[str, Any]:
    """Return the compose file."""
    services: dict[str, Any] = {"postgres": _postgres(), "objects": _objects(), "operator": _operator()}
    for service in SERVICES:
        for part in parts(service):
            services[part.name] = _program(service, part)
    return {
        "name": "huiying",
        "services": services,
        "volumes": {"postgres": {}, "objects": {}},
        "networks": {"inside": {"internal": True}, "outside": {}},
    }


def _postgres() -> dict[str, Any]:
    return {
        "image": "postgres:17",
        "environment": {
            "POSTGRES_PASSWORD_FILE": "/run/secrets/postgres",
            "POSTGRES_INITDB_ARGS": "-E UTF8 --locale=C.UTF-8",
        },
        "volumes": ["postgres:/var/lib/postgresql/data", "./env/postgres-password:/run/secrets/postgres:ro"],
        "networks": ["inside"],
        "healthcheck": {"test": ["CMD", "pg_isready", "-U", "postgres"], "interval": "5s", "retries": 12},
        "restart": "unless-stopped",
    }  # fmt: skip


def _objects() -> dict[str, Any]:
    return {
        "image": "minio/minio",
        "command": ["server", "/data"],
        "env_file": ["env/objects.env"],
        "volumes": ["objects:/data"],
        "networks": ["inside"],
        "restart": "unless-stopped",
    }


def _operator() -> dict[str, Any]:
    """Return what makes databases and brings schemas up, once, before the services start."""
    return {
        "image": "huiying/operator",
        "build": {"context": "..", "dockerfile": "deploy/Dockerfile", "target": "operator"},
        "command": ["python", "-m", "huiying", "migrate"],
        "env_file": ["env/operator.env"],  # the only one with the migrators' addresses
        "depends_on": {"postgres": {"condition": "service_healthy"}},
        "networks": ["inside"],
        "restart": "on-failure",
    }


def _program(service: Service, part: Part) -> dict[str, Any]:
    program: dict[str, Any] = {
        "image": f"huiying/{service.name}",
        "build": {"context": "..", "dockerfile": "deploy/Dockerfile", "target": "service", "args": {"SERVICE": service.name}},
        "command": list(part.command),
        "environment": settings(service, HOSTS),
        "networks": ["inside"] if service.has_database else ["inside", "outside"],
        "read_only": True,
        "cap_drop": ["ALL"],
        "security_opt": ["no-new-privileges:true"],
        "tmpfs": ["/tmp", STATE],  # noqa: S108 - inside the container
        "restart": "unless-stopped",
        "stop_grace_period": "30s",  # drained, not cut off
    }  # fmt: skip
    if service.has_database:
        program["env_file"] = [f"env/{part.name}.env"]
        program["volumes"] = [f"./keys/{service.name}:{KEYS}:ro"]
        program["depends_on"] = {"operator": {"condition": "service_completed_successfully"}}
    else:
        program["ports"] = [f"{PORT}:{PORT}"]
    if not part.listens:
        program["healthcheck"] = {"disable": True}
    else:
        program["environment"][f"{service.name.upper()}_MANAGEMENT_PORT"] = str(MANAGEMENT_PORT)
    return program
