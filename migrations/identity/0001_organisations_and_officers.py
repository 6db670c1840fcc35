"""Organisations, contact zones and officers.

Why: rights need people, and people need a place in the tree.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from migrations.rights import read_write

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "organisations",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("path", sa.Text(), nullable=False),
        sa.Column("parent_id", sa.Uuid(), nullable=True),
        sa.Column("relation", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("sub_kind", sa.Text(), nullable=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("name_en", sa.Text(), nullable=True),
        sa.Column("host_id", sa.Uuid(), nullable=True),
        sa.Column("opened_on", sa.Date(), nullable=False),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("(parent_id IS NULL) = (relation = 'root')", name=op.f("ck_organisations_root")),
        sa.CheckConstraint(
            "kind IN ('city_commission', 'petition_office', 'case_management_office', "
            "'party_style_office', 'supervision_office', 'investigation_office', "
            "'case_review_office', 'cadre_supervision_office', 'staff_office', 'stationed_group', "
            "'dispatched_work_committee', 'enterprise_school_discipline_body', "
            "'unit_discipline_committee', 'district_commission', 'town_commission', "
            "'village_supervision_liaison', 'inspection_office', 'inspection_team', "
            "'inspection_leading_group', 'party_committee', 'organization_department', "
            "'competent_department', 'village_community', 'collective_company')",
            name=op.f("ck_organisations_kind"),
        ),
        sa.CheckConstraint("relation IN ('root', 'unit', 'organ')", name=op.f("ck_organisations_relation")),
        sa.CheckConstraint(
            "closed_on IS NULL OR closed_on >= opened_on", name=op.f("ck_organisations_closed_on")
        ),
        sa.ForeignKeyConstraint(
            ["host_id"], ["organisations.id"], name=op.f("fk_organisations_host_id_organisations")
        ),
        sa.ForeignKeyConstraint(
            ["parent_id"], ["organisations.id"], name=op.f("fk_organisations_parent_id_organisations")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_organisations")),
        sa.UniqueConstraint("code", name=op.f("uq_organisations_code")),
        sa.UniqueConstraint("path", name=op.f("uq_organisations_path")),
    )
    op.create_index("ix_organisations_parent_id", "organisations", ["parent_id"], unique=False)
    op.create_index(
        "ix_organisations_path_prefix",
        "organisations",
        ["path"],
        unique=False,
        postgresql_ops={"path": "text_pattern_ops"},
    )
    op.create_table(
        "officers",
        sa.Column("login", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Text(), nullable=True),
        sa.Column("duty", sa.Text(), nullable=False),
        sa.Column("joined_on", sa.Date(), nullable=False),
        sa.Column("left_on", sa.Date(), nullable=True),
        sa.Column("successor_id", sa.Uuid(), nullable=True),
        sa.Column("search", postgresql.TSVECTOR(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Text(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("holder_path", sa.Text(), nullable=False),
        sa.Column("secrecy", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("(state = 'left') = (left_on IS NOT NULL)", name=op.f("ck_officers_left_on")),
        sa.CheckConstraint(
            "duty IN ('business', 'auditor', 'security_officer', 'system_admin')",
            name=op.f("ck_officers_duty"),
        ),
        sa.CheckConstraint("state IN ('active', 'suspended', 'left')", name=op.f("ck_officers_state")),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f("fk_officers_organisation_id_organisations")
        ),
        sa.ForeignKeyConstraint(
            ["successor_id"], ["officers.id"], name=op.f("fk_officers_successor_id_officers")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_officers")),
        sa.UniqueConstraint("id", "duty", name=op.f("uq_officers_id_duty")),
        sa.UniqueConstraint("login", name=op.f("uq_officers_login")),
        sa.UniqueConstraint("number", name=op.f("uq_officers_number")),
    )
    op.create_index(
        "ix_officers_holder_path",
        "officers",
        ["holder_path"],
        unique=False,
        postgresql_ops={"holder_path": "text_pattern_ops"},
    )
    op.create_index("ix_officers_organisation_id", "officers", ["organisation_id", "state"], unique=False)
    op.create_index("ix_officers_search", "officers", ["search"], unique=False, postgresql_using="gin")
    op.create_table(
        "contact_zones",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("office_id", sa.Uuid(), nullable=False),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["office_id"], ["organisations.id"], name=op.f("fk_contact_zones_office_id_organisations")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contact_zones")),
        sa.UniqueConstraint("code", name=op.f("uq_contact_zones_code")),
    )
    op.create_table(
        "contact_zone_members",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("zone_id", sa.Uuid(), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=True),
        sa.Column("officer_id", sa.Uuid(), nullable=True),
        sa.Column("since_on", sa.Date(), nullable=False),
        sa.Column("until_on", sa.Date(), nullable=True),
        sa.CheckConstraint(
            "(organisation_id IS NULL) <> (officer_id IS NULL)", name=op.f("ck_contact_zone_members_either")
        ),
        sa.ForeignKeyConstraint(
            ["officer_id"], ["officers.id"], name=op.f("fk_contact_zone_members_officer_id_officers")
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisations.id"],
            name=op.f("fk_contact_zone_members_organisation_id_organisations"),
        ),
        sa.ForeignKeyConstraint(
            ["zone_id"], ["contact_zones.id"], name=op.f("fk_contact_zone_members_zone_id_contact_zones")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contact_zone_members")),
    )
    op.create_index(
        op.f("ix_contact_zone_members_zone_id"), "contact_zone_members", ["zone_id"], unique=False
    )
    op.create_index(
        "uq_contact_zone_members_officer",
        "contact_zone_members",
        ["zone_id", "officer_id"],
        unique=True,
        postgresql_where=sa.text("until_on IS NULL AND officer_id IS NOT NULL"),
    )
    op.create_index(
        "uq_contact_zone_members_organisation",
        "contact_zone_members",
        ["zone_id", "organisation_id"],
        unique=True,
        postgresql_where=sa.text("until_on IS NULL AND organisation_id IS NOT NULL"),
    )
    read_write("organisations", "officers", "contact_zones", "contact_zone_members")


def downgrade() -> None:
    op.drop_table("contact_zone_members")
    op.drop_table("contact_zones")
    op.drop_table("officers")
    op.drop_table("organisations")
