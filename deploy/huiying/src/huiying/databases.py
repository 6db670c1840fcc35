"""One database and three roles for each service: who may own tables, who may use them, who may number rows.

Addresses given in the environment come first; then nothing is created here.
"""

from __future__ import annotations

import contextlib
import json
import os
import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol
from urllib.parse import urlsplit

import asyncpg

from huiying.places import RunDirectory, write_private
from huiying.postgres import Server
from huiying.services import POSTGRES_PORT
from shared.db.hosts import connect

_MARK = "made by huiying"
_WHOLE = "SELECT datname FROM pg_database WHERE shobj_description(oid, 'pg_database') = $1"
ROLES = ("migrator", "app", "sealer")
VARIABLES = {"app": "DATABASE_URL", "migrator": "MIGRATOR_URL", "sealer": "SEALER_URL"}


class IncompleteAddresses(Exception):
    """Some, but not all, of a service's database addresses were given."""


@dataclass(frozen=True, slots=True)
class Access:
    """The addresses of one service's database, one for each role."""

    service: str
    migrator: str
    app: str
    sealer: str

    def role(self, name: str) -> str:
        """Return the login behind one of the addresses."""
        return urlsplit(getattr(self, name)).username or f"{self.service}_{name}"

    def variables(self) -> dict[str, str]:
        """Return the addresses as the environment variables that give them."""
        return {
            f"{self.service.upper()}_{variable}": getattr(self, role) for role, variable in VARIABLES.items()
        }


class Reachable(Protocol):
    """A server, or several that are one."""

    def dsn(self, database: str = ...) -> str:
        """Return the superuser's address of one database."""
        ...

    def address(self, login: str, password: str, database: str) -> str:
        """Return the address of one database for one role."""
        ...


def embedded_server(run: RunDirectory) -> Server:
    """Return the server of a local run, started or not."""
    return Server(run.postgres, int(os.environ.get("HUIYING_PG_PORT", POSTGRES_PORT)))


def from_environment(service: str, environ: Mapping[str, str] = os.environ) -> Access | None:
    """Return the addresses the operator gave, or None when none was given.

    Raises: IncompleteAddresses, since running as the owner of the tables would undo what the roles protect.
    """
    names = {role: f"{service.upper()}_{variable}" for role, variable in VARIABLES.items()}
    given = {role: environ[name] for role, name in names.items() if environ.get(name)}
    if not given:
        return None
    missing = [name for role, name in names.items() if role not in given]
    if missing:
        raise IncompleteAddresses(f"{service}: also set {' and '.join(missing)}, or none of the three")
    return Access(service, **given)


def local_access(server: Reachable, passwords: Mapping[str, str], service: str, database: str = "") -> Access:
    """Return the addresses of a service's database on one server."""
    logins = {role: f"{service}_{role}" for role in ROLES}
    return Access(
        service,
        **{role: server.address(name, passwords[name], database or service) for role, name in logins.items()},
    )


def access_to(service: str, run: RunDirectory | None = None) -> Access:
    """Return the addresses of a service's database: from the environment, else of the local run.

    Raises: KeyError when there is no local run yet.
    """
    run = run or RunDirectory.current()
    return from_environment(service) or local_access(
        embedded_server(run), _read_passwords(run.passwords), service
    )


async def provision(server: Reachable, passwords_file: Path, services: Iterable[str]) -> dict[str, Access]:
    """Create what is missing of databases and roles, and return the addresses.

    Safe to repeat. A password that was lost is replaced. Roles can log in and nothing more: no superuser, no
    row-security bypass, no right to create roles or databases.
    """
    services = tuple(services)
    known = _read_passwords(passwords_file)
    wanted = [f"{service}_{role}" for service in services for role in ROLES]
    fresh = {name: secrets.token_urlsafe(24) for name in wanted if name not in known}
    passwords = known | fresh
    if fresh:
        write_private(passwords_file, json.dumps(passwords, indent=1))
    connection = await connect(server.dsn())
    try:
        roles = {row[0] for row in await connection.fetch("SELECT rolname FROM pg_roles")}
        for name in wanted:
            if name not in roles or name in fresh:
                await _set_role(connection, name, passwords[name], exists=name in roles)
        whole = {row[0] for row in await connection.fetch(_WHOLE, _MARK)}
        for service in services:
            if service not in whole:
                await create_database(server, connection, service)
    finally:
        await connection.close()
    return {service: local_access(server, passwords, service) for service in services}


async def create_database(
    server: Reachable, connection: asyncpg.Connection, service: str, name: str = ""
) -> None:
    """Create one service's database: owned by its migrator, closed to everybody but its three roles.

    Continues where an earlier, broken attempt ended.
    """
    name = name or service
    with contextlib.suppress(asyncpg.DuplicateDatabaseError):
        await connection.execute(
            f"CREATE DATABASE \"{name}\" OWNER {service}_migrator TEMPLATE template0 ENCODING 'UTF8' "
            "LC_COLLATE 'C.UTF-8' LC_CTYPE 'C.UTF-8'"
        )
    await connection.execute(f'REVOKE ALL ON DATABASE "{name}" FROM PUBLIC')
    await connection.execute(f'GRANT CONNECT ON DATABASE "{name}" TO {service}_app, {service}_sealer')
    inside = await connect(server.dsn(name))
    try:
        await inside.execute("REVOKE ALL ON SCHEMA public FROM PUBLIC")
        await inside.execute(f"GRANT USAGE ON SCHEMA public TO {service}_app, {service}_sealer")
    finally:
        await inside.close()
    await connection.execute(f"COMMENT ON DATABASE \"{name}\" IS '{_MARK}'")


async def _set_role(connection: asyncpg.Connection, name: str, password: str, *, exists: bool) -> None:
    verb = "ALTER" if exists else "CREATE"
    await connection.execute(
        f"{verb} ROLE {name} LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE PASSWORD '{password}'"
    )


def _read_passwords(path: Path) -> dict[str, str]:
    try:
        passwords: dict[str, str] = json.loads(path.read_text())
    except FileNotFoundError:
        return {}
    return passwords
