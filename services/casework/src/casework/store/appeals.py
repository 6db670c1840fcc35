"""Appeals in a case."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields
from uuid import UUID

import sqlalchemy as sa

from casework.domain.appeal import COMPLAINTS, Appeal
from casework.domain.appeal_lifecycle import APPEAL, AppealState
from casework.store.tables.cases import AppealRow
from shared.db import Reader
from shared.db.engine import Row

_APPEAL = tuple(field.name for field in fields(Appeal))
_OPEN = [AppealState.LODGED.value, AppealState.ACCEPTED.value, AppealState.EXAMINING.value]
_AGAINST_MEASURES = [kind.value for kind in COMPLAINTS]


def appeal_of(row: Row) -> Appeal:
    return Appeal(**{name: row[name] for name in _APPEAL})


async def appeals_of(reader: Reader, case_id: UUID) -> list[Appeal]:
    """Return the appeals in a case the reader may know of, oldest first."""
    rows = await reader.all(
        sa.select(AppealRow.__table__)
        .where(AppealRow.case_id == case_id)
        .order_by(AppealRow.created_at, AppealRow.id)
    )
    return [appeal_of(row) for row in rows]


def is_open(appeal: Appeal) -> bool:
    """Say whether an appeal still waits for its decision."""
    return appeal.state in _OPEN and appeal.state not in APPEAL.final


def against_decision(appeals: Iterable[Appeal], *, but: UUID) -> list[Appeal]:
    """Return the open ones among others that keep a case in the state of being appealed."""
    return [one for one in appeals if one.id != but and is_open(one) and one.kind not in _AGAINST_MEASURES]
