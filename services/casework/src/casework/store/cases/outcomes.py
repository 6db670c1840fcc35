"""What was decided about each person, in versions, and how persons are counted by the four forms."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import distinct_on

from casework.domain.accountability import AccountabilityGround, AccountabilityWay, PartyOrgMeasure
from casework.domain.four_forms import Form, form_of
from casework.domain.sanctions import (
    EducationMeasure,
    GovernmentSanction,
    Measures,
    OrganisationalHandling,
    PartySanction,
    effect_of,
    ends_on,
    term_of,
)
from casework.store.tables.cases import CaseOutcomeRow, CaseRow
from shared.db import Reader, Transaction
from shared.db.engine import Row
from shared.ids import uuid7

_TABLE: Any = CaseOutcomeRow.__table__


@dataclass(frozen=True, slots=True)
class Outcome:
    """What stands decided about one person."""

    case_id: UUID
    subject_id: UUID
    measures: Measures
    decided_on: date
    source: str = "decision"
    version: int = 1
    is_transferred: bool = False
    lighter_factors: tuple[str, ...] = ()
    heavier_factors: tuple[str, ...] = ()
    is_organisation: bool = False

    def next(self, **changes: Any) -> Outcome:
        """Return the version after this one."""
        return replace(self, version=self.version + 1, **changes)


def add_outcome(tx: Transaction, outcome: Outcome, at: datetime) -> str | None:
    """Queue an outcome with its end dates; return the form it counts as. Forms count persons, not organisations."""
    given = outcome.measures
    form = None if outcome.is_organisation else form_of(given, is_transferred=outcome.is_transferred)
    tx.add(
        CaseOutcomeRow, id=uuid7(), case_id=outcome.case_id, subject_id=outcome.subject_id,
        version=outcome.version, source=outcome.source, party_sanction=given.party_sanction,
        probation_years=given.probation_years, party_ends_on=ends_on(outcome.decided_on, effect_of(given)),
        government_sanctions=list(given.government_sanctions), government_sanction=given.government_sanction,
        term_months=term_of(given), government_ends_on=ends_on(outcome.decided_on, term_of(given)),
        organisational_handling=list(given.organisational_handling),
        education_measures=list(given.education_measures), changes_benefits=given.changes_benefits,
        accountability_ways=list(given.accountability_ways),
        accountability_grounds=list(given.accountability_grounds), party_org_measure=given.party_org_measure,
        is_organisation=outcome.is_organisation,
        lighter_factors=list(outcome.lighter_factors), heavier_factors=list(outcome.heavier_factors),
        confiscate=given.confiscate, recover=given.recover, is_transferred=outcome.is_transferred, form=form,
        decided_on=outcome.decided_on, at=at,
    )  # fmt: skip
    return form


async def outcomes_of(reader: Reader, case_id: UUID) -> dict[UUID, Outcome]:
    """Return what stands decided about each person of a case: the newest version."""
    rows = await reader.all(sa.select(_TABLE).where(_TABLE.c.case_id == case_id).order_by(_TABLE.c.version))
    return {row["subject_id"]: _outcome(row) for row in rows}


async def persons_by_form(reader: Reader, seen: sa.TextClause, since: date, to: date) -> dict[str, int]:
    """Count persons by form, each once: the newest version counts, attributed to the day of its decision."""
    newest = (
        sa.select(_TABLE.c.subject_id, _TABLE.c.form, _TABLE.c.decided_on)
        .join(CaseRow, CaseRow.id == _TABLE.c.case_id)
        .where(seen)
        .ext(distinct_on(_TABLE.c.subject_id))
        .order_by(_TABLE.c.subject_id, _TABLE.c.version.desc())
        .subquery()
    )
    rows = await reader.all(
        sa.select(newest.c.form, sa.func.count().label("persons"))
        .where(newest.c.decided_on.between(since, to), newest.c.form.is_not(None))
        .group_by(newest.c.form)
    )
    found = {row["form"]: row["persons"] for row in rows}
    return {form.value: found.get(form.value, 0) for form in Form}


def _outcome(row: Row) -> Outcome:
    party, of_organisation = row["party_sanction"], row["party_org_measure"]
    measures = Measures(
        party_sanction=PartySanction(party) if party else None,
        probation_years=row["probation_years"],
        government_sanctions=tuple(GovernmentSanction(one) for one in row["government_sanctions"]),
        term_months=row["term_months"],
        organisational_handling=tuple(OrganisationalHandling(one) for one in row["organisational_handling"]),
        education_measures=tuple(EducationMeasure(one) for one in row["education_measures"]),
        accountability_ways=tuple(AccountabilityWay(one) for one in row["accountability_ways"]),
        accountability_grounds=tuple(AccountabilityGround(one) for one in row["accountability_grounds"]),
        party_org_measure=PartyOrgMeasure(of_organisation) if of_organisation else None,
        changes_benefits=row["changes_benefits"],
        confiscate=row["confiscate"],
        recover=row["recover"],
    )
    return Outcome(
        case_id=row["case_id"],
        subject_id=row["subject_id"],
        measures=measures,
        decided_on=row["decided_on"],
        source=row["source"],
        version=row["version"],
        is_transferred=row["is_transferred"],
        lighter_factors=tuple(row["lighter_factors"]),
        heavier_factors=tuple(row["heavier_factors"]),
        is_organisation=row["is_organisation"],
    )
