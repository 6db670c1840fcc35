"""What false or superficial rectification is charged to: who rectified, who verified, who struck it off.

Why: it counts against both sides, and each account must be shown with its records.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from shared.auth.rls import child_policy_sql

from migrations.rights import append_only

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

TABLE = "false_charges"
REFERENCES = (
    ("false_rectification_id", "false_rectifications"),
    ("item_id", "rectification_items"),
    ("inspected_organization_id", "inspected_organizations"),
)
CHARGE_WHAT_WAS_FOUND = """
INSERT INTO false_charges
    (id, false_rectification_id, item_id, inspected_organization_id, part, body_path, charged_on)
SELECT gen_random_uuid(), f.id, f.item_id, f.inspected_organization_id, side.part, side.body_path, f.found_on
FROM false_rectifications f,
    LATERAL (VALUES ('rectified', f.rectifier_path), ('verified', f.acceptor_path)) AS side (part, body_path)
"""


def upgrade() -> None:
    """Create the table behind the wall of its item, and charge what was found before to who rectified and verified."""
    op.create_table(
        TABLE,
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("false_rectification_id", sa.Uuid(), nullable=False),
        sa.Column("item_id", sa.Uuid(), nullable=False),
        sa.Column("inspected_organization_id", sa.Uuid(), nullable=True),
        sa.Column("part", sa.Text(), nullable=False, comment="what the body had done"),
        sa.Column("body_path", sa.Text(), nullable=False),
        sa.Column("charged_on", sa.Date(), nullable=False),
        sa.CheckConstraint(
            "part IN ('rectified', 'verified', 'struck_off')", name=op.f("ck_false_charges_part")
        ),
        *(
            sa.ForeignKeyConstraint([column], [f"{table}.id"], name=op.f(f"fk_{TABLE}_{column}_{table}"))
            for column, table in REFERENCES
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_false_charges")),
        sa.UniqueConstraint(
            "false_rectification_id", "part", name=op.f("uq_false_charges_false_rectification_id_part")
        ),
    )
    for column in ("item_id", "inspected_organization_id"):
        op.create_index(op.f(f"ix_{TABLE}_{column}"), TABLE, [column])
    op.execute("SET LOCAL app.kind = 'worker'")  # the wall stands before the tables' owner too
    op.execute(CHARGE_WHAT_WAS_FOUND)
    append_only(TABLE)
    for statement in child_policy_sql(TABLE, "rectification_items", "item_id"):
        op.execute(statement)


def downgrade() -> None:
    """Drop it."""
    op.drop_table(TABLE)
