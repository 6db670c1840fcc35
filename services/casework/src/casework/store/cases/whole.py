"""Everything that belongs to one case, read in one round trip."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from casework.store.tables.cases import (
    AppealRow,
    CaseExceptionRow,
    CaseExecutionRow,
    CaseFollowUpRow,
    CaseMemberRow,
    CaseOutcomeRow,
    CaseQualityRow,
    CaseRestrictionRow,
    CaseSubjectRow,
)
from casework.store.tables.clues import PaperRow
from shared.db import Reader, Together
from shared.db.which import exactly

Whole = dict[str, list[dict[str, Any]]]
"""Rows by kind: `subjects`, `outcomes` (the newest last), `members`, `papers` (their kinds only) and so on."""


def _of(row: Any, *order: Any, only: Sequence[str] = (), where: Sequence[Any] = ()) -> sa.Select[Any]:
    columns = [row.__table__.c[name] for name in only] if only else [row.__table__]
    return sa.select(*columns).where(exactly(row.case_id), *where).order_by(*order)


_PARTS: dict[str, sa.Select[Any]] = {
    "subjects": _of(CaseSubjectRow, CaseSubjectRow.position),
    "outcomes": _of(CaseOutcomeRow, CaseOutcomeRow.version),
    "members": _of(
        CaseMemberRow, CaseMemberRow.part, CaseMemberRow.is_leader.desc(), CaseMemberRow.since, CaseMemberRow.login,
        only=("officer_id", "login", "organisation_path", "part", "is_leader"),
        where=(CaseMemberRow.until.is_(None), CaseMemberRow.appeal_id.is_(None)),
    ),
    "restrictions": _of(CaseRestrictionRow, CaseRestrictionRow.kind),
    "exceptions": _of(CaseExceptionRow, CaseExceptionRow.from_on, CaseExceptionRow.id),
    "executions": _of(CaseExecutionRow, CaseExecutionRow.at, CaseExecutionRow.id),
    "quality_records": _of(CaseQualityRow, CaseQualityRow.at, CaseQualityRow.id),
    "follow_ups": _of(CaseFollowUpRow, CaseFollowUpRow.drafted_on, CaseFollowUpRow.recommendation_id),
    "appeals": _of(AppealRow, AppealRow.created_at, AppealRow.id, only=("id",)),
    "papers": sa.select(PaperRow.kind).where(exactly(PaperRow.object_id)).group_by(PaperRow.kind).order_by(PaperRow.kind),
}  # fmt: skip
_NAMES = {kind: tuple(column.name for column in part.selected_columns) for kind, part in _PARTS.items()}
_WHOLE = Together(*_PARTS.values())


async def read_whole(reader: Reader, case_id: UUID) -> Whole:
    """Return every row that belongs to a case. Says nothing about rights."""
    parts = await reader.together(_WHOLE, object_id=case_id)
    return {
        kind: [dict(zip(_NAMES[kind], row, strict=True)) for row in rows]
        for kind, rows in zip(_PARTS, parts, strict=True)
    }
