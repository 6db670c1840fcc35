"""What is known of the units and the persons a clue is about: counted, one question for each kind of thing.

Which clues share a unit or a person is asked of keyed terms, without the wall; what of it is counted, with the
caller's rights. Rows are taken by their ids before rights are asked about each: so the size of the ledger does not matter.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum, auto
from functools import lru_cache
from typing import Any, NamedTuple
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY, distinct_on

from casework.domain.likeness import Same
from casework.store.tables.cases import CaseFollowUpRow, CaseOutcomeRow, CaseRow, CaseSubjectRow
from casework.store.tables.clues import ClueRow
from casework.store.tables.ledger import ClueTermRow
from shared.auth.permissions import PermissionTable
from shared.auth.predicate import Protected, visible
from shared.db import Reader
from shared.db.compiler import Fixed
from shared.db.engine import Row
from shared.process.desk import Call


class Section(StrEnum):
    """About what the picture is: the units, or the persons."""

    UNIT = auto()
    SUBJECT = auto()


_OFFSET: sa.ColumnElement[int] = sa.literal_column("0")
_ASKED: Any = (
    sa.func.unnest(
        sa.bindparam("sections", type_=ARRAY(sa.Text)), sa.bindparam("clue_ids", type_=ARRAY(sa.Uuid))
    )
    .table_valued(sa.column("section", sa.Text), sa.column("clue_id", sa.Uuid), name="asked")
    .render_derived()
)
_UNITS = sa.bindparam("units", type_=ARRAY(sa.Text))


async def alike(reader: Reader, clue_id: UUID) -> list[tuple[str, UUID]]:
    """Return which other clues are about the same unit or person, by section; says nothing about rights.

    A person is known by name and unit where the clue tells the unit, else by the name.
    """
    own, other = sa.alias(ClueTermRow.__table__, "own"), sa.alias(ClueTermRow.__table__, "other")
    kinds = await reader.all(sa.select(own.c.kind).where(own.c.clue_id == clue_id).distinct())
    known = {row["kind"] for row in kinds}
    person = Same.PERSON_AT_UNIT if Same.PERSON_AT_UNIT in known else Same.PERSON
    found: list[tuple[str, UUID]] = []
    for section, kind in ((Section.UNIT, Same.UNIT), (Section.SUBJECT, person)):
        rows = await reader.all(
            sa.select(other.c.clue_id)
            .join(own, own.c.term == other.c.term)
            .where(own.c.clue_id == clue_id, own.c.kind == kind.value, other.c.clue_id != clue_id)
            .distinct()
            .order_by(other.c.clue_id)
        )
        found += [(section.value, row["clue_id"]) for row in rows]
    return found


class About(NamedTuple):
    """What a picture is about: other clues by section, and the codes of the units."""

    alike: Sequence[tuple[str, UUID]]
    units: Sequence[str]


class Counting:
    """The counts of one picture, for one caller."""

    def __init__(self, reader: Reader, permissions: PermissionTable, call: Call, about: About) -> None:
        self._reader, self._permissions, self._call = reader, permissions, call
        self._values: Mapping[str, Any] = {
            "sections": [section for section, _ in about.alike],
            "clue_ids": [clue_id for _, clue_id in about.alike],
        }
        self._units = list(about.units)

    async def clues(self) -> list[Row]:
        """Count clues by year of receipt, state, way of disposal, truth grade and source."""
        seen = visible(self._permissions, self._call.actor, "clue:read", Protected.of(ClueRow), self._call.at)
        return await self._reader.all(_clues(seen.condition), **self._values, **seen.values)

    async def cases(self) -> list[Row]:
        """Count cases and the persons they are about by state."""
        return await self._of_cases(_cases)

    async def forms(self) -> list[Row]:
        """Count persons by the form their newest decision counts as."""
        return await self._of_cases(_forms)

    async def recommendations(self) -> list[Row]:
        """Count recommendations that came of cases: those open, closed and withdrawn."""
        return await self._of_cases(_recommendations)

    async def _of_cases(self, statement: Any) -> list[Row]:
        seen = visible(self._permissions, self._call.actor, "case:read", Protected.of(CaseRow), self._call.at)
        return await self._reader.all(
            statement(seen.condition), **self._values, units=self._units, **seen.values
        )


@lru_cache(maxsize=200)
def _clues(condition: sa.TextClause) -> Fixed:
    taken = (
        sa.select(_ASKED.c.section, ClueRow.__table__)
        .join(ClueRow, ClueRow.id == _ASKED.c.clue_id)
        .offset(_OFFSET)
        .subquery(ClueRow.__tablename__)
    )
    year = sa.cast(sa.extract("year", taken.c.received_on), sa.Integer).label("year")
    by = (taken.c.section, year, taken.c.state, taken.c.way, taken.c.truth_grade, taken.c.source)
    return Fixed(sa.select(*by, sa.func.count().label("count")).where(condition).group_by(*by).order_by(*by))


def _seen_cases(condition: sa.TextClause) -> Any:
    """Select the cases the caller may read: those of the clues, and those about somebody of the units."""
    of_unit = sa.select(CaseSubjectRow.case_id).where(CaseSubjectRow.organisation == sa.any_(_UNITS))
    columns = (CaseRow.id, CaseRow.holder_path, CaseRow.secrecy, CaseRow.state)
    of_clues = sa.select(_ASKED.c.section, *columns).join(CaseRow, CaseRow.clue_id == _ASKED.c.clue_id)
    at_unit = sa.select(sa.literal(Section.UNIT.value), *columns).where(CaseRow.id.in_(of_unit))
    taken = of_clues.union(at_unit).offset(_OFFSET).subquery(CaseRow.__tablename__)
    return sa.select(taken).where(condition).subquery("seen")


@lru_cache(maxsize=200)
def _cases(condition: sa.TextClause) -> Fixed:
    seen = _seen_cases(condition)
    persons = sa.select(sa.func.count()).where(CaseSubjectRow.case_id == seen.c.id).scalar_subquery()
    by = (seen.c.section, seen.c.state)
    counted = sa.select(*by, sa.func.count().label("count"), sa.func.sum(persons).label("persons"))
    return Fixed(counted.group_by(*by).order_by(*by))


@lru_cache(maxsize=200)
def _forms(condition: sa.TextClause) -> Fixed:
    seen, outcome = _seen_cases(condition), CaseOutcomeRow
    newest = (
        sa.select(seen.c.section, outcome.subject_id, outcome.form)
        .join(outcome, outcome.case_id == seen.c.id)
        .ext(distinct_on(seen.c.section, outcome.subject_id))
        .order_by(seen.c.section, outcome.subject_id, outcome.version.desc())
        .subquery()
    )
    by = (newest.c.section, newest.c.form)
    counted = sa.select(*by, sa.func.count().label("count")).where(newest.c.form.is_not(None))
    return Fixed(counted.group_by(*by).order_by(*by))


@lru_cache(maxsize=200)
def _recommendations(condition: sa.TextClause) -> Fixed:
    seen, followed = _seen_cases(condition), CaseFollowUpRow
    state = sa.case(
        (followed.withdrawn_on.is_not(None), "withdrawn"),
        (followed.closed_on.is_not(None), "closed"),
        else_="open",
    ).label("state")
    counted = sa.select(seen.c.section, state, sa.func.count().label("count"))
    counted = counted.join(followed, followed.case_id == seen.c.id)
    return Fixed(counted.group_by(seen.c.section, state).order_by(seen.c.section, state))
