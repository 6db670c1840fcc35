"""The people of a task and everything that belongs to it: rights given, extended and ended on all of it at once.

An officer's right on the task is the measure: what is made later inherits it, with the same dates.
"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

import sqlalchemy as sa

from casework.domain.linkage.capacities import ASSIGNEE, MEMBER, PARTICIPANT, RECIPIENT, SHARED
from casework.store.tables.linkage import CircleRow
from shared.db import Reader, Transaction
from shared.needtoknow.tables import need_to_know

TASK, BOARD_TASK, CLUE, SECONDMENT = "linkage_task", "board_task", "clue", "secondment"
_OPEN_TO_ALL = (TASK, BOARD_TASK)
"""What every member sees; the others have lists of their own."""
_OF_OFFICERS = (MEMBER, ASSIGNEE, RECIPIENT, SHARED, PARTICIPANT)
_known = need_to_know.c
_new_id = sa.func.gen_random_uuid()


def enclose(tx: Transaction, task_id: UUID, object_id: UUID, kind: str) -> None:
    """Queue that an object belongs to a task."""
    tx.add(CircleRow, task_id=task_id, object_id=object_id, kind=kind)


async def inherit(tx: Transaction, task_id: UUID, object_id: UUID, kind: str, at: datetime) -> None:
    """Let a new object of a task be known to its members where it is open to all."""
    enclose(tx, task_id, object_id, kind)
    await tx.flush()
    if kind in _OPEN_TO_ALL:
        columns = ["id", "object_id", "grantee", "capacity", "since", "until", "granted_by"]
        rights = sa.select(
            _new_id, sa.literal(object_id), _known.grantee, _known.capacity, _known.since, _known.until,
            _known.granted_by,
        ).where(_known.object_id == task_id, _known.capacity == MEMBER, _holds(at))  # fmt: skip
        await tx.run(sa.insert(need_to_know).from_select(columns, rights))


async def admit(
    tx: Transaction, task_id: UUID, officer_id: str, *, since: datetime, until: datetime | None, by: str
) -> None:
    """Let an officer know of the task and its board from an instant to an instant."""
    await tx.flush()
    columns = ["id", "object_id", "grantee", "capacity", "since", "until", "granted_by"]
    objects = sa.select(
        _new_id, CircleRow.object_id, sa.literal(officer_id), sa.literal(MEMBER),
        sa.literal(since, sa.DateTime(timezone=True)), sa.literal(until, sa.DateTime(timezone=True)), sa.literal(by),
    ).where(CircleRow.task_id == task_id, CircleRow.kind.in_(_OPEN_TO_ALL))  # fmt: skip
    await tx.run(sa.insert(need_to_know).from_select(columns, objects))


async def extend(tx: Transaction, task_id: UUID, officer_id: str, until: datetime, at: datetime) -> None:
    """Let the rights of an officer that are to end, end later."""
    await tx.flush()
    dated = sa.and_(_known.until.is_not(None), _known.until > at)
    await tx.run(
        sa.update(need_to_know)
        .where(_known.grantee == officer_id, _in_circle(task_id), dated)
        .values(until=until)
    )


async def dismiss(tx: Transaction, task_id: UUID, grantee: str, *, by: str, at: datetime) -> None:
    """End whatever an officer or organisation knows through a task, now or later."""
    await tx.flush()
    await tx.run(_ending(task_id, by, at).where(_known.grantee == grantee))


async def dissolve(tx: Transaction, task_id: UUID, *, by: str, at: datetime) -> None:
    """End what all officers of the team know through a task; organisations keep their outline. Rule: E4."""
    await tx.flush()
    await tx.run(_ending(task_id, by, at).where(_known.capacity.in_(_OF_OFFICERS)))


async def clues_of(reader: Reader, task_id: UUID) -> list[UUID]:
    """Return the clues that were ever shared inside a task."""
    rows = await reader.all(
        sa.select(CircleRow.object_id).where(CircleRow.task_id == task_id, CircleRow.kind == CLUE)
    )
    return [row["object_id"] for row in rows]


def _ending(task_id: UUID, by: str, at: datetime) -> sa.Update:
    ended = sa.func.greatest(sa.literal(at), _known.since)
    return sa.update(need_to_know).where(_in_circle(task_id), _holds(at)).values(until=ended, ended_by=by)


def _in_circle(task_id: UUID) -> sa.ColumnElement[bool]:
    """Say that a right is one through the task. A loan is its officer's and home body's own affair and stays theirs."""
    own = sa.select(CircleRow.object_id).where(
        CircleRow.task_id == task_id, CircleRow.kind.not_in([CLUE, SECONDMENT])
    )
    clues = sa.select(CircleRow.object_id).where(CircleRow.task_id == task_id, CircleRow.kind == CLUE)
    return sa.or_(_known.object_id.in_(own), sa.and_(_known.capacity == SHARED, _known.object_id.in_(clues)))


def _holds(at: datetime) -> sa.ColumnElement[bool]:
    return sa.or_(_known.until.is_(None), _known.until > at)
