"""What is on record about each party of a task, for its assessment, and the points it was given."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from casework.domain.linkage.assessment import Recorded, Score
from casework.domain.linkage.board_task_lifecycle import BoardTaskState
from casework.domain.linkage.secondment_lifecycle import SecondmentState
from casework.store.tables.consultations import (
    ConsultationParticipantRow,
    ConsultationRow,
    OpinionRow,
)
from casework.store.tables.linkage import AssessmentRow, BoardTaskRow, ResultRow
from casework.store.tables.secondments import SecondmentRow
from shared.clocks.tables import clocks
from shared.db import Reader, Transaction

_DONE = [BoardTaskState.REPORTED.value, BoardTaskState.DONE.value]
_NOT_LENT = [
    SecondmentState.REQUESTED.value, SecondmentState.DECLINED.value, SecondmentState.WITHDRAWN.value,
]  # fmt: skip
_LATE = ["met_late", "overdue"]


async def recorded_about(reader: Reader, task_id: UUID, path: str) -> Recorded:
    """Gather what is on record about one party of a task."""
    work = await reader.one(_work(task_id, path))
    people = await reader.one(_people(task_id, path))
    voices = await reader.one(_voices(task_id, path))
    results = await reader.one(_results(task_id, path))
    return Recorded(**dict(work), **dict(people), **dict(voices), **dict(results))


def add_score(tx: Transaction, task_id: UUID, path: str, facts: Recorded, score: Score) -> None:
    """Queue the points of one party in one dimension."""
    tx.add(
        AssessmentRow, task_id=task_id, organisation_path=path, dimension=score.dimension.value, facts=asdict(facts),
        recorded=score.recorded, judged=score.judged, points=score.points,
    )  # fmt: skip


async def scores_of(reader: Reader, task_id: UUID) -> list[Any]:
    """Return the points every party was given."""
    return await reader.all(
        sa.select(AssessmentRow.__table__)
        .where(AssessmentRow.task_id == task_id)
        .order_by(AssessmentRow.organisation_path, AssessmentRow.dimension)
    )


def _work(task_id: UUID, path: str) -> Any:
    late = _late(BoardTaskRow.id, "P-E7")
    done = BoardTaskRow.state.in_(_DONE)
    return sa.select(
        _count(BoardTaskRow.state != BoardTaskState.WITHDRAWN.value, "given"),
        _count(sa.and_(done, ~late), "in_time"),
        sa.func.coalesce(sa.func.sum(BoardTaskRow.returns), 0).label("sent_back"),
    ).where(BoardTaskRow.task_id == task_id, _of(BoardTaskRow.given_to_path, path))


def _people(task_id: UUID, path: str) -> Any:
    late = _late(SecondmentRow.id, "P-E4")
    answered = SecondmentRow.state != SecondmentState.REQUESTED.value
    return sa.select(
        _count(SecondmentRow.state != SecondmentState.WITHDRAWN.value, "asked"),
        _count(
            sa.and_(answered, SecondmentRow.state != SecondmentState.WITHDRAWN.value, ~late),
            "answered_in_time",
        ),
        _count(SecondmentRow.state.not_in(_NOT_LENT), "lent"),
    ).where(SecondmentRow.task_id == task_id, SecondmentRow.home_path == path)


def _voices(task_id: UUID, path: str) -> Any:
    spoke = sa.exists().where(
        OpinionRow.consultation_id == ConsultationParticipantRow.consultation_id,
        OpinionRow.officer_id == ConsultationParticipantRow.officer_id,
    )
    return (
        sa.select(sa.func.count().label("called"), _count(spoke, "spoke"))
        .select_from(ConsultationParticipantRow)
        .join(ConsultationRow, ConsultationRow.id == ConsultationParticipantRow.consultation_id)
        .where(
            ConsultationRow.task_id == task_id,
            ConsultationRow.resolved_on.is_not(None),
            _of(ConsultationParticipantRow.organisation_path, path),
        )
    )


def _results(task_id: UUID, path: str) -> Any:
    return sa.select(
        _count(ResultRow.credit_path == path, "credited"),
        _count(sa.literal(path) == sa.any_(ResultRow.contributor_paths), "contributed"),
    ).where(ResultRow.task_id == task_id)


def _of(column: Any, path: str) -> sa.ColumnElement[bool]:
    """Say that a path is the party's own or that of one of its units."""
    return sa.or_(column == path, column.startswith(f"{path}/", autoescape=True))


def _late(object_id: Any, rule: str) -> sa.ColumnElement[bool]:
    return sa.exists().where(
        clocks.c.object_id == object_id, clocks.c.rule == rule, clocks.c.state.in_(_LATE)
    )


def _count(which: sa.ColumnElement[bool], name: str) -> sa.Label[int]:
    return sa.func.count().filter(which).label(name)
