"""From rows to objects and back, for every kind of object of this service."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from datetime import datetime
from typing import Any, TypeVar

from shared.db.engine import Row
from shared.process import aggregate

T = TypeVar("T")


def reader_of(kind: type[T]) -> Callable[[Row], T]:
    """Return what makes an object of a row that has all its columns; lists become tuples."""
    names = tuple(field.name for field in fields(kind))  # type: ignore[arg-type]

    def read(row: Row) -> T:
        return kind(**{name: _fixed(row[name]) for name in names})

    return read


def columns_of(subject: Any, created_at: datetime) -> dict[str, Any]:
    """Return the row of a new object."""
    values = aggregate.columns_of(subject)
    return {**{name: _loose(value) for name, value in values.items()}, "created_at": created_at}


def _fixed(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def _loose(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value
