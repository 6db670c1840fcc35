"""Source trees of other releases: the one before this, and one after it whose migrations add to every big table."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from huiying.migrate import MIGRATIONS, head
from huiying.places import REPOSITORY
from huiying.programs import sources
from shared.service.app import API_VERSION

from tests.support.running_set import RunningSet

PARTS = ("services", "shared", "migrations", "deploy/huiying")
THIS = API_VERSION
NEXT = f"{THIS.rpartition('.')[0]}.{int(THIS.rpartition('.')[2]) + 1}"
BIG = {"identity": "officers", "intake": "reports", "casework": "clues", "rectification": "findings"}
MIGRATION = '''"""What a next release may bring: columns old code knows nothing of, an index, a table.

Why: so that both releases run on one schema.
"""

import sqlalchemy as sa
from alembic import op

from migrations.rights import read_write

revision = "{revision}"
down_revision = "{before}"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("{table}", sa.Column("next_note", sa.Text(), nullable=True))
    op.add_column("{table}", sa.Column("next_count", sa.Integer(), nullable=False, server_default="0"))
    op.create_index("ix_{table}_next_count", "{table}", ["next_count"])
    op.create_table("next_notes", sa.Column("id", sa.Uuid(), primary_key=True), sa.Column("note", sa.Text()))
    read_write("next_notes")


def downgrade() -> None:
    op.drop_table("next_notes")
    op.drop_column("{table}", "next_count")
    op.drop_column("{table}", "next_note")
'''


def previous_release(folder: Path) -> tuple[Path, str]:
    """Return the tree of the last release and its name; before the first, what was last committed."""
    if not (REPOSITORY / ".git").exists():
        return _copy(folder), "this tree"
    git = ["git", "-C", str(REPOSITORY)]
    tags = subprocess.run(
        [*git, "tag", "--sort=-v:refname", "--list", "v*"], capture_output=True, text=True, check=True
    )
    name = next(iter(tags.stdout.split()), "HEAD")
    archive = subprocess.run([*git, "archive", name, *PARTS], capture_output=True, check=True)
    folder.mkdir(parents=True)
    subprocess.run(["tar", "-x", "-C", str(folder)], input=archive.stdout, check=True)
    return folder, name


def next_release(folder: Path, services: Iterable[str]) -> Path:
    """Return a copy of our tree that calls itself later and has one more migration for each of the services."""
    tree = _copy(folder)
    app = tree / "shared/src/shared/service/app.py"
    text = app.read_text("utf-8")
    assert f'API_VERSION = "{THIS}"' in text
    app.write_text(text.replace(f'API_VERSION = "{THIS}"', f'API_VERSION = "{NEXT}"'), "utf-8")
    for service in services:
        before = head(service)
        assert before is not None
        revision = f"{int(before) + 1:04d}"
        text = MIGRATION.format(revision=revision, before=before, table=BIG[service])
        (tree / "migrations" / service / f"{revision}_next_release.py").write_text(text, "utf-8")
    return tree


def run_as(one: RunningSet, tree: Path, *arguments: str) -> None:
    """Run one of the operator's commands, as the release has it, on a running set."""
    command = [sys.executable, "-m", "huiying", *arguments]
    environment: dict[str, Any] = one.environment() | sources(tree)
    done = subprocess.run(
        command, env=environment, cwd=tree, capture_output=True, text=True, check=False, timeout=300
    )
    assert done.returncode == 0, done.stdout + done.stderr


def _copy(folder: Path) -> Path:
    for part in PARTS:
        shutil.copytree(
            REPOSITORY / part, folder / part, ignore=shutil.ignore_patterns("__pycache__", "*.docx.new")
        )
    assert (folder / "migrations").samefile(folder / MIGRATIONS.relative_to(REPOSITORY))
    return folder
