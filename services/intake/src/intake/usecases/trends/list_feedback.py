"""R-A6: what handling offices owe the petition office for a quarter, what they fed back, and what is missing."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any
from uuid import UUID

from pydantic import Field

from intake.domain.quarters import quarter_named, quarter_of
from intake.domain.report_lifecycle import REPORT
from intake.store.trends import concluded_in, newest_papers
from shared.audit.record import audit
from shared.clocks.counting import day_of
from shared.db.engine import Row
from shared.directory.paths import code_of
from shared.http.answers import Answer
from shared.http.models import Output, Query
from shared.process.desk import Call, Desk
from shared.process.find import seen_by

MOST = 2000


class FeedbackQuery(Query):
    """Which quarter."""

    quarter: Annotated[
        str | None,
        Field(pattern=r"^20[0-9]{2}-Q[1-4]$", description="季度，默认上一季度 · else the last", examples=["2021-Q3"]),
    ] = None  # fmt: skip


class FeedbackOut(Output):
    """One report that is fed back; null is what is missing."""

    report_id: UUID
    number: str | None
    office: str | None
    concluded_on: date
    truth_grade: str | None
    disposal_way: str | None
    measures: str | None
    reporter_reaction: str | None
    fed_back_on: date | None


class OfficeOut(Output):
    """How far one office is."""

    office: str | None
    concluded: int
    missing: int


class QuarterFeedbackOut(Output):
    """The feedback of a quarter, by office."""

    quarter: str
    offices: list[OfficeOut]
    items: list[FeedbackOut]
    more: Annotated[bool, Field(description="超过 2000 件，未全部列出 · there are more than are listed")]


async def list_feedback(desk: Desk, query: FeedbackQuery, call: Call) -> Answer:
    """Return the feedback of a quarter over what the caller may read.

    Raises: Problem `forbidden`.
    Rule: R-A6, DL-06.
    """
    quarter = quarter_named(query.quarter) if query.quarter else quarter_of(call.today).before
    seen = seen_by(desk, desk.processes[REPORT.name], call, "read_papers")
    async with desk.db.transaction(call.actor.scope(call.at)) as tx:
        rows = await concluded_in(tx, seen, quarter, MOST + 1)
        listed = rows[:MOST]
        papers = await newest_papers(tx, desk.seals, [row["id"] for row in listed], "quarterly_feedback")
        audit(
            tx, call.actor, call.at, action="report:read_papers", object_type=REPORT.name, field_group="feedback",
            request_id=call.request_id, details={"quarter": str(quarter), "count": len(listed)},
        )  # fmt: skip
    items = [_item(row, papers.get(row["id"])) for row in listed]
    body = {"quarter": str(quarter), "offices": _offices(items), "items": items, "more": len(rows) > MOST}
    return Answer(200, body)


def _item(row: Row, paper: dict[str, Any] | None) -> dict[str, Any]:
    told = paper or {}
    return {
        "report_id": row["id"],
        "number": row["number"],
        "office": code_of(row["office_path"]) if row["office_path"] else None,
        "concluded_on": row["concluded_on"],
        "truth_grade": row["truth_grade"],
        "disposal_way": told.get("disposal_way"),
        "measures": told.get("measures"),
        "reporter_reaction": told.get("reporter_reaction"),
        "fed_back_on": day_of(told["at"]) if told else None,
    }


def _offices(items: list[dict[str, Any]]) -> list[dict[str, Any]]:
    found: dict[str | None, dict[str, Any]] = {}
    for item in items:
        office = found.setdefault(item["office"], {"office": item["office"], "concluded": 0, "missing": 0})
        office["concluded"] += 1
        office["missing"] += item["fed_back_on"] is None
    return list(found.values())
