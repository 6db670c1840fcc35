"""Each service has its own database, and logins that can do no more than they must."""

from __future__ import annotations

import asyncpg
import pytest

from huiying.databases import IncompleteAddresses, from_environment, provision

from tests.conftest import MakeAccess
from tests.support.postgres import ThrowawayServer


async def test_the_application_cannot_create_anything(make_access: MakeAccess) -> None:
    connection = await asyncpg.connect((await make_access("intake")).app)
    try:
        for statement in ("CREATE TABLE t ()", "CREATE SCHEMA s", "CREATE ROLE r", "CREATE DATABASE d"):
            with pytest.raises(asyncpg.InsufficientPrivilegeError):
                await connection.execute(statement)
    finally:
        await connection.close()


async def test_a_login_opens_no_other_services_database(throwaway: ThrowawayServer) -> None:
    passwords = throwaway.folder / "passwords.json"
    accesses = await provision(throwaway.server(), passwords, ["intake", "casework"])
    stranger = accesses["intake"].app.rsplit("/", 1)[0] + "/casework"
    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        await asyncpg.connect(stranger)


async def test_provisioning_again_changes_nothing(throwaway: ThrowawayServer) -> None:
    passwords = throwaway.folder / "passwords.json"
    first = await provision(throwaway.server(), passwords, ["intake"])
    assert await provision(throwaway.server(), passwords, ["intake"]) == first


def test_addresses_come_from_the_environment_when_all_three_are_given() -> None:
    given = {
        "INTAKE_DATABASE_URL": "postgresql://clerk:x@db/intake",
        "INTAKE_MIGRATOR_URL": "postgresql://owner:x@db/intake",
        "INTAKE_SEALER_URL": "postgresql://sealer:x@db/intake",
    }
    access = from_environment("intake", given)
    assert access is not None
    assert access.role("app") == "clerk"
    assert access.variables() == given


def test_an_application_address_alone_is_refused() -> None:
    with pytest.raises(IncompleteAddresses, match="INTAKE_MIGRATOR_URL and INTAKE_SEALER_URL"):
        from_environment("intake", {"INTAKE_DATABASE_URL": "postgresql://clerk:x@db/intake"})
