"""Confirmed results in as much as a comparison needs: the items' points out of the frozen document, not its marks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from rectification.store.tables import (
    EvaluationResultRow,
    EvaluationRow,
    InspectedOrganizationRow,
    InspectionRoundRow,
)
from shared.db import Reader
from shared.db.engine import Row

_E: Any = EvaluationRow.__table__
_R: Any = EvaluationResultRow.__table__
_O: Any = InspectedOrganizationRow.__table__


def _confirmed() -> sa.Select[Any]:
    return (
        sa.select(
            _E.c.id.label("evaluation_id"), _E.c.inspected_organization_id, _E.c.organisation_path, _E.c.index_code,
            _E.c.index_version, _E.c.confirmed_on, _R.c.total, _R.c.grade, _R.c.document["items"].label("items"),
            _O.c.round_id, _O.c.earlier_id,
        )
        .select_from(_E.join(_R, _R.c.evaluation_id == _E.c.id).join(_O, _O.c.id == _E.c.inspected_organization_id))
    )  # fmt: skip


async def confirmed_in(
    reader: Reader,
    seen: sa.TextClause,
    values: Mapping[str, Any],
    *,
    rounds: tuple[UUID, ...],
    organisation: str | None,
    most: int,
) -> list[Row]:
    """Return the confirmed results a caller may read, of some rounds or one organisation; one more than `most`."""
    statement = _confirmed().where(seen).order_by(_E.c.confirmed_on.desc(), _E.c.id).limit(most + 1)
    if rounds:
        statement = statement.where(_O.c.round_id.in_(rounds))
    if organisation is not None:
        statement = statement.where(_E.c.organisation_path == organisation)
    return await reader.all(statement, **values)


async def confirmed_of(
    reader: Reader, seen: sa.TextClause, values: Mapping[str, Any], organisations: set[str]
) -> list[Row]:
    """Return every confirmed result about some organisations that a caller may read, of whichever round."""
    return await reader.all(
        _confirmed().where(seen, _E.c.organisation_path.in_(sorted(organisations))), **values
    )


async def with_clues(
    reader: Reader, seen: sa.TextClause, values: Mapping[str, Any], evaluations: list[UUID]
) -> set[UUID]:
    """Return those evaluations whose items about clues a caller may read."""
    rows = await reader.all(sa.select(_E.c.id).where(seen, _E.c.id.in_(evaluations)), **values)
    return {row["id"] for row in rows}


async def evaluations_of_round(
    reader: Reader, seen: sa.TextClause, values: Mapping[str, Any], round_id: UUID, state: str
) -> list[UUID]:
    """Return the evaluations of a round in a state, those a caller may read, oldest first."""
    rows = await reader.all(
        sa.select(_E.c.id)
        .select_from(_E.join(_O, _O.c.id == _E.c.inspected_organization_id))
        .where(seen, _O.c.round_id == round_id, _E.c.state == state)
        .order_by(_E.c.id),
        **values,
    )
    return [row["id"] for row in rows]


async def names_of_rounds(reader: Reader, rounds: set[UUID]) -> dict[UUID, str]:
    """Return what rounds are called; the caller opens sight, for an organisation does not read rounds."""
    rows = await reader.all(
        sa.select(InspectionRoundRow.id, InspectionRoundRow.name).where(
            InspectionRoundRow.id.in_(sorted(rounds))
        )
    )
    return {row["id"]: row["name"] for row in rows}
