"""The tables of what staff and other systems enter."""

from __future__ import annotations

from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from intake.store.tables import Base


class SourceRow(Base):
    """A number of another system, and the matter it became."""

    __tablename__ = "sources"

    system: Mapped[str] = mapped_column(sa.Text, primary_key=True)
    ref: Mapped[str] = mapped_column(sa.Text, primary_key=True)
    digest: Mapped[bytes] = mapped_column(sa.LargeBinary)
    object_type: Mapped[str] = mapped_column(sa.Text)
    object_id: Mapped[UUID] = mapped_column(sa.Uuid)


class UnaskedNamesRow(Base):
    """A matter about people of whom nobody has asked yet whether they are officers. Gone when somebody has."""

    __tablename__ = "unasked_names"

    object_id: Mapped[UUID] = mapped_column(sa.Uuid, primary_key=True)
    object_type: Mapped[str] = mapped_column(sa.Text)
