"""The later survey: opened when a matter is closed, answered once through the receipt."""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert

from intake.store.tables.outcomes import SurveyRow
from shared.db import Reader, Transaction
from shared.sealing.seals import Seals


class Survey(NamedTuple):
    """What was asked from when on, and what was said."""

    opens_on: date
    answered_on: date | None
    verdict: str | None


async def open_survey(tx: Transaction, object_type: str, object_id: UUID, opens_on: date) -> None:
    """Open the survey; one that nobody answered yet waits for what is closed again."""
    later = insert(SurveyRow).values(object_id=object_id, object_type=object_type, opens_on=opens_on)
    await tx.run(
        later.on_conflict_do_update(
            index_elements=["object_id"], set_={"opens_on": opens_on}, where=SurveyRow.answered_on.is_(None)
        )
    )


async def survey_of(reader: Reader, object_id: UUID, *, lock: bool = False) -> Survey | None:
    """Return the survey of a matter; None before it is closed."""
    statement = sa.select(SurveyRow.opens_on, SurveyRow.answered_on, SurveyRow.verdict).where(
        SurveyRow.object_id == object_id
    )
    row = await reader.maybe(statement.with_for_update() if lock else statement)
    return Survey(*row) if row else None


async def answer_survey(
    tx: Transaction, seals: Seals, object_id: UUID, *, verdict: str, comment: str, on: date
) -> None:
    sealed = seals.seal_text(comment, "surveys", object_id, "comment") if comment else None
    await tx.run(
        sa.update(SurveyRow)
        .where(SurveyRow.object_id == object_id)
        .values(verdict=verdict, comment=sealed, answered_on=on)
    )


async def later_check(reader: Reader, object_id: UUID) -> dict[str, Any] | None:
    """Return the survey as officers see it, without the person's words."""
    found = await survey_of(reader, object_id)
    return None if found is None else found._asdict()
