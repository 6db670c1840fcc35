"""Marks, submissions, discussions, results and follow-ups of evaluations."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from rectification.domain.evaluation import Evaluation, Mark, newest
from rectification.domain.evaluation_lifecycle import UNTIL_SCORED
from rectification.domain.follow_up_lifecycle import FollowUpState
from rectification.domain.item import FalseOutcome
from rectification.store.objects import reader_of
from rectification.store.tables import (
    EvaluationDiscussionRow,
    EvaluationMarkRow,
    EvaluationResultRow,
    EvaluationRow,
    EvaluationSubmissionRow,
    FalseRectificationRow,
    FollowUpRow,
    InspectedOrganizationRow,
    ItemRow,
    ReminderRow,
)
from shared.audit.tables import audit_entries
from shared.db import Reader, Transaction
from shared.db.engine import Row
from shared.ids import uuid7

FREEZE = "evaluation:freeze"
"""The action under which the audit log keeps a result's digest."""
_FROZEN = audit_entries.c.action == FREEZE
evaluation_of = reader_of(Evaluation)
_mark_of = reader_of(Mark)


def add_marks(tx: Transaction, evaluation_id: UUID, marks: Iterable[Mark], at: datetime) -> None:
    for one in marks:
        tx.add(
            EvaluationMarkRow, id=uuid7(), evaluation_id=evaluation_id, source=one.source, item=one.item,
            evaluator=one.evaluator, points=one.points, reason=one.reason, at=at,
        )  # fmt: skip


async def latest_marks(reader: Reader, evaluation_id: UUID) -> dict[tuple[str, str, str], Mark]:
    """Return the newest mark of each evaluator for each item, whether or not they have finished."""
    return newest(_mark_of(row) for row in await reader.all(_marks_of(evaluation_id)))


async def counting_marks(reader: Reader, evaluation: Evaluation) -> dict[tuple[str, str, str], Mark]:
    """Return the marks a score is made of: the newest of each who has finished and not left the team since.

    Rule: chapter 8, point 4.
    """
    finished = sa.exists().where(
        EvaluationSubmissionRow.evaluation_id == EvaluationMarkRow.evaluation_id,
        EvaluationSubmissionRow.source == EvaluationMarkRow.source,
        EvaluationSubmissionRow.evaluator == EvaluationMarkRow.evaluator,
    )
    marks = [_mark_of(row) for row in await reader.all(_marks_of(evaluation.id).where(finished))]
    return newest(one for one in marks if evaluation.is_scored_by(one.source, one.evaluator))


def _marks_of(evaluation_id: UUID) -> sa.Select[Any]:
    return (
        sa.select(EvaluationMarkRow.__table__)
        .where(EvaluationMarkRow.evaluation_id == evaluation_id)
        .order_by(EvaluationMarkRow.at, EvaluationMarkRow.id)
    )


async def submissions_of(reader: Reader, evaluation_id: UUID) -> set[tuple[str, str]]:
    """Return source and evaluator of everybody who has finished."""
    rows = await reader.all(
        sa.select(EvaluationSubmissionRow.source, EvaluationSubmissionRow.evaluator).where(
            EvaluationSubmissionRow.evaluation_id == evaluation_id
        )
    )
    return {(row["source"], row["evaluator"]) for row in rows}


async def discussions_of(reader: Reader, evaluation_id: UUID) -> list[Row]:
    """Return what was discussed, oldest first."""
    return await reader.all(
        sa.select(EvaluationDiscussionRow.__table__)
        .where(EvaluationDiscussionRow.evaluation_id == evaluation_id)
        .order_by(EvaluationDiscussionRow.at, EvaluationDiscussionRow.id)
    )


async def discussed_by_all(reader: Reader, evaluation_id: UUID) -> set[tuple[str, str]]:
    """Return source and item of what was discussed after everybody's marks in that source lay on the table.

    What was discussed before somebody came to the team says nothing of how far that evaluator's marks are apart.
    """
    later = sa.exists().where(
        EvaluationSubmissionRow.evaluation_id == EvaluationDiscussionRow.evaluation_id,
        EvaluationSubmissionRow.source == EvaluationDiscussionRow.source,
        EvaluationSubmissionRow.at > EvaluationDiscussionRow.at,
    )
    rows = await reader.all(
        sa.select(EvaluationDiscussionRow.source, EvaluationDiscussionRow.item).where(
            EvaluationDiscussionRow.evaluation_id == evaluation_id, ~later
        )
    )
    return {(row["source"], row["item"]) for row in rows}


async def lock_evaluations_scored_by(tx: Transaction, officer_id: str) -> list[Evaluation]:
    """Lock the evaluations whose team an officer belongs to and whose scoring has not ended."""
    rows = await tx.all(
        sa.select(EvaluationRow.__table__)
        .where(
            sa.literal(officer_id) == sa.any_(EvaluationRow.evaluators), EvaluationRow.state.in_(UNTIL_SCORED)
        )
        .order_by(EvaluationRow.id)
        .with_for_update()
    )
    return [evaluation_of(row) for row in rows]


