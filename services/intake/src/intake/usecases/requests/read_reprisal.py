"""Show who handles a clue of reprisal what was feared and what was found: here it was written, and here it stays."""

from __future__ import annotations

from uuid import UUID

from intake.domain.protection_lifecycle import PROTECTION
from intake.store.requests import read_words
from intake.usecases.requests.protect_reporter import TABLE
from shared.audit.record import audit
from shared.http.answers import Answer
from shared.http.models import Output
from shared.process.desk import Call, Desk
from shared.process.load import load_for


class ReprisalOut(Output):
    """What the reporter told, and what the assessment found."""

    circumstances: str
    findings: str


async def read_reprisal(desk: Desk, request_id: UUID, call: Call) -> Answer:
    """Return the words of a request for protection that became a clue.

    Raises: Problem `not_found`, `forbidden`.
    Rule: R-A10, C-1.
    """
    permission = "protection_request:read_words"
    process = desk.processes[PROTECTION.name]
    async with desk.db.transaction(call.actor.scope(call.at)) as tx:
        await load_for(tx, desk, process, request_id, call, permission, lock=False)
        words = await read_words(tx, desk.seals, TABLE, request_id)
        audit(
            tx, call.actor, call.at, action=permission, object_type=PROTECTION.name, object_id=request_id,
            field_group="content", purpose=call.purpose, rule="R-A10", request_id=call.request_id,
        )  # fmt: skip
    asked, decided = words["asked"] or {}, words["decided"] or {}
    told = asked.get("circumstances") or asked.get("text") or ""
    return Answer(200, {"circumstances": told, "findings": decided.get("findings", "")})
