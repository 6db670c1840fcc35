"""F6: a body that is not the owner verifies an item, or rejects it, and says how it looked."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field

from rectification.domain.item import Item, VerificationMethod
from rectification.domain.item_lifecycle import DONE_BY
from rectification.store.items import add_verdict
from shared.http.models import Text
from shared.process.bodies import Command
from shared.process.process import Changes, Step


class VerifyItem(Command):
    """核实 · how, and with what result."""

    method: Annotated[VerificationMethod, Field(description="核实方式 · desk, field or sample")]
    result: Annotated[str, Text(2, 5000), Field(description="核实情况 · what was found")]


async def verify_item(step: Step[Item, VerifyItem]) -> Changes:
    """Accept the item; whether it was on time is judged now by the date in force, and never again.

    Rule: F6, P-F6.
    """
    _verdict(step, "verified")
    submitted_on = step.subject.submitted_on or step.today
    return Changes(
        columns={
            "verifier_path": step.actor.organisation,
            "verified_on": step.today,
            "is_on_time": submitted_on <= step.subject.due_on,
        }
    )


async def reject_item(step: Step[Item, VerifyItem]) -> Changes:
    """Send the item back to its owner.

    Rule: F6.
    """
    _verdict(step, "rejected")
    item = step.subject
    return Changes(
        columns={"submitted_on": None}, written={DONE_BY: item.due_on}, clock_holder=item.organisation_path
    )


async def strike_off_item(step: Step[Item, Any]) -> Changes:
    """Strike the item off the list: a third body, neither the owner nor who verified.

    Rule: F6.
    """
    return Changes(columns={"closed_on": step.today})


def _verdict(step: Step[Item, VerifyItem], result: str) -> None:
    add_verdict(
        step.tx, step.subject.id, result, step.command.result, method=step.command.method,
        body=step.actor.organisation, officer=step.actor.id, on=step.today, at=step.at,
    )  # fmt: skip
