"""What is recorded beside a case: restrictions and exceptions, executions, quality, follow-ups."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from casework.domain.case import Restriction
from casework.store.tables.cases import (
    CaseExceptionRow,
    CaseExecutionRow,
    CaseFollowUpRow,
    CaseQualityRow,
    CaseRestrictionRow,
)
from shared.db import Reader, Transaction
from shared.ids import uuid7


def restrict(tx: Transaction, case_id: UUID, subject_ids: Sequence[UUID], on: date) -> None:
    """Queue every restriction for every subject, from a day on. Rule: SANC Art 52."""
    for subject_id in subject_ids:
        for kind in Restriction:
            tx.add(
                CaseRestrictionRow, id=uuid7(), case_id=case_id, subject_id=subject_id, kind=kind.value, from_on=on
            )  # fmt: skip


async def lift_restrictions(tx: Transaction, case_id: UUID, on: date) -> None:
    ended = sa.update(CaseRestrictionRow).where(
        CaseRestrictionRow.case_id == case_id, CaseRestrictionRow.to_on.is_(None)
    )
    await tx.run(ended.values(to_on=on))


def add_exception(tx: Transaction, **values: Any) -> None:
    tx.add(CaseExceptionRow, id=uuid7(), **values)


def add_execution(tx: Transaction, **values: Any) -> None:
    tx.add(CaseExecutionRow, id=uuid7(), **values)


def add_quality(tx: Transaction, **values: Any) -> None:
    tx.add(CaseQualityRow, id=uuid7(), **values)


def add_follow_up(tx: Transaction, **values: Any) -> None:
    tx.add(CaseFollowUpRow, **values)


async def close_follow_up(tx: Transaction, recommendation_id: UUID, on: date) -> UUID | None:
    """Mark a follow-up done; return its case, or None when no case drafted it or it was done before."""
    row = await tx.maybe(
        sa.update(CaseFollowUpRow)
        .where(CaseFollowUpRow.recommendation_id == recommendation_id, CaseFollowUpRow.closed_on.is_(None))
        .values(closed_on=on)
        .returning(CaseFollowUpRow.case_id)
    )
    return None if row is None else row["case_id"]


async def withdraw_follow_up(tx: Transaction, recommendation_id: UUID, on: date) -> UUID | None:
    """Mark a follow-up withdrawn; return its case, or None when no case drafted it or it was marked before."""
    row = await tx.maybe(
        sa.update(CaseFollowUpRow)
        .where(CaseFollowUpRow.recommendation_id == recommendation_id, CaseFollowUpRow.withdrawn_on.is_(None))
        .values(withdrawn_on=on)
        .returning(CaseFollowUpRow.case_id)
    )
    return None if row is None else row["case_id"]


async def executed(reader: Reader, case_id: UUID) -> dict[UUID, tuple[int, int]]:
    """Return what was confiscated and recovered from each person whose execution was reported."""
    rows = await reader.all(
        sa.select(
            CaseExecutionRow.subject_id,
            sa.cast(sa.func.sum(CaseExecutionRow.confiscated), sa.BigInteger).label("confiscated"),
            sa.cast(sa.func.sum(CaseExecutionRow.recovered), sa.BigInteger).label("recovered"),
        )
        .where(CaseExecutionRow.case_id == case_id)
        .group_by(CaseExecutionRow.subject_id)
    )
    return {row["subject_id"]: (row["confiscated"], row["recovered"]) for row in rows}


async def has_quality(reader: Reader, case_id: UUID, form: str) -> bool:
    found = sa.select(CaseQualityRow.id).where(CaseQualityRow.case_id == case_id, CaseQualityRow.form == form)
    return await reader.scalar(found.limit(1)) is not None
