"""Row-level security, the second wall: the SQL of its policies, for migrations.

It repeats place and need-to-know irrespective of role, so that a statement which forgot `predicate()` shows
nothing from elsewhere. It reads the context of `shared.db.Scope`; without one there are no rows:

* `officer`, `client`: objects held in, or known to, organisations of the caller's grants, less recusals;
* `worker`: all rows, for what the service does by itself;
* `service`: all rows of tables opened to other services, else none;
* `public`: rows of the receipt the caller holds, on tables that say how that is known.

Adding rows needs no context: it shows nobody anything, and a transaction that only adds rows is one
statement, which has no room for settings.

Settings are read in scalar subselects, which PostgreSQL evaluates once a statement instead of once a row. Each
costs planning, so there are as few as can be, and what follows from the context stands in it (`app.prefixes`).
"""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from uuid import UUID

import sqlalchemy as sa

from shared.db import Reader, Transaction

_NAME = re.compile(r"[a-z][a-z0-9_]*")
_KIND = "(SELECT replace(current_setting('app.kind', true), 'client', 'officer'))"
_WORKER_ONLY = f"{_KIND} = 'worker'"
_AT = "(SELECT COALESCE(NULLIF(current_setting('app.at', true), '')::timestamptz, now()))"
_SUBJECT = "(SELECT NULLIF(current_setting('app.subject', true), ''))"
_MOVED = "(SELECT NULLIF(current_setting('app.moved', true), '')::uuid)"
_PLACES = "(SELECT string_to_array(current_setting('app.places', true), ','))"
_PREFIXES = "(SELECT string_to_array(current_setting('app.prefixes', true), ','))"


def policy_sql(
    table: str, *, public: str | None = None, services: bool = False, holder: str = "holder_path"
) -> list[str]:
    """Return the statements that protect a table with columns `id` and a holder's path.

    `public` is the condition under which the holder of a receipt sees a row; `services` opens the table to
    other services' own calls. Deletion stays with the worker.
    """
    _check(table, holder)
    known = (  # OFFSET keeps PostgreSQL from gathering the whole table of rights for each statement
        f"SELECT FROM need_to_know n WHERE (n.grantee = {_SUBJECT} OR {_within('n.grantee')})"
        f" AND n.since <= {_AT} AND (n.until IS NULL OR n.until > {_AT}) AND n.object_id = {table}.id OFFSET 0"
    )
    recused = (  # an officer has few recusals: read once a statement, not once a row
        f"SELECT r.object_id FROM recusals r WHERE r.officer_id = {_SUBJECT}"  # noqa: S608 - our names, no values
        f" AND r.at <= {_AT} AND (r.until IS NULL OR r.until > {_AT})"
    )
    placed = f"({_within(holder)} OR EXISTS ({known}) OR id = {_MOVED}) AND id <> ALL(ARRAY({recused}))"
    seen = f"WHEN 'worker' THEN true WHEN 'officer' THEN {placed}"
    if services:
        seen += " WHEN 'service' THEN true"
    if public:
        seen += f" WHEN 'public' THEN {public}"
    visible = f"CASE {_KIND} {seen} ELSE false END"
    return _policies(table, visible)


def child_policy_sql(table: str, parents: str | tuple[str, ...], column: str) -> list[str]:
    """Return the statements that show a row exactly to those who see the row it belongs to."""
    several = (parents,) if isinstance(parents, str) else parents
    _check(table, column, *several)
    return _policies(table, _belongs_to_one_seen(table, several, column))


def worker_unasked_sql(table: str, parent: str, column: str) -> list[str]:
    """Return the statements that ask for each row of a child table, but no longer for the worker, who sees them all.

    For tables of which the service reads much by itself: asking takes three times as long as reading.
    """
    _check(table, column, parent)
    asked = _belongs_to_one_seen(table, (parent,), column)
    return _altered(table, f"CASE {_KIND} WHEN 'worker' THEN true ELSE {asked} END")


