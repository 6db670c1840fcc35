"""F6: a problem that was put right has come back; its finding is open again."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from rectification.domain.item import Item
from rectification.domain.item_lifecycle import DONE_BY
from rectification.store.items import add_verdict
from rectification.store.organizations import reopen
from shared.http.models import Text
from shared.process.bodies import Command
from shared.process.process import Changes, Step


class ReportRebound(Command):
    """登记反弹 · what came back."""

    facts: Annotated[str, Text(5, 5000), Field(description="反弹情况 · what came back")]


async def report_rebound(step: Step[Item, ReportRebound]) -> Changes:
    """Open the finding again; the acceptance stays on record.

    Rule: 7.3 (rebound reopens).
    """
    item = step.subject
    add_verdict(
        step.tx, item.id, "rebound", step.command.facts, method=None, body=step.actor.organisation,
        officer=step.actor.id, on=step.today, at=step.at,
    )  # fmt: skip
    await reopen(step.tx, item.finding_id, step.today)
    return Changes(
        columns={"rebounds": item.rebounds + 1, "verified_on": None, "closed_on": None, "is_on_time": None},
        written={DONE_BY: item.due_on},
        clock_holder=item.organisation_path,
    )
