"""Joint work of office, group and region: tasks, who takes part, the board, and what came of it."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlalchemy.orm import Mapped, mapped_column

from casework.store.tables import Base
from shared.process.aggregate import AggregateColumns


def listed_by(table: str) -> sa.Index:
    """Return the index that lists of a process are read by."""
    return sa.Index(f"ix_{table}_state", "state", sa.text("created_at DESC"), sa.text("id DESC"))


def of_task() -> Mapped[UUID]:
    """Return the reference to the task a row belongs to."""
    return mapped_column(sa.ForeignKey("linkage_tasks.id"), index=True)


class LinkageTaskRow(AggregateColumns, Base):
    """A joint task (联动任务)."""

    __tablename__ = "linkage_tasks"
    __table_args__ = (
        listed_by("linkage_tasks"),
        sa.Index(
            "ix_linkage_tasks_holder_path", "holder_path", postgresql_ops={"holder_path": "text_pattern_ops"}
        ),
        sa.CheckConstraint("planned_to >= planned_from", name="planned"),
    )

    matter: Mapped[str] = mapped_column(sa.Text)
    kind: Mapped[str] = mapped_column(sa.Text)
    declared_by_path: Mapped[str] = mapped_column(sa.Text)
    lead_path: Mapped[str] = mapped_column(sa.Text)
    trigger_type: Mapped[str | None] = mapped_column(sa.Text)
    trigger_id: Mapped[UUID | None] = mapped_column(sa.Uuid)
    units: Mapped[list[str]] = mapped_column(ARRAY(sa.Text))
    people_wanted: Mapped[int] = mapped_column(sa.SmallInteger)
    planned_from: Mapped[date | None] = mapped_column(sa.Date)
    planned_to: Mapped[date | None] = mapped_column(sa.Date)
    merged_into: Mapped[UUID | None] = mapped_column(sa.ForeignKey("linkage_tasks.id"))
    concluded_on: Mapped[date | None] = mapped_column(sa.Date)


class ParticipantRow(Base):
    """An organisation's part in a task, from an instant to an instant."""

    __tablename__ = "linkage_participants"
    __table_args__ = (
        sa.Index(
            "uq_linkage_participants_present", "task_id", "organisation_path",
            unique=True, postgresql_where=sa.text("until IS NULL"),
        ),
    )  # fmt: skip

    id: Mapped[UUID] = mapped_column(sa.Uuid, primary_key=True)
    task_id: Mapped[UUID] = mapped_column(sa.ForeignKey("linkage_tasks.id"))
    organisation_path: Mapped[str] = mapped_column(sa.Text)
    part: Mapped[str] = mapped_column(sa.Text)
    since: Mapped[datetime] = mapped_column(sa.DateTime(timezone=True))
    until: Mapped[datetime | None] = mapped_column(sa.DateTime(timezone=True))


class LinkageMemberRow(Base):
    """An officer in a team. `until` is the end of the secondment, `ended_at` when they really left."""

    __tablename__ = "linkage_members"
    __table_args__ = (
        sa.Index(
            "uq_linkage_members_present", "task_id", "officer_id",
            unique=True, postgresql_where=sa.text("ended_at IS NULL"),
        ),
        sa.Index("ix_linkage_members_officer_id", "officer_id"),
    )  # fmt: skip

    id: Mapped[UUID] = mapped_column(sa.Uuid, primary_key=True)
    task_id: Mapped[UUID] = mapped_column(sa.ForeignKey("linkage_tasks.id"))
    officer_id: Mapped[str] = mapped_column(sa.Text)
    login: Mapped[str] = mapped_column(sa.Text)
    organisation_path: Mapped[str] = mapped_column(sa.Text)
    since: Mapped[datetime] = mapped_column(sa.DateTime(timezone=True))
    until: Mapped[datetime | None] = mapped_column(sa.DateTime(timezone=True))
    ended_at: Mapped[datetime | None] = mapped_column(sa.DateTime(timezone=True))


class CircleRow(Base):
    """That an object belongs to a task, so that rights of its people can be given and ended on all of them at once.

    Tells nothing else, and is open to every statement: who ends a right need not see all it was given on.
    """

    __tablename__ = "linkage_circles"

    task_id: Mapped[UUID] = mapped_column(sa.Uuid, primary_key=True)
    object_id: Mapped[UUID] = mapped_column(sa.Uuid, primary_key=True)
    kind: Mapped[str] = mapped_column(sa.Text)


class UnitBookingRow(Base):
    """A unit will be visited from a day to a day, and whom to ask about it. Tells nothing of the task.

    Open to every office's statements: otherwise two offices could not find out that they want the same unit.
    """

    __tablename__ = "unit_bookings"
    __table_args__ = (sa.Index("ix_unit_bookings_unit", "unit", "from_on"),)

    task_id: Mapped[UUID] = mapped_column(sa.Uuid, primary_key=True)
    unit: Mapped[str] = mapped_column(sa.Text, primary_key=True)
    from_on: Mapped[date] = mapped_column(sa.Date)
    to_on: Mapped[date] = mapped_column(sa.Date)
    lead_path: Mapped[str] = mapped_column(sa.Text)


