"""Casework's own tables, one module for each part. What officers write about a matter lies sealed, nowhere else."""

from __future__ import annotations

from sqlalchemy.orm import DeclarativeBase

from shared.db.base import metadata_for_service


class Base(DeclarativeBase):
    """Declares tables only; there are no sessions."""

    metadata = metadata_for_service()
