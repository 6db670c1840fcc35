from __future__ import annotations

from datetime import UTC, datetime
from uuid import uuid4

import pytest

from shared.auth.actor import Actor, RoleGrant
from shared.auth.roles import Role
from shared.db import Database
from shared.needtoknow import extents
from shared.needtoknow.extents import Extents
from shared.needtoknow.tables import need_to_know

AT = datetime(2026, 3, 2, 1, tzinfo=UTC)
KEEPER = Actor("officer", "keeper", grants=(RoleGrant(Role.CASE_MANAGER, "city/ledger"),))
OTHER = Actor("officer", "other", grants=(RoleGrant(Role.HANDLER, "city/office"),))


async def test_who_keeps_a_ledger_knows_of_many_and_is_asked_for_once(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(extents, "KEPT_S", 1000.0)
    async with database.transaction() as tx:
        for _ in range(extents.MANY + 1):
            tx.add(
                need_to_know, id=uuid4(), object_id=uuid4(), grantee="city/ledger", capacity="ledger", since=AT,
                granted_by="test",
            )  # fmt: skip
    known = Extents()

    assert await known.are_many(database, KEEPER)
    assert not await known.are_many(database, OTHER)
    await database.close()
    assert await known.are_many(database, KEEPER)
