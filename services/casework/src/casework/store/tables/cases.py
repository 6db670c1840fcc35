"""Cases and what belongs to them. Names of subjects and everything written lie sealed."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, mapped_column

from casework.store.tables import Base
from shared.process.aggregate import AggregateColumns

INSTANT = sa.DateTime(timezone=True)


class CaseRow(AggregateColumns, Base):
    """A case (案件)."""

    __tablename__ = "cases"
    __table_args__ = (
        sa.Index("ix_cases_held", "holder_path", sa.text("created_at DESC"), sa.text("id DESC")),
        sa.Index("ix_cases_state", "state", sa.text("created_at DESC"), sa.text("id DESC")),
        sa.Index("ix_cases_decided_on", "decided_on"),
    )

    clue_id: Mapped[UUID] = mapped_column(sa.ForeignKey("clues.id"), unique=True)
    verification_id: Mapped[UUID | None] = mapped_column(sa.ForeignKey("verifications.id"))
    legal_regime: Mapped[str] = mapped_column(sa.Text)
    case_type: Mapped[str | None] = mapped_column(sa.Text)
    track: Mapped[str] = mapped_column(sa.Text)
    region: Mapped[str | None] = mapped_column(sa.Text)
    field: Mapped[str | None] = mapped_column(sa.Text)
    round: Mapped[int] = mapped_column(sa.SmallInteger, comment="how often the investigation was begun")
    reported_round: Mapped[int] = mapped_column(sa.SmallInteger, comment="the round last reported on")
    review_path: Mapped[str | None] = mapped_column(sa.Text, comment="the office that reviews it")
    authority_path: Mapped[str | None] = mapped_column(sa.Text, comment="who decides, if not we ourselves")
    filed_on: Mapped[date | None] = mapped_column(sa.Date)
    decided_on: Mapped[date | None] = mapped_column(sa.Date)
    served_on: Mapped[date | None] = mapped_column(sa.Date)
    closed_on: Mapped[date | None] = mapped_column(sa.Date)
    is_clearing_needed: Mapped[bool | None] = mapped_column(sa.Boolean)


class CaseSubjectRow(Base):
    """A person a case is about. `identity` is name, unit and post, sealed."""

    __tablename__ = "case_subjects"

    id: Mapped[UUID] = mapped_column(sa.Uuid, primary_key=True)
    case_id: Mapped[UUID] = mapped_column(sa.ForeignKey("cases.id"), index=True)
    position: Mapped[int] = mapped_column(sa.SmallInteger)
    identity: Mapped[bytes] = mapped_column(sa.LargeBinary)
    organisation: Mapped[str | None] = mapped_column(sa.Text, comment="code of the unit, if it has one")
    is_party_member: Mapped[bool] = mapped_column(sa.Boolean)
    supervisee_kind: Mapped[str | None] = mapped_column(sa.Text)
    subject_rank: Mapped[str] = mapped_column(sa.Text)
    is_retired: Mapped[bool] = mapped_column(sa.Boolean)
    is_committee_managed: Mapped[bool] = mapped_column(sa.Boolean)
    is_same_level_member: Mapped[bool] = mapped_column(sa.Boolean)
    kind: Mapped[str] = mapped_column(sa.Text, server_default="person")


class CaseMemberRow(Base):
    """An officer with a part in a case, from a day to a day. `appeal_id` says in which appeal, if in one."""

    __tablename__ = "case_members"
    __table_args__ = (
        sa.CheckConstraint("part IN ('preliminary', 'team', 'review', 'appeal')", name="part"),
        sa.Index(
            "uq_case_members_present", "case_id", "part", "officer_id",
            unique=True, postgresql_where=sa.text("until IS NULL AND appeal_id IS NULL"),
        ),
    )  # fmt: skip

    id: Mapped[UUID] = mapped_column(sa.Uuid, primary_key=True)
    case_id: Mapped[UUID] = mapped_column(sa.ForeignKey("cases.id"))
    appeal_id: Mapped[UUID | None] = mapped_column(sa.ForeignKey("appeals.id"))
    part: Mapped[str] = mapped_column(sa.Text)
    officer_id: Mapped[str] = mapped_column(sa.Text)
    login: Mapped[str] = mapped_column(sa.Text)
    organisation_path: Mapped[str] = mapped_column(sa.Text)
    is_leader: Mapped[bool] = mapped_column(sa.Boolean)
    since: Mapped[datetime] = mapped_column(INSTANT)
    until: Mapped[datetime | None] = mapped_column(INSTANT)


class CaseOutcomeRow(Base):
    """What was decided about a person. A change on appeal, or a transfer to justice, is the next version."""

    __tablename__ = "case_outcomes"
    __table_args__ = (
        sa.UniqueConstraint("subject_id", "version"),
        sa.Index("ix_case_outcomes_decided_on", "decided_on"),
        sa.CheckConstraint("source IN ('decision', 'appeal', 'transfer')", name="source"),
        sa.CheckConstraint("form IN ('form_1', 'form_2', 'form_3', 'form_4')", name="form"),
        sa.CheckConstraint("confiscate >= 0 AND recover >= 0", name="money"),
        sa.CheckConstraint("term_months <= 48", name="longest_together"),
    )

    id: Mapped[UUID] = mapped_column(sa.Uuid, primary_key=True)
    case_id: Mapped[UUID] = mapped_column(sa.ForeignKey("cases.id"), index=True)
    subject_id: Mapped[UUID] = mapped_column(sa.ForeignKey("case_subjects.id"))
    version: Mapped[int] = mapped_column(sa.SmallInteger)
    source: Mapped[str] = mapped_column(sa.Text)
    party_sanction: Mapped[str | None] = mapped_column(sa.Text)
    probation_years: Mapped[int | None] = mapped_column(sa.SmallInteger)
    party_ends_on: Mapped[date | None] = mapped_column(sa.Date)
    government_sanctions: Mapped[list[str]] = mapped_column(ARRAY(sa.Text), comment="one for each act")
    government_sanction: Mapped[str | None] = mapped_column(sa.Text, comment="the heaviest, carried out")
    term_months: Mapped[int | None] = mapped_column(sa.SmallInteger)
    government_ends_on: Mapped[date | None] = mapped_column(sa.Date)
    organisational_handling: Mapped[list[str]] = mapped_column(ARRAY(sa.Text))
    education_measures: Mapped[list[str]] = mapped_column(ARRAY(sa.Text))
    accountability_ways: Mapped[list[str]] = mapped_column(ARRAY(sa.Text), server_default="{}")
    accountability_grounds: Mapped[list[str]] = mapped_column(ARRAY(sa.Text), server_default="{}")
    party_org_measure: Mapped[str | None] = mapped_column(sa.Text)
    is_organisation: Mapped[bool] = mapped_column(sa.Boolean, server_default=sa.false())
    changes_benefits: Mapped[bool] = mapped_column(sa.Boolean)
    lighter_factors: Mapped[list[str]] = mapped_column(ARRAY(sa.Text))
    heavier_factors: Mapped[list[str]] = mapped_column(ARRAY(sa.Text))
    confiscate: Mapped[int] = mapped_column(sa.BigInteger, comment="yuan cents")
    recover: Mapped[int] = mapped_column(sa.BigInteger, comment="yuan cents")
    is_transferred: Mapped[bool] = mapped_column(sa.Boolean)
    form: Mapped[str | None] = mapped_column(sa.Text, comment="the highest of the four forms")
    decided_on: Mapped[date] = mapped_column(sa.Date)
    at: Mapped[datetime] = mapped_column(INSTANT)


class CaseExecutionRow(Base):
    """A report that something decided was carried out, by a competent body. Rule: D17."""

    __tablename__ = "case_executions"
    __table_args__ = (sa.CheckConstraint("confiscated >= 0 AND recovered >= 0", name="money"),)

    id: Mapped[UUID] = mapped_column(sa.Uuid, primary_key=True)
    case_id: Mapped[UUID] = mapped_column(sa.ForeignKey("cases.id"), index=True)
    subject_id: Mapped[UUID] = mapped_column(sa.ForeignKey("case_subjects.id"))
    body: Mapped[str] = mapped_column(sa.Text, comment="code of the body that carried it out")
    executed_on: Mapped[date] = mapped_column(sa.Date)
    confiscated: Mapped[int] = mapped_column(sa.BigInteger, comment="yuan cents")
    recovered: Mapped[int] = mapped_column(sa.BigInteger, comment="yuan cents")
    at: Mapped[datetime] = mapped_column(INSTANT)


class CaseRestrictionRow(Base):
    """What a subject may not do without consent while the case is open. Rule: SANC Art 52."""

    __tablename__ = "case_restrictions"
    __table_args__ = (sa.UniqueConstraint("subject_id", "kind"),)

    id: Mapped[UUID] = mapped_column(sa.Uuid, primary_key=True)
    case_id: Mapped[UUID] = mapped_column(sa.ForeignKey("cases.id"), index=True)
    subject_id: Mapped[UUID] = mapped_column(sa.ForeignKey("case_subjects.id"))
    kind: Mapped[str] = mapped_column(sa.Text)
    from_on: Mapped[date] = mapped_column(sa.Date)
    to_on: Mapped[date | None] = mapped_column(sa.Date)


class CaseExceptionRow(Base):
    """A consent to one exception from a restriction, given by the principal leader."""

    __tablename__ = "case_exceptions"

    id: Mapped[UUID] = mapped_column(sa.Uuid, primary_key=True)
    case_id: Mapped[UUID] = mapped_column(sa.ForeignKey("cases.id"), index=True)
    subject_id: Mapped[UUID] = mapped_column(sa.ForeignKey("case_subjects.id"))
    kind: Mapped[str] = mapped_column(sa.Text)
    from_on: Mapped[date] = mapped_column(sa.Date)
    to_on: Mapped[date | None] = mapped_column(sa.Date)
    sign_off_id: Mapped[UUID | None] = mapped_column(sa.Uuid)


class CaseQualityRow(Base):
    """A look at the quality of a case; what was found is a paper. Rule: D21."""

    __tablename__ = "case_quality_records"
    __table_args__ = (
        sa.Index(
            "uq_case_quality_records_once", "case_id", "form",
            unique=True, postgresql_where=sa.text("form IN ('guidance', 'replay')"),
        ),
        sa.CheckConstraint("score BETWEEN 0 AND 100", name="score"),
    )  # fmt: skip

    id: Mapped[UUID] = mapped_column(sa.Uuid, primary_key=True)
    case_id: Mapped[UUID] = mapped_column(sa.ForeignKey("cases.id"), index=True)
    form: Mapped[str] = mapped_column(sa.Text)
    score: Mapped[int | None] = mapped_column(sa.SmallInteger)
    held_on: Mapped[date] = mapped_column(sa.Date)
    paper_version: Mapped[int] = mapped_column(sa.Integer)
    recorded_by: Mapped[str] = mapped_column(sa.Text)
    at: Mapped[datetime] = mapped_column(INSTANT)


class CaseFollowUpRow(Base):
    """A recommendation drafted from a case in rectification, and when it was closed there. Rule: J-4."""

    __tablename__ = "case_follow_ups"

    recommendation_id: Mapped[UUID] = mapped_column(sa.Uuid, primary_key=True)
    case_id: Mapped[UUID] = mapped_column(sa.ForeignKey("cases.id"), index=True)
    kind: Mapped[str] = mapped_column(sa.Text)
    addressee: Mapped[str] = mapped_column(sa.Text)
    drafted_on: Mapped[date] = mapped_column(sa.Date)
    closed_on: Mapped[date | None] = mapped_column(sa.Date)
    withdrawn_on: Mapped[date | None] = mapped_column(sa.Date)


class AppealRow(AggregateColumns, Base):
    """An appeal or complaint of one subject in a case (申诉、复审、复核)."""

    __tablename__ = "appeals"
    __table_args__ = (
        sa.Index("ix_appeals_held", "holder_path", sa.text("created_at DESC"), sa.text("id DESC")),
        sa.Index(
            "uq_appeals_open", "subject_id", "kind",
            unique=True, postgresql_where=sa.text("state IN ('lodged', 'accepted', 'examining')"),
        ),
    )  # fmt: skip

    case_id: Mapped[UUID] = mapped_column(sa.ForeignKey("cases.id"), index=True)
    subject_id: Mapped[UUID] = mapped_column(sa.ForeignKey("case_subjects.id"))
    kind: Mapped[str] = mapped_column(sa.Text)
    lodged_on: Mapped[date] = mapped_column(sa.Date)
    result: Mapped[str | None] = mapped_column(sa.Text)
    decided_on: Mapped[date | None] = mapped_column(sa.Date)
    served_on: Mapped[date | None] = mapped_column(sa.Date)
