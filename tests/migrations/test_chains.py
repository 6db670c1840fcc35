"""Migrations make exactly what the code declares, can be taken back one step, and give no role too much."""

from __future__ import annotations

import asyncio
from pathlib import Path

import asyncpg
import pytest
from alembic import command

from huiying.databases import Access
from huiying.migrate import (
    BrokenChain,
    check_chains,
    configuration,
    head,
    is_current,
    revisions,
    upgrade,
)
from huiying.services import WITH_DATABASE

from tests.conftest import MakeAccess

APPEND_ONLY = ("events", "audit_entries", "history", "signatures")


def sections(service: str) -> list[str]:
    return [name for name in (f"shared.{service}", service) if head(name.split(".", maxsplit=1)[0])]


async def in_thread(work: object, *arguments: object) -> None:
    await asyncio.to_thread(work, *arguments)  # type: ignore[arg-type]  # alembic runs a loop of its own


def test_every_chain_has_one_newest_revision() -> None:
    assert check_chains() == []


def test_two_files_of_one_number_are_found(tmp_path: Path) -> None:
    folder = tmp_path / "intake"
    folder.mkdir()
    (folder / "0001_one.py").write_text('revision = "0001"\ndown_revision = None\n')
    assert revisions("intake", tmp_path) == {"0001": ""}
    (folder / "0001_other.py").write_text('revision = "0001"\ndown_revision = None\n')

    with pytest.raises(BrokenChain, match="two files of revision 0001"):
        revisions("intake", tmp_path)


@pytest.mark.parametrize("service", WITH_DATABASE)
async def test_a_migrated_database_is_what_the_code_declares(make_access: MakeAccess, service: str) -> None:
    access = await make_access(service)
    assert await is_current(access)
    for section in sections(service):
        await in_thread(command.check, configuration(section, access))


@pytest.mark.parametrize("service", WITH_DATABASE)
async def test_the_newest_step_can_be_taken_back_and_made_again(
    make_access: MakeAccess, service: str
) -> None:
    access = await make_access(service)
    section = sections(service)[-1]
    await in_thread(command.downgrade, configuration(section, access, only_upgrades=True), "-1")
    assert not await is_current(access)
    await in_thread(upgrade, access)
    assert await is_current(access)


async def test_a_schema_of_a_later_release_is_left_as_it_is(make_access: MakeAccess) -> None:
    access = await make_access("intake")
    connection = await asyncpg.connect(access.migrator)
    try:
        await connection.execute("UPDATE alembic_version SET version_num = 'later'")
        assert await is_current(access)
        await in_thread(upgrade, access)
        assert await connection.fetchval("SELECT version_num FROM alembic_version") == "later"
    finally:
        await connection.close()


@pytest.mark.parametrize("service", WITH_DATABASE)
async def test_the_application_cannot_change_what_is_only_ever_added(
    make_access: MakeAccess, service: str
) -> None:
    access = await make_access(service)
    assert await rights(access, "app", APPEND_ONLY) == {"SELECT", "INSERT"}


@pytest.mark.parametrize("service", WITH_DATABASE)
async def test_the_application_may_read_every_table_it_has_and_owns_none(
    make_access: MakeAccess, service: str
) -> None:
    access = await make_access(service)
    connection = await asyncpg.connect(access.app)
    try:
        unreadable = await connection.fetch(
            "SELECT relname FROM pg_class WHERE relkind IN ('r', 'p') "
            "AND relnamespace = 'public'::regnamespace AND relname NOT LIKE 'alembic%' "
            "AND NOT has_table_privilege(current_user, oid, 'SELECT')"
        )
        owned = await connection.fetchval("SELECT count(*) FROM pg_tables WHERE tableowner = current_user")
        special = await connection.fetchval(
            "SELECT rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb FROM pg_roles "
            "WHERE rolname = current_user"
        )
    finally:
        await connection.close()
    assert [row[0] for row in unreadable] == []
    assert owned == 0
    assert special is False


async def rights(access: Access, role: str, tables: tuple[str, ...]) -> set[str]:
    connection = await asyncpg.connect(access.migrator)
    try:
        rows = await connection.fetch(
            "SELECT DISTINCT privilege_type FROM information_schema.role_table_grants "
            "WHERE grantee = $1 AND table_name = ANY($2)",
            access.role(role),
            list(tables),
        )
    finally:
        await connection.close()
    return {row[0] for row in rows}
