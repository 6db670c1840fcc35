"""A person holds a receipt: shown or printed once, and known here by its keyed hash only."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, NamedTuple
from uuid import UUID

from intake.domain.report_lifecycle import REPORT
from intake.store.receipts import add_receipt, has_receipt
from shared.audit.record import audit
from shared.auth.actor import Actor
from shared.auth.rls import past_sight
from shared.db import Transaction
from shared.http import idempotency
from shared.http.answers import Answer
from shared.http.models import Input
from shared.http.problems import Problem
from shared.process.desk import Call, Desk
from shared.process.load import load_for
from shared.process.process import Process
from shared.receipts import commitment_of, hash_of, new_receipt, sign_receipt


class IssueReceipt(Input):
    """出具查询码 · nothing is asked."""


class Issued(NamedTuple):
    """A receipt as its holder sees it, and the signed statement that goes with it."""

    receipt: str
    signed_receipt: dict[str, Any]


def issue(
    tx: Transaction, desk: Desk, object_type: str, object_id: UUID, *, on: date, at: datetime, actor: Actor
) -> Issued:
    """Queue a fresh receipt for a matter and return it; it can never be shown again."""
    receipt, provider = new_receipt(), desk.seals.provider
    statement = {
        "commitment": commitment_of(receipt),
        "received_on": on.isoformat(),
        "service": desk.service,
    }
    audit_id = audit(
        tx, actor, at, action="receipt:issue", object_type="receipt", details={"commitment": statement["commitment"]}
    )  # fmt: skip
    add_receipt(
        tx, receipt_hash=hash_of(provider, receipt), commitment=bytes.fromhex(statement["commitment"]),
        object_type=object_type, object_id=object_id, audit_id=audit_id,
    )  # fmt: skip
    return Issued(receipt.grouped, sign_receipt(provider, statement))


async def issue_receipt(
    desk: Desk, process: Process[Any], object_id: UUID, body: IssueReceipt, call: Call
) -> Answer:
    """Print the receipt of a matter that came in by an import: once, for a person who holds none yet.

    A second receipt would open a reporter's dialogue to whoever asked for it.

    Raises: Problem `not_found`, `forbidden`, `receipt_already_issued`.
    Rule: peers 7.
    """
    key = idempotency.key_of(call, body)
    async with desk.db.transaction(call.actor.scope(call.at)) as tx:
        if replay := await idempotency.claim(tx, key, call.at):
            return replay
        permission = process.permission("issue_receipt")
        matter, _ = await load_for(tx, desk, process, object_id, call, permission, lock=True)
        async with past_sight(tx):
            held = await has_receipt(tx, object_id)
        if held or (process.name == REPORT.name and matter.split_from is not None):
            raise Problem("receipt_already_issued")
        issued = issue(tx, desk, process.name, object_id, on=matter.received_on, at=call.at, actor=call.actor)
        answer = Answer(201, issued._asdict())
        idempotency.keep(tx, key, answer, call.at)
    return answer
