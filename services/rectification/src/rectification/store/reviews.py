"""What the three bodies said in a joint review."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

import sqlalchemy as sa

from rectification.store.tables import JointOpinionRow, JointReviewRow
from shared.db import Reader, Transaction
from shared.db.engine import Row
from shared.ids import uuid7


async def review_of(reader: Reader, organization_id: UUID, subject: str, version: int) -> Row | None:
    """Return the joint review of one version of an organisation's plan or reports."""
    return await reader.maybe(
        sa.select(JointReviewRow.__table__)
        .where(
            JointReviewRow.inspected_organization_id == organization_id,
            JointReviewRow.subject == subject,
            JointReviewRow.paper_version == version,
        )
        .with_for_update()
    )


def add_opinion(
    tx: Transaction, review_id: UUID, body: str, verdict: str, text: str, *, by: str, at: datetime
) -> None:
    tx.add(
        JointOpinionRow, id=uuid7(), joint_review_id=review_id, body=body, verdict=verdict, text=text, given_by=by,
        at=at,
    )  # fmt: skip


async def opinions_of(reader: Reader, review_id: UUID) -> list[Row]:
    """Return every opinion in the order they were given."""
    return await reader.all(
        sa.select(JointOpinionRow.__table__)
        .where(JointOpinionRow.joint_review_id == review_id)
        .order_by(JointOpinionRow.at, JointOpinionRow.id)
    )


async def newest_verdicts(reader: Reader, review_id: UUID) -> dict[str, str]:
    """Return what each body that spoke said last."""
    return {row["body"]: row["verdict"] for row in await opinions_of(reader, review_id)}
