"""What an officer sees of a report or a demand: codes and dates for all who may read it, texts only on request."""

from datetime import date
from typing import Any
from uuid import UUID

from intake.domain.demand import Demand
from intake.domain.report import Report
from intake.store.contents import read_extract, read_opinion
from shared.db import Reader
from shared.directory.paths import code_of
from shared.http.models import ObjectOut, Output
from shared.process.desk import Desk
from shared.process.process import Viewer


class AnswerOut(Output):
    """The written opinion on a demand."""

    text: str
    facts: str
    legal_basis: str
    remedy: str
    view: str
    answered_on: date


class ReportOut(ObjectOut):
    """A report as officers see it."""

    category: str
    channel: str
    region: str | None
    field: str | None
    received_on: date
    legal_regime: str
    named_status: str
    problem_types: list[str]
    is_duplicate_of: UUID | None
    split_from: UUID | None
    office: str | None
    clue_id: UUID | None
    reason: str | None
    truth_grade: str | None
    concluded_on: date | None


class DemandOut(ObjectOut):
    """A demand as officers and competent departments see it."""

    channel: str
    region: str | None
    field: str | None
    received_on: date
    legal_regime: str
    is_anonymous: bool
    kind: str | None
    department: str | None
    report_id: UUID | None
    extract: str | None
    answer: AnswerOut | None
    view: str | None
    reason: str | None
    answered_on: date | None
    satisfaction: int | None
    households_helped: int | None
    money_paid_back: int | None
    documents_issued: int | None


async def view_report(_: Reader, __: Desk, report: Report, viewer: Viewer) -> dict[str, Any]:
    """Return the report's own fields. The text and the reporter have endpoints of their own, audited apart."""
    return {
        "category": report.category,
        "channel": report.channel,
        "region": report.region,
        "field": report.field,
        "received_on": report.received_on,
        "legal_regime": report.legal_regime,
        "named_status": report.named_status,
        "problem_types": list(report.problem_types),
        "is_duplicate_of": report.is_duplicate_of,
        "split_from": report.split_from,
        "office": code_of(report.office_path) if report.office_path else None,
        "clue_id": report.clue_id,
        "reason": report.reason,
        "truth_grade": report.truth_grade,
        "concluded_on": report.concluded_on,
    }


async def view_demand(reader: Reader, desk: Desk, demand: Demand, viewer: Viewer) -> dict[str, Any]:
    """Return the demand's own fields; a department finds the extract here, and everybody the written opinion."""
    extract = opinion = None
    if demand.department_path is not None and not viewer.brief:
        extract = await read_extract(reader, desk.seals, demand.id)
        opinion = await read_opinion(reader, desk.seals, demand.id)
    return {
        "channel": demand.channel,
        "region": demand.region,
        "field": demand.field,
        "received_on": demand.received_on,
        "legal_regime": demand.legal_regime,
        "is_anonymous": demand.is_anonymous,
        "kind": demand.kind,
        "department": code_of(demand.department_path) if demand.department_path else None,
        "report_id": demand.report_id,
        "extract": extract,
        "answer": opinion,
        "view": demand.view,
        "reason": demand.reason,
        "answered_on": demand.answered_on,
        "satisfaction": demand.satisfaction,
        "households_helped": demand.households_helped,
        "money_paid_back": demand.money_paid_back,
        "documents_issued": demand.documents_issued,
    }
