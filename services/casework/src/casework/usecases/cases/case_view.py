"""What an officer sees of a case. Names and papers open only for who handles, reviews or decides it."""

from typing import Any
from uuid import UUID

from casework.domain.case import Case, ReportKind, Subject
from casework.store.appeals import appeals_of
from casework.store.case_members import participants_of
from casework.store.case_outcomes import outcome_rows
from casework.store.case_records import kinds_written, records_of
from casework.store.cases import case_of, identities_of, subjects_of
from casework.usecases.cases.case_out import OUTCOME, Records
from casework.usecases.views import papers_of
from shared.db import Reader
from shared.db.engine import Row
from shared.directory.paths import code_of
from shared.process.desk import Desk
from shared.process.process import Viewer

_BRIEF: dict[str, Any] = {
    "subjects": [], "members": [], "reports": [], "executions": [], "quality_records": [], "follow_ups": [],
    "appeal_ids": [], "papers": [],
}  # fmt: skip


async def view_case(reader: Reader, desk: Desk, case: Case, viewer: Viewer) -> dict[str, Any]:
    """Return the whole case as this officer may see it."""
    if viewer.brief:
        return {**_codes(case), **_BRIEF}
    may = desk.permissions.decide(viewer.actor, "case:read_papers", viewer.facts, viewer.at).allowed
    records = await records_of(reader, case.id)
    return {
        **_codes(case),
        "subjects": await _subjects(reader, desk, case, records, with_names=may),
        "members": [
            {
                "officer_id": one.officer_id,
                "login": one.login,
                "organisation": code_of(one.organisation_path),
                "part": one.part,
                "is_leader": one.is_leader,
            }
            for one in await participants_of(reader, case.id)
        ],
        "reports": _reports(await kinds_written(reader, case.id)),
        **{name: [_without_ids(row) for row in records[name]] for name in ("executions", "quality_records")},
        "follow_ups": [_follow_up(row) for row in records["follow_ups"]],
        "appeal_ids": [one.id for one in await appeals_of(reader, case.id)],
        "papers": await papers_of(reader, desk, "case", case.id, viewer),
    }


def list_case(row: Row) -> dict[str, Any]:
    """Return what a list says of a case."""
    return {**_codes(case_of(row)), **_BRIEF}


def _codes(case: Case) -> dict[str, Any]:
    return {
        "clue_id": case.clue_id,
        "legal_regime": case.legal_regime,
        "case_type": case.case_type,
        "track": case.track,
        "region": case.region,
        "field": case.field,
        "round": case.round,
        "review_office": code_of(case.review_path) if case.review_path else None,
        "authority": code_of(case.authority_path) if case.authority_path else None,
        "filed_on": case.filed_on,
        "decided_on": case.decided_on,
        "served_on": case.served_on,
        "closed_on": case.closed_on,
        "is_clearing_needed": case.is_clearing_needed,
    }


async def _subjects(
    reader: Reader, desk: Desk, case: Case, records: Records, *, with_names: bool
) -> list[dict[str, Any]]:
    found = await subjects_of(reader, case.id)
    names = await identities_of(reader, desk.seals, case.id) if with_names else {}
    outcomes = await outcome_rows(reader, case.id)
    return [_subject(one, names, outcomes.get(one.id), records) for one in found]


def _subject(one: Subject, names: dict[UUID, Any], outcome: Row | None, records: Records) -> dict[str, Any]:
    identity = names.get(one.id)
    return {
        "id": one.id,
        "name": identity.name if identity else None,
        "unit": identity.unit if identity else None,
        "post": identity.post if identity else None,
        "organisation": one.organisation,
        "is_party_member": one.is_party_member,
        "supervisee_kind": one.supervisee_kind,
        "subject_rank": one.subject_rank,
        "is_retired": one.is_retired,
        "is_committee_managed": one.is_committee_managed,
        "is_same_level_member": one.is_same_level_member,
        "outcome": {name: outcome[name] for name in OUTCOME} if outcome else None,
        "restrictions": [_dated(row) for row in records["restrictions"] if row["subject_id"] == one.id],
        "exceptions": [_dated(row) for row in records["exceptions"] if row["subject_id"] == one.id],
    }


def _reports(written: frozenset[str]) -> list[dict[str, str]]:
    """Say of each of the three reports whether it is written, waived or missing."""
    return [
        {
            "kind": kind.value,
            "state": "written"
            if f"report_{kind}" in written
            else "waived"
            if f"waiver_{kind}" in written
            else "missing",
        }
        for kind in ReportKind
    ]


def _dated(row: Row) -> dict[str, Any]:
    return {"kind": row["kind"], "from_on": row["from_on"], "to_on": row["to_on"]}


def _without_ids(row: Row) -> dict[str, Any]:
    return {
        name: value for name, value in dict(row).items() if name not in ("id", "case_id", "at", "recorded_by")
    }


def _follow_up(row: Row) -> dict[str, Any]:
    return {name: value for name, value in dict(row).items() if name != "case_id"}
