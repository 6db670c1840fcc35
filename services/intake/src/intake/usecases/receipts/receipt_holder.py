"""What every call with a receipt shares: reading it, finding its matter, and answering at a fixed time."""

from __future__ import annotations

import asyncio
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from intake.store.receipts import Held, find_receipt, opened_too
from shared.attachments.store import link
from shared.db import Reader, Scope, Transaction
from shared.http.models import Input, Line
from shared.http.problems import Problem
from shared.process.desk import Desk
from shared.receipts import hashes_of, parse_receipt

PAD_TO = 4096


class ReceiptBody(Input):
    """A receipt, sent in the body and never in a URL."""

    receipt: Annotated[str, Line(1, 100), Field(description="查询码 · the receipt")]


class MatterBody(ReceiptBody):
    """A receipt, and which of its matters is meant where it opens two."""

    matter: Annotated[
        Literal["report", "demand"] | None,
        Field(description="针对哪一件，默认为原件 · which matter; else the first"),
    ] = None


class WithFiles(MatterBody):
    """A word of the holder, and files that go with it."""

    attachments: Annotated[list[UUID], Field(max_length=20, description="附件 · attachments")] = []


async def take_files(tx: Transaction, held: Held, attachments: list[UUID]) -> None:
    """Link files the holder has uploaded. Raises: AttachmentUnknown, AttachmentRefused."""
    await link(tx, attachments, object_type=held.object_type, object_id=held.object_id, uploaded_by=None)


def parse(desk: Desk, receipt: str) -> list[bytes]:
    """Return the receipt's keyed hashes; a mistyped one gets hashes that nothing has, after the same work.

    Rule: 1.4 point 6.
    """
    return hashes_of(desk.seals.provider, parse_receipt(receipt))


def holder_scope(hashes: list[bytes]) -> Scope:
    """Return the context in which only this receipt's matter is visible."""
    return Scope("public", receipt=",".join(one.hex() for one in hashes))


async def held_by(reader: Reader, hashes: list[bytes], matter: str | None = None) -> Held:
    """Return what the receipt opens, or the other matter split from it. Raises: Problem `receipt_unknown`."""
    held = await find_receipt(reader, hashes)
    if held is None:
        raise Problem("receipt_unknown")
    if matter in (None, held.object_type):
        return held
    others = [one for one in await opened_too(reader, held.object_id) if one.object_type == matter]
    if not others:
        raise Problem("receipt_unknown")
    return others[0]


async def within_time(started: float, release_ms: int) -> None:
    """Wait until the fixed moment at which every answer about a receipt goes out."""
    left = started + release_ms / 1000 - asyncio.get_running_loop().time()
    if left > 0:
        await asyncio.sleep(left)
