"""Evaluations, every mark given, what was discussed, the frozen result, and what follows from the grade poor."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlalchemy.orm import Mapped, mapped_column

from rectification.store.tables.base import Base
from shared.process.aggregate import AggregateColumns

TOTAL = sa.Numeric(4, 1)
"""A total is kept as it was rounded: to one decimal."""


class EvaluationIndexRow(Base):
    """A version of an evaluation index (评估指标体系) that was brought as a sheet. Written once."""

    __tablename__ = "evaluation_indexes"
    __table_args__ = (sa.UniqueConstraint("code", "version"),)

    id: Mapped[UUID] = mapped_column(sa.Uuid, primary_key=True)
    code: Mapped[str] = mapped_column(sa.Text)
    version: Mapped[str] = mapped_column(sa.Text)
    document: Mapped[dict[str, Any]] = mapped_column(JSONB)
    added_by: Mapped[str] = mapped_column(sa.Text)
    at: Mapped[datetime] = mapped_column(sa.DateTime(timezone=True))


class EvaluationRow(AggregateColumns, Base):
    """The evaluation (整改成效评估) of one inspected organisation; one organisation in one round has one."""

    __tablename__ = "evaluations"
    __table_args__ = (
        sa.Index("ix_evaluations_list", sa.text("created_at DESC"), sa.text("id DESC")),
        sa.CheckConstraint("daily_weight >= 0 AND central_weight >= 0 AND daily_weight + central_weight > 0",
                           name="weights"),
    )  # fmt: skip

    inspected_organization_id: Mapped[UUID] = mapped_column(
        sa.ForeignKey("inspected_organizations.id"), unique=True
    )
    organisation_path: Mapped[str] = mapped_column(sa.Text)
    index_code: Mapped[str] = mapped_column(sa.Text)
    index_version: Mapped[str] = mapped_column(sa.Text)
    daily_weight: Mapped[Decimal] = mapped_column(sa.Numeric(4, 2))
    central_weight: Mapped[Decimal] = mapped_column(sa.Numeric(4, 2))
    leader: Mapped[str | None] = mapped_column(sa.Text)
    evaluators: Mapped[list[str]] = mapped_column(ARRAY(sa.Text), comment="ids of the officers of the team")
    ratios: Mapped[list[dict[str, Any]]] = mapped_column(JSONB, comment="what the system counted")
    draft_total: Mapped[Decimal | None] = mapped_column(TOTAL)
    objected_on: Mapped[date | None] = mapped_column(sa.Date)
    total: Mapped[Decimal | None] = mapped_column(TOTAL)
    grade: Mapped[str | None] = mapped_column(sa.Text)
    confirmed_on: Mapped[date | None] = mapped_column(sa.Date)
    applied_on: Mapped[date | None] = mapped_column(sa.Date)
    result_sha256: Mapped[bytes | None] = mapped_column(sa.LargeBinary)


class EvaluationMarkRow(Base):
    """What an evaluator gave an item. Never changed: a later mark stands beside the earlier, and counts."""

    __tablename__ = "evaluation_marks"
    __table_args__ = (
        sa.Index("ix_evaluation_marks_evaluation", "evaluation_id", "at", "id"),
        sa.CheckConstraint("source IN ('daily', 'central')", name="source"),
    )

    id: Mapped[UUID] = mapped_column(sa.Uuid, primary_key=True)
    evaluation_id: Mapped[UUID] = mapped_column(sa.ForeignKey("evaluations.id"))
    source: Mapped[str] = mapped_column(sa.Text)
    item: Mapped[str] = mapped_column(sa.Text)
    evaluator: Mapped[str] = mapped_column(sa.Text)
    points: Mapped[Decimal | None] = mapped_column(sa.Numeric(5, 2), comment="none: not observable")
    reason: Mapped[str] = mapped_column(sa.Text)
    at: Mapped[datetime] = mapped_column(sa.DateTime(timezone=True))


class EvaluationSubmissionRow(Base):
    """An evaluator has finished marking in a source."""

    __tablename__ = "evaluation_submissions"

    evaluation_id: Mapped[UUID] = mapped_column(sa.ForeignKey("evaluations.id"), primary_key=True)
    source: Mapped[str] = mapped_column(sa.Text, primary_key=True)
    evaluator: Mapped[str] = mapped_column(sa.Text, primary_key=True)
    at: Mapped[datetime] = mapped_column(sa.DateTime(timezone=True))


class EvaluationDiscussionRow(Base):
    """Evaluators discussed an item they were far apart on."""

    __tablename__ = "evaluation_discussions"

    id: Mapped[UUID] = mapped_column(sa.Uuid, primary_key=True)
    evaluation_id: Mapped[UUID] = mapped_column(sa.ForeignKey("evaluations.id"), index=True)
    source: Mapped[str] = mapped_column(sa.Text)
    item: Mapped[str] = mapped_column(sa.Text)
    record: Mapped[str] = mapped_column(sa.Text)
    led_by: Mapped[str] = mapped_column(sa.Text)
    at: Mapped[datetime] = mapped_column(sa.DateTime(timezone=True))


class EvaluationResultRow(Base):
    """A confirmed result with everything it was made of. Written once."""

    __tablename__ = "evaluation_results"

    evaluation_id: Mapped[UUID] = mapped_column(sa.ForeignKey("evaluations.id"), primary_key=True)
    inspected_organization_id: Mapped[UUID] = mapped_column(
        sa.ForeignKey("inspected_organizations.id"), unique=True
    )
    document: Mapped[dict[str, Any]] = mapped_column(JSONB)
    sha256: Mapped[bytes] = mapped_column(sa.LargeBinary)
    total: Mapped[Decimal] = mapped_column(TOTAL)
    grade: Mapped[str] = mapped_column(sa.Text)
    at: Mapped[datetime] = mapped_column(sa.DateTime(timezone=True))


class FollowUpRow(AggregateColumns, Base):
    """A consequence of the grade poor (较差等次后续措施)."""

    __tablename__ = "follow_ups"
    __table_args__ = (
        sa.UniqueConstraint("evaluation_id", "kind"),
        sa.Index("ix_follow_ups_list", sa.text("created_at DESC"), sa.text("id DESC")),
    )

    evaluation_id: Mapped[UUID] = mapped_column(sa.ForeignKey("evaluations.id"))
    inspected_organization_id: Mapped[UUID] = mapped_column(
        sa.ForeignKey("inspected_organizations.id"), index=True
    )
    organisation_path: Mapped[str] = mapped_column(sa.Text)
    kind: Mapped[str] = mapped_column(sa.Text)
    reminder_id: Mapped[UUID | None] = mapped_column(sa.ForeignKey("reminders.id"))
    done_on: Mapped[date | None] = mapped_column(sa.Date)


class SurveyRow(Base):
    """A satisfaction survey (满意度测评) of an evaluation: how many tokens went out, to nobody we know."""

    __tablename__ = "surveys"
    __table_args__ = (
        sa.UniqueConstraint("evaluation_id", "kind"),
        sa.CheckConstraint("kind IN ('staff', 'public')", name="kind"),
    )

    id: Mapped[UUID] = mapped_column(sa.Uuid, primary_key=True)
    evaluation_id: Mapped[UUID] = mapped_column(sa.ForeignKey("evaluations.id"))
    kind: Mapped[str] = mapped_column(sa.Text)
    issued: Mapped[int] = mapped_column(sa.Integer)
    opened_on: Mapped[date] = mapped_column(sa.Date)
    opened_by: Mapped[str] = mapped_column(sa.Text)


class SurveyTokenRow(Base):
    """A token that was not used yet, as its digest. Answering removes it, so no answer leads back to one."""

    __tablename__ = "survey_tokens"

    sha256: Mapped[bytes] = mapped_column(sa.LargeBinary, primary_key=True)
    survey_id: Mapped[UUID] = mapped_column(sa.ForeignKey("surveys.id"), index=True)


class SurveyAnswerRow(Base):
    """An answer: a score and a day; no token, no hour, no address, and an id that tells no order."""

    __tablename__ = "survey_answers"
    __table_args__ = (sa.CheckConstraint("score BETWEEN 1 AND 5", name="score"),)

    id: Mapped[UUID] = mapped_column(sa.Uuid, primary_key=True)
    survey_id: Mapped[UUID] = mapped_column(sa.ForeignKey("surveys.id"), index=True)
    score: Mapped[int] = mapped_column(sa.SmallInteger)
    answered_on: Mapped[date] = mapped_column(sa.Date)
