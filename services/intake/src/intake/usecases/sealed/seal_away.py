"""SoD-5: a report about the principal leader goes straight up; nobody of the organ reads it, and nobody can count it."""

from __future__ import annotations

from typing import Any

from intake.domain.leaders import names_a_leader_of
from intake.store.leaders import leaders_now
from intake.usecases.matters.take_in import Told
from intake.usecases.sealed.keep_stub import make_stub
from shared.auth.actor import PUBLIC
from shared.clock import to_the_hour
from shared.db import Reader, Transaction
from shared.directory.paths import organ_of
from shared.process.desk import Call, Desk


async def is_about_leader(desk: Desk, told: Told, office: str, reader: Reader | None = None) -> bool:
    """Say whether what is told names the principal leader of the office's organ, or of one above it.

    Rule: SoD-5, RPT Art 15.
    """
    if not told.subjects:
        return False
    leaders = await leaders_now(desk.db, reader)
    return bool(leaders) and names_a_leader_of(
        organ_of(office), (one.model_dump() for one in told.subjects), leaders
    )


async def seal_away(tx: Transaction, desk: Desk, matter: Any, call: Call) -> None:
    """Leave the receiving office a neutral stub of what it cannot see."""
    await make_stub(
        tx, desk, desk.settings.receiving_path, channel=matter.channel, received_on=matter.received_on, actor=PUBLIC,
        at=to_the_hour(call.at), report_id=matter.id,
    )  # fmt: skip
