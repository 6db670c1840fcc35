"""Set confirmed evaluations beside each other, across the organisations of a round and across rounds.

Who ranks sees ranks among what they may read; an organisation sees its own results alone, and how they changed.

Rule: chapter 8, point 8.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated, Any
from uuid import UUID

from pydantic import Field

from rectification.domain.comparison import Compared, DimensionScore, dimension_scores, earlier_of, ranks
from rectification.domain.evaluation_index import EvaluationIndex
from rectification.domain.evaluation_lifecycle import EVALUATION
from rectification.store import comparison as store
from rectification.store.indexes import index_of
from shared.audit.record import audit
from shared.auth.rls import past_sight
from shared.db import Reader
from shared.db.engine import Row
from shared.directory.paths import code_of
from shared.directory.store import find_organisation
from shared.http.answers import Answer
from shared.http.models import Output, Query
from shared.http.problems import Problem
from shared.process.desk import Call, Desk
from shared.process.find import seen_by

MOST = 1000


class ComparisonQuery(Query):
    """What is compared: the rounds named, one organisation, or everything; by the total, or by one dimension."""

    round_id: Annotated[tuple[UUID, ...], Field(max_length=20, description="巡察轮次，可重复 · rounds")] = ()
    organisation: Annotated[str | None, Field(max_length=63, description="党组织代码 · organisation")] = None
    dimension: Annotated[
        str | None,
        Field(max_length=3, description="按该评估层面排名和比较 · by this dimension", examples=["B"]),
    ] = None


class DimensionOut(Output):
    """A dimension; `points` are those somebody could observe, `rate` is per cent of them."""

    code: str
    name: str
    points: int
    gained: Decimal
    rate: Decimal | None


class EarlierOut(Output):
    """The same organisation's evaluation before; `change` of the total, or of the dimension asked for."""

    evaluation_id: UUID
    round: str
    total: Decimal
    grade: str
    confirmed_on: date
    change: Decimal | None


class ComparedOut(Output):
    """One confirmed evaluation; `rank` of `ranked` in its round, null for whoever does not rank."""

    evaluation_id: UUID
    inspected_organization_id: UUID
    round_id: UUID
    round: str
    organisation: str
    index_code: str
    index_version: str
    total: Decimal
    grade: str
    confirmed_on: date
    rank: int | None
    ranked: int | None
    dimensions: list[DimensionOut]
    earlier: EarlierOut | None


class ComparisonOut(Output):
    """The comparison, best first within each round, the newest round first."""

    items: list[ComparedOut]


@dataclass(frozen=True, slots=True)
class Comparison:
    """What was found: the evaluations asked for, the earlier ones they are measured against, ranks, names of rounds."""

    asked: list[Compared]
    earlier: dict[UUID, Compared]
    places: dict[UUID, tuple[int, int]]
    rounds: dict[UUID, str]


async def compare_evaluations(desk: Desk, query: ComparisonQuery, call: Call) -> Answer:
    """Return the comparison.

    Raises: Problem `forbidden`, `comparison_too_large`.
    """
    async with desk.db.transaction(call.actor.scope(call.at)) as tx:
        found = await compared(tx, desk, query, call)
        audit(
            tx, call.actor, call.at, action=f"{EVALUATION.name}:read", object_type=EVALUATION.name,
            field_group="comparison", request_id=call.request_id, details={"rows": len(found.asked)},
        )  # fmt: skip
    return Answer(200, {"items": [_shown(one, found, query, call) for one in found.asked]})


async def compared(reader: Reader, desk: Desk, query: ComparisonQuery, call: Call) -> Comparison:
    """Read what the caller may compare. Raises: Problem `forbidden`, `comparison_too_large`."""
    process = desk.processes[EVALUATION.name]
    seen = seen_by(desk, process, call)
    organisation = await _path(reader, query.organisation)
    rows = await store.confirmed_in(
        reader, seen.condition, seen.values, rounds=query.round_id, organisation=organisation, most=MOST
    )
    if len(rows) > MOST:
        raise Problem("comparison_too_large", limit=MOST)
    paths = {row["organisation_path"] for row in rows}
    whole = {one.evaluation_id: one for one in await confirmed_about(reader, desk, paths, call)}
    asked = [whole[row["evaluation_id"]] for row in rows]
    about: dict[str, list[Compared]] = defaultdict(list)
    for one in whole.values():
        about[one.organisation_path].append(one)
    earlier = {
        one.evaluation_id: before
        for one in asked
        if (before := earlier_of(one, about[one.organisation_path]))
    }
    may_rank = desk.permissions.holds(call.actor, process.permission("rank"), call.at)
    places = ranks(asked, query.dimension) if may_rank else {}
    async with past_sight(reader):
        rounds = await store.names_of_rounds(reader, {one.round_id for one in (*asked, *earlier.values())})
    return Comparison(_sorted(asked, query.dimension), earlier, places, rounds)


