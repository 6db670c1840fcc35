"""Where each metric of the evaluation index finds its records: one row for each, so that all can be read at once.

Each select names the record, and whether it counts. What is not in the table is not observable.

Rule: chapter 8, point 3; 18.7.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from rectification.domain.clue_handover_lifecycle import HandedClueState
from rectification.domain.item_lifecycle import ItemState
from rectification.domain.metrics import Found
from rectification.domain.recommendation import Acceptance
from rectification.domain.recommendation_lifecycle import RecommendationState
from rectification.domain.survey import LEAST_ANSWERS, SATISFIED_FROM, SurveyKind
from rectification.domain.system_built_lifecycle import SystemBuiltState
from rectification.store.figures import Scope, completion_units, in_window, on_time_units
from rectification.store.tables import (
    AnsweredDemandRow,
    EvaluationRow,
    HandedClueRow,
    HandlingAdviceRow,
    InspectedOrganizationRow,
    ItemRow,
    LinkedDemandRow,
    ProgressCheckRow,
    PublicationRow,
    RecommendationRow,
    SurveyAnswerRow,
    SurveyRow,
    SystemBuiltRow,
)
from shared.clocks.deadline_clock import ClockState
from shared.clocks.tables import clocks
from shared.db import Reader

_ORG: Any = InspectedOrganizationRow.__table__
_LATE = [ClockState.MET_LATE.value, ClockState.OVERDUE.value]
Records = Callable[[UUID], tuple[sa.Select[Any], ...]]


def _row(record: Any, counts: Any) -> sa.Select[Any]:
    return sa.select(sa.cast(record, sa.Text).label("record"), counts.label("counts"))


def _plan(organization_id: UUID) -> tuple[sa.Select[Any], ...]:
    late = sa.exists().where(
        clocks.c.object_id == _ORG.c.id, clocks.c.rule == "DL-38", clocks.c.state.in_(_LATE)
    )
    passed = sa.and_(_ORG.c.plan_approved_on.is_not(None), ~late)
    return (_row(_ORG.c.id, passed).where(_ORG.c.id == organization_id),)


def _monthly_checks(organization_id: UUID) -> tuple[sa.Select[Any], ...]:
    """One unit for each whole month between feedback and report, done where a check falls into it."""
    t: Any = ProgressCheckRow.__table__
    month = sa.text("interval '1 month'")
    ends = sa.func.least(_ORG.c.window_ends_on, _ORG.c.report_submitted_on)
    begins = (
        sa.func.generate_series(sa.cast(_ORG.c.feedback_on, sa.DateTime), ends - month, month)
        .table_valued("day", joins_implicitly=True)
        .render_derived()
    )
    checked = sa.exists().where(
        t.c.inspected_organization_id == _ORG.c.id,
        t.c.held_on >= begins.c.day,
        t.c.held_on < begins.c.day + month,
    )
    named = sa.func.to_char(begins.c.day, "YYYY-MM-DD")
    return (_row(named, checked).select_from(_ORG, begins).where(_ORG.c.id == organization_id),)


def _members(organization_id: UUID) -> tuple[sa.Select[Any], ...]:
    member = sa.func.jsonb_array_elements(_ORG.c.members).table_valued("value", joins_implicitly=True)
    name = sa.cast(member.c.value, sa.Text)
    named = sa.literal_column("value ->> 'name'", sa.Text)
    owns = sa.exists().where(
        ItemRow.inspected_organization_id == _ORG.c.id,
        ItemRow.owner == named,
        ItemRow.state != ItemState.CANCELLED.value,
    )
    return (
        _row(named, owns).select_from(_ORG, member).where(_ORG.c.id == organization_id, name.is_not(None)),
    )


def _units(units: Callable[[Scope], tuple[sa.Select[Any], ...]]) -> Records:
    def records(organization_id: UUID) -> tuple[sa.Select[Any], ...]:
        found = (one.subquery() for one in units(Scope(inspected_organization_id=organization_id)))
        return tuple(_row(one.c.id, one.c.counts) for one in found)

    return records


def _advice(organization_id: UUID) -> tuple[sa.Select[Any], ...]:
    """Advice served in the window, to the Party organisation or to the body behind it; what was taken back is none."""
    t: Any = RecommendationRow.__table__
    accepted = sa.func.coalesce(t.c.acceptance == Acceptance.ACCEPTED.value, sa.false())
    advice = _row(t.c.id, accepted).select_from(
        t.join(_ORG, t.c.addressee_path.in_([_ORG.c.organisation_path, _ORG.c.unit_path]))
    )
    standing = t.c.state != RecommendationState.WITHDRAWN.value
    return (advice.where(_ORG.c.id == organization_id, standing, in_window(t.c.delivered_on)),)


def _clues_concluded(organization_id: UUID) -> tuple[sa.Select[Any], ...]:
    t: Any = HandedClueRow.__table__
    concluded = _row(t.c.id, t.c.state == HandedClueState.CONCLUDED.value)
    return (
        concluded.where(t.c.inspected_organization_id == organization_id, t.c.transferred_on.is_not(None)),
    )


def _clues_in_time(organization_id: UUID) -> tuple[sa.Select[Any], ...]:
    """Clues of which their clock says whether they were in time; while it runs nobody can tell."""
    t: Any = HandedClueRow.__table__
    judged = _row(t.c.id, clocks.c.state == ClockState.MET.value).select_from(
        t.join(clocks, clocks.c.object_id == t.c.id)
    )
    states = [ClockState.MET.value, *_LATE]
    of_dl_40 = sa.and_(clocks.c.rule == "DL-40", clocks.c.state.in_(states))
    return (judged.where(t.c.inspected_organization_id == organization_id, of_dl_40),)


def _systems(organization_id: UUID) -> tuple[sa.Select[Any], ...]:
    t: Any = SystemBuiltRow.__table__
    confirmed = t.c.state == SystemBuiltState.CONFIRMED.value
    return (_row(t.c.id, confirmed).where(t.c.inspected_organization_id == organization_id),)


def _handling(organization_id: UUID) -> tuple[sa.Select[Any], ...]:
    t: Any = HandlingAdviceRow.__table__
    return (
        _row(t.c.id, t.c.carried_out_on.is_not(None)).where(t.c.inspected_organization_id == organization_id),
    )


def _demands(organization_id: UUID) -> tuple[sa.Select[Any], ...]:
    """The record named is the link, not the demand."""
    t: Any = LinkedDemandRow.__table__
    answered = sa.exists().where(AnsweredDemandRow.demand_id == t.c.demand_id)
    return (_row(t.c.id, answered).where(t.c.inspected_organization_id == organization_id),)


def _published(scope: str) -> Records:
    t: Any = PublicationRow.__table__

    def records(organization_id: UUID) -> tuple[sa.Select[Any], ...]:
        """One unit, the duty to publish: the organisation itself, done where a publication is on record."""
        done = sa.exists().where(t.c.inspected_organization_id == _ORG.c.id, t.c.scope == scope)
        return (_row(_ORG.c.id, done).where(_ORG.c.id == organization_id),)

    return records


def _surveyed(organization_id: UUID, kind: SurveyKind) -> sa.Select[Any]:
    """Select the survey of a kind with five answers at least: fewer are not observable."""
    answers = (
        sa.select(sa.func.count())
        .where(SurveyAnswerRow.survey_id == SurveyRow.id)
        .correlate(SurveyRow)
        .scalar_subquery()
    )
    return (
        sa.select(SurveyRow.id, SurveyRow.issued, answers.label("answers"))
        .join(EvaluationRow, EvaluationRow.id == SurveyRow.evaluation_id)
        .where(
            EvaluationRow.inspected_organization_id == organization_id,
            SurveyRow.kind == kind.value,
            answers >= LEAST_ANSWERS,
        )
    )


def _satisfaction(kind: SurveyKind) -> Records:
    def records(organization_id: UUID) -> tuple[sa.Select[Any], ...]:
        survey = _surveyed(organization_id, kind).subquery()
        satisfied = SurveyAnswerRow.score >= SATISFIED_FROM
        return (_row(survey.c.id, satisfied).where(SurveyAnswerRow.survey_id == survey.c.id),)

    return records


def _response(kind: SurveyKind) -> Records:
    def records(organization_id: UUID) -> tuple[sa.Select[Any], ...]:
        """One unit for each token; the record named is the survey, never an answer."""
        survey = _surveyed(organization_id, kind).subquery()
        token = (
            sa.func.generate_series(1, survey.c.issued)
            .table_valued("n", joins_implicitly=True)
            .render_derived()
        )
        return (_row(survey.c.id, token.c.n <= survey.c.answers).select_from(survey, token),)

    return records


# fmt: off
METRICS: Mapping[str, Records] = MappingProxyType({
    "plan_on_time_and_passed": _plan,
    "monthly_checks_by_principal": _monthly_checks,
    "members_with_items":      _members,
    "items_verified":          _units(completion_units),
    "items_on_time":           _units(on_time_units),
    "advice_adopted":          _advice,
    "clues_in_time":           _clues_in_time,
    "clues_concluded":         _clues_concluded,
    "systems_issued":          _systems,
    "handling_carried_out":    _handling,
    "linked_demands_answered": _demands,
    "published_in_party":      _published("party"),
    "published_to_society":    _published("public"),
    "staff_satisfaction":      _satisfaction(SurveyKind.STAFF),
    "staff_response":          _response(SurveyKind.STAFF),
    "public_satisfaction":     _satisfaction(SurveyKind.PUBLIC),
})
# fmt: on


async def find_records(reader: Reader, organization_id: UUID) -> list[Found]:
    """Return every record behind every metric, whoever asks: the caller opens sight and shows ids alone."""
    found = []
    for metric, records in METRICS.items():
        for select in records(organization_id):
            rows = await reader.all(select)
            found += [Found(metric, row["record"], row["counts"]) for row in rows]
    return found
