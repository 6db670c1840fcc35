"""Which recommendations have missed their date."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

import sqlalchemy as sa

from rectification.domain.recommendation_lifecycle import RecommendationState as S
from rectification.store.tables import RecommendationRow
from shared.clocks.deadline_clock import TICKING, ClockState
from shared.clocks.tables import clocks
from shared.db import Transaction
from shared.db.engine import Row

_LATE = clocks.c.state.in_([state.value for state in (*TICKING, ClockState.OVERDUE)])
_BEFORE_REPLY = RecommendationRow.state.in_([S.DELIVERED.value, S.ACKNOWLEDGED.value])
_CORRECTING = RecommendationRow.state.in_([S.REPLIED.value, S.RECTIFYING.value])


async def lock_overdue(tx: Transaction, now: datetime, most: int) -> list[Row]:
    """Lock those whose date for the reply, or for the correction, has passed and was not marked yet."""
    return await tx.all(
        sa.select(RecommendationRow.__table__)
        .where(
            sa.or_(
                sa.and_(_BEFORE_REPLY, _missed("DL-31", now)),
                sa.and_(_CORRECTING, _missed("P-10", now)),
            )
        )
        .order_by(RecommendationRow.id)
        .limit(most)
        .with_for_update(skip_locked=True)
    )


def _missed(rule: str, now: datetime) -> sa.ColumnElement[bool]:
    identity: sa.ColumnElement[UUID] = RecommendationRow.__table__.c.id
    return sa.exists().where(
        clocks.c.object_id == identity, clocks.c.rule == rule, clocks.c.ends_at <= now, _LATE
    )
