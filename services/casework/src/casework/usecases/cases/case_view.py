"""What an officer sees of a case. Names and papers open only for who handles, reviews or decides it."""

from collections.abc import Iterable
from typing import Any

from casework.domain.case import Case, ReportKind
from casework.store.cases.cases import case_of, opened_identity
from casework.store.cases.whole import Whole, read_whole
from casework.usecases.cases.case_out import (
    CaseExecutionOut,
    CaseFollowUpOut,
    CaseOutcomeOut,
    CaseQualityOut,
    DatedOut,
)
from casework.usecases.papers import papers_of
from shared.db import Reader
from shared.db.engine import Row
from shared.directory.paths import code_of
from shared.http.models import Output
from shared.process.desk import Desk
from shared.process.process import Viewer

_BRIEF: dict[str, Any] = {
    "subjects": [], "members": [], "reports": [], "executions": [], "quality_records": [], "follow_ups": [],
    "appeal_ids": [], "papers": [],
}  # fmt: skip
_SUBJECT = (
    "id", "kind", "organisation", "is_party_member", "supervisee_kind", "subject_rank", "is_retired", "is_committee_managed",
    "is_same_level_member",
)  # fmt: skip
_CODES = (
    "clue_id", "legal_regime", "case_type", "track", "region", "field", "round", "filed_on", "decided_on", "served_on",
    "closed_on", "is_clearing_needed",
)  # fmt: skip


async def view_case(reader: Reader, desk: Desk, case: Case, viewer: Viewer) -> dict[str, Any]:
    """Return the whole case as this officer may see it."""
    if viewer.brief:
        return {**_codes(case), **_BRIEF}
    may = desk.permissions.decide(viewer.actor, "case:read_papers", viewer.facts, viewer.at).allowed
    whole = await read_whole(reader, case.id)
    return {
        **_codes(case),
        "subjects": [_subject(desk, one, whole, with_names=may) for one in whole["subjects"]],
        "members": [
            {"organisation": code_of(one.pop("organisation_path")), **one} for one in whole["members"]
        ],
        "reports": _reports({one["kind"] for one in whole["papers"]}),
        "executions": _shown(CaseExecutionOut, whole["executions"]),
        "quality_records": _shown(CaseQualityOut, whole["quality_records"]),
        "follow_ups": _shown(CaseFollowUpOut, whole["follow_ups"]),
        "appeal_ids": [one["id"] for one in whole["appeals"]],
        "papers": await papers_of(reader, desk, "case", case.id, viewer),
    }


def list_case(row: Row) -> dict[str, Any]:
    """Return what a list says of a case."""
    return {**_codes(case_of(row)), **_BRIEF}


def _codes(case: Case) -> dict[str, Any]:
    return {
        **{name: getattr(case, name) for name in _CODES},
        "review_office": code_of(case.review_path) if case.review_path else None,
        "authority": code_of(case.authority_path) if case.authority_path else None,
    }


def _subject(desk: Desk, row: dict[str, Any], whole: Whole, *, with_names: bool) -> dict[str, Any]:
    identity = opened_identity(row, desk.seals) if with_names else None
    outcomes = _of(row, whole["outcomes"])
    return {
        **{name: row[name] for name in _SUBJECT},
        "name": identity.name if identity else None,
        "unit": identity.unit if identity else None,
        "post": identity.post if identity else None,
        "outcome": _shown(CaseOutcomeOut, outcomes[-1:])[0] if outcomes else None,
        "restrictions": _shown(DatedOut, _of(row, whole["restrictions"])),
        "exceptions": _shown(DatedOut, _of(row, whole["exceptions"])),
    }


def _of(subject: dict[str, Any], rows: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    return [row for row in rows if row["subject_id"] == subject["id"]]


def _shown(shape: type[Output], rows: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return of each row what its shape on the wire has."""
    return [{name: row[name] for name in shape.model_fields} for row in rows]


def _reports(written: set[str]) -> list[dict[str, str]]:
    """Say of each of the three reports whether it is written, waived or missing."""
    found = []
    for kind in ReportKind:
        is_waived = "waived" if f"waiver_{kind}" in written else "missing"
        found.append({"kind": kind.value, "state": "written" if f"report_{kind}" in written else is_waived})
    return found
