"""Notices of repeats as offices read them: counts, and the reports they name; nothing of what anybody wrote."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any
from uuid import UUID

from pydantic import Field

from intake.domain.duplicate_notice_lifecycle import DUPLICATE_NOTICE, DuplicateNotice
from intake.domain.report_lifecycle import REPORT
from intake.store.duplicate_notices import reports_named
from shared.audit.record import audit
from shared.db import Reader
from shared.db.engine import Row
from shared.directory.paths import code_of
from shared.http.answers import Answer
from shared.http.models import ObjectOut, Output
from shared.process.bodies import Command
from shared.process.desk import Call, Desk
from shared.process.export import Exported, check_many, sheet_of
from shared.process.find import seen_by
from shared.process.load import load_for
from shared.process.process import Changes, Step, Viewer
from shared.sheets.columns import Column, Kind

TITLE = "重复件通报"
SHEET = (
    Column("number", "首件编号", width=28),
    Column("field", "领域"),
    Column("repeat_count", "本季度重复件数", kind=Kind.NUMBER),
    Column("last_received_on", "最近一件收到日期", kind=Kind.DAY),
)


class DuplicateNoticeOut(ObjectOut):
    """A notice of repeats: to whom, of which quarter, and how many."""

    to: str
    quarter: Annotated[str, Field(examples=["2021-Q3"])]
    report_count: Annotated[int, Field(description="首件数 · reports that were repeated")]
    repeat_count: Annotated[int, Field(description="留存的重复件数 · repeats retained in the quarter")]
    last_received_on: Annotated[date, Field(description="最近一件收到日期 · when the last one came")]
    acknowledged_on: date | None


class NoticedReportOut(Output):
    """A report that was repeated."""

    report_id: UUID
    number: str | None
    field: str | None
    repeat_count: int
    last_received_on: date


class NoticedReportsOut(Output):
    """The reports a notice names that the caller may read, the most repeated first."""

    items: list[NoticedReportOut]


async def view_duplicate_notice(_: Reader, __: Desk, one: DuplicateNotice, ___: Viewer) -> dict[str, Any]:
    """Return a notice's own fields."""
    names = ("quarter", "report_count", "repeat_count", "last_received_on", "acknowledged_on")
    return {"to": code_of(one.to_path), **{name: getattr(one, name) for name in names}}


async def acknowledge_notice(step: Step[DuplicateNotice, Command]) -> Changes:
    """Keep the day. Rule: A10."""
    return Changes(columns={"acknowledged_on": step.today})


async def list_noticed_reports(desk: Desk, notice_id: UUID, call: Call) -> Answer:
    """Return the reports a notice names; one the caller may no longer read is left out.

    Raises: Problem `not_found`, `forbidden`.
    Rule: A10, 1.4.
    """
    _, rows = await _read(desk, notice_id, call, "reports")
    return Answer(200, {"items": [dict(row) for row in rows]})


async def export_noticed_reports(desk: Desk, notice_id: UUID, call: Call) -> Exported:
    """Return the same as a sheet to take away.

    Raises: Problem `not_found`, `forbidden`, `export_needs_head`.
    Rule: A10, 1.4(7).
    """
    notice, rows = await _read(desk, notice_id, call, "sheet")
    check_many(len(rows), call)
    shown = [{**row, "field": _field(desk, row["field"])} for row in rows]
    return await sheet_of(TITLE, SHEET, shown, call, f"{TITLE}-{notice.quarter}-")


async def _read(desk: Desk, notice_id: UUID, call: Call, group: str) -> tuple[DuplicateNotice, list[Row]]:
    process = desk.processes[DUPLICATE_NOTICE.name]
    permission = process.permission("read")
    async with desk.db.transaction(call.actor.scope(call.at)) as tx:
        notice, _ = await load_for(tx, desk, process, notice_id, call, permission, lock=False)
        rows = await reports_named(tx, notice_id, seen_by(desk, desk.processes[REPORT.name], call))
        audit(
            tx, call.actor, call.at, action=permission, object_type=process.name, object_id=notice_id,
            field_group=group, request_id=call.request_id, details={"rows": len(rows)},
        )  # fmt: skip
    return notice, rows


def _field(desk: Desk, code: str | None) -> str | None:
    return None if code is None else desk.vocabularies.label("livelihood_field", code, "zh-CN")
