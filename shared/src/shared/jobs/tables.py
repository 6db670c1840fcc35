"""Jobs: what is to be done, for whom, how far it is, and what came of it."""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import JSONB

from shared.db.base import MECHANISMS, instant

STATES = ("waiting", "running", "cancelling", "done", "failed", "cancelled")

jobs = sa.Table(
    "jobs",
    MECHANISMS,
    sa.Column("id", sa.Uuid, primary_key=True),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("owner", sa.Text, nullable=False),
    sa.Column("actor", JSONB, nullable=False),
    sa.Column("language", sa.Text, nullable=False),
    sa.Column("request_id", sa.Text, nullable=False),
    sa.Column("args", JSONB, nullable=False),
    sa.Column("payload", sa.LargeBinary),
    sa.Column("state", sa.Text, nullable=False),
    instant("due_at", nullable=True),
    sa.Column("lease", sa.Uuid),
    sa.Column("attempts", sa.SmallInteger, nullable=False),
    sa.Column("position", sa.Integer, nullable=False),
    sa.Column("done", sa.Integer, nullable=False),
    sa.Column("total", sa.Integer),
    sa.Column("result", JSONB),
    sa.Column("file", sa.LargeBinary),
    sa.Column("file_name", sa.Text),
    sa.Column("file_size", sa.BigInteger),
    sa.Column("stored_key", sa.Text),
    sa.Column("problem", JSONB),
    instant("created_at"),
    instant("finished_at", nullable=True),
    instant("expires_at", nullable=True),
    sa.CheckConstraint(f"state IN ({', '.join(repr(state) for state in STATES)})", name="state"),
    sa.CheckConstraint("(due_at IS NULL) = (finished_at IS NOT NULL)", name="due_until_finished"),
    sa.CheckConstraint("(file IS NULL) = (file_name IS NULL)", name="file_named"),
    sa.CheckConstraint("(stored_key IS NULL) = (file_size IS NULL)", name="file_stored_whole"),
    sa.Index("ix_jobs_due_at", "due_at", postgresql_where=sa.text("due_at IS NOT NULL")),
    sa.Index("ix_jobs_owner", "owner", "created_at"),
    sa.Index("ix_jobs_expires_at", "expires_at", postgresql_where=sa.text("expires_at IS NOT NULL")),
    info={"rings": "jobs"},
)
"""`due_at` is when somebody may take the job: the start asked for while it waits, the end of the lease while it runs.

`args` are codes, ids and figures; `payload` is sealed, and so is the result's file. It lies in the object store under
`stored_key`, and `file` is the wrapped key that opens it; what an older release made lies in `file` itself. `actor` is
the owner with the rights held when the job was asked for; they are compared with the present ones before it runs.
`position` is how far steps are committed, `done` of `total` what is shown meanwhile.
"""
