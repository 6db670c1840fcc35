"""Who is in a verification team, and who has signed its report."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import sqlalchemy as sa

from casework.store.tables.clues import MemberRow, ReportSignatureRow
from shared.db import Reader, Transaction
from shared.ids import uuid7
from shared.recusal.store import Recusal


@dataclass(frozen=True, slots=True)
class Member:
    """One officer in a team. `organisation_path` is where they come from."""

    officer_id: str
    login: str
    organisation_path: str


async def members_of(reader: Reader, verification_id: UUID) -> list[Member]:
    """Return the present members in the order they joined."""
    rows = await reader.all(
        sa.select(MemberRow.__table__)
        .where(MemberRow.verification_id == verification_id, MemberRow.until.is_(None))
        .order_by(MemberRow.since, MemberRow.login)
    )
    return [Member(row["officer_id"], row["login"], row["organisation_path"]) for row in rows]


async def dismiss(tx: Transaction, verification_id: UUID, officer_ids: list[str], at: datetime) -> None:
    leaving = sa.update(MemberRow).where(
        MemberRow.verification_id == verification_id,
        MemberRow.officer_id.in_(officer_ids),
        MemberRow.until.is_(None),
    )
    await tx.run(leaving.values(until=at))


async def leave_team(tx: Transaction, verification_id: UUID, recusal: Recusal) -> None:
    """Take an officer who must keep away out of the team."""
    await dismiss(tx, verification_id, [recusal.officer_id], recusal.at)


def add_member(tx: Transaction, verification_id: UUID, member: Member, at: datetime) -> None:
    tx.add(
        MemberRow,
        id=uuid7(),
        verification_id=verification_id,
        officer_id=member.officer_id,
        login=member.login,
        organisation_path=member.organisation_path,
        since=at,
    )


def sign_report(
    tx: Transaction, verification_id: UUID, report_version: int, officer_id: str, sha256: bytes, at: datetime
) -> None:
    tx.add(
        ReportSignatureRow,
        verification_id=verification_id,
        report_version=report_version,
        officer_id=officer_id,
        paper_sha256=sha256,
        at=at,
    )


async def signers_of(reader: Reader, verification_id: UUID, report_version: int) -> frozenset[str]:
    """Return the officers who signed that version of the report."""
    rows = await reader.all(
        sa.select(ReportSignatureRow.officer_id).where(
            ReportSignatureRow.verification_id == verification_id,
            ReportSignatureRow.report_version == report_version,
        )
    )
    return frozenset(row["officer_id"] for row in rows)


async def signed_by(reader: Reader, verification_id: UUID, report_version: int) -> list[tuple[str, datetime]]:
    """Return who signed that version of the report and when, first signature first."""
    rows = await reader.all(
        sa.select(ReportSignatureRow.officer_id, ReportSignatureRow.at)
        .where(
            ReportSignatureRow.verification_id == verification_id,
            ReportSignatureRow.report_version == report_version,
        )
        .order_by(ReportSignatureRow.at, ReportSignatureRow.officer_id)
    )
    return [(row["officer_id"], row["at"]) for row in rows]
