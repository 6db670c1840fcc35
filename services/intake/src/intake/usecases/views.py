"""What an officer sees of a report or a demand: codes and dates for all who may read it, texts only on request."""

from datetime import date
from operator import attrgetter, itemgetter
from typing import Any
from uuid import UUID

from intake.domain.demand import Demand
from intake.domain.demand_lifecycle import DemandState
from intake.domain.report import ANONYMOUS, Report
from intake.domain.report_lifecycle import REPORT
from intake.store.contacts import attempts_of
from intake.store.contents import read_extract, read_opinion
from intake.store.figures import figures_of
from intake.store.surveys import later_check
from intake.store.tables import DemandRow, ReportRow
from shared.db import Reader
from shared.db.engine import Row
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


class ContactAttemptOut(Output):
    """One attempt to reach a reporter who gave a name."""

    method: str
    on: date
    outcome: str


class LaterCheckOut(Output):
    """What the reporter said when asked long after closing; nothing yet before `answered_on`."""

    opens_on: date
    answered_on: date | None
    verdict: str | None


class ReportOut(ObjectOut):
    """A report as officers see it."""

    category: str
    channel: str
    region: str | None
    field: str | None
    received_on: date
    legal_regime: str
    named_status: str
    priority: str
    problem_types: list[str]
    is_duplicate_of: UUID | None
    merged_into: UUID | None
    repeats: int
    unanswered_messages: int | None
    new_evidence_on: date | None
    split_from: UUID | None
    demand_id: UUID | None
    office: str | None
    clue_id: UUID | None
    reason: str | None
    truth_grade: str | None
    concluded_on: date | None
    later_check: LaterCheckOut | None
    proposed_jurisdiction: str | None
    proposed_because: str | None
    proposed_to: str | None
    jurisdiction: str | None
    subject_organisations: list[str]
    subject_rank: str | None
    passed_from: str | None
    source_system: str | None
    source_ref: str | None
    reporter_count: int
    visitor_count: int | None
    contact_attempts: list[ContactAttemptOut]


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
    merged_into: UUID | None
    repeats: int
    unanswered_messages: int | None
    extract: str | None
    answer: AnswerOut | None
    view: str | None
    reason: str | None
    answered_on: date | None
    satisfaction: int | None
    outcome: str | None
    later_check: LaterCheckOut | None
    households_helped: int | None
    money_paid_back: int | None
    documents_issued: int | None
    problem_since: date | None
    reviewed_demand: UUID | None
    proposed_department: str | None
    refusal_count: int
    is_ruled: bool
    source_system: str | None
    source_ref: str | None
    reporter_count: int
    visitor_count: int | None


_REPORT = (
    "category", "channel", "region", "field", "received_on", "legal_regime", "named_status", "priority", "problem_types",
    "is_duplicate_of", "merged_into", "new_evidence_on", "split_from", "demand_id", "clue_id", "reason", "truth_grade",
    "concluded_on",
    "proposed_jurisdiction", "proposed_because", "jurisdiction", "subject_organisations", "subject_rank",
    "source_system", "source_ref", "reporter_count", "visitor_count",
)  # fmt: skip
_of_report, _of_report_row = attrgetter(*_REPORT), itemgetter(*_REPORT)
_DEMAND = (
    "channel", "region", "field", "received_on", "legal_regime", "is_anonymous", "kind", "report_id", "merged_into", "view",
    "reason", "answered_on", "satisfaction", "outcome", "households_helped", "money_paid_back", "documents_issued",
    "problem_since", "refusal_count", "is_ruled", "source_system", "source_ref", "reporter_count", "visitor_count",
    "reviewed_demand",
)  # fmt: skip
_of_demand, _of_demand_row = attrgetter(*_DEMAND), itemgetter(*_DEMAND)


async def view_report(reader: Reader, _: Desk, report: Report, viewer: Viewer) -> dict[str, Any]:
    """Return the report's own fields. The text and the reporter have endpoints of their own, audited apart."""
    shown = _shown(_REPORT, _of_report(report), **_places_of(report))
    shown |= await figures_of(reader, ReportRow.__table__, report.id)
    shown["later_check"] = await later_check(reader, report.id) if report.state in REPORT.final else None
    if viewer.brief or report.named_status == ANONYMOUS:
        return {**shown, **_UNTRIED}
    tried = await attempts_of(reader, report.id)
    shown["contact_attempts"] = [{name: row[name] for name in ("method", "on", "outcome")} for row in tried]
    return shown


def list_report(row: Row) -> dict[str, Any]:
    """Return the same of a row in a list."""
    places = {
        "office": row["office_path"],
        "proposed_to": row["proposed_path"],
        "passed_from": row["passed_from"],
    }
    return {
        **_shown(_REPORT, _of_report_row(row), **places),
        "repeats": row["repeats"],
        **_UNTRIED,
        **_UNASKED,
    }


def _places_of(report: Report) -> dict[str, str | None]:
    return {
        "office": report.office_path, "proposed_to": report.proposed_path, "passed_from": report.passed_from
    }  # fmt: skip


async def view_demand(reader: Reader, desk: Desk, demand: Demand, viewer: Viewer) -> dict[str, Any]:
    """Return the demand's own fields; a department finds the extract here, and everybody the written opinion.

    That a report belongs to it is for those who may read what the person wrote. Rule: B2, C-6.
    """
    shown = _shown(
        _DEMAND, _of_demand(demand), **_departments(demand.department_path, demand.proposed_department_path)
    )
    if not desk.permissions.decide(viewer.actor, "demand:read_text", viewer.facts, viewer.at).allowed:
        shown |= _ALONE
    shown |= await figures_of(reader, DemandRow.__table__, demand.id)
    shown["later_check"] = (
        await later_check(reader, demand.id) if demand.state == DemandState.CLOSED else None
    )
    if viewer.brief or (demand.department_path is None and demand.answered_on is None):
        return {**shown, **_CLOSED}
    extract = await read_extract(reader, desk.seals, demand.id)
    return {**shown, "extract": extract, "answer": await read_opinion(reader, desk.seals, demand.id)}


def list_demand(row: Row) -> dict[str, Any]:
    """Return the same of a row in a list, where sealed texts stay closed."""
    departments = _departments(row["department_path"], row["proposed_department_path"])
    return {
        **_shown(_DEMAND, _of_demand_row(row), **departments),
        "repeats": row["repeats"],
        **_ALONE,
        **_CLOSED,
        **_UNASKED,
    }


def _departments(has: str | None, proposed: str | None) -> dict[str, str | None]:
    return {"department": has, "proposed_department": proposed}


_ALONE: dict[str, Any] = {"kind": None, "report_id": None}
_CLOSED = {"extract": None, "answer": None}
_UNASKED: dict[str, Any] = {"later_check": None, "unanswered_messages": None}
_UNTRIED: dict[str, Any] = {"contact_attempts": []}


def _shown(names: tuple[str, ...], values: tuple[Any, ...], **place: str | None) -> dict[str, Any]:
    """Put names to values, and the code of an organisation in the place of its path."""
    shown = dict(zip(names, values, strict=True))
    for name, path in place.items():
        shown[name] = code_of(path) if path else None
    return shown
