"""Questions about secondments: who is lent where and when, and whose days begin or end."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from casework.domain.linkage.secondment import Secondment
from casework.domain.linkage.secondment_lifecycle import RUNNING
from casework.domain.linkage.secondment_lifecycle import SecondmentState as S
from casework.store.linkage.objects import secondment_of
from casework.store.tables.linkage import LinkageMemberRow as Member
from casework.store.tables.secondments import SecondmentRow as Row
from shared.db import Reader, Transaction

_RUNNING = [state.value for state in RUNNING]
_AGREED = [S.ACCEPTED.value, *_RUNNING]
_LENT = [*_RUNNING, S.RETURNED.value, S.APPRAISED.value]


async def agreed_for(
    reader: Reader, task_id: UUID, officer_ids: Iterable[str] | None = None
) -> list[Secondment]:
    """Return the secondments to a task that were accepted and have not ended, all or those of some officers."""
    statement = sa.select(Row.__table__).where(Row.task_id == task_id, Row.state.in_(_AGREED))
    if officer_ids is not None:
        statement = statement.where(Row.officer_id.in_(sorted(set(officer_ids))))
    return [secondment_of(row) for row in await reader.all(statement.order_by(Row.created_at, Row.id))]


async def lock_running(tx: Transaction, task_id: UUID) -> list[Secondment]:
    """Lock the secondments to a task that have begun and not ended."""
    return await _lock(tx, Row.task_id == task_id)


async def lock_loans_of(tx: Transaction, officer_id: str) -> list[Secondment]:
    """Lock the secondments of an officer that have begun and not ended."""
    return await _lock(tx, Row.officer_id == officer_id)


async def lock_secondment(tx: Transaction, secondment_id: UUID) -> Secondment:
    row = await tx.one(sa.select(Row.__table__).where(Row.id == secondment_id).with_for_update())
    return secondment_of(row)


async def overlaps(reader: Reader, officer_ids: Iterable[str], from_on: date, to_on: date) -> dict[str, int]:
    """Count each officer's other agreed loans in a period. Asked by the service itself."""
    rows = await reader.all(
        sa.select(Row.officer_id, sa.func.count().label("loans"))
        .where(
            Row.officer_id.in_(sorted(set(officer_ids))),
            Row.state.in_([S.RELEASED.value, *_AGREED]),
            Row.from_on <= to_on,
            Row.to_on >= from_on,
        )
        .group_by(Row.officer_id)
    )
    return {row["officer_id"]: row["loans"] for row in rows}


async def is_asked_for(reader: Reader, task_id: UUID, officer_id: str) -> bool:
    """Say whether an officer is already asked for or lent to a task."""
    open_states = [S.REQUESTED.value, S.COUNTERED.value, S.RELEASED.value, *_AGREED]
    found = await reader.scalar(
        sa.select(Row.id)
        .where(Row.task_id == task_id, Row.officer_id == officer_id, Row.state.in_(open_states))
        .limit(1)
    )
    return found is not None


async def due_to_begin(reader: Reader, today: date, limit: int) -> list[UUID]:
    """Return accepted secondments whose first day has come and whose officer is in the team."""
    rows = await reader.all(
        sa.select(Row.id)
        .where(Row.state == S.ACCEPTED.value, Row.from_on <= today, Row.to_on >= today, _in_team())
        .order_by(Row.from_on, Row.id)
        .limit(limit)
    )
    return [row["id"] for row in rows]


async def due_to_lapse(reader: Reader, today: date, limit: int) -> list[UUID]:
    """Return running secondments whose last day is over."""
    rows = await reader.all(
        sa.select(Row.id)
        .where(Row.state.in_(_RUNNING), Row.to_on < today)
        .order_by(Row.to_on, Row.id)
        .limit(limit)
    )
    return [row["id"] for row in rows]


async def lent_days(
    reader: Reader, seen: sa.TextClause, binds: dict[str, Any], from_on: date, to_on: date
) -> Any:
    """Return who was lent in a period, from when to when: of the secondments a condition selects."""
    last = sa.func.coalesce(Row.ended_on, Row.to_on).label("last_on")
    return await reader.all(
        sa.select(Row.officer_id, Row.login, Row.home_path, Row.from_on, last, Row.state)
        .where(seen, Row.state.in_(_LENT), Row.from_on <= to_on, last >= from_on)
        .order_by(Row.home_path, Row.login, Row.from_on),
        **binds,
    )


async def _lock(tx: Transaction, which: sa.ColumnElement[bool]) -> list[Secondment]:
    running = sa.select(Row.__table__).where(which, Row.state.in_(_RUNNING))
    return [secondment_of(row) for row in await tx.all(running.order_by(Row.id).with_for_update())]


def _in_team() -> sa.ColumnElement[bool]:
    return sa.exists().where(
        Member.task_id == Row.task_id, Member.officer_id == Row.officer_id, Member.ended_at.is_(None)
    )
