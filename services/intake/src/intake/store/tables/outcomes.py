"""What is asked and said after an answer: the later survey, and the replies an office writes for itself."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from intake.store.tables import Base


class SurveyRow(Base):
    """The one question asked long after closing: is it solved? Closed and solved are two things."""

    __tablename__ = "surveys"
    __table_args__ = (
        sa.CheckConstraint("verdict IN ('solved', 'partly_solved', 'not_solved')", name="verdict"),
    )

    object_id: Mapped[UUID] = mapped_column(sa.Uuid, primary_key=True)
    object_type: Mapped[str] = mapped_column(sa.Text)
    opens_on: Mapped[date] = mapped_column(sa.Date)
    answered_on: Mapped[date | None] = mapped_column(sa.Date)
    verdict: Mapped[str | None] = mapped_column(sa.Text)
    comment: Mapped[bytes | None] = mapped_column(sa.LargeBinary)


class CannedReplyRow(Base):
    """One version of a reply an organ wrote; the newest counts, all stay."""

    __tablename__ = "canned_replies"

    organ_path: Mapped[str] = mapped_column(sa.Text, primary_key=True)
    object_type: Mapped[str] = mapped_column(sa.Text, primary_key=True)
    code: Mapped[str] = mapped_column(sa.Text, primary_key=True)
    version: Mapped[int] = mapped_column(sa.Integer, primary_key=True)
    state: Mapped[str] = mapped_column(sa.Text)
    text_zh: Mapped[str] = mapped_column(sa.Text)
    text_en: Mapped[str] = mapped_column(sa.Text)
    is_active: Mapped[bool] = mapped_column(sa.Boolean)
    made_by: Mapped[str] = mapped_column(sa.Text)
    at: Mapped[datetime] = mapped_column(sa.DateTime(timezone=True))
