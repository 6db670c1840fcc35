"""What the lists of joint work may be sorted and filtered by."""

from __future__ import annotations

from types import MappingProxyType
from typing import Any

from casework.store.tables.consultations import ConsultationRow
from casework.store.tables.linkage import BoardTaskRow, LinkageTaskRow, ShareRow
from casework.store.tables.secondments import SecondmentRow
from shared.http.filters import any_of, equals
from shared.http.paging import Sorting

_TASKS: Any = LinkageTaskRow.__table__
_SECONDMENTS: Any = SecondmentRow.__table__
_PARTS: dict[str, Any] = {
    row.__tablename__: row.__table__ for row in (BoardTaskRow, ShareRow, ConsultationRow)
}


def _sorting(table: Any, *further: str) -> Sorting:
    columns = {name: table.c[name] for name in ("created_at", "state", *further)}
    return Sorting(columns, default="-created_at", last=table.c.id)


LINKAGE_TASK_SORTING = _sorting(_TASKS)
SECONDMENT_SORTING = _sorting(_SECONDMENTS, "from_on", "to_on")
BOARD_TASK_SORTING = _sorting(_PARTS["board_tasks"], "due_on")
SHARE_SORTING = _sorting(_PARTS["shares"])
CONSULTATION_SORTING = _sorting(_PARTS["consultations"], "held_on")

LINKAGE_TASK_CONDITIONS = MappingProxyType({name: any_of(_TASKS.c[name]) for name in ("matter", "kind")})
SECONDMENT_CONDITIONS = MappingProxyType(
    {name: equals(_SECONDMENTS.c[name]) for name in ("task_id", "officer_id")}
)
OF_TASK = MappingProxyType(
    {name: MappingProxyType({"task_id": equals(table.c.task_id)}) for name, table in _PARTS.items()}
)
