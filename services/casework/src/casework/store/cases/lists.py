"""What the lists of cases and appeals may be sorted and filtered by."""

from __future__ import annotations

from types import MappingProxyType
from typing import Any

from casework.store.tables.cases import AppealRow, CaseRow
from shared.http.filters import any_of, equals, from_day, to_day
from shared.http.paging import Sorting

_CASES: Any = CaseRow.__table__
_APPEALS: Any = AppealRow.__table__

CASE_SORTING = Sorting(
    {name: _CASES.c[name] for name in ("created_at", "state")}, default="-created_at", last=_CASES.c.id
)
APPEAL_SORTING = Sorting(
    {name: _APPEALS.c[name] for name in ("created_at", "state")}, default="-created_at", last=_APPEALS.c.id
)
CASE_CONDITIONS = MappingProxyType(
    {
        **{name: any_of(_CASES.c[name]) for name in ("track", "case_type", "region", "field")},
        "clue_id": equals(_CASES.c.clue_id),
        "filed_from": from_day(_CASES.c.filed_on),
        "filed_to": to_day(_CASES.c.filed_on),
        "decided_from": from_day(_CASES.c.decided_on),
        "decided_to": to_day(_CASES.c.decided_on),
    }
)
APPEAL_CONDITIONS = MappingProxyType(
    {
        "kind": any_of(_APPEALS.c.kind),
        "case_id": equals(_APPEALS.c.case_id),
        "result": any_of(_APPEALS.c.result),
    }
)
