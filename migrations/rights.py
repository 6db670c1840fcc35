"""Who may do what with a table, in words; every table of a migration is followed by one of these.

The migrator owns tables. The application owns nothing; what it may do with a table is said here, and history,
audit and events it can only add to. The sealer fills in the columns it numbers.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op


def read_write(*tables: str, delete: bool = False) -> None:
    """Let the application read, add and change rows; delete only where rows may really vanish."""
    rights = "SELECT, INSERT, UPDATE, DELETE" if delete else "SELECT, INSERT, UPDATE"
    for table in tables:
        _grant(rights, table, "app")


def read_only(*tables: str) -> None:
    """Let the application read rows that only migrations write."""
    for table in tables:
        _grant("SELECT", table, "app")


def append_only(*tables: str) -> None:
    """Let the application read and add rows, never change or delete them."""
    for table in tables:
        _grant("SELECT, INSERT", table, "app")


def updatable(table: str, *columns: str) -> None:
    """Let the application change these columns of a table it can otherwise only add to."""
    _grant(f"UPDATE ({', '.join(columns)})", table, "app")


def sealed_by(table: str, *columns: str) -> None:
    """Let the sealer read rows and fill in these columns."""
    _grant("SELECT", table, "sealer")
    _grant(f"UPDATE ({', '.join(columns)})", table, "sealer")


def written_by_sealer(*tables: str, update: bool = False) -> None:
    """Let the sealer add rows to its own tables, and change the one that is its cursor; the application reads them."""
    for table in tables:
        _grant("SELECT, INSERT, UPDATE" if update else "SELECT, INSERT", table, "sealer")
        _grant("SELECT", table, "app")


def role(name: str) -> str:
    """Return the login that has a part (`app`, `sealer`) in the database being migrated."""
    return str(op.get_context().opts["roles"][name])


def _grant(rights: str, table: str, to: str) -> None:
    op.execute(sa.text(f'GRANT {rights} ON "{table}" TO "{role(to)}"'))
