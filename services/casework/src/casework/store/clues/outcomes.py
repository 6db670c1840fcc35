"""Persons whose matter ended at the clue, with a measure short of a case. Rule: 17.4, 4.1."""

from __future__ import annotations

from datetime import date

import sqlalchemy as sa

from casework.domain.clue_lifecycle import ClueState
from casework.domain.likeness import Same
from casework.domain.sanctions import EducationMeasure
from casework.store.tables.cases import CaseOutcomeRow, CaseRow
from casework.store.tables.clues import ClueRow
from casework.store.tables.ledger import ClueTermRow
from shared.db import Reader

_SETTLED = (ClueState.DISPOSED.value, ClueState.ARCHIVED.value)


async def persons_settled_by_measure(reader: Reader, seen: sa.TextClause, since: date, to: date) -> int:
    """Count the persons of clues that ended with a measure in a period: the first form.

    A clue knows its persons by keyed names only; one whose names were never told is about one person. Where a case
    decided about the matter, the case counts, by the higher form.
    """
    term = ClueTermRow
    named = (
        sa.select(sa.func.count())
        .where(term.clue_id == ClueRow.id, term.kind == Same.PERSON.value)
        .scalar_subquery()
    )
    decided = (
        sa.exists()
        .where(CaseRow.clue_id == ClueRow.id, CaseOutcomeRow.case_id == CaseRow.id)
        .where(CaseOutcomeRow.form.is_not(None))
    )
    measures = [one.value for one in EducationMeasure]
    counted = sa.select(sa.func.coalesce(sa.func.sum(sa.func.greatest(named, 1)), 0)).where(
        seen, ClueRow.state.in_(_SETTLED), ClueRow.ground.in_(measures), sa.not_(decided),
        ClueRow.concluded_on.between(since, to),
    )  # fmt: skip
    return int(await reader.scalar(counted))
