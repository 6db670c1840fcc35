"""The life of a request for data on a unit to be inspected (提供被巡察单位信访情况), as one table.

Rule: R-A7, RPT Art 32.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum, auto
from typing import Any
from uuid import UUID

from shared.auth.roles import Role
from shared.lifecycle import Lifecycle, Row, by

ASKING = "asking"
"""Capacity of the organisation that asked."""


class UnitDataState(StrEnum):
    """Where a request stands."""

    ASKED = auto()
    SUPPLIED = auto()
    DECLINED = auto()


class UnitDataAction(StrEnum):
    """What can be done with a request."""

    SUPPLY = auto()
    DECLINE = auto()


@dataclass(frozen=True, slots=True)
class UnitDataRequest:
    """A request: on which unit, for which period, asked by whom. `supplied` are counts and report numbers, no texts."""

    id: UUID
    number: str | None
    state: str
    version: int
    holder_path: str
    secrecy: str
    unit: str
    period_from: date
    period_to: date
    asked_by: str
    asked_path: str
    supplied: dict[str, Any] | None = None
    supplied_on: date | None = None


S, A = UnitDataState, UnitDataAction
OFFICER = by(Role.PETITION_OFFICER)

LABELS = {
    S.ASKED: ("待提供", "Asked"),
    S.SUPPLIED: ("已提供", "Supplied"),
    S.DECLINED: ("不予提供", "Declined"),
    A.SUPPLY: ("提供", "Supply"),
    A.DECLINE: ("不予提供", "Decline"),
}

# fmt: off
UNIT_DATA_REQUEST = Lifecycle(
    name="unit_data_request", title=("被巡察单位信访情况", "Data on a unit"), initial=S.ASKED,
    final=[S.SUPPLIED, S.DECLINED], labels=LABELS, rows=[
    Row("R-A7", (S.ASKED,), A.SUPPLY,  S.SUPPLIED, OFFICER, ("S2",), event="unit_data_request.supplied",
        basis="RPT Art 32"),
    Row("R-A7", (S.ASKED,), A.DECLINE, S.DECLINED, OFFICER, ("S2",), basis="RPT Art 32"),
])
# fmt: on
