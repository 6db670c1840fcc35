"""Dated rights, and what officers declare about themselves.

Why: what somebody may do, or must keep away from, holds for a time only.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from migrations.rights import read_write

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "role_grants",
        sa.Column("officer_id", sa.Uuid(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("subtree", sa.Boolean(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column(
            "duty",
            sa.Text(),
            sa.Computed(
                "CASE WHEN ended_at IS NOT NULL THEN NULL WHEN role IN ('auditor', 'security_officer', "
                "'system_admin') THEN role ELSE 'business' END",
                persisted=True,
            ),
            nullable=True,
        ),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("begins_on", sa.Date(), nullable=False),
        sa.Column("in_force", sa.Boolean(), nullable=False),
        sa.Column("made_by", sa.Text(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended_by", sa.Text(), nullable=True),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.CheckConstraint(
            "role IN ('petition_officer', 'case_manager', 'handler', 'office_head', "
            "'deputy_leader', 'principal_leader', 'standing_committee', 'party_principal', "
            "'superior_commission', 'case_reviewer', 'cadre_supervisor', 'stationed_group', "
            "'district_commission', 'town_commission', 'inspection_office', "
            "'organization_department', 'inspected_organization', 'inspection_leading_group', "
            "'competent_department', 'training_manager', 'statistician', 'security_officer', "
            "'system_admin', 'auditor', 'evaluator')",
            name=op.f("ck_role_grants_role"),
        ),
        sa.CheckConstraint("ends_on IS NULL OR ends_on >= begins_on", name=op.f("ck_role_grants_ends_on")),
        sa.ForeignKeyConstraint(
            ["officer_id", "duty"], ["officers.id", "officers.duty"], name="fk_role_grants_duty"
        ),
        sa.ForeignKeyConstraint(
            ["officer_id"], ["officers.id"], name=op.f("fk_role_grants_officer_id_officers")
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisations.id"],
            name=op.f("fk_role_grants_organisation_id_organisations"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_role_grants")),
    )
    op.create_index(
        "ix_role_grants_officer_id",
        "role_grants",
        ["officer_id"],
        unique=False,
        postgresql_where=sa.text("ended_at IS NULL"),
    )
    op.create_index(
        "ix_role_grants_organisation_id",
        "role_grants",
        ["organisation_id"],
        unique=False,
        postgresql_where=sa.text("ended_at IS NULL"),
    )
    op.create_index(
        "uq_role_grants_open",
        "role_grants",
        ["officer_id", "role", "organisation_id", "begins_on"],
        unique=True,
        postgresql_where=sa.text("ended_at IS NULL"),
    )
    op.create_table(
        "delegations",
        sa.Column("grant_id", sa.Uuid(), nullable=False),
        sa.Column("from_officer", sa.Uuid(), nullable=False),
        sa.Column("to_officer", sa.Uuid(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("begins_on", sa.Date(), nullable=False),
        sa.Column("in_force", sa.Boolean(), nullable=False),
        sa.Column("made_by", sa.Text(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended_by", sa.Text(), nullable=True),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("ends_on >= begins_on", name=op.f("ck_delegations_ends_on")),
        sa.CheckConstraint("from_officer <> to_officer", name=op.f("ck_delegations_other")),
        sa.ForeignKeyConstraint(
            ["from_officer"], ["officers.id"], name=op.f("fk_delegations_from_officer_officers")
        ),
        sa.ForeignKeyConstraint(
            ["grant_id"], ["role_grants.id"], name=op.f("fk_delegations_grant_id_role_grants")
        ),
        sa.ForeignKeyConstraint(
            ["to_officer"], ["officers.id"], name=op.f("fk_delegations_to_officer_officers")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_delegations")),
    )
    op.create_index(
        "ix_delegations_from_officer",
        "delegations",
        ["from_officer"],
        unique=False,
        postgresql_where=sa.text("ended_at IS NULL"),
    )
    op.create_index(
        "ix_delegations_grant_id",
        "delegations",
        ["grant_id"],
        unique=False,
        postgresql_where=sa.text("ended_at IS NULL"),
    )
    op.create_index(
        "ix_delegations_to_officer",
        "delegations",
        ["to_officer"],
        unique=False,
        postgresql_where=sa.text("ended_at IS NULL"),
    )
    op.create_table(
        "clearances",
        sa.Column("officer_id", sa.Uuid(), nullable=False),
        sa.Column("level", sa.Text(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("order_number", sa.Text(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("begins_on", sa.Date(), nullable=False),
        sa.Column("in_force", sa.Boolean(), nullable=False),
        sa.Column("made_by", sa.Text(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended_by", sa.Text(), nullable=True),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.CheckConstraint(
            "level IN ('public', 'internal', 'work_secret', 'confidential', 'secret', 'top_secret')",
            name=op.f("ck_clearances_level"),
        ),
        sa.CheckConstraint("ends_on IS NULL OR ends_on >= begins_on", name=op.f("ck_clearances_ends_on")),
        sa.ForeignKeyConstraint(
            ["officer_id"], ["officers.id"], name=op.f("fk_clearances_officer_id_officers")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_clearances")),
    )
    op.create_index(
        "ix_clearances_officer_id",
        "clearances",
        ["officer_id"],
        unique=False,
        postgresql_where=sa.text("ended_at IS NULL"),
    )
    op.create_table(
        "declared_relations",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("officer_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=True),
        sa.Column("details", sa.LargeBinary(), nullable=False),
        sa.Column("declared_by", sa.Text(), nullable=False),
        sa.Column("declared_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "kind IN ('spouse', 'parent', 'child', 'sibling', 'in_law', 'other_relative', "
            "'interest', 'other')",
            name=op.f("ck_declared_relations_kind"),
        ),
        sa.ForeignKeyConstraint(
            ["officer_id"], ["officers.id"], name=op.f("fk_declared_relations_officer_id_officers")
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisations.id"],
            name=op.f("fk_declared_relations_organisation_id_organisations"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_declared_relations")),
    )
    op.create_index(
        op.f("ix_declared_relations_officer_id"), "declared_relations", ["officer_id"], unique=False
    )
    op.create_table(
        "former_posts",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("officer_id", sa.Uuid(), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=True),
        sa.Column("unit", sa.Text(), nullable=True),
        sa.Column("position", sa.Text(), nullable=True),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("to_on", sa.Date(), nullable=True),
        sa.Column("declared_by", sa.Text(), nullable=False),
        sa.Column("declared_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "organisation_id IS NOT NULL OR unit IS NOT NULL", name=op.f("ck_former_posts_unit")
        ),
        sa.CheckConstraint("to_on IS NULL OR to_on >= from_on", name=op.f("ck_former_posts_to_on")),
        sa.ForeignKeyConstraint(
            ["officer_id"], ["officers.id"], name=op.f("fk_former_posts_officer_id_officers")
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisations.id"],
            name=op.f("fk_former_posts_organisation_id_organisations"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_former_posts")),
    )
    op.create_index(op.f("ix_former_posts_officer_id"), "former_posts", ["officer_id"], unique=False)
    read_write("role_grants", "delegations", "clearances", "declared_relations", "former_posts")


def downgrade() -> None:
    op.drop_table("former_posts")
    op.drop_table("declared_relations")
    op.drop_table("clearances")
    op.drop_table("delegations")
    op.drop_table("role_grants")
