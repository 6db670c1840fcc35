"""Counts over reports, by registration (17.2), each receipt once (件次); only of what the caller may see."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date
from operator import itemgetter
from typing import Any
from uuid import UUID

import msgspec
import sqlalchemy as sa

from intake.domain.quarters import Quarter
from intake.domain.trend_report_lifecycle import TrendReport
from intake.domain.trends import Dimension, Tally
from intake.domain.unit_data_lifecycle import UnitDataRequest
from intake.store.tables import ReportRow
from intake.store.tables.publishing import TrendReportRow, UnitDataRequestRow
from intake.store.tables.routing import PaperRow
from shared.auth.predicate import Visible
from shared.auth.secrecy import SecrecyLevel
from shared.clocks.counting import day_begins, ends_at
from shared.db import Reader
from shared.db.engine import Row
from shared.http.filters import from_day, to_day
from shared.http.paging import Sorting
from shared.lifecycle.tables import history
from shared.sealing.seals import Seals

_trend = itemgetter(*(field.name for field in fields(TrendReport)))
_RECIPIENTS = [field.name for field in fields(TrendReport)].index("recipients")
_unit = itemgetter(*(field.name for field in fields(UnitDataRequest)))
_reports: Any = ReportRow.__table__
_trends: Any = TrendReportRow.__table__
_requests: Any = UnitDataRequestRow.__table__
_decode = msgspec.json.Decoder().decode
CONFIRMED = ("true", "partly_true", "basically_true")

TREND_SORTING = Sorting({"period_to": _trends.c.period_to}, default="-period_to", last=_trends.c.id)
TREND_CONDITIONS = {"period_from": from_day(_trends.c.period_from), "period_to": to_day(_trends.c.period_to)}
UNIT_SORTING = Sorting({"created_at": _requests.c.created_at}, default="-created_at", last=_requests.c.id)


@dataclass(frozen=True, slots=True)
class Period:
    """First and last day."""

    first: date
    last: date

    def year_before(self) -> Period:
        """Return the same period a year before; 29 February becomes 28 February."""
        return Period(_year_before(self.first), _year_before(self.last))


def _year_before(day: date) -> date:
    try:
        return day.replace(year=day.year - 1)
    except ValueError:
        return day.replace(year=day.year - 1, day=28)


def trend_report_of(row: Row) -> TrendReport:
    values = list(_trend(row))
    values[_RECIPIENTS] = tuple(values[_RECIPIENTS])
    return TrendReport(*values)


def unit_data_request_of(row: Row) -> UnitDataRequest:
    return UnitDataRequest(*_unit(row))


def _registered(period: Period, *besides: sa.ColumnElement[bool] | sa.TextClause) -> sa.Select[Any]:
    """Select reports registered in a period."""
    return (
        sa.select(_reports)
        .join(history, history.c.object_id == _reports.c.id)
        .where(
            history.c.action == "register",
            history.c.at >= day_begins(period.first),
            history.c.at < ends_at(period.last),
            *besides,
        )
    )


_CODES: dict[Dimension, Any] = {
    Dimension.PROBLEM: lambda rows: sa.func.unnest(rows.c.problem_types),
    Dimension.FIELD: lambda rows: rows.c.field,
    Dimension.REGION: lambda rows: rows.c.region,
    Dimension.UNIT: lambda rows: sa.func.unnest(rows.c.subject_organisations),
    Dimension.CHANNEL: lambda rows: rows.c.channel,
}


async def tallies(reader: Reader, seen: Visible, period: Period) -> tuple[list[Tally], int]:
    """Count the reports of a period and of the year before in every dimension; return them and the period's sum."""
    found = []
    for dimension in Dimension:
        now = await _counted(reader, seen, period, dimension)
        before = await _counted(reader, seen, period.year_before(), dimension)
        found += [
            Tally(
                dimension,
                code,
                now.get(code, (0, 0))[0],
                before.get(code, (0, 0))[0],
                now.get(code, (0, 0))[1],
            )
            for code in sorted(now.keys() | before.keys())
        ]
    rows = _registered(period, seen.condition).subquery()
    total: int = await reader.scalar(sa.select(sa.func.count()).select_from(rows), **seen.values)
    return found, total


async def _counted(
    reader: Reader, seen: Visible, period: Period, dimension: Dimension
) -> dict[str, tuple[int, int]]:
    """Return how many of each code there are, and how many of these turned out true."""
    rows = _registered(period, seen.condition).subquery()
    true = sa.func.coalesce(rows.c.truth_grade.in_(CONFIRMED), sa.false())
    coded = sa.select(_CODES[dimension](rows).label("code"), true.label("confirmed")).subquery()
    counted = (
        sa.select(
            coded.c.code, sa.func.count().label("count"),
            sa.func.count().filter(coded.c.confirmed).label("confirmed"),
        )
        .where(coded.c.code.is_not(None))
        .group_by(coded.c.code)
    )  # fmt: skip
    return {row["code"]: (row["count"], row["confirmed"]) for row in await reader.all(counted, **seen.values)}


async def about_unit(reader: Reader, unit: str, period: Period, *, held_by: str, secrecy: str) -> list[Row]:
    """Return number, category, problem types and truth grade of an office's reports about a unit, oldest first.

    Of what the transaction sees, and nothing more secret than `secrecy`.
    """
    rows = _registered(
        period,
        _reports.c.holder_path == held_by,
        _reports.c.secrecy.in_(SecrecyLevel(secrecy).admitted()),
        _reports.c.subject_organisations.contains([unit]),
    ).subquery()
    names = ("number", "category", "problem_types", "truth_grade")
    return await reader.all(
        sa.select(*(rows.c[name] for name in names)).order_by(rows.c.received_on, rows.c.id)
    )


async def concluded_in(reader: Reader, seen: Visible, quarter: Quarter, most: int) -> list[Row]:
    """Return what is fed back for a quarter: reports concluded in it, by office; merged ones go with their first."""
    return await reader.all(
        sa.select(_reports)
        .where(
            _reports.c.concluded_on.between(quarter.first_day, quarter.last_day),
            _reports.c.merged_into.is_(None), seen.condition,
        )
        .order_by(_reports.c.office_path, _reports.c.concluded_on, _reports.c.id)
        .limit(most),
        **seen.values,
    )  # fmt: skip


async def newest_papers(
    reader: Reader, seals: Seals, object_ids: Sequence[UUID], kind: str
) -> dict[UUID, dict[str, Any]]:
    """Open the newest paper of one kind of each object, its time under `at`."""
    rows = await reader.all(
        sa.select(PaperRow.__table__)
        .where(PaperRow.object_id.in_(object_ids), PaperRow.kind == kind)
        .order_by(PaperRow.inserted)
    )
    newest = {row["object_id"]: row for row in rows}
    return {
        object_id: {**_decode(seals.open(row["content"], "papers", row["id"], "content")), "at": row["at"]}
        for object_id, row in newest.items()
    }


async def analysis_of(reader: Reader, seals: Seals, report_id: UUID) -> str:
    """Open the words of a trend report."""
    sealed = await reader.scalar(sa.select(_trends.c.text).where(_trends.c.id == report_id))
    return seals.open_text(sealed, "trend_reports", report_id, "text")


async def reason_of(reader: Reader, seals: Seals, request_id: UUID) -> str:
    """Open why data on a unit are asked."""
    sealed = await reader.scalar(sa.select(_requests.c.reason).where(_requests.c.id == request_id))
    return seals.open_text(sealed, "unit_data_requests", request_id, "reason")
