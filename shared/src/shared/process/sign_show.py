"""What a leader reads before signing: the proposal itself, every signature so far, and nothing unrecorded."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import msgspec

from shared.audit.record import audit
from shared.db import Transaction
from shared.db.engine import Row
from shared.http.answers import Answer
from shared.http.fields import on_the_wire
from shared.http.models import Instant, Output, SignOffOut
from shared.http.problems import Problem
from shared.process.describe import show_sign_off
from shared.process.desk import Call, Desk
from shared.process.load import load_subject
from shared.process.sign import load_sign_off
from shared.signoff.store import signatures_of


class SignatureOut(Output):
    """One signature; `counts` is false when the document was changed afterwards."""

    level: str
    approver: str
    organisation: str
    decision: str
    opinion: str
    order_number: str | None
    delegation: str | None
    counts: bool
    at: Instant


class SignOffDetailOut(Output):
    """A proposal with its document: the fields of the action as they will take effect."""

    sign_off: SignOffOut
    document: dict[str, Any]
    signatures: list[SignatureOut]


async def show_one(desk: Desk, sign_off_id: UUID, call: Call) -> Answer:
    """Return a sign-off with its document, for its proposer and for whoever signs at one of its levels.

    Once its object has gone out of their sight, what was proposed about it has gone too.

    Raises: Problem `not_found`.
    Rule: 1.2.
    """
    async with desk.db.transaction(call.actor.scope(call.at)) as tx:
        row, _ = await load_sign_off(tx, sign_off_id, call)
        process = desk.processes[row["object_type"]]
        if await load_subject(tx, process, row["object_id"], lock=False) is None:
            raise Problem("not_found")
        signed = (await signatures_of(tx, [sign_off_id])).get(sign_off_id, [])
        _record(tx, row, call)
        document = desk.seals.open(row["document"], "sign_offs", sign_off_id, "document")
        body = {
            "sign_off": show_sign_off(row, signed),
            "document": msgspec.json.decode(document),
            "signatures": [_signature(desk, row, one) for one in signed],
        }
    return Answer(200, body, etag=row["version"])


def _signature(desk: Desk, row: Row, one: Row) -> dict[str, Any]:
    opinion = one["opinion"]
    return {
        "level": one["level"],
        "approver": one["approver"],
        "organisation": one["approver_path"],
        "decision": one["decision"],
        "opinion": desk.seals.open_text(opinion, "signatures", one["id"], "opinion") if opinion else "",
        "order_number": one["order_number"],
        "delegation": one["delegation"],
        "counts": one["document_sha256"] == row["document_sha256"],
        "at": on_the_wire(one["at"]),
    }


def _record(tx: Transaction, row: Row, call: Call) -> None:
    audit(
        tx, call.actor, call.at, action="sign_off:read", object_type=row["object_type"], object_id=row["object_id"],
        field_group="document", rule=row["rule"], request_id=call.request_id, details={"sign_off": str(row["id"])},
    )  # fmt: skip
