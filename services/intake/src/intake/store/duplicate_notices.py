"""Notices of repeats: whom a quarter's repeats concern, which quarters were told, and the reports a notice names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime
from operator import itemgetter
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from intake.domain.duplicate_notice_lifecycle import TOLD_AS, DuplicateNotice
from intake.domain.quarters import Quarter
from intake.domain.stub_lifecycle import SEALED_AWAY
from intake.store.tables import ReportRow
from intake.store.tables.merging import DuplicateNoticeRow, NoticedQuarterRow, NoticedReportRow
from shared.auth.predicate import Visible
from shared.db import Reader, Transaction
from shared.db.engine import Row
from shared.directory.tables import directory
from shared.http.filters import equals
from shared.http.paging import Sorting
from shared.needtoknow.tables import need_to_know

_fields = itemgetter(*(field.name for field in fields(DuplicateNotice)))
_notices: Any = DuplicateNoticeRow.__table__
_reports: Any = ReportRow.__table__
_named: Any = NoticedReportRow.__table__
MOST_NAMED = 5000
_ONE_AT_A_TIME = sa.select(sa.func.pg_advisory_xact_lock(sa.func.hashtext("noticed_quarters")))

NOTICE_SORTING = Sorting({"created_at": _notices.c.created_at}, default="-created_at", last=_notices.c.id)
quarter_is = equals(_notices.c.quarter_from)


@dataclass(frozen=True, slots=True)
class Repeated:
    """A report that was repeated, and one of those who handle it: how often, and when the last one came."""

    report_id: UUID
    holder_path: str
    secrecy: str
    to_path: str
    capacity: str
    repeat_count: int
    last_received_on: date


def sent_to(codes: Sequence[str]) -> sa.ColumnElement[bool]:
    """Select notices to organisations by their codes."""
    paths = sa.select(directory.c.path).where(directory.c.code.in_(codes))
    return _notices.c.to_path.in_(paths)  # type: ignore[no-any-return]


def duplicate_notice_of(row: Row) -> DuplicateNotice:
    return DuplicateNotice(*_fields(row))


async def newest_noticed(tx: Transaction) -> date | None:
    """Return the first day of the newest quarter that was told; a second worker waits here and finds it told."""
    await tx.all(_ONE_AT_A_TIME)
    found: date | None = await tx.scalar(sa.select(sa.func.max(NoticedQuarterRow.quarter_from)))
    return found


def keep_noticed(tx: Transaction, quarter: Quarter, at: datetime) -> None:
    """Say that a quarter was told."""
    tx.add(NoticedQuarterRow, quarter_from=quarter.first_day, made_at=at)


async def repeated_in(reader: Reader, quarter: Quarter, at: datetime) -> list[Repeated]:
    """Return the reports with repeats retained in a quarter, once for each office or organ that handles them.

    What went up sealed, as first report or as repeat, is no one's to be told of. Rule: A10, C-6, SoD-5.
    """
    first, repeat = _reports.alias("first"), _reports.alias("repeat")
    known = need_to_know.c
    handled = sa.and_(
        known.object_id == first.c.id, known.capacity.in_(TOLD_AS), known.since <= at,
        sa.or_(known.until.is_(None), known.until > at),
    )  # fmt: skip
    one = (first.c.id, first.c.holder_path, first.c.secrecy, known.grantee, known.capacity)
    rows = await reader.all(
        sa.select(*one, sa.func.count(), sa.func.max(repeat.c.received_on))
        .join_from(repeat, first, first.c.id == repeat.c.is_duplicate_of)
        .join(need_to_know, handled)
        .join(directory, directory.c.path == known.grantee)
        .where(
            repeat.c.retained_on.between(quarter.first_day, quarter.last_day),
            repeat.c.holder_path != SEALED_AWAY, first.c.holder_path != SEALED_AWAY,
        )
        .group_by(*one)
        .order_by(first.c.holder_path, known.grantee, first.c.id)
    )  # fmt: skip
    return [Repeated(*row.values()) for row in rows]


def name_report(tx: Transaction, notice_id: UUID, one: Repeated) -> None:
    """Name a report in a notice."""
    tx.add(
        NoticedReportRow, notice_id=notice_id, report_id=one.report_id, repeat_count=one.repeat_count,
        last_received_on=one.last_received_on,
    )  # fmt: skip


async def reports_named(reader: Reader, notice_id: UUID, seen: Visible) -> list[Row]:
    """Return the reports a notice names that the caller may read now, the most repeated first."""
    return await reader.all(
        sa.select(
            _named.c.report_id, _reports.c.number, _reports.c.field, _named.c.repeat_count,
            _named.c.last_received_on,
        )
        .join_from(_named, _reports, _reports.c.id == _named.c.report_id)
        .where(_named.c.notice_id == notice_id, seen.condition)
        .order_by(_named.c.repeat_count.desc(), _named.c.last_received_on.desc(), _named.c.report_id)
        .limit(MOST_NAMED),
        **seen.values,
    )  # fmt: skip


PARTS = sa.select(_named.c.notice_id.label("id"), _named.c.report_id.label("above"))
"""What a notice hangs on: every report it names."""
