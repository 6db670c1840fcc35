"""What officers see of daily supervision."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from rectification.domain.planned_measure_lifecycle import is_late
from rectification.domain.supervision import (
    Consultation,
    MaterialHandover,
    PlannedMeasure,
    ReFeedback,
    SpecialCheck,
)
from rectification.store.supervision import units_of
from rectification.usecases.viewing import own_fields
from rectification.usecases.writing import opened_papers
from shared.db import Reader
from shared.directory.paths import code_of
from shared.http.models import Instant, ObjectOut, Output
from shared.process.desk import Desk
from shared.process.process import Viewer
from shared.process.shown_papers import PaperOut


class PlannedMeasureOut(ObjectOut):
    """A measure in the calendar."""

    inspected_organization_id: UUID
    kind: str
    mechanism: str
    planned_on: date
    is_late: bool
    recurrence: str
    anchor_day: int
    note: str
    until_on: date | None
    previous_id: UUID | None
    measure_id: UUID | None


class UnitOut(Output):
    """One organisation on the list of a special check."""

    inspected_organization_id: UUID
    result: str | None
    problems: str
    item_ids: list[UUID]
    checked_on: date | None


class SpecialCheckOut(ObjectOut):
    """A special check over several organisations."""

    title: str
    scheme: str
    planned_on: date
    inspectors: list[str]
    concluded_on: date | None
    units: list[UnitOut]


class ReFeedbackOut(ObjectOut):
    """Renewed feedback; `papers` hold the letter and the answers."""

    inspected_organization_id: UUID
    items: list[UUID]
    delivered_on: date
    reply_by: date
    special_check_id: UUID | None
    answered_on: date | None
    returned: int
    papers: list[PaperOut]


class TaskOut(Output):
    """What somebody must do after a consultation."""

    text: str
    owner: str
    due_on: date


class ConsultationOut(ObjectOut):
    """A consultation on problems."""

    inspected_organization_id: UUID
    topic: str
    held_on: date
    bodies: list[str]
    conclusion: str
    tasks: list[TaskOut]
    asks_inspected: bool
    answered_on: date | None
    papers: list[PaperOut]


class MaterialHandoverOut(ObjectOut):
    """A hand-over of material with receipt and time."""

    inspected_organization_id: UUID
    receiver: str
    materials: list[str]
    handed_over_at: Instant
    settled_at: Instant | None
    settled_by: str | None


async def view_planned_measure(_: Reader, desk: Desk, plan: PlannedMeasure, __: Viewer) -> dict[str, Any]:
    """Return the plan's own fields, and whether its day has passed."""
    return {**own_fields(plan), "is_late": is_late(plan.state, plan.planned_on, desk.clock.today())}


async def view_special_check(reader: Reader, _: Desk, check: SpecialCheck, viewer: Viewer) -> dict[str, Any]:
    """Return the check's own fields and, outside of lists, the result of each organisation."""
    units = [] if viewer.brief else await units_of(reader, check.id)
    names = UnitOut.model_fields
    return {**own_fields(check), "units": [{name: unit[name] for name in names} for unit in units]}


async def view_re_feedback(reader: Reader, desk: Desk, again: ReFeedback, viewer: Viewer) -> dict[str, Any]:
    """Return its own fields and, outside of lists, letter and answer."""
    papers = [] if viewer.brief else await opened_papers(reader, desk, again.id)
    return {**own_fields(again), "papers": papers}


async def view_consultation(reader: Reader, desk: Desk, held: Consultation, viewer: Viewer) -> dict[str, Any]:
    """Return its own fields and, outside of lists, the answer."""
    papers = [] if viewer.brief else await opened_papers(reader, desk, held.id)
    return {**own_fields(held), "bodies": [code_of(path) for path in held.bodies], "papers": papers}


async def view_material_handover(
    _: Reader, __: Desk, handed: MaterialHandover, ___: Viewer
) -> dict[str, Any]:
    """Return its own fields."""
    return own_fields(handed)
