"""What each figure counts: one row for each unit, so that the figure and the records behind it cannot differ.

Every select reads the table whose rights decide, by its own name: the condition of rights is added to it.
Columns: `record_type`, `id`, `number`, `part` (by which it is broken down), `counts` (done, for a rate), `unit`
(what is counted once), `organisation_path`, `on_day`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from rectification.domain.item_lifecycle import DONE, ItemState
from rectification.domain.supervision import Measure
from rectification.domain.system_built_lifecycle import SystemBuiltState
from rectification.store.tables import (
    ConsultationRow,
    FalseChargeRow,
    FalseRectificationRow,
    InspectedOrganizationRow,
    ItemRow,
    JointReviewRow,
    MilestoneRow,
    RecommendationRow,
    ReFeedbackRow,
    ReminderRow,
    SupervisionMeasureRow,
    SystemBuiltRow,
)
from shared.clocks.counting import ends_at
from shared.db import Reader
from shared.db.engine import Row
from shared.http.paging import Sorting
from shared.lifecycle.tables import history

_ORG: Any = InspectedOrganizationRow.__table__
_ITEM: Any = ItemRow.__table__
_DONE = [state.value for state in DONE]
_OWN_RECORDS: tuple[tuple[Measure, str, Any, Any], ...] = (
    (Measure.PLAN_REPORT_REVIEW, "joint_review", JointReviewRow.__table__, JointReviewRow.concluded_on),
    (Measure.RE_FEEDBACK, "re_feedback", ReFeedbackRow.__table__, ReFeedbackRow.delivered_on),
    (Measure.REMINDER_INTERVIEW, "reminder", ReminderRow.__table__, ReminderRow.delivered_on),
    (Measure.ISSUE_CONSULTATION, "issue_consultation", ConsultationRow.__table__, ConsultationRow.held_on),
)
"""Measures that are carried out by what has a record of its own: the measure, its record, and the day that counts."""
_HAD_FEEDBACK = _ORG.c.feedback_on.is_not(None)


@dataclass(frozen=True, slots=True)
class Scope:
    """What is counted: a round, one organisation, a period; what is None does not narrow.

    What happened after `last_day` is not known yet, and states are those of its end.
    """

    round_id: UUID | None = None
    inspected_organization_id: UUID | None = None
    from_on: date | None = None
    to_on: date | None = None
    last_day: date | None = None

    @property
    def before(self) -> datetime | None:
        """The cut-off: the instant at which the last day is over."""
        return None if self.last_day is None else ends_at(self.last_day)


Units = Callable[[Scope], tuple[sa.Select[Any], ...]]


def completion_units(scope: Scope) -> tuple[sa.Select[Any], ...]:
    """Select items, and milestones of long-term items, whose date falls in the window. Rule: chapter 7."""
    state = _state(_ITEM, scope)
    standing = sa.and_(_HAD_FEEDBACK, state != ItemState.CANCELLED.value)
    items = _within(
        _row("rectification_item", _ITEM, part=state, counts=state.in_(_DONE), day=_ITEM.c.due_on)
        .select_from(_ITEM.join(_ORG, _ITEM.c.inspected_organization_id == _ORG.c.id))
        .where(standing, ~_ITEM.c.is_long_term, in_window(_ITEM.c.due_on)),
        scope,
    )
    stone: Any = MilestoneRow.__table__
    milestones = _within(
        _row(
            "milestone", _ITEM, part=state, counts=_known(stone.c.reached_on, scope), day=stone.c.due_on,
            identity=stone.c.id,
        )
        .select_from(stone.join(_ITEM, stone.c.item_id == _ITEM.c.id)
                     .join(_ORG, _ITEM.c.inspected_organization_id == _ORG.c.id))
        .where(standing, _ITEM.c.is_long_term, in_window(stone.c.due_on)),
        scope,
    )  # fmt: skip
    return items, milestones


def on_time_units(scope: Scope) -> tuple[sa.Select[Any], ...]:
    """Select items whose date falls in the window; those count that were on time."""
    state = _state(_ITEM, scope)
    judged = sa.and_(sa.func.coalesce(_ITEM.c.is_on_time, sa.false()), _known(_ITEM.c.verified_on, scope))
    on_time = (
        _row("rectification_item", _ITEM, part=state, counts=judged, day=_ITEM.c.due_on)
        .select_from(_ITEM.join(_ORG, _ITEM.c.inspected_organization_id == _ORG.c.id))
        .where(_HAD_FEEDBACK, state != ItemState.CANCELLED.value, ~_ITEM.c.is_long_term, in_window(_ITEM.c.due_on))
    )  # fmt: skip
    return (_within(on_time, scope),)


def system_units(scope: Scope) -> tuple[sa.Select[Any], ...]:
    """Select confirmed systems by the day they took effect."""
    t: Any = SystemBuiltRow.__table__
    built = _row("system_built", t, part=t.c.kind, day=t.c.effective_on).where(
        _state(t, scope) == SystemBuiltState.CONFIRMED.value
    )
    if scope.inspected_organization_id is not None:
        built = built.where(t.c.inspected_organization_id == scope.inspected_organization_id)
    if scope.round_id is not None:
        of_round = sa.select(_ORG.c.id).where(_ORG.c.round_id == scope.round_id)
        built = built.where(t.c.inspected_organization_id.in_(of_round))
    return (_during(built, t.c.effective_on, scope),)


def checked_units(scope: Scope) -> tuple[sa.Select[Any], ...]:
    """Select special checks at organisations; each organisation is one unit."""
    t: Any = SupervisionMeasureRow.__table__
    checks = _row("supervision_measure", t, part=t.c.kind, day=t.c.held_on, unit=_ORG.c.id)
    return (_of_organization(checks.where(t.c.kind == "special_check"), t, t.c.held_on, scope),)


def measure_units(scope: Scope) -> tuple[sa.Select[Any], ...]:
    """Select measures carried out, by kind; joint reviews, letters and consultations are their own records. Rule: 18.8."""
    t: Any = SupervisionMeasureRow.__table__
    measures = _row("supervision_measure", t, part=t.c.kind, day=t.c.held_on)
    return (
        _of_organization(measures, t, t.c.held_on, scope),
        *(_measured(*one, scope) for one in _OWN_RECORDS),
    )


def re_feedback_units(scope: Scope) -> tuple[sa.Select[Any], ...]:
    """Select renewed feedback by the day it was delivered."""
    t: Any = ReFeedbackRow.__table__
    letters = _row("re_feedback", t, part=_state(t, scope), day=t.c.delivered_on)
    return (_of_organization(letters, t, t.c.delivered_on, scope),)


def false_units(scope: Scope) -> tuple[sa.Select[Any], ...]:
    """Select false and superficial rectification by the day it was found."""
    t: Any = FalseRectificationRow.__table__
    found = _row("false_rectification", t, part=t.c.outcome, day=t.c.found_on)
    return (_of_organization(found, t, t.c.found_on, scope),)


def rectifier_units(scope: Scope) -> tuple[sa.Select[Any], ...]:
    """Select what proved false on the account of who had rectified."""
    return (_charges(scope, "rectified"),)


def acceptor_units(scope: Scope) -> tuple[sa.Select[Any], ...]:
    """Select what proved false on the account of who had accepted; verified and struck off it is still one."""
    return (_charges(scope, "verified", "struck_off"),)


def advised_rectifier_units(scope: Scope) -> tuple[sa.Select[Any], ...]:
    """Select the same of what recommendations asked to put right, on the account of who had rectified."""
    return (_advised_charges(scope, "rectified"),)


def advised_acceptor_units(scope: Scope) -> tuple[sa.Select[Any], ...]:
    """Select the same of what recommendations asked to put right, on the account of who had accepted."""
    return (_advised_charges(scope, "verified", "struck_off"),)


def recommendation_units(scope: Scope) -> tuple[sa.Select[Any], ...]:
    """Select recommendations that were served."""
    return (_served("recommendation", RecommendationRow.__table__, scope),)


def reminder_units(scope: Scope) -> tuple[sa.Select[Any], ...]:
    """Select lighter papers that were served."""
    return (_served("reminder", ReminderRow.__table__, scope),)


def joined(units: Units, scope: Scope, condition: sa.ColumnElement[bool] | sa.TextClause) -> sa.Subquery:
    """Return every unit in the scope for which the condition of rights holds."""
    return sa.union_all(*(select.where(condition) for select in units(scope))).subquery("units")


async def count_parts(reader: Reader, units: sa.Subquery, values: dict[str, Any]) -> tuple[Row, list[Row]]:
    """Return how many units are done, how many there are and how many are distinct: in all, and by part."""
    of_part = sa.func.grouping(units.c.part)
    rows = await reader.all(
        sa.select(
            units.c.part,
            of_part.label("is_all"),
            sa.func.count().filter(units.c.counts).label("done"),
            sa.func.count().label("whole"),
            sa.func.count(sa.distinct(units.c.unit)).label("apart"),
        )
        .group_by(sa.func.grouping_sets(sa.tuple_(units.c.part), sa.tuple_()))
        .order_by(of_part.desc(), units.c.part),
        **values,
    )
    return rows[0], rows[1:]


def records(units: sa.Subquery) -> tuple[sa.Select[Any], Sorting]:
    """Return the select of the records themselves, and how they are sorted."""
    return sa.select(units), Sorting({"on_day": units.c.on_day}, default="on_day", last=units.c.id)


async def completion_of(reader: Reader, organization_id: UUID) -> tuple[int, int]:
    """Return how many units of one organisation are done, and how many there are."""
    units = sa.union_all(*completion_units(Scope(inspected_organization_id=organization_id))).subquery()
    row = await reader.one(
        sa.select(sa.func.count().filter(units.c.counts).label("done"), sa.func.count().label("whole")).select_from(units)
    )  # fmt: skip
    return row["done"], row["whole"]


def _row(
    record_type: str, table: Any, *, part: Any, day: Any, counts: Any = None, identity: Any = None, unit: Any = None,
    owner: Any = None,
) -> sa.Select[Any]:  # fmt: skip
    key = table.c.id if identity is None else identity
    named = table.c.get("number")
    for column in ("organisation_path", "addressee_path"):
        owner = table.c.get(column) if owner is None else owner
    return sa.select(
        sa.literal(record_type, sa.Text).label("record_type"),
        key.label("id"),
        (sa.null().cast(sa.Text) if named is None else named).label("number"),
        part.label("part"),
        (sa.true() if counts is None else counts).label("counts"),
        (key if unit is None else unit).label("unit"),
        (_ORG.c.organisation_path if owner is None else owner).label("organisation_path"),
        sa.type_coerce(day, sa.Date).label(
            "on_day"
        ),  # of a column that may be null only rows that have it are selected
    )


def _of_organization(select: sa.Select[Any], table: Any, day: Any, scope: Scope) -> sa.Select[Any]:
    joined = select.select_from(table.join(_ORG, table.c.inspected_organization_id == _ORG.c.id))
    return _during(_within(joined, scope), day, scope)


def _measured(measure: Measure, record_type: str, table: Any, day: Any, scope: Scope) -> sa.Select[Any]:
    part = sa.literal(measure.value, sa.Text)
    held = _row(record_type, table, part=part, day=day).where(day.is_not(None))
    if "kind" in table.c:
        held = held.where(table.c.kind == measure.value)
    return _of_organization(held, table, day, scope)


def _charges(scope: Scope, *parts: str) -> sa.Select[Any]:
    t: Any = FalseChargeRow.__table__
    return _of_organization(_charged(t, parts), t, t.c.charged_on, scope)


def _advised_charges(scope: Scope, *parts: str) -> sa.Select[Any]:
    """Select charges of items recommendations opened: these belong to no round and to no inspected organisation."""
    t: Any = FalseChargeRow.__table__
    advised: Any = RecommendationRow.__table__
    charges = _charged(t, parts).select_from(
        t.join(_ITEM, t.c.item_id == _ITEM.c.id).join(advised, _ITEM.c.recommendation_id == advised.c.id)
    )
    if scope.round_id is not None or scope.inspected_organization_id is not None:
        charges = charges.where(sa.false())
    return _during(charges, t.c.charged_on, scope)


def _charged(t: Any, parts: tuple[str, ...]) -> sa.Select[Any]:
    code = sa.func.regexp_replace(t.c.body_path, "^.*[/:]", "")
    return _row(
        "false_charge", t, part=code, day=t.c.charged_on, unit=t.c.false_rectification_id, owner=t.c.body_path
    ).where(t.c.part.in_(parts))


def _served(record_type: str, table: Any, scope: Scope) -> sa.Select[Any]:
    served = _row(record_type, table, part=table.c.kind, day=table.c.delivered_on)
    return _during(served.where(table.c.delivered_on.is_not(None)), table.c.delivered_on, scope)


def _within(select: sa.Select[Any], scope: Scope) -> sa.Select[Any]:
    if scope.round_id is not None:
        select = select.where(_ORG.c.round_id == scope.round_id)
    if scope.inspected_organization_id is not None:
        select = select.where(_ORG.c.id == scope.inspected_organization_id)
    return select


def _during(select: sa.Select[Any], day: Any, scope: Scope) -> sa.Select[Any]:
    if scope.from_on is not None:
        select = select.where(day >= scope.from_on)
    if scope.to_on is not None:
        select = select.where(day <= scope.to_on)
    if scope.last_day is not None:
        select = select.where(day <= scope.last_day)
    return select


def _state(table: Any, scope: Scope) -> Any:
    """Return the state of an object now, or as its history tells it for the cut-off; none before it existed."""
    if scope.before is None:
        return table.c.state
    return (
        sa.select(history.c.to_state)
        .where(history.c.object_id == table.c.id, history.c.at < scope.before)
        .order_by(history.c.version.desc())
        .limit(1)
        .correlate(table)
        .scalar_subquery()
    )


def _known(day: Any, scope: Scope) -> Any:
    """Say that something had happened, by the cut-off where there is one."""
    return day.is_not(None) if scope.last_day is None else sa.func.coalesce(day <= scope.last_day, sa.false())


def in_window(day: Any) -> sa.ColumnElement[bool]:
    """Say that a day lies in the window of its organisation.

    Asked as a range, which no index on the day answers: with two comparisons PostgreSQL reads the whole index for each
    of 2,000 organisations (5 s instead of 0.1).
    """
    window = sa.func.daterange(_ORG.c.feedback_on, _ORG.c.window_ends_on, sa.literal("[]", sa.Text))
    return window.op("@>", is_comparison=True)(day)