async def confirmed_about(reader: Reader, desk: Desk, organisations: set[str], call: Call) -> list[Compared]:
    """Return every confirmed evaluation about some organisations that the caller may read. Raises: Problem `forbidden`."""
    seen = seen_by(desk, desk.processes[EVALUATION.name], call)
    rows = await store.confirmed_of(reader, seen.condition, seen.values, organisations)
    return await _scored(reader, desk, rows, call)


async def _path(reader: Reader, code: str | None) -> str | None:
    if code is None:
        return None
    found = await find_organisation(reader, code)
    return found.path if found else code  # nobody's path: nothing is found


async def _scored(reader: Reader, desk: Desk, rows: list[Row], call: Call) -> list[Compared]:
    """Add up dimensions, without what would tell that clues were handed over where the caller may not know."""
    process = desk.processes[EVALUATION.name]
    clues: set[UUID] = set()
    if desk.permissions.holds(call.actor, process.permission("read_clue_items"), call.at):
        open_to = seen_by(desk, process, call, "read_clue_items")
        ids = [row["evaluation_id"] for row in rows]
        clues = await store.with_clues(reader, open_to.condition, open_to.values, ids)
    indexes: dict[tuple[str, str], EvaluationIndex] = {}
    found = []
    for row in rows:
        key = (row["index_code"], row["index_version"])
        if key not in indexes:
            indexes[key] = await index_of(reader, *key)
        hidden = frozenset() if row["evaluation_id"] in clues else indexes[key].items_of_clues()
        own = {name: value for name, value in row.items() if name != "items"}
        found.append(Compared(**own, dimensions=dimension_scores(indexes[key], row["items"], hidden)))
    return found


def _sorted(asked: list[Compared], dimension: str | None) -> list[Compared]:
    newest: dict[UUID, date] = {}
    for one in asked:
        newest[one.round_id] = max(newest.get(one.round_id, one.confirmed_on), one.confirmed_on)
    return sorted(
        asked,
        key=lambda one: (
            -newest[one.round_id].toordinal(), one.round_id, -(one.measure(dimension) or Decimal(-1)), one.evaluation_id,
        ),
    )  # fmt: skip


def change(one: Compared, before: Compared, dimension: str | None) -> Decimal | None:
    """Return how much the figure compared changed; None where one of the two was not observed."""
    now, then = one.measure(dimension), before.measure(dimension)
    return None if now is None or then is None else now - then


def _shown(one: Compared, found: Comparison, query: ComparisonQuery, call: Call) -> dict[str, Any]:
    before = found.earlier.get(one.evaluation_id)
    rank, ranked = found.places.get(one.evaluation_id, (None, None))
    return {
        "evaluation_id": one.evaluation_id,
        "inspected_organization_id": one.inspected_organization_id,
        "round_id": one.round_id,
        "round": found.rounds[one.round_id],
        "organisation": code_of(one.organisation_path),
        "index_code": one.index_code,
        "index_version": one.index_version,
        "total": one.total,
        "grade": one.grade,
        "confirmed_on": one.confirmed_on,
        "rank": rank,
        "ranked": ranked,
        "dimensions": [_dimension(part, call) for part in one.dimensions],
        "earlier": None
        if before is None
        else {
            "evaluation_id": before.evaluation_id,
            "round": found.rounds[before.round_id],
            "total": before.total,
            "grade": before.grade,
            "confirmed_on": before.confirmed_on,
            "change": change(one, before, query.dimension),
        },
    }


def _dimension(part: DimensionScore, call: Call) -> dict[str, Any]:
    return {
        "code": part.code,
        "name": part.name_en if call.language == "en" else part.name_zh,
        "points": part.points,
        "gained": part.gained,
        "rate": part.rate,
    }
