"""What access no longer needs is forgotten, and nothing else."""

from __future__ import annotations

from datetime import timedelta

import sqlalchemy as sa

from identity.store.tables.access import LoginFailureRow, RefreshTokenRow, SessionRow, SpentProofRow
from identity.store.tidying import forget_old

from tests.support.town import Town


async def count(town: Town, table: type) -> int:
    async with town.desk.db.reader() as reader:
        return int(await reader.scalar(sa.select(sa.func.count()).select_from(table)))


async def test_sessions_stay_a_month_and_failures_a_day(town: Town) -> None:
    await town.token("office1.handler")
    await town.token("office1.handler", password="a wrong guess")
    async with town.desk.db.transaction() as tx:
        tx.add(SpentProofRow, digest=b"x", expires_at=town.clock.now() + timedelta(minutes=3))

    kept: list[tuple[int, ...]] = []
    for days in (0, 2, 40):
        async with town.desk.db.transaction() as tx:
            await forget_old(tx, town.clock.now() + timedelta(days=days))
        tables = (SessionRow, RefreshTokenRow, LoginFailureRow, SpentProofRow)
        kept.append(tuple([await count(town, table) for table in tables]))

    assert kept == [(1, 1, 1, 1), (1, 1, 0, 0), (0, 0, 0, 0)]