async def result_row(reader: Reader, evaluation_id: UUID) -> Row | None:
    return await reader.maybe(
        sa.select(EvaluationResultRow.__table__).where(EvaluationResultRow.evaluation_id == evaluation_id)
    )


async def score_about(reader: Reader, organization_id: UUID) -> Row | None:
    """Return total and grade of the confirmed result about an inspected organisation."""
    return await reader.maybe(
        sa.select(EvaluationResultRow.total, EvaluationResultRow.grade).where(
            EvaluationResultRow.inspected_organization_id == organization_id
        )
    )


async def proved_false(reader: Reader, organization_id: UUID) -> bool:
    """Say whether false rectification was proved; superficial rectification costs marks, and caps nothing."""
    found = await reader.scalar(
        sa.select(FalseRectificationRow.id)
        .where(
            FalseRectificationRow.inspected_organization_id == organization_id,
            FalseRectificationRow.outcome == FalseOutcome.FALSE.value,
        )
        .limit(1)
    )
    return found is not None


async def proved_false_items(reader: Reader, organization_id: UUID) -> list[Row]:
    """Return the items whose rectification was proved false: number, title, and when it was found."""
    return await reader.all(
        sa.select(ItemRow.number, ItemRow.title, FalseRectificationRow.found_on)
        .join(ItemRow, ItemRow.id == FalseRectificationRow.item_id)
        .where(
            FalseRectificationRow.inspected_organization_id == organization_id,
            FalseRectificationRow.outcome == FalseOutcome.FALSE.value,
        )
        .order_by(FalseRectificationRow.found_on, ItemRow.number)
    )


async def follow_ups_of(reader: Reader, evaluation_id: UUID) -> list[Row]:
    """Return what followed from the grade poor: kind, state, and when it was done."""
    return await reader.all(
        sa.select(FollowUpRow.kind, FollowUpRow.state, FollowUpRow.done_on)
        .where(FollowUpRow.evaluation_id == evaluation_id)
        .order_by(FollowUpRow.kind)
    )


async def round_of(reader: Reader, organization_id: UUID) -> UUID:
    """Return the round an inspected organisation stands in."""
    found: UUID = await reader.scalar(
        sa.select(InspectedOrganizationRow.round_id).where(InspectedOrganizationRow.id == organization_id)
    )
    return found


async def ever_confirmed(reader: Reader) -> list[UUID]:
    """Return every evaluation that is confirmed, has a result, or had one frozen according to the audit log."""
    frozen = sa.select(sa.cast(audit_entries.c.object_id, sa.Uuid).label("id")).where(_FROZEN)
    confirmed = sa.select(EvaluationRow.id).where(EvaluationRow.confirmed_on.is_not(None))
    either = sa.union(frozen, confirmed, sa.select(EvaluationResultRow.evaluation_id)).subquery()
    return [row["id"] for row in await reader.all(sa.select(either.c.id).order_by(either.c.id))]


async def digest_in_the_log(reader: Reader, evaluation_id: UUID) -> str | None:
    """Return the digest that was written into the audit log when the result was frozen, in hex."""
    found: str | None = await reader.scalar(
        sa.select(audit_entries.c.details["sha256"].astext)
        .where(_FROZEN, audit_entries.c.object_id == str(evaluation_id))
        .order_by(audit_entries.c.at.desc())
        .limit(1)
    )
    return found


async def evaluation_row(reader: Reader, evaluation_id: UUID) -> Evaluation | None:
    row = await reader.maybe(sa.select(EvaluationRow.__table__).where(EvaluationRow.id == evaluation_id))
    return evaluation_of(row) if row else None


async def open_follow_ups(reader: Reader, organization_id: UUID) -> int:
    """Count the consequences of the grade poor that nobody has finished."""
    found: int = await reader.scalar(
        sa.select(sa.func.count())
        .select_from(FollowUpRow)
        .where(
            FollowUpRow.inspected_organization_id == organization_id,
            FollowUpRow.state != FollowUpState.DONE.value,
        )
    )
    return found


async def is_looked_back_at(reader: Reader, organization_id: UUID) -> bool:
    """Say whether the organisation stands in a later round that looks back at this one."""
    found = await reader.scalar(
        sa.select(InspectedOrganizationRow.id)
        .where(InspectedOrganizationRow.earlier_id == organization_id)
        .limit(1)
    )
    return found is not None


async def reminder_state(reader: Reader, reminder_id: UUID | None) -> str | None:
    if reminder_id is None:
        return None
    state: str | None = await reader.scalar(sa.select(ReminderRow.state).where(ReminderRow.id == reminder_id))
    return state


def mark_json(one: Mark, *, counts: bool) -> dict[str, Any]:
    """Return a mark as answers show it, and whether the score is made of it."""
    return {
        "source": one.source,
        "item": one.item,
        "evaluator": one.evaluator,
        "points": one.points,
        "reason": one.reason,
        "counts": counts,
    }
