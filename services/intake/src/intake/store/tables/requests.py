"""The tables of requests about a matter: four of one shape, each behind a wall of its own."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from intake.store.tables import Base
from shared.process.aggregate import AggregateColumns


class RequestColumns(AggregateColumns):
    """A request: whom it is about by id, codes in `details`, words sealed in `asked` and `decided`."""

    object_type: Mapped[str] = mapped_column(sa.Text)
    object_id: Mapped[UUID] = mapped_column(sa.Uuid, index=True)
    requested_on: Mapped[date] = mapped_column(sa.Date)
    by_reporter: Mapped[bool] = mapped_column(sa.Boolean)
    details: Mapped[dict[str, Any]] = mapped_column(JSONB)
    asked: Mapped[bytes] = mapped_column(sa.LargeBinary)
    decided: Mapped[bytes | None] = mapped_column(sa.LargeBinary)


class ProtectionRequestRow(RequestColumns, Base):
    """A request for protection."""

    __tablename__ = "protection_requests"


class RecusalRequestRow(RequestColumns, Base):
    """A reporter's request that somebody keep away."""

    __tablename__ = "recusal_requests"


class RewardProposalRow(RequestColumns, Base):
    """A proposal to reward a reporter."""

    __tablename__ = "reward_proposals"


class TraceRequestRow(RequestColumns, Base):
    """A request to trace an anonymous reporter."""

    __tablename__ = "trace_requests"
