"""SoD-5: a report about the principal leader goes straight up; nobody of the organ reads it, and nobody can count it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from intake.domain.leaders import names_a_leader_of
from intake.domain.report import Report
from intake.store.leaders import leaders_now
from intake.usecases.matters.take_in import Told
from intake.usecases.sealed.keep_stub import make_stub
from shared.auth.actor import PUBLIC, Actor
from shared.db import Reader, Transaction
from shared.directory.paths import organ_of
from shared.process.desk import Desk


async def is_about_leader(desk: Desk, told: Told, office: str, reader: Reader | None = None) -> bool:
    """Say whether what is told names the principal leader of the office's organ, or of one above it.

    Rule: SoD-5, RPT Art 15.
    """
    return await name_a_leader(desk, [one.model_dump() for one in told.subjects], office, reader)


async def name_a_leader(
    desk: Desk, subjects: Sequence[Mapping[str, Any]], office: str, reader: Reader | None = None
) -> bool:
    """Say whether one of these subjects is the principal leader of the office's organ, or of one above it.

    Rule: SoD-5, RPT Art 15.
    """
    if not subjects:
        return False
    leaders = await leaders_now(desk.db, reader)
    return bool(leaders) and names_a_leader_of(organ_of(office), subjects, leaders)


async def seal_away(
    tx: Transaction, desk: Desk, matter: Report, office: str, *, at: datetime, actor: Actor = PUBLIC
) -> None:
    """Leave the office a neutral stub of what it cannot see."""
    await make_stub(
        tx, desk, office, channel=matter.channel, received_on=matter.received_on, actor=actor, at=at, report_id=matter.id,
    )  # fmt: skip
