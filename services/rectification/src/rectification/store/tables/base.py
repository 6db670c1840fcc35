"""The base of all tables of rectification."""

from __future__ import annotations

from sqlalchemy.orm import DeclarativeBase

from shared.db.base import metadata_for_service


class Base(DeclarativeBase):
    """All tables of this service."""

    metadata = metadata_for_service()
