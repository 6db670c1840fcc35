"""Who has, or had, a part in a case: the team, the review group, those who handle an appeal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from uuid import UUID

import sqlalchemy as sa

from casework.domain.case import Case
from casework.store.tables.cases import CaseMemberRow
from casework.store.tables.clues import MemberRow
from casework.store.teams import Member
from shared.db import Reader, Transaction
from shared.ids import uuid7
from shared.lifecycle.tables import history
from shared.recusal.store import Recusal

Part = Literal["preliminary", "team", "review", "appeal"]


@dataclass(frozen=True, slots=True)
class Participant:
    """One officer with a part in a case."""

    officer_id: str
    login: str
    organisation_path: str
    part: str
    is_leader: bool


async def participants_of(
    reader: Reader, case_id: UUID, part: Part | None = None, *, appeal_id: UUID | None = None
) -> list[Participant]:
    """Return who has a part now, leaders first."""
    statement = (
        sa.select(CaseMemberRow.__table__)
        .where(
            CaseMemberRow.case_id == case_id,
            CaseMemberRow.until.is_(None),
            CaseMemberRow.appeal_id.is_not_distinct_from(appeal_id),
        )
        .order_by(
            CaseMemberRow.part, CaseMemberRow.is_leader.desc(), CaseMemberRow.since, CaseMemberRow.login
        )
    )
    rows = await reader.all(statement.where(CaseMemberRow.part == part) if part else statement)
    return [
        Participant(row["officer_id"], row["login"], row["organisation_path"], row["part"], row["is_leader"])
        for row in rows
    ]


def add_participant(
    tx: Transaction,
    case_id: UUID,
    part: Part,
    member: Member,
    *,
    since: datetime,
    until: datetime | None = None,
    is_leader: bool = False,
    appeal_id: UUID | None = None,
) -> None:
    tx.add(
        CaseMemberRow, id=uuid7(), case_id=case_id, appeal_id=appeal_id, part=part,
        officer_id=member.officer_id, login=member.login, organisation_path=member.organisation_path,
        is_leader=is_leader, since=since, until=until,
    )  # fmt: skip


async def dismiss_participants(
    tx: Transaction, case_id: UUID, part: Part, *, at: datetime, appeal_id: UUID | None = None
) -> None:
    """End everybody's part of that kind; who stays is added anew."""
    leaving = sa.update(CaseMemberRow).where(
        CaseMemberRow.case_id == case_id,
        CaseMemberRow.part == part,
        CaseMemberRow.appeal_id.is_not_distinct_from(appeal_id),
        CaseMemberRow.until.is_(None),
    )
    await tx.run(leaving.values(until=at))


async def leave_case(tx: Transaction, case_id: UUID, recusal: Recusal) -> None:
    """End every part an officer who must keep away has in a case and its appeals."""
    leaving = sa.update(CaseMemberRow).where(
        CaseMemberRow.case_id == case_id,
        CaseMemberRow.officer_id == recusal.officer_id,
        CaseMemberRow.until.is_(None),
    )
    await tx.run(leaving.values(until=recusal.at))


async def verifiers_of(reader: Reader, verification_id: UUID) -> list[Member]:
    """Return everybody who was ever in the team of a verification."""
    rows = await reader.all(
        sa.select(MemberRow.officer_id, MemberRow.login, MemberRow.organisation_path)
        .where(MemberRow.verification_id == verification_id)
        .distinct()
    )
    return [Member(row["officer_id"], row["login"], row["organisation_path"]) for row in rows]


async def had_part(reader: Reader, case_id: UUID, parts: Sequence[Part]) -> frozenset[str]:
    """Return the officers who have or ever had one of these parts in a case."""
    rows = await reader.all(
        sa.select(CaseMemberRow.officer_id).where(
            CaseMemberRow.case_id == case_id, CaseMemberRow.part.in_(list(parts))
        )
    )
    return frozenset(row["officer_id"] for row in rows)


async def moved_by(
    reader: Reader, object_ids: Sequence[UUID], *, actions: Sequence[str] = (), without: Sequence[str] = ()
) -> frozenset[str]:
    """Return the officers who made moves of these objects: all moves, only some, or all but some."""
    statement = sa.select(history.c.by_id).where(
        history.c.object_id.in_(list(object_ids)), history.c.by_kind == "officer"
    )
    if actions:
        statement = statement.where(history.c.action.in_(list(actions)))
    if without:
        statement = statement.where(history.c.action.not_in(list(without)))
    return frozenset(row["by_id"] for row in await reader.all(statement))


def came_from(case: Case) -> list[UUID]:
    """Return the ids of what a case comes from."""
    return [one for one in (case.clue_id, case.verification_id) if one is not None]
