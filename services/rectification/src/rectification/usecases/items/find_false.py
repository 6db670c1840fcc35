"""F6: rectification that was accepted proves false or superficial; it counts against both sides."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from rectification.domain.item import FalseOutcome, FoundBy, Item, charged
from rectification.domain.item_lifecycle import DONE_BY
from rectification.store.items import add_verdict
from rectification.store.organizations import reopen
from rectification.store.tables import FalseChargeRow, FalseRectificationRow
from shared.http.models import Text
from shared.ids import uuid7
from shared.process.bodies import Command
from shared.process.process import Changes, Step


class FindFalse(Command):
    """认定虚假整改 · what it is, what showed it, and the grounds."""

    outcome: Annotated[FalseOutcome, Field(description="虚假或敷衍 · false or superficial")]
    found_by: Annotated[FoundBy, Field(description="发现途径 · what showed it")]
    grounds: Annotated[str, Text(5, 10000), Field(description="认定依据 · grounds")]


async def find_false(step: Step[Item, FindFalse]) -> Changes:
    """Reopen item and finding, and charge it to who rectified, verified and struck it off. The acceptance stays.

    Rule: chapter 7, rules (INS, INSOP): perfunctory or false rectification leads to accountability.
    """
    item, command = step.subject, step.command
    add_verdict(
        step.tx, item.id, command.outcome, command.grounds, method=None, body=step.actor.organisation,
        officer=step.actor.id, on=step.today, at=step.at,
    )  # fmt: skip
    identity = uuid7()
    step.tx.add(
        FalseRectificationRow, id=identity, item_id=item.id, inspected_organization_id=item.inspected_organization_id,
        outcome=command.outcome, found_by=command.found_by, rectifier_path=item.organisation_path,
        acceptor_path=item.verifier_path, accepted_on=item.verified_on, found_on=step.today, at=step.at,
    )  # fmt: skip
    await step.tx.flush()  # the charges refer to it
    for part, body in charged(item).items():
        step.tx.add(
            FalseChargeRow, id=uuid7(), false_rectification_id=identity, item_id=item.id,
            inspected_organization_id=item.inspected_organization_id, part=part, body_path=body, charged_on=step.today,
        )  # fmt: skip
    await reopen(step.tx, item.finding_id, step.today)
    return Changes(
        columns={
            "false_outcomes": item.false_outcomes + 1,
            "verified_on": None,
            "closed_on": None,
            "is_on_time": None,
        },
        event={
            "outcome": command.outcome,
            "rectifier": item.organisation_path,
            "acceptor": item.verifier_path,
        },
        written={DONE_BY: item.due_on},
        clock_holder=item.organisation_path,
    )
