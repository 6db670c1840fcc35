from __future__ import annotations

import asyncio
import time
from contextlib import suppress
from datetime import timedelta

import pytest
import sqlalchemy as sa

from shared.auth.actor import Actor
from shared.auth.revocation import NEVER, PermissionVersions, heard, record
from shared.auth.tables import permission_feed
from shared.auth.tokens import TokenRevoked
from shared.db import Database

OFFICER = "5b3d3b0e-0d2c-4a3e-9a55-2f6f6a4a1c11"


def with_version(version: int) -> Actor:
    return Actor("officer", OFFICER, permission_version=version)


async def test_a_token_older_than_the_rights_is_refused(database: Database) -> None:
    versions = PermissionVersions(database)
    async with database.transaction() as tx:
        await record(tx, OFFICER, 3)
    await versions.refresh()

    with pytest.raises(TokenRevoked):
        versions.check(with_version(2))
    versions.check(with_version(3))
    versions.check(with_version(4))
    versions.check(Actor("officer", "somebody-else"))


async def test_an_older_event_does_not_bring_rights_back(database: Database) -> None:
    versions = PermissionVersions(database)
    async with database.transaction() as tx:
        await record(tx, OFFICER, NEVER)
    async with database.transaction() as tx:
        await record(tx, OFFICER, 4)
    await versions.refresh()

    with pytest.raises(TokenRevoked):
        versions.check(with_version(10**6))


async def test_a_later_refresh_reads_what_changed_since(database: Database) -> None:
    versions = PermissionVersions(database)
    await versions.refresh()
    async with database.transaction() as tx:
        await record(tx, "another", 1)
    await versions.refresh()
    async with database.transaction() as tx:
        await record(tx, OFFICER, 5)

    await versions.refresh()

    with pytest.raises(TokenRevoked):
        versions.check(with_version(4))


async def test_a_withdrawn_right_stops_working_within_two_seconds(database: Database) -> None:
    versions = PermissionVersions(database)
    polling = asyncio.create_task(versions.run())
    await asyncio.sleep(0.2)
    versions.check(with_version(1))

    async with database.transaction() as tx:
        await record(tx, OFFICER, 2)
    withdrawn_at = time.monotonic()
    while time.monotonic() - withdrawn_at < 3:
        try:
            versions.check(with_version(1))
        except TokenRevoked:
            break
        await asyncio.sleep(0.02)

    polling.cancel()
    with suppress(asyncio.CancelledError):
        await polling
    assert time.monotonic() - withdrawn_at < 2


async def test_knowledge_is_stale_until_the_issuer_was_heard(database: Database) -> None:
    versions = PermissionVersions(database)
    assert versions.is_stale()
    assert versions.polled_ago() is None

    await versions.refresh()
    assert versions.is_stale()
    assert versions.heard_ago() is None

    async with database.transaction() as tx:
        await heard(tx, "identity")
    await versions.refresh()
    assert not versions.is_stale()


async def test_knowledge_grows_stale_when_the_issuer_falls_silent(database: Database) -> None:
    versions = PermissionVersions(database)
    async with database.transaction() as tx:
        await heard(tx, "identity")
    async with database.transaction() as tx:
        await tx.run(sa.update(permission_feed).values(heard_at=sa.text("now() - interval '11 seconds'")))

    await versions.refresh()

    assert versions.is_stale()
    silent = versions.heard_ago()
    assert silent is not None
    assert silent > timedelta(seconds=10)
