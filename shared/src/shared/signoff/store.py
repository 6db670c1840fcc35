"""Open a sign-off, find those a leader can sign now, and write a signature."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY

from shared.db import Fixed, Reader, Transaction
from shared.db.engine import Row
from shared.db.which import Which, exactly
from shared.http.fields import on_the_wire
from shared.ids import uuid7
from shared.process.bodies import Command
from shared.signoff.levels import Signature, SignOff
from shared.signoff.tables import sign_offs, signatures

FIELDS = (sign_offs.c.id, sign_offs.c.action, sign_offs.c.levels, sign_offs.c.object_id, sign_offs.c.object_type,
          sign_offs.c.state, sign_offs.c.version, sign_offs.c.document_sha256, sign_offs.c.proposed_by,
          sign_offs.c.proposer_path, sign_offs.c.proposed_at, sign_offs.c.closed_at, sign_offs.c.rule)  # fmt: skip
SIGNED_FIELDS = (signatures.c.sign_off_id, signatures.c.position, signatures.c.level, signatures.c.approver,
                 signatures.c.document_sha256, signatures.c.decision)  # fmt: skip
_IS_WAITING = sign_offs.c.state == sa.literal_column(
    "'waiting'"
)  # in the text, for the index on waiting rows


def document_of(command: Command) -> tuple[bytes, bytes]:
    """Return the command as the document that is signed, and its SHA-256."""
    document = command.model_dump_json(exclude_unset=True).encode()
    return document, hashlib.sha256(document).digest()


async def waiting_for(tx: Reader, object_id: UUID) -> UUID | None:
    """Return the sign-off that an object waits for, if any."""
    found: UUID | None = await tx.scalar(_WAITING_FOR, object_id=object_id)
    return found


async def open_sign_off(step: Any, object_type: str, levels: tuple[str, ...]) -> dict[str, Any]:
    """Queue a sign-off for a move that leaders must sign; return it as the answer shows it."""
    identity = uuid7()
    document, digest = document_of(step.command)
    step.tx.add(
        sign_offs,
        id=identity,
        object_id=step.subject.id,
        object_type=object_type,
        object_version=step.subject.version,
        action=step.row.action.value,
        rule=step.row.rule,
        proposed_by=step.actor.id,
        proposer_path=step.actor.organisation,
        levels=list(levels),
        next_level=levels[0],
        document=step.desk.seals.seal(document, "sign_offs", identity, "document"),
        document_sha256=digest,
        state="waiting",
        version=1,
        proposed_at=step.at,
    )
    return {
        "id": str(identity),
        "object_type": object_type,
        "object_id": str(step.subject.id),
        "action": step.row.action.value.replace("_", "-"),
        "rule": step.row.rule,
        "state": "waiting",
        "version": 1,
        "document_sha256": digest.hex(),
        "proposed_at": on_the_wire(step.at),
        "steps": [{"level": level, "state": "pending" if i else "waiting"} for i, level in enumerate(levels)],
    }


async def signatures_of(tx: Reader, ids: list[UUID]) -> dict[UUID, list[Row]]:
    """Return the signatures of several sign-offs, oldest first."""
    found: dict[UUID, list[Row]] = {}
    for row in await tx.all(_SIGNED, sign_off_ids=ids):
        found.setdefault(row["sign_off_id"], []).append(row)
    return found


def sign_off_of(row: Mapping[str, Any], signed: Sequence[Mapping[str, Any]]) -> SignOff:
    """Build the domain object from its rows."""
    return SignOff(
        proposed_by=row["proposed_by"],
        proposer_path=row["proposer_path"],
        levels=tuple(row["levels"]),
        state=row["state"],
        document_sha256=row["document_sha256"],
        signatures=tuple(
            Signature(one["position"], one["level"], one["approver"], one["document_sha256"], one["decision"])
            for one in signed
        ),
    )


async def lock_sign_off(tx: Transaction, sign_off_id: UUID) -> Row | None:
    """Lock one sign-off row."""
    return await tx.maybe(sa.select(sign_offs).where(sign_offs.c.id == sign_off_id).with_for_update())


_WAITING_FOR = Fixed(sa.select(sign_offs.c.id).where(exactly(sign_offs.c.object_id), _IS_WAITING))
_SIGNED = Fixed(
    sa.select(signatures)
    .where(signatures.c.sign_off_id == sa.any_(sa.bindparam("sign_off_ids", type_=ARRAY(sa.Uuid))))
    .order_by(signatures.c.at, signatures.c.id)
)


def select_waiting(which: Which) -> sa.Select[Any]:
    """Select the sign-offs that some objects wait for."""
    return sa.select(*FIELDS).where(which(sign_offs.c.object_id), _IS_WAITING)


def select_signed(which: Which) -> sa.Select[Any]:
    """Select the signatures given on those so far, oldest first."""
    return (
        sa.select(*SIGNED_FIELDS)
        .join_from(signatures, sign_offs, signatures.c.sign_off_id == sign_offs.c.id)
        .where(which(sign_offs.c.object_id), _IS_WAITING)
        .order_by(signatures.c.at, signatures.c.id)
    )
