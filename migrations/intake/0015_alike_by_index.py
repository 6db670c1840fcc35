"""Let indexes find what may tell the same, among a million matters as among a thousand.

Why: PostgreSQL asks no index of arrays before it has asked the wall about each row. The function asks the wall once,
and the index then; who may read what it names is asked of the matters themselves. And place and field get an index.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from migrations.rights import role

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

_FUNCTION = """
CREATE FUNCTION sealed_terms_alike(asked_names integer[], asked_facts integer[]) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER ROWS 50 SET search_path = pg_catalog, public AS $$
    SELECT object_id FROM public.sealed_terms WHERE (names && asked_names OR facts && asked_facts)
        AND (SELECT current_setting('app.kind', true) IN ('worker', 'officer'))
$$
"""
MATTERS = ("reports", "demands")


def upgrade() -> None:
    """Write the function, which runs as the table's owner, and the indexes."""
    op.execute("ALTER TABLE sealed_terms NO FORCE ROW LEVEL SECURITY")
    op.execute(_FUNCTION)
    op.execute("REVOKE ALL ON FUNCTION sealed_terms_alike FROM PUBLIC")
    op.execute(f'GRANT EXECUTE ON FUNCTION sealed_terms_alike TO "{role("app")}"')
    for table in MATTERS:
        op.create_index(
            f"ix_{table}_near",
            table,
            ["region", "field", sa.text("received_on DESC")],
            postgresql_where=sa.text("number IS NOT NULL"),
        )


def downgrade() -> None:
    """Drop them."""
    for table in MATTERS:
        op.drop_index(f"ix_{table}_near", table)
    op.execute("DROP FUNCTION sealed_terms_alike")
    op.execute("ALTER TABLE sealed_terms FORCE ROW LEVEL SECURITY")
