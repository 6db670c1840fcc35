"""R-A7: the petition office tells its superiors what reports of a period show; figures are counted, words its own."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from typing import Annotated, Any, Literal, Self

from pydantic import Field, model_validator

from intake.domain.report_lifecycle import REPORT
from intake.domain.review import superior_of
from intake.domain.trend_report_lifecycle import (
    READERS,
    TO_PARTY,
    TREND_REPORT,
    UNREAD_ABOVE,
    UNREAD_BY_PARTY,
    UNREAD_BY_SUPERIOR,
    TrendReport,
    TrendReportFacts,
    TrendReportState,
)
from intake.domain.trends import Dimension, Kind, findings
from intake.store.trends import Period, analysis_of, tallies
from intake.usecases.matters.receiver import petition_office_of
from intake.usecases.trends.periods import check_over
from shared.db import Reader, Transaction
from shared.directory.paths import code_of, organ_of
from shared.directory.store import find_organisation
from shared.http import idempotency
from shared.http.answers import Answer
from shared.http.models import Day, Input, ObjectOut, Output, Text
from shared.http.problems import FieldError, Problem, invalid_input
from shared.ids import uuid7
from shared.needtoknow.store import end, grant
from shared.process.bodies import Command
from shared.process.create import create
from shared.process.created import answer_created
from shared.process.desk import Call, Desk
from shared.process.find import seen_by
from shared.process.process import Changes, Step, Viewer

Recipients = Annotated[
    list[Literal["superior_commission", "party_committee"]],
    Field(min_length=1, max_length=2, description="报送对象 · who is told"),
]
Analysis = Annotated[str, Text(0, 20000), Field(description="分析意见 · the analysis")]


class DraftTrendReport(Input):
    """形势分析 · the period, who is told, and the analysis, which may follow later."""

    period_from: Annotated[Day, Field(description="起 · first day")]
    period_to: Annotated[Day, Field(description="止 · last day")]
    recipients: Recipients
    text: Analysis = ""

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        check_over(self.period_from, self.period_to)
        return self


class ReviseTrendReport(Command):
    """修改形势分析 · other words or recipients; the figures stay as counted."""

    recipients: Recipients | None = None
    text: Analysis | None = None


class TallyOut(Output):
    """Reports of one code, and those of the same period a year before."""

    dimension: Dimension
    code: str
    count: int
    last: int
    confirmed: int


class FindingOut(Output):
    """What a count tells; `growth` is null where there was nothing a year before."""

    kind: Kind
    dimension: Dimension
    code: str
    count: int
    last: int
    growth: int | None
    share: int
    recommend: bool


class FiguresOut(Output):
    """Figures as counted."""

    total: int
    counted_on: Day
    tallies: list[TallyOut]
    findings: list[FindingOut]


class TrendReportOut(ObjectOut):
    """A trend report; in lists without its words."""

    period_from: date
    period_to: date
    recipients: list[str]
    figures: FiguresOut
    issued_on: date | None
    text: str | None


async def draft_trend_report(desk: Desk, body: DraftTrendReport, call: Call) -> Answer:
    """Count what the caller may read, and draft a report on it.

    Raises: Problem `forbidden`, `invalid_input`.
    Rule: R-A7, 17.2.
    """
    office, process = call.actor.organisation, desk.processes[TREND_REPORT.name]
    if not desk.permissions.over(call.actor, "trend_report:draft", office, call.at):
        raise Problem("forbidden")
    if body.period_from > call.today:
        raise invalid_input(FieldError("/period_from", "body", "day_in_future"))
    key = idempotency.key_of(call, body)
    async with desk.db.transaction(call.actor.scope(call.at)) as tx:
        if replay := await idempotency.claim(tx, key, call.at):
            return replay
        report = TrendReport(
            id=uuid7(), number=None, state=TrendReportState.DRAFTED.value, version=1, holder_path=office,
            secrecy="work_secret", period_from=body.period_from, period_to=body.period_to,
            recipients=tuple(body.recipients), figures=await _count(tx, desk, body, call),
        )  # fmt: skip
        sealed = desk.seals.seal_text(body.text, "trend_reports", report.id, "text")
        columns = {**asdict(report), "recipients": body.recipients, "text": sealed, "created_at": call.at}
        await create(
            tx, desk, process, report, rule="R-A7", action="draft", actor=call.actor, at=call.at,
            trigger_on=call.today, columns=columns,
        )  # fmt: skip
        return await answer_created(tx, desk, process, report, call, key)


async def _count(tx: Transaction, desk: Desk, body: DraftTrendReport, call: Call) -> dict[str, Any]:
    seen = seen_by(desk, desk.processes[REPORT.name], call)
    found, total = await tallies(tx, seen, Period(body.period_from, body.period_to))
    return {
        "total": total,
        "counted_on": call.today.isoformat(),
        "tallies": [asdict(one) for one in found],
        "findings": [asdict(one) for one in findings(found, total)],
    }


async def trend_report_facts(step: Step[TrendReport, Any]) -> TrendReportFacts:
    """Say whether there is an analysis."""
    return TrendReportFacts(has_text=bool(await analysis_of(step.tx, step.desk.seals, step.subject.id)))


async def revise_trend_report(step: Step[TrendReport, ReviseTrendReport]) -> Changes:
    """Keep other words. Rule: R-A7."""
    columns: dict[str, Any] = {}
    if step.command.recipients is not None:
        columns["recipients"] = step.command.recipients
    if step.command.text is not None:
        columns["text"] = step.desk.seals.seal_text(
            step.command.text, "trend_reports", step.subject.id, "text"
        )
    return Changes(columns=columns)


async def issue_trend_report(step: Step[TrendReport, Command]) -> Changes:
    """Keep the day and let those named read it, for whom it waits; tell which units draw many reports that were confirmed.

    Rule: R-A7, RPT Art 31, 34.
    """
    report = step.subject
    for capacity in report.recipients:
        to, unread = await _recipient(step.tx, report.holder_path, capacity)
        for known_as in (capacity, unread):
            grant(step.tx, report.id, to, known_as, by=step.actor.id, since=step.at)
    units = [one["code"] for one in report.figures["findings"] if one["recommend"]]
    return Changes(
        columns={"issued_on": step.today},
        event={
            "recipients": list(report.recipients), "units_to_recommend": units,
            "period_from": report.period_from.isoformat(), "period_to": report.period_to.isoformat(),
        },
    )  # fmt: skip


async def _recipient(reader: Reader, holder: str, capacity: str) -> tuple[str, str]:
    """Return whose officers read it, and as what it waits for them.

    Those are the organ above's petition office, or those who are above the organ itself.
    """
    if capacity == TO_PARTY:
        return organ_of(holder), UNREAD_BY_PARTY
    above = superior_of(holder)
    organ = await find_organisation(reader, code_of(above)) if above else None
    if organ is None:
        return organ_of(holder), UNREAD_BY_SUPERIOR
    return await petition_office_of(reader, organ), UNREAD_ABOVE


async def acknowledge_trend_report(step: Step[TrendReport, Command]) -> Changes:
    """Take it off the list of what waits for the reader's side; the right to read it stays.

    Rule: R-A7.
    """
    roles = step.actor.roles(step.at)
    for capacity, role in READERS.items():
        if role in roles:
            await end(step.tx, step.subject.id, by=step.actor.id, at=step.at, capacity=capacity)
    return Changes()


async def view_trend_report(reader: Reader, desk: Desk, one: TrendReport, viewer: Viewer) -> dict[str, Any]:
    """Return a trend report's own fields."""
    names = ("period_from", "period_to", "figures", "issued_on")
    text = None if viewer.brief else await analysis_of(reader, desk.seals, one.id)
    return {**{name: getattr(one, name) for name in names}, "recipients": list(one.recipients), "text": text}
