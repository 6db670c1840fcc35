"""Whatever leaves the house is written by staff in their own words: a quotation would betray the reporter."""

from typing import Any

from intake.domain.quotation import quotes
from intake.store.contents import read_content
from shared.lifecycle import Refused
from shared.process.process import Step


async def must_not_quote(step: Step[Any, Any], text: str) -> None:
    """Compare a text that leaves with what the person wrote.

    Raises: Refused `report_is_quoted`.
    Rule: 1.4 point 5, C-3.
    """
    content, _ = await read_content(step.tx, step.desk.seals, step.subject.id)
    if quotes(text, content):
        raise Refused("report_is_quoted")