def worker_asked_sql(table: str, parent: str, column: str) -> list[str]:
    """Return the statements that undo `worker_unasked_sql`."""
    _check(table, column, parent)
    return _altered(table, _belongs_to_one_seen(table, (parent,), column))


def _belongs_to_one_seen(table: str, parents: tuple[str, ...], column: str) -> str:
    return " OR ".join(f"EXISTS (SELECT FROM {parent} p WHERE p.id = {table}.{column})" for parent in parents)


def _altered(table: str, visible: str) -> list[str]:
    return [
        f"ALTER POLICY {table}_seen ON {table} USING ({visible})",
        f"ALTER POLICY {table}_changed ON {table} USING ({visible})",
    ]


def further_parent_sql(table: str, parent: str, column: str) -> list[str]:
    """Return the statements that show rows of a child table also to those who see a row of one more parent.

    A later migration adds a parent without saying the earlier ones again: policies of one command add up.
    """
    _check(table, column, parent)
    seen = f"EXISTS (SELECT FROM {parent} p WHERE p.id = {table}.{column})"
    return [
        f"CREATE POLICY {table}_seen_with_{parent} ON {table} FOR SELECT USING ({seen})",
        f"CREATE POLICY {table}_changed_with_{parent} ON {table} FOR UPDATE USING ({seen}) WITH CHECK (true)",
    ]


def owner_policy_sql(table: str, owner: str, *, removable: bool = False) -> list[str]:
    """Return the statements that show a row to the worker and to its owner, whose id the column holds.

    `removable` lets the owner delete it too.
    """
    _check(table, owner)
    own = f"CASE {_KIND} WHEN 'worker' THEN true ELSE {owner} = {_SUBJECT} END"
    return _policies(table, own, removable=own if removable else _WORKER_ONLY)


def officers_policy_sql(table: str) -> list[str]:
    """Return the statements that show a table to officers and to the worker, and to nobody else.

    For what serves to find objects, whose own tables decide who sees which.
    """
    _check(table)
    inside = f"{_KIND} IN ('worker', 'officer')"
    return _policies(table, inside, removable=inside)


async def let_go(tx: Transaction, object_id: UUID) -> None:
    """Keep an object in this transaction's sight while it goes to another holder.

    PostgreSQL asks the reading policy about the new row too; without this nobody could hand a matter on.
    """
    await tx.all(sa.select(sa.func.set_config("app.moved", str(object_id), True)))


@asynccontextmanager
async def past_sight(tx: Reader) -> AsyncIterator[None]:
    """Let the service look at every row inside the block, for a question whose answer shows the caller none of them.

    A failure inside ends the transaction, and the widened context with it.
    """
    was = (
        sa.select(sa.func.current_setting("app.kind", True).label("kind"))
        .cte("was")
        .prefix_with("MATERIALIZED")
    )
    kind = await tx.scalar(sa.select(was.c.kind, sa.func.set_config("app.kind", "worker", True)))
    yield
    await tx.all(sa.select(sa.func.set_config("app.kind", kind or "", True)))


def _within(path: str) -> str:
    """Say that a path lies in one of the caller's places."""
    return f"({path} = ANY({_PLACES}::text[]) OR {path} ^@ ANY({_PREFIXES}::text[]))"


def _policies(table: str, visible: str, *, removable: str = _WORKER_ONLY) -> list[str]:
    return [
        f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY",
        f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY",
        f"CREATE POLICY {table}_seen ON {table} FOR SELECT USING ({visible})",
        f"CREATE POLICY {table}_added ON {table} FOR INSERT WITH CHECK (true)",
        f"CREATE POLICY {table}_changed ON {table} FOR UPDATE USING ({visible}) WITH CHECK (true)",
        f"CREATE POLICY {table}_removed ON {table} FOR DELETE USING ({removable})",
    ]


def _check(*names: str) -> None:
    for name in names:
        if not _NAME.fullmatch(name):
            raise ValueError(f"{name!r} is no name of ours")
