"""From rows to joint tasks, secondments, board tasks, shares and consultations, and back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from datetime import datetime
from typing import Any, TypeVar

from casework.domain.linkage.board_task_lifecycle import BoardTask
from casework.domain.linkage.consultation_lifecycle import Consultation
from casework.domain.linkage.linkage_task import LinkageTask
from casework.domain.linkage.secondment import Secondment
from casework.domain.linkage.share_lifecycle import Share
from shared.db.engine import Row
from shared.process.aggregate import columns_of

S = TypeVar("S")
_LISTS = frozenset({"units", "officer_ids"})


def _reader(kind: type[S]) -> Callable[[Row], S]:
    names = tuple(field.name for field in fields(kind))  # type: ignore[arg-type]

    def read(row: Row) -> S:
        return kind(**{name: tuple(row[name]) if name in _LISTS else row[name] for name in names})

    return read


linkage_task_of = _reader(LinkageTask)
secondment_of = _reader(Secondment)
board_task_of = _reader(BoardTask)
share_of = _reader(Share)
consultation_of = _reader(Consultation)


def row_of(subject: Any, created_at: datetime) -> dict[str, Any]:
    """Return the row of a new object."""
    values = columns_of(subject)
    lists = {name: list(values[name]) for name in _LISTS & values.keys()}
    return {**values, **lists, "created_at": created_at}
