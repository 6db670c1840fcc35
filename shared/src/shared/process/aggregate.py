"""What every object that moves through a process has, as columns and as a protocol."""

from __future__ import annotations

from dataclasses import fields
from datetime import datetime
from typing import Any, Protocol
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column


class AggregateColumns:
    """Columns of an object that a process moves. `holder_path` is the organisation that holds it now."""

    id: Mapped[UUID] = mapped_column(sa.Uuid, primary_key=True)
    number: Mapped[str | None] = mapped_column(sa.Text, unique=True)
    state: Mapped[str] = mapped_column(sa.Text, nullable=False)
    version: Mapped[int] = mapped_column(sa.BigInteger, nullable=False)
    holder_path: Mapped[str] = mapped_column(sa.Text, nullable=False)
    secrecy: Mapped[str] = mapped_column(sa.Text, nullable=False)
    created_at: Mapped[datetime] = mapped_column(sa.DateTime(timezone=True), nullable=False)


class Subject(Protocol):
    """The least a domain object tells the machinery about itself."""

    @property
    def id(self) -> UUID: ...  # noqa: D102
    @property
    def number(self) -> str | None: ...  # noqa: D102
    @property
    def state(self) -> str: ...  # noqa: D102
    @property
    def version(self) -> int: ...  # noqa: D102
    @property
    def holder_path(self) -> str: ...  # noqa: D102
    @property
    def secrecy(self) -> str: ...  # noqa: D102


def columns_of(subject: Any) -> dict[str, Any]:
    """Return an object's fields by name, as its row takes them; `asdict` copies deeply and takes 15 times as long."""
    kind = type(subject)
    names = _names.get(kind)
    if names is None:
        names = _names[kind] = tuple(field.name for field in fields(kind))
    return {name: getattr(subject, name) for name in names}


_names: dict[type, tuple[str, ...]] = {}
