"""What finds matters alike, and what was handled together."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, mapped_column

from intake.store.tables import Base


class SealedTermsRow(Base):
    """The numbers a matter is found by; see `domain/sealed_terms.py` for what they do not tell."""

    __tablename__ = "sealed_terms"
    __table_args__ = (
        sa.Index("ix_sealed_terms_names", "names", postgresql_using="gin"),
        sa.Index("ix_sealed_terms_facts", "facts", postgresql_using="gin"),
    )

    object_id: Mapped[UUID] = mapped_column(sa.Uuid, primary_key=True)
    object_type: Mapped[str] = mapped_column(sa.Text)
    names: Mapped[list[int]] = mapped_column(ARRAY(sa.Integer))
    facts: Mapped[list[int]] = mapped_column(ARRAY(sa.Integer))


class MergeRow(Base):
    """One matter handled with another: since when, by whom, why; and how that ended. Rows stay."""

    __tablename__ = "merges"
    __table_args__ = (
        sa.Index("uq_merges_member", "member_id", unique=True, postgresql_where=sa.text("ended_at IS NULL")),
    )

    id: Mapped[UUID] = mapped_column(sa.Uuid, primary_key=True)
    object_type: Mapped[str] = mapped_column(sa.Text)
    lead_id: Mapped[UUID] = mapped_column(sa.Uuid, index=True)
    member_id: Mapped[UUID] = mapped_column(sa.Uuid)
    reason: Mapped[bytes] = mapped_column(sa.LargeBinary)
    merged_by: Mapped[str] = mapped_column(sa.Text)
    merged_at: Mapped[datetime] = mapped_column(sa.DateTime(timezone=True))
    end_reason: Mapped[bytes | None] = mapped_column(sa.LargeBinary)
    ended_by: Mapped[str | None] = mapped_column(sa.Text)
    ended_at: Mapped[datetime | None] = mapped_column(sa.DateTime(timezone=True))