class ConflictCheckRow(Base):
    """That an officer was compared with a task before being given a part in it, and what was found.

    Rule: 1.6.
    """

    __tablename__ = "conflict_checks"
    __table_args__ = (sa.Index("ix_conflict_checks_task_id", "task_id", "officer_id", "at"),)

    id: Mapped[UUID] = mapped_column(sa.Uuid, primary_key=True)
    task_id: Mapped[UUID] = mapped_column(sa.ForeignKey("linkage_tasks.id"))
    occasion: Mapped[str] = mapped_column(sa.Text)
    officer_id: Mapped[str] = mapped_column(sa.Text)
    login: Mapped[str] = mapped_column(sa.Text)
    organisation_path: Mapped[str] = mapped_column(sa.Text)
    is_positive: Mapped[bool] = mapped_column(sa.Boolean)
    asked_by: Mapped[str] = mapped_column(sa.Text)
    at: Mapped[datetime] = mapped_column(sa.DateTime(timezone=True))


class JurisdictionRow(Base):
    """A matter was given to an organ that would not have had it. Rule: E6."""

    __tablename__ = "jurisdiction_decisions"

    id: Mapped[UUID] = mapped_column(sa.Uuid, primary_key=True)
    task_id: Mapped[UUID] = of_task()
    form: Mapped[str] = mapped_column(sa.Text)
    organ_path: Mapped[str] = mapped_column(sa.Text)
    is_disputed: Mapped[bool] = mapped_column(sa.Boolean)
    decided_on: Mapped[date] = mapped_column(sa.Date)
    object_type: Mapped[str | None] = mapped_column(sa.Text, comment="what was given to it: clue or case")
    object_id: Mapped[UUID | None] = mapped_column(sa.Uuid)


class BoardNoteRow(Base):
    """A note on the board of a task, sealed."""

    __tablename__ = "board_notes"

    id: Mapped[UUID] = mapped_column(sa.Uuid, primary_key=True)
    task_id: Mapped[UUID] = of_task()
    text: Mapped[bytes] = mapped_column(sa.LargeBinary)
    written_by: Mapped[str] = mapped_column(sa.Text)
    organisation_path: Mapped[str] = mapped_column(sa.Text)
    at: Mapped[datetime] = mapped_column(sa.DateTime(timezone=True))


class BoardTaskRow(AggregateColumns, Base):
    """A piece of work on the board of a task."""

    __tablename__ = "board_tasks"
    __table_args__ = (listed_by("board_tasks"),)

    task_id: Mapped[UUID] = of_task()
    given_to_path: Mapped[str] = mapped_column(sa.Text)
    due_on: Mapped[date] = mapped_column(sa.Date)
    officer_id: Mapped[str | None] = mapped_column(sa.Text)
    login: Mapped[str | None] = mapped_column(sa.Text)
    consultation_id: Mapped[UUID | None] = mapped_column(sa.Uuid)
    returns: Mapped[int] = mapped_column(sa.SmallInteger)
    reported_on: Mapped[date | None] = mapped_column(sa.Date)
    is_supervision: Mapped[bool] = mapped_column(sa.Boolean, server_default=sa.false())


class ShareRow(AggregateColumns, Base):
    """A clue or file of a task shared with some of its team. Rule: E5."""

    __tablename__ = "shares"
    __table_args__ = (listed_by("shares"),)

    task_id: Mapped[UUID] = of_task()
    object_type: Mapped[str] = mapped_column(sa.Text)
    object_id: Mapped[UUID] = mapped_column(sa.Uuid)
    officer_ids: Mapped[list[str]] = mapped_column(ARRAY(sa.Text))


class ResultRow(Base):
    """One result of a task, counted once. `fingerprint` is a keyed hash of what would make it the same again.

    Rule: E7, J-3. Amounts in yuan cents.
    """

    __tablename__ = "linkage_results"
    __table_args__ = (
        sa.UniqueConstraint("task_id", "kind", "fingerprint"),
        sa.CheckConstraint("NOT credit_path = ANY(contributor_paths)", name="credited_once"),
        sa.CheckConstraint("amount >= 0", name="amount"),
    )

    id: Mapped[UUID] = mapped_column(sa.Uuid, primary_key=True)
    task_id: Mapped[UUID] = of_task()
    kind: Mapped[str] = mapped_column(sa.Text)
    credit_path: Mapped[str] = mapped_column(sa.Text)
    contributor_paths: Mapped[list[str]] = mapped_column(ARRAY(sa.Text))
    counted_on: Mapped[date] = mapped_column(sa.Date)
    amount: Mapped[int] = mapped_column(sa.BigInteger)
    code: Mapped[str | None] = mapped_column(sa.Text)
    fingerprint: Mapped[bytes] = mapped_column(sa.LargeBinary)
    details: Mapped[bytes] = mapped_column(sa.LargeBinary)
    recommendation_id: Mapped[UUID | None] = mapped_column(sa.Uuid, index=True)
    followed_up_on: Mapped[date | None] = mapped_column(sa.Date)
    withdrawn_on: Mapped[date | None] = mapped_column(sa.Date)
    logged_by: Mapped[str] = mapped_column(sa.Text)
    logged_at: Mapped[datetime] = mapped_column(sa.DateTime(timezone=True))


class AssessmentRow(Base):
    """Points of one party in one dimension, with the facts they follow from. Rule: E9."""

    __tablename__ = "linkage_assessments"

    task_id: Mapped[UUID] = mapped_column(sa.ForeignKey("linkage_tasks.id"), primary_key=True)
    organisation_path: Mapped[str] = mapped_column(sa.Text, primary_key=True)
    dimension: Mapped[str] = mapped_column(sa.Text, primary_key=True)
    facts: Mapped[dict[str, Any]] = mapped_column(JSONB)
    recorded: Mapped[int | None] = mapped_column(sa.SmallInteger)
    judged: Mapped[int] = mapped_column(sa.SmallInteger)
    points: Mapped[int] = mapped_column(sa.SmallInteger)
