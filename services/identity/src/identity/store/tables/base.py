"""What the row classes derive from."""

from __future__ import annotations

from sqlalchemy.orm import DeclarativeBase

from identity.store.tables import METADATA


class Base(DeclarativeBase):
    """Declares tables only; there are no sessions."""

    metadata = METADATA
