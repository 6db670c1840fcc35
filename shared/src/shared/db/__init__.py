"""PostgreSQL through asyncpg: statements are SQLAlchemy Core, transactions are visible `async with` blocks."""

from shared.db.compiler import Fixed, Together
from shared.db.engine import Database, Reader, Transaction, in_transaction
from shared.db.errors import DatabaseUnavailable, NotOneRow
from shared.db.scope import Scope

__all__ = [
    "Database", "DatabaseUnavailable", "Fixed", "NotOneRow", "Reader", "Scope", "Together", "Transaction",
    "in_transaction",
]  # fmt: skip
