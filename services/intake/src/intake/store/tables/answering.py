"""What belongs to answering people: notes they never see, and texts that may quote them after all."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from intake.store.tables import Base
from shared.process.aggregate import AggregateColumns


class NoteRow(Base):
    """An internal note on a matter, sealed. No policy shows it to the holder of a receipt."""

    __tablename__ = "notes"

    id: Mapped[UUID] = mapped_column(sa.Uuid, primary_key=True)
    object_id: Mapped[UUID] = mapped_column(sa.Uuid, index=True)
    text: Mapped[bytes] = mapped_column(sa.LargeBinary)
    written_by: Mapped[str] = mapped_column(sa.Text)
    by_path: Mapped[str] = mapped_column(sa.Text)
    at: Mapped[datetime] = mapped_column(sa.DateTime(timezone=True))


class QuotationRow(AggregateColumns, Base):
    """A text that quotes a report, sealed, and whether two people allowed it to leave."""

    __tablename__ = "quotations"

    object_type: Mapped[str] = mapped_column(sa.Text)
    object_id: Mapped[UUID] = mapped_column(sa.Uuid, index=True)
    digest: Mapped[bytes] = mapped_column(sa.LargeBinary)
    asked_by: Mapped[str] = mapped_column(sa.Text)
    text: Mapped[bytes] = mapped_column(sa.LargeBinary)
    reason: Mapped[bytes] = mapped_column(sa.LargeBinary)
