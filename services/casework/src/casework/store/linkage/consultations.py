"""Who is heard at a consultation, what they said, and what was decided."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from casework.store.tables.consultations import ConsultationParticipantRow as ParticipantRow
from casework.store.tables.consultations import DecisionRow, OpinionRow
from shared.db import Reader, Transaction
from shared.ids import uuid7
from shared.sealing.seals import Seals


@dataclass(frozen=True, slots=True)
class Voice:
    """One who is to be heard, and what they said so far."""

    officer_id: str
    login: str
    organisation_path: str
    position: str | None = None
    text: str = ""
    at: datetime | None = None


def invite(tx: Transaction, consultation_id: UUID, officer_id: str, login: str, path: str) -> None:
    """Queue a participant."""
    tx.add(
        ParticipantRow, consultation_id=consultation_id, officer_id=officer_id, login=login, organisation_path=path
    )  # fmt: skip


def add_opinion(
    tx: Transaction,
    seals: Seals,
    consultation_id: UUID,
    officer_id: str,
    position: str,
    text: str,
    at: datetime,
) -> None:
    """Queue what a participant says."""
    identity = uuid7()
    tx.add(
        OpinionRow, id=identity, consultation_id=consultation_id, officer_id=officer_id, position=position,
        text=seals.seal_text(text, "consultation_opinions", identity, "text"), at=at,
    )  # fmt: skip


async def voices_of(reader: Reader, seals: Seals, consultation_id: UUID) -> list[Voice]:
    """Return everybody who is to be heard, with their opinions."""
    rows = await reader.all(
        sa.select(
            ParticipantRow.__table__, OpinionRow.id, OpinionRow.position, OpinionRow.text, OpinionRow.at
        )
        .outerjoin(
            OpinionRow,
            sa.and_(
                OpinionRow.consultation_id == ParticipantRow.consultation_id,
                OpinionRow.officer_id == ParticipantRow.officer_id,
            ),
        )
        .where(ParticipantRow.consultation_id == consultation_id)
        .order_by(ParticipantRow.login)
    )
    return [
        Voice(
            row["officer_id"],
            row["login"],
            row["organisation_path"],
            row["position"],
            seals.open_text(row["text"], "consultation_opinions", row["id"], "text") if row["id"] else "",
            row["at"],
        )
        for row in rows
    ]


def decide(tx: Transaction, consultation_id: UUID, place: int, kind: str, object_id: UUID) -> None:
    """Queue what followed from the resolution."""
    tx.add(DecisionRow, consultation_id=consultation_id, place=place, kind=kind, object_id=object_id)


async def decisions_of(reader: Reader, consultation_id: UUID) -> list[Any]:
    """Return what followed from the resolution, in the order it was decided."""
    return await reader.all(
        sa.select(DecisionRow.kind, DecisionRow.object_id)
        .where(DecisionRow.consultation_id == consultation_id)
        .order_by(DecisionRow.place)
    )
