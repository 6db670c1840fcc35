"""The verification or talk a clue is in."""

from __future__ import annotations

from uuid import UUID

import sqlalchemy as sa

from casework.domain.talk_inquiry_lifecycle import TalkInquiryState
from casework.domain.verification_lifecycle import VerificationState
from casework.store.handing_over import hand_over
from casework.store.tables.clues import ClueRow, TalkInquiryRow, VerificationRow
from shared.db import Reader, Transaction
from shared.db.engine import Row

_DECIDED = [VerificationState.DECIDED.value, TalkInquiryState.DECIDED.value, TalkInquiryState.FILED.value]


async def is_undecided(reader: Reader, branch_id: UUID) -> bool:
    """Say whether a verification or talk has not come to a decision."""
    states = sa.union_all(
        sa.select(VerificationRow.state).where(VerificationRow.id == branch_id),
        sa.select(TalkInquiryRow.state).where(TalkInquiryRow.id == branch_id),
    )
    return await reader.scalar(states) not in _DECIDED


async def verified_grade(reader: Reader, verification_id: UUID | None) -> str | None:
    """Return the truth grade a verification came to."""
    if verification_id is None:
        return None
    grade: str | None = await reader.scalar(
        sa.select(VerificationRow.truth_grade).where(VerificationRow.id == verification_id)
    )
    return grade


async def hand_over_branches(tx: Transaction, clue_id: UUID, to: str) -> list[tuple[sa.FromClause, Row]]:
    """Make an office the holder of a clue's verifications and talks; return them by table."""
    return await hand_over(tx, (VerificationRow, TalkInquiryRow), "clue_id", clue_id, to)


async def hand_over_ended_clue(tx: Transaction, clue_id: UUID, to: str) -> list[tuple[sa.FromClause, Row]]:
    """Make an office the holder of a clue that a case came from; return it as `hand_over_branches` does."""
    moved = await hand_over(tx, (ClueRow,), "id", clue_id, to)
    office = sa.update(ClueRow).where(ClueRow.id == clue_id).values(office_path=to)
    return [(table, await tx.one(office.returning(*ClueRow.__table__.c))) for table, _ in moved]
