"""Figures of rectification: value, breakdown, definition, cut-off, and the records behind it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Annotated, Any
from uuid import UUID

from pydantic import Field

from rectification.domain.figures import DEFINITIONS, Definition, rate
from rectification.store import figures as counted
from rectification.store.figures import Scope, Units
from shared.auth.predicate import Visible
from shared.clocks.counting import ends_at
from shared.directory.paths import code_of
from shared.http.answers import Answer
from shared.http.fields import on_the_wire
from shared.http.models import Day, Instant, Output, Query
from shared.http.paging import PageQuery
from shared.http.problems import Problem
from shared.process.desk import Call, Desk
from shared.process.find import seen_by

ORGANIZATION = "inspected_organization"
FIGURES: Mapping[str, tuple[str, Units]] = MappingProxyType(
    {
        "completion_rate": (ORGANIZATION, counted.completion_units),
        "on_time_rate": (ORGANIZATION, counted.on_time_units),
        "systems_built": ("system_built", counted.system_units),
        "units_checked": (ORGANIZATION, counted.checked_units),
        "measures": (ORGANIZATION, counted.measure_units),
        "re_feedbacks": (ORGANIZATION, counted.re_feedback_units),
        "false_rectifications": (ORGANIZATION, counted.false_units),
        "false_by_rectifier": (ORGANIZATION, counted.rectifier_units),
        "false_by_acceptor": (ORGANIZATION, counted.acceptor_units),
        "advised_false_by_rectifier": ("recommendation", counted.advised_rectifier_units),
        "advised_false_by_acceptor": ("recommendation", counted.advised_acceptor_units),
        "recommendations": ("recommendation", counted.recommendation_units),
        "reminders": ("reminder", counted.reminder_units),
    }
)
"""Each figure with the process whose rights decide what is counted, and what it counts."""

AsOf = Annotated[
    Day | None,
    Field(description="统计截至该日终了，不填为此刻 · as it stood at the end of that day; now if left out"),
]


class FigureQuery(Query):
    """What is counted; rates are of the window and know no period."""

    round_id: Annotated[UUID | None, Field(description="巡察轮次 · round")] = None
    inspected_organization_id: Annotated[UUID | None, Field(description="被巡察党组织 · organisation")] = None
    from_on: Annotated[Day | None, Field(description="期间起 · from")] = None
    to_on: Annotated[Day | None, Field(description="期间止 · to")] = None
    as_of: AsOf = None


class RecordQuery(PageQuery):
    """The same, for the records behind a figure."""

    round_id: Annotated[UUID | None, Field(description="巡察轮次 · round")] = None
    inspected_organization_id: Annotated[UUID | None, Field(description="被巡察党组织 · organisation")] = None
    from_on: Annotated[Day | None, Field(description="期间起 · from")] = None
    to_on: Annotated[Day | None, Field(description="期间止 · to")] = None
    as_of: AsOf = None


class PartOut(Output):
    """One part of a figure."""

    part: str
    count: int


class FigureOut(Output):
    """A figure. Of a rate, `value` is per cent and `done` of `whole`; otherwise `value` is the count."""

    name: str
    title: str
    definition: str
    unit: str
    value: float | None
    done: int
    whole: int
    parts: list[PartOut]
    cut_off: Instant


class DefinitionOut(Output):
    """What a figure means."""

    name: str
    title: str
    definition: str
    unit: str


class DefinitionsOut(Output):
    """Every figure."""

    items: list[DefinitionOut]


class RecordOut(Output):
    """A record behind a figure; `counts` is false for what a rate counts as not done."""

    record_type: str
    id: UUID
    number: str | None
    part: str
    counts: bool
    organisation: str
    on_day: date


async def list_figures(_: Desk, call: Call) -> Answer:
    """Return what each figure means, in the caller's language."""
    return Answer(200, {"items": [_defined(one, call) for one in DEFINITIONS.values()]})


async def show_figure(desk: Desk, name: str, query: FigureQuery, call: Call) -> Answer:
    """Count over what the caller may have counted: now, or as it stood at the end of a day that is over.

    Raises: Problem `not_found` for a figure that is not there, `forbidden`, `day_not_over`.
    """
    definition, seen, units = _ask(desk, name, query, call, "count")
    cut_off = call.at if query.as_of is None else ends_at(query.as_of)
    async with desk.db.reader(call.actor.scope(call.at)) as reader:
        whole, parts = await counted.count_parts(reader, units, seen.values)
    done, all_of_them = (
        (whole["done"], whole["whole"]) if definition.is_rate else (whole["apart"], whole["apart"])
    )
    figure = {
        **_defined(definition, call),
        "value": rate(done, all_of_them) if definition.is_rate else float(done),
        "done": done,
        "whole": all_of_them,
        "parts": [{"part": row["part"], "count": row["whole"]} for row in parts],
        "cut_off": on_the_wire(cut_off),
    }
    return Answer(200, figure)


async def list_records(desk: Desk, name: str, query: RecordQuery, call: Call) -> Answer:
    """Return a page of the records behind a figure, those the caller may read.

    Raises: Problem `not_found`, `forbidden`, `day_not_over`, those of cursors.
    """
    _, seen, units = _ask(desk, name, query, call, "read")
    select, sorting = counted.records(units)
    window = desk.cursors.window(sorting, query, caller=f"{call.actor.id} {name}")
    async with desk.db.reader(call.actor.scope(call.at)) as reader:
        rows = await reader.all(window.apply(select), **seen.values)
    items = [
        {
            **{key: row[key] for key in ("record_type", "id", "number", "part", "counts", "on_day")},
            "organisation": code_of(row["organisation_path"]),
        }
        for row in rows[: window.limit]
    ]
    return Answer(200, {"items": items, "next_cursor": window.next_cursor(rows)})


def _ask(
    desk: Desk, name: str, query: FigureQuery | RecordQuery, call: Call, action: str
) -> tuple[Definition, Visible, Any]:
    if name not in FIGURES:
        raise Problem("not_found")
    process, units = FIGURES[name]
    seen = seen_by(desk, desk.processes[process], call, action)
    if query.as_of is not None and query.as_of >= call.today:
        raise Problem("day_not_over")
    scope = Scope(
        query.round_id,
        query.inspected_organization_id,
        query.from_on,
        query.to_on,
        last_day=query.as_of,
    )
    return DEFINITIONS[name], seen, counted.joined(units, scope, seen.condition)


def _defined(one: Definition, call: Call) -> dict[str, Any]:
    zh = call.language != "en"
    return {
        "name": one.name,
        "title": one.title_zh if zh else one.title_en,
        "definition": one.definition_zh if zh else one.definition_en,
        "unit": one.unit,
    }
