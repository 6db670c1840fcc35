"""Anybody who holds a signed receipt can see that it is ours, and that the submission stands in the audit tree."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field

from intake.domain.report_lifecycle import ReportState
from intake.store.contents import read_content
from intake.store.receipts import audit_entry_of, held_under
from shared.audit.proofs import prove_inclusion
from shared.audit.reading import latest_checkpoint, sequence_of
from shared.db import Scope
from shared.db.errors import NotOneRow
from shared.http.models import Day, Input, Line
from shared.process.desk import Desk
from shared.process.load import load_subject
from shared.process.reconcile import is_as_logged
from shared.receipts import receipt_keys, verify_receipt
from shared.sealing import SealBroken


class SignedReceipt(Input):
    """The statement given with a receipt. It does not hold the receipt."""

    commitment: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
    received_on: Day
    service: Annotated[str, Line(1, 40)]
    key_id: Annotated[str, Line(1, 80)]
    signature: Annotated[str, Line(1, 200)]


class VerifyBody(Input):
    """A signed receipt to verify."""

    signed_receipt: SignedReceipt


async def verify_signed_receipt(desk: Desk, body: VerifyBody) -> dict[str, Any]:
    """Say whether we signed it, and prove that the newest checkpoint includes it; included is false until sealed.

    `intact` says whether what was submitted is still there as the audit log knows it: whoever deletes or alters it
    by SQL turns it false, for the one person who can ask.
    """
    statement = body.signed_receipt.model_dump(mode="json")
    valid = verify_receipt(receipt_keys(desk.seals.provider), statement)
    checkpoint = await latest_checkpoint(desk.db)
    proof = await _proof(desk, statement["commitment"], checkpoint["size"]) if valid else None
    intact = valid and await _is_intact(desk, statement["commitment"])
    return {
        "valid": valid, "included": proof is not None, "intact": intact, "checkpoint": checkpoint, "proof": proof,
    }  # fmt: skip


async def _is_intact(desk: Desk, commitment: str) -> bool:
    async with desk.db.reader(Scope("worker")) as reader:
        held = await held_under(reader, bytes.fromhex(commitment))
        if held is None:
            return False
        process = desk.processes[held.object_type]
        matter = await load_subject(reader, process, held.object_id, lock=False)
        if matter is None or not await is_as_logged(reader, process, held.object_id):
            return False
        if matter.state == ReportState.REFERRED_UP:  # signed for above, and erased here
            return True
        try:
            await read_content(reader, desk.seals, held.object_id)
        except (SealBroken, NotOneRow):
            return False
    return True


async def _proof(desk: Desk, commitment: str, size: int) -> dict[str, Any] | None:
    async with desk.db.reader(Scope("worker")) as reader:
        entry = await audit_entry_of(reader, bytes.fromhex(commitment))
        sequence = None if entry is None else await sequence_of(reader, entry)
        if sequence is None or sequence > size:
            return None
        return (await prove_inclusion(reader, sequence)).as_json()
