"""The officers of a task's team, and how much else an officer has in hand."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import sqlalchemy as sa

from casework.store.linkage.circle import admit, dismiss
from casework.store.tables.linkage import LinkageMemberRow as Row
from shared.db import Reader, Transaction
from shared.ids import uuid7
from shared.recusal.store import Recusal


@dataclass(frozen=True, slots=True)
class TeamMember:
    """One officer in a team. `until` is None for the lead office's own, who stay while the task lasts."""

    officer_id: str
    login: str
    organisation_path: str
    since: datetime
    until: datetime | None = None

    def is_present(self, at: datetime) -> bool:
        """Say whether the officer is in the team at that instant."""
        return self.since <= at and (self.until is None or at < self.until)


async def team_of(reader: Reader, task_id: UUID) -> list[TeamMember]:
    """Return everybody who did not leave, those whose days are still to come or are over included."""
    rows = await reader.all(
        sa.select(Row.__table__)
        .where(Row.task_id == task_id, Row.ended_at.is_(None))
        .order_by(Row.since, Row.login)
    )
    return [
        TeamMember(row["officer_id"], row["login"], row["organisation_path"], row["since"], row["until"])
        for row in rows
    ]


async def present_members(reader: Reader, task_id: UUID, at: datetime) -> dict[str, TeamMember]:
    """Return who is in the team at an instant, by officer."""
    return {one.officer_id: one for one in await team_of(reader, task_id) if one.is_present(at)}


async def add_to_team(tx: Transaction, task_id: UUID, member: TeamMember, *, by: str, at: datetime) -> None:
    """Put an officer into the team, and let them know of task and board within their days."""
    await remove_from_team(tx, task_id, member.officer_id, by=by, at=at)
    tx.add(
        Row, id=uuid7(), task_id=task_id, officer_id=member.officer_id, login=member.login,
        organisation_path=member.organisation_path, since=member.since, until=member.until, ended_at=None,
    )  # fmt: skip
    await admit(tx, task_id, member.officer_id, since=member.since, until=member.until, by=by)


async def remove_from_team(tx: Transaction, task_id: UUID, officer_id: str, *, by: str, at: datetime) -> None:
    """Take an officer out of the team; from now on they know nothing of it."""
    await tx.flush()
    leaving = sa.update(Row).where(
        Row.task_id == task_id, Row.officer_id == officer_id, Row.ended_at.is_(None)
    )
    await tx.run(leaving.values(ended_at=at))
    await dismiss(tx, task_id, officer_id, by=by, at=at)


async def leave_task(tx: Transaction, task_id: UUID, recusal: Recusal) -> None:
    """Take an officer who must keep away out of the team, with whatever they know through it."""
    await remove_from_team(tx, task_id, recusal.officer_id, by=recusal.decided_by, at=recusal.at)


async def prolong(tx: Transaction, task_id: UUID, officer_id: str, until: datetime) -> None:
    """Move the end of an officer's days in a team."""
    staying = sa.update(Row).where(
        Row.task_id == task_id, Row.officer_id == officer_id, Row.ended_at.is_(None)
    )
    await tx.run(staying.values(until=until))


async def disband(tx: Transaction, task_id: UUID, at: datetime) -> None:
    """Let everybody leave."""
    await tx.run(sa.update(Row).where(Row.task_id == task_id, Row.ended_at.is_(None)).values(ended_at=at))


async def loads(reader: Reader, officer_ids: list[str], at: datetime) -> dict[str, int]:
    """Count the teams each officer is in at an instant; officers in none are left out.

    Asked by the service itself: an office sees only that somebody is busy.
    """
    rows = await reader.all(
        sa.select(Row.officer_id, sa.func.count().label("teams"))
        .where(
            Row.officer_id.in_(officer_ids),
            Row.ended_at.is_(None),
            sa.or_(Row.until.is_(None), Row.until > at),
        )
        .group_by(Row.officer_id)
    )
    return {row["officer_id"]: row["teams"] for row in rows}
