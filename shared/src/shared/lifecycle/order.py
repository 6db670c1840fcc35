"""The second wall around the order of steps: the SQL by which the database refuses a change no move makes. Rule: 1.8.

The table of moves decides; this repeats from which state a row may go to which, so that a statement which went around
the table, by mistake or by hand, changes nothing. Who may, and whether guards hold, it does not know.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from shared.lifecycle.table import Lifecycle

_WORD = re.compile(r"[a-z][a-z0-9_]*")
_FUNCTION = """
CREATE OR REPLACE FUNCTION refuse_illegal_order() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.state <> OLD.state AND (OLD.state || '>' || NEW.state) <> ALL (TG_ARGV) THEN
        RAISE EXCEPTION 'no move leads from % to % in %', OLD.state, NEW.state, TG_TABLE_NAME
            USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$
"""


def walls_sql(moves: Mapping[str, str]) -> list[str]:
    """Return the statements for tables whose steps stand as `written_steps` writes them: what a migration runs."""
    return [statement for table, text in moves.items() for statement in order_sql(table, _read(text))]


def no_walls_sql(moves: Mapping[str, str]) -> list[str]:
    """Return the statements that take these walls down; the function stays, other chains of migrations use it."""
    return [f"DROP TRIGGER {table}_in_order ON {table}" for table in moves]


def order_sql(table: str, steps: Iterable[str]) -> list[str]:
    """Return the statements that let a table's `state` change only by these steps, `from>to`; said again, they replace."""
    listed = sorted(steps)
    for word in (table, *(word for step in listed for word in step.split(">"))):
        if not _WORD.fullmatch(word):
            raise ValueError(f"{word!r} is no name of ours")
    arguments = ", ".join(f"'{step}'" for step in listed)
    trigger = (
        f"CREATE OR REPLACE TRIGGER {table}_in_order BEFORE UPDATE OF state ON {table}"
        f" FOR EACH ROW EXECUTE FUNCTION refuse_illegal_order({arguments})"
    )
    return [_FUNCTION, trigger]


def steps_of(lifecycle: Lifecycle) -> set[str]:
    """Return every change of state some move makes."""
    return {
        f"{source.value}>{row.to.value}"
        for row in lifecycle.rows
        for source in row.sources
        if source != row.to
    }


def written_steps(lifecycle: Lifecycle) -> str:
    """Return every change of state as a migration keeps it: a line `from: to to` for each state, in the table's order."""
    targets: dict[str, list[str]] = {}
    for row in lifecycle.rows:
        for source in row.sources:
            known = targets.setdefault(source.value, [])
            if source != row.to and row.to.value not in known:
                known.append(row.to.value)
    return "\n".join(f"{source}: {' '.join(known)}" for source, known in targets.items() if known)


def _read(text: str) -> set[str]:
    """Return the steps `from>to` of what `written_steps` wrote."""
    lines = [line.split(":") for line in text.strip().splitlines()]
    return {f"{source.strip()}>{target}" for source, targets in lines for target in targets.split()}
