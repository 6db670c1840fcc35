"""Give, refuse or take back a signature. The last approval makes the move, in the same transaction."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from pydantic import ValidationError

from shared.audit.record import audit
from shared.auth.actor import Actor, RoleGrant
from shared.auth.permissions import ObjectFacts
from shared.db import Transaction
from shared.db.engine import Row
from shared.http import idempotency
from shared.http.answers import Answer
from shared.http.problems import Problem, invalid_input
from shared.http.validation import field_error
from shared.ids import uuid7
from shared.lifecycle import Refused
from shared.process.bodies import Command
from shared.process.describe import show_sign_off
from shared.process.desk import Call, Desk
from shared.process.load import facts_of, load_subject
from shared.process.perform import carry_out, prepare, refusal
from shared.process.sign_bodies import SignBody
from shared.signoff.levels import SignOff, check_may_sign, signing_grant
from shared.signoff.store import document_of, lock_sign_off, sign_off_of, signatures_of, waiting_for
from shared.signoff.tables import sign_offs, signatures

_CLOSES = {"approve": "approved", "reject": "rejected", "return": "returned"}


async def sign(desk: Desk, sign_off_id: UUID, decision: str, body: SignBody, call: Call) -> Answer:
    """Record a leader's `approve`, `reject` or `return`; the last approval makes the move.

    Raises: Problem `not_found` for who has no part in it, else the code of the rule of signing that refuses.
    Rule: 1.2, SoD-1.
    """
    key = idempotency.key_of(call, body)
    async with desk.db.transaction(call.actor.scope(call.at)) as tx:
        if replay := await idempotency.claim(tx, key, call.at):
            return replay
        row = await sign_in(tx, desk, sign_off_id, decision, body, call)
        shown = show_sign_off(row, (await signatures_of(tx, [sign_off_id]))[sign_off_id])
        answer = Answer(status=200, body={"sign_off": shown}, etag=row["version"])
        idempotency.keep(tx, key, answer, call.at)
    return answer


async def sign_in(
    tx: Transaction, desk: Desk, sign_off_id: UUID, decision: str, body: SignBody, call: Call
) -> Row:
    """Do the same inside an open transaction that happens once by itself, such as a job's step; return the sign-off.

    Raises: as `sign`.
    """
    row, sign_off = await load_sign_off(tx, sign_off_id, call)
    subject, facts = await _object_of(tx, desk, row, call)
    grant = _may_sign(sign_off, call, has_meeting=body.meeting is not None)
    _write_signature(tx, desk, row, sign_off, grant, decision, body, call)
    last = decision == "approve" and sign_off.position + 1 == len(sign_off.levels)
    row = await _advance(tx, row, sign_off, decision, last=last, at=call.at)
    if last:
        await _make_the_move(tx, desk, row, subject, facts, call)
    await tx.flush()
    return row


async def withdraw(desk: Desk, sign_off_id: UUID, body: SignBody, call: Call) -> Answer:
    """Let the proposer take a waiting proposal back. Raises: Problem `not_found`, `sign_off_closed`."""
    key = idempotency.key_of(call, body)
    async with desk.db.transaction(call.actor.scope(call.at)) as tx:
        if replay := await idempotency.claim(tx, key, call.at):
            return replay
        row, sign_off = await load_sign_off(tx, sign_off_id, call)
        _only_proposer(sign_off, call)
        row = await _update(tx, row, state="withdrawn", next_level=None, closed_at=call.at)
        _audit(tx, row, call, "withdraw")
        await tx.flush()
        shown = show_sign_off(row, (await signatures_of(tx, [sign_off_id])).get(sign_off_id, []))
        answer = Answer(status=200, body={"sign_off": shown}, etag=row["version"])
        idempotency.keep(tx, key, answer, call.at)
    return answer


async def let_fall(tx: Transaction, object_id: UUID, call: Call) -> None:
    """Withdraw what waits for signatures about an object that goes to others: it is not theirs to decide any more.

    The object's row is locked. Whoever signs at this moment waits for that row, and is not waited for.

    Raises: Refused `sign_off_pending` while somebody signs.
    """
    waiting = sa.select(sign_offs).where(sign_offs.c.object_id == object_id, sign_offs.c.state == "waiting")
    for row in await tx.all(waiting.with_for_update(skip_locked=True)):
        await _update(tx, row, state="withdrawn", next_level=None, closed_at=call.at)
        _audit(tx, row, call, "let_fall")
    if await waiting_for(tx, object_id) is not None:
        raise Refused("sign_off_pending")


async def revise(desk: Desk, sign_off_id: UUID, fields: dict[str, Any], call: Call) -> Answer:
    """Let the proposer change the document; signatures given on the old one no longer count.

    Raises: Problem `not_found`, `sign_off_closed`, or `invalid_input` when the fields do not fit the action.
    Rule: 1.2.
    """
    async with desk.db.transaction(call.actor.scope(call.at)) as tx:
        row, sign_off = await load_sign_off(tx, sign_off_id, call)
        _only_proposer(sign_off, call)
        command = _command_of(desk, row, fields)
        key = idempotency.key_of(call, command)
        if replay := await idempotency.claim(tx, key, call.at):
            return replay
        subject, facts = await _object_of(tx, desk, row, call)
        process = desk.processes[row["object_type"]]
        await prepare(
            tx, desk, process, subject, facts, row["action"], command, call, sign_off_id=sign_off_id
        )
        document, digest = document_of(command)
        row = await _update(
            tx,
            row,
            document=desk.seals.seal(document, "sign_offs", sign_off_id, "document"),
            document_sha256=digest,
            next_level=row["levels"][0],
        )
        _audit(tx, row, call, "revise")
        await tx.flush()
        shown = show_sign_off(row, (await signatures_of(tx, [sign_off_id])).get(sign_off_id, []))
        answer = Answer(status=200, body={"sign_off": shown}, etag=row["version"])
        idempotency.keep(tx, key, answer, call.at)
    return answer


async def load_sign_off(tx: Transaction, sign_off_id: UUID, call: Call) -> tuple[Row, SignOff]:
    """Lock a sign-off for somebody who proposed it or signs at one of its levels.

    Raises: Problem `not_found`, `version_stale`.
    """
    row = await lock_sign_off(tx, sign_off_id)
    if row is None:
        raise Problem("not_found")
    sign_off = sign_off_of(row, (await signatures_of(tx, [sign_off_id])).get(sign_off_id, []))
    concerned = call.actor.id == sign_off.proposed_by or any(
        signing_grant(call.actor, level, sign_off.proposer_path, call.at) for level in sign_off.levels
    )
    if not concerned:
        raise Problem("not_found")
    if call.if_match is not None and call.if_match != row["version"]:
        raise Problem("version_stale")
    return row, sign_off


async def _object_of(tx: Transaction, desk: Desk, row: Row, call: Call) -> tuple[Any, ObjectFacts]:
    subject = await load_subject(tx, desk.processes[row["object_type"]], row["object_id"], lock=True)
    if subject is None:
        raise Problem("not_found")
    facts = await facts_of(tx, subject, call)
    if call.actor.id in facts.recused or not call.actor.clearance.admits(facts.secrecy):
        raise Problem("not_found")
    return subject, facts


def _may_sign(sign_off: SignOff, call: Call, *, has_meeting: bool) -> RoleGrant:
    try:
        return check_may_sign(sign_off, call.actor, call.at, has_meeting=has_meeting)
    except Refused as refused:
        raise refusal(refused) from refused


def _only_proposer(sign_off: SignOff, call: Call) -> None:
    if call.actor.id != sign_off.proposed_by:
        raise Problem("forbidden")
    if sign_off.state != "waiting":
        raise Problem("sign_off_closed")


def _write_signature(
    tx: Transaction,
    desk: Desk,
    row: Row,
    sign_off: SignOff,
    grant: RoleGrant,
    decision: str,
    body: SignBody,
    call: Call,
) -> None:
    identity = uuid7()
    tx.add(
        signatures,
        id=identity,
        sign_off_id=row["id"],
        position=sign_off.position,
        level=sign_off.next_level,
        approver=call.actor.id,
        approver_path=grant.path,
        delegation=grant.delegation,
        document_sha256=row["document_sha256"],
        decision=decision,
        opinion=desk.seals.seal_text(body.opinion, "signatures", identity, "opinion")
        if body.opinion
        else None,
        order_number=body.order_number,
        meeting=body.meeting.model_dump(mode="json") if body.meeting else None,
        at=call.at,
    )
    _audit(tx, row, call, decision)


async def _advance(
    tx: Transaction, row: Row, sign_off: SignOff, decision: str, *, last: bool, at: datetime
) -> Row:
    if decision == "approve" and not last:
        return await _update(tx, row, next_level=sign_off.levels[sign_off.position + 1])
    return await _update(tx, row, state=_CLOSES[decision], next_level=None, closed_at=at)


async def _update(tx: Transaction, row: Row, **values: Any) -> Row:
    return await tx.one(
        sa.update(sign_offs)
        .where(sign_offs.c.id == row["id"])
        .values(version=row["version"] + 1, **values)
        .returning(*sign_offs.c)
    )


async def _make_the_move(
    tx: Transaction, desk: Desk, row: Row, subject: Any, facts: ObjectFacts, call: Call
) -> None:
    """Carry the signed command out in the proposer's name."""
    process = desk.processes[row["object_type"]]
    document = desk.seals.open(row["document"], "sign_offs", row["id"], "document")
    command = process.moves_by_action[row["action"]].command.model_validate_json(document)
    proposer = Actor(kind="officer", id=row["proposed_by"], organisation=row["proposer_path"])
    step = await prepare(
        tx, desk, process, subject, facts, row["action"], command, _as(proposer, call), sign_off_id=row["id"]
    )
    await carry_out(process, step)


def _as(proposer: Actor, call: Call) -> Call:
    return Call(
        actor=proposer, at=call.at, today=call.today, language=call.language, request_id=call.request_id
    )


def _command_of(desk: Desk, row: Row, fields: dict[str, Any]) -> Command:
    kind: type[Command] = desk.processes[row["object_type"]].moves_by_action[row["action"]].command
    try:
        return kind.model_validate(fields)
    except ValidationError as error:
        wrong = [field_error({**one, "loc": ("body", "fields", *one["loc"])}) for one in error.errors()]
        raise invalid_input(*wrong) from error


def _audit(tx: Transaction, row: Row, call: Call, decision: str) -> None:
    audit(
        tx,
        call.actor,
        call.at,
        action=f"sign_off:{decision}",
        object_type=row["object_type"],
        object_id=row["object_id"],
        rule=row["rule"],
        details={
            "sign_off": str(row["id"]),
            "action": row["action"],
            "document": row["document_sha256"].hex(),
        },
    )
