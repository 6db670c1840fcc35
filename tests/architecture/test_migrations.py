"""Migrations only add, so that the release before goes on working; what takes away says that it is the last step."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from tests.architecture.tree import ROOT, named

REVISIONS = sorted((ROOT / "migrations").glob("*/[0-9]*.py"))
TAKES_AWAY = {
    "drop_column",
    "drop_constraint",
    "drop_index",
    "drop_table",
    "rename_table",
    "batch_alter_table",
}
SQL = re.compile(
    r"\b(DROP (TABLE|COLUMN|CONSTRAINT|INDEX)|RENAME (TO|COLUMN)|SET NOT NULL|ALTER COLUMN \w+ TYPE)\b",
    re.IGNORECASE,
)
BEFORE_THE_FIRST_RELEASE = {
    "migrations/rectification/0007_indexes_and_totals.py"
}  # nobody had rows to narrow
LAST_STEP = 'PHASE = "contract"'


def faults(text: str) -> list[str]:
    """Return what of a migration the release before could stumble over; its downgrade may do what it likes."""
    if LAST_STEP in text:
        return []
    tree = ast.parse(text)
    forward = [node for node in tree.body if getattr(node, "name", "") != "downgrade"]
    made = {_word(call) for call in _calls(forward) if _name(call) == "create_table"}
    return [fault for call in _calls(forward) if (fault := _fault(call, made))]


def _calls(nodes: list[ast.stmt]) -> list[ast.Call]:
    return [one for node in nodes for one in ast.walk(node) if isinstance(one, ast.Call)]


def _fault(call: ast.Call, made: set[str]) -> str:
    name, options = _name(call), {word.arg: word.value for word in call.keywords}
    if name == "execute" and (found := SQL.search(ast.unparse(call))):
        return found.group()
    if name in TAKES_AWAY:
        return name
    if name == "alter_column" and (
        set(options) & {"new_column_name", "type_"} or _is(options.get("nullable"), value=False)
    ):
        return "alter_column"
    if name == "add_column" and _word(call) not in made:
        column = call.args[1] if len(call.args) > 1 else None
        given = {word.arg: word.value for word in column.keywords} if isinstance(column, ast.Call) else {}
        is_computed = isinstance(column, ast.Call) and "Computed" in ast.unparse(column)
        if _is(given.get("nullable"), value=False) and "server_default" not in given and not is_computed:
            return "add_column without a default"
    return ""


def _name(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else ""


def _word(call: ast.Call) -> str:
    return ast.unparse(call.args[0]) if call.args else ""


def _is(node: ast.expr | None, *, value: bool) -> bool:
    return isinstance(node, ast.Constant) and node.value is value


@pytest.mark.parametrize("path", REVISIONS, ids=named)
def test_a_migration_only_adds(path: Path) -> None:
    if named(path) not in BEFORE_THE_FIRST_RELEASE:
        assert faults(path.read_text("utf-8")) == [], (
            f"add now, take away a release later, marked {LAST_STEP}"
        )


@pytest.mark.parametrize(
    "line",
    [
        'op.drop_column("reports", "region")',
        'op.rename_table("reports", "letters")',
        'op.alter_column("reports", "region", new_column_name="place")',
        'op.alter_column("reports", "region", nullable=False)',
        'op.alter_column("reports", "region", type_=sa.Integer())',
        'op.add_column("reports", sa.Column("note", sa.Text(), nullable=False))',
        'op.execute("ALTER TABLE reports DROP COLUMN region")',
        'op.execute("ALTER TABLE reports ALTER COLUMN region SET NOT NULL")',
    ],
)
def test_what_takes_away_is_found_unless_it_says_that_it_is_the_last_step(line: str) -> None:
    text = f"def upgrade():\n    {line}\n"
    assert len(faults(text)) == 1
    assert faults(f"{LAST_STEP}\n{text}") == []
    assert faults(f"def downgrade():\n    {line}\n") == []


def test_what_adds_is_let_through() -> None:
    text = """def upgrade():
    op.create_table("notes", sa.Column("id", sa.Uuid(), nullable=False))
    op.add_column("notes", sa.Column("at", sa.Date(), nullable=False))
    op.add_column("reports", sa.Column("note", sa.Text(), nullable=True))
    op.add_column("reports", sa.Column("size", sa.Integer(), nullable=False, server_default="0"))
    op.alter_column("reports", "region", nullable=True)
"""
    assert faults(text) == []
