"""Surveys, unused tokens and answers."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from rectification.domain.survey import SATISFIED_FROM
from rectification.store.tables import EvaluationRow, SurveyAnswerRow, SurveyRow, SurveyTokenRow
from shared.db import Reader, Transaction
from shared.db.engine import Row
from shared.ids import uuid4


async def survey(reader: Reader, survey_id: UUID) -> Row | None:
    return await reader.maybe(sa.select(SurveyRow.__table__).where(SurveyRow.id == survey_id))


async def is_surveyed(reader: Reader, evaluation_id: UUID, kind: str) -> bool:
    found = sa.select(SurveyRow.id).where(SurveyRow.evaluation_id == evaluation_id, SurveyRow.kind == kind)
    return await reader.scalar(found) is not None


async def counts(reader: Reader, survey_id: UUID) -> tuple[int, int]:
    """Return how many answered, and how many of them were satisfied."""
    satisfied = sa.func.count().filter(SurveyAnswerRow.score >= SATISFIED_FROM)
    row: Any = await reader.one(
        sa.select(sa.func.count().label("answers"), satisfied.label("satisfied")).where(
            SurveyAnswerRow.survey_id == survey_id
        )
    )
    return row["answers"], row["satisfied"]


async def use_token(tx: Transaction, sha256: bytes) -> Row | None:
    """Remove an unused token; return its survey with the state of the evaluation, or None for an unknown one."""
    used = await tx.maybe(
        sa.delete(SurveyTokenRow).where(SurveyTokenRow.sha256 == sha256).returning(SurveyTokenRow.survey_id)
    )
    if used is None:
        return None
    return await tx.maybe(
        sa.select(SurveyRow.id, EvaluationRow.state)
        .join(EvaluationRow, EvaluationRow.id == SurveyRow.evaluation_id)
        .where(SurveyRow.id == used["survey_id"])
    )


def add_answer(tx: Transaction, survey_id: UUID, score: int, on: date) -> None:
    tx.add(SurveyAnswerRow, id=uuid4(), survey_id=survey_id, score=score, answered_on=on)
