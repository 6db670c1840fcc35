"""From rows to entries of the interference register and requests for recusal; what their lists are sorted by."""

from __future__ import annotations

from dataclasses import fields
from types import MappingProxyType
from typing import Any

from casework.domain.interference import Interference
from casework.domain.recusal_request import RecusalRequest
from casework.store.tables.conduct import InterferenceRow, RecusalRequestRow
from shared.db.engine import Row
from shared.http.filters import any_of, equals, from_day, to_day
from shared.http.paging import Sorting

interferences: Any = InterferenceRow.__table__
requests: Any = RecusalRequestRow.__table__
_INTERFERENCE = tuple(one.name for one in fields(Interference))
_REQUEST = tuple(one.name for one in fields(RecusalRequest))


def _sorting(table: Any) -> Sorting:
    return Sorting({"created_at": table.c.created_at}, default="-created_at", last=table.c.id)


INTERFERENCE_SORTING, REQUEST_SORTING = _sorting(interferences), _sorting(requests)
INTERFERENCE_CONDITIONS = MappingProxyType(
    {
        "kind": any_of(interferences.c.kind),
        "outcome": any_of(interferences.c.outcome),
        "matter_id": equals(interferences.c.matter_id),
        "occurred_from": from_day(interferences.c.occurred_on),
        "occurred_to": to_day(interferences.c.occurred_on),
    }
)
REQUEST_CONDITIONS = MappingProxyType(
    {"clue_id": equals(requests.c.clue_id), "decision": any_of(requests.c.decision)}
)


def interference_of(row: Row) -> Interference:
    return Interference(**{name: row[name] for name in _INTERFERENCE})


def request_of(row: Row) -> RecusalRequest:
    return RecusalRequest(**{name: row[name] for name in _REQUEST})
