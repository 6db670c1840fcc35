"""Examples of the files with secrets that compose and systemd read: what each program is given, and nothing else."""

from __future__ import annotations

from huiying.databases import VARIABLES
from huiying.deploying.parts import KEYS, STATE, Part, parts, secrets, settings
from huiying.services import SERVICES, Service

_HEAD = "# Copy to {copy}, mode 0600, and put your own values in. Check with: huiying config check --env-file FILE\n"
_ROLES = {variable: role for role, variable in VARIABLES.items()}
LOCAL = {service.name: "127.0.0.1" for service in SERVICES}
WORKERS_OFFSET = 100
"""On one machine a worker's metrics are so far above its service's management port."""


def compose_examples() -> dict[str, str]:
    """Return the files that stand in `deploy/env`, by name. The operator alone may change schemas."""
    found = {
        f"{part.name}.env.example": _text(f"env/{part.name}.env", _secret_values(service, part, "postgres"))
        for service in SERVICES
        for part in parts(service)
        if service.has_database
    }
    addresses = {
        f"{service.name.upper()}_{variable}": _address(service, variable, "postgres")
        for service in SERVICES
        if service.has_database
        for variable in _ROLES
    }
    found["operator.env.example"] = _text("env/operator.env", addresses)
    store = {"MINIO_ROOT_USER": "huiying", "MINIO_ROOT_PASSWORD": "CHANGE-ME"}
    return found | {"objects.env.example": _text("env/objects.env", store)}


def systemd_examples() -> dict[str, str]:
    """Return the files that systemd's units read, by name, for a set on one machine."""
    return {
        f"{part.name}.env.example": _text(f"/etc/huiying/{part.name}.env", _on_one_machine(service, part))
        for service in SERVICES
        for part in parts(service)
    }


def _on_one_machine(service: Service, part: Part) -> dict[str, str]:
    prefix = service.name.upper()
    values = settings(service, LOCAL) | _secret_values(service, part, "127.0.0.1")
    values |= {
        f"{prefix}_HOST": "127.0.0.1",
        f"{prefix}_MANAGEMENT_PORT": str(service.management_port),
    }
    if not service.has_database:
        upstreams = {
            one.name: f"127.0.0.1:{one.port}/{one.management_port}" for one in SERVICES if one.has_database
        }
        told = ", ".join(f'"{name}": "{place}"' for name, place in upstreams.items())
        return values | {f"{prefix}_UPSTREAMS": f"{{{told}}}", f"{prefix}_MANAGEMENT_HOST": "127.0.0.1"}
    values |= {
        f"{prefix}_PORT": str(service.port),
        f"{prefix}_JWKS_FILE": f"{STATE}/{service.name}/issuer.jwks.json",
        f"{prefix}_WORKER_PORT": str(service.management_port + WORKERS_OFFSET),
        **{
            f"{prefix}_{one.name.upper()}_URL": f"http://127.0.0.1:{one.port}"
            for one in SERVICES
            if one.has_database
        },
    }
    return {name: value.replace(KEYS, f"/etc/huiying/keys/{service.name}") for name, value in values.items()}


def _secret_values(service: Service, part: Part, host: str) -> dict[str, str]:
    names = secrets(service, part)
    prefix = f"{service.name.upper()}_"
    return {
        name: _address(service, variable, host) if (variable := name.removeprefix(prefix)) in _ROLES else "CHANGE-ME" * 5
        for name in names
    }  # fmt: skip


def _address(service: Service, variable: str, host: str) -> str:
    return f"postgresql://{service.name}_{_ROLES[variable]}:CHANGE-ME@{host}/{service.name}"


def _text(copy: str, values: dict[str, str]) -> str:
    rows = "".join(f"{name}={value}\n" for name, value in values.items())
    return _HEAD.format(copy=copy) + rows
