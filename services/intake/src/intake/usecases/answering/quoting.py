"""Whatever leaves the house is written by staff in their own words: a quotation would betray the reporter."""

from typing import Any
from uuid import UUID

from intake.domain.quotation import quotes
from intake.store.contents import read_words_of
from intake.store.merges import told_together
from intake.store.quotations import is_cleared
from shared.auth.rls import past_sight
from shared.db import Transaction
from shared.lifecycle import Refused
from shared.process.desk import Desk
from shared.process.process import Step


async def is_quoted(step: Step[Any, Any]) -> bool:
    """Say for the guards whether a text a command sends out quotes; a command without any sends nothing.

    Several texts are looked at one by one: each may have been cleared by itself.
    """
    leaving: str | tuple[str, ...] = getattr(step.command, "leaving", ())
    texts = (leaving,) if isinstance(leaving, str) else leaving
    for text in filter(None, texts):
        if await quotes_the_report(step.tx, step.desk, step.subject.id, text):
            return True
    return False


async def must_not_quote(step: Step[Any, Any], text: str) -> None:
    """Compare a text that leaves with what the person wrote.

    Raises: Refused `report_is_quoted`.
    Rule: 1.4 point 5, C-3.
    """
    if await quotes_the_report(step.tx, step.desk, step.subject.id, text):
        raise Refused("report_is_quoted")


async def quotes_the_report(tx: Transaction, desk: Desk, object_id: UUID, text: str) -> bool:
    """Say whether a text quotes what people wrote about the matter, and two people did not allow it.

    People whose matters are handled together must not read each other either, so the words of all of them count,
    also where the caller may not read them: the answer shows nobody anything.
    """
    async with past_sight(tx):
        words = await read_words_of(tx, desk.seals, await told_together(tx, object_id))
    return any(quotes(text, one) for one in words) and not await is_cleared(
        tx, desk.seals.provider, object_id, text
    )
