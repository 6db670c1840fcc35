"""A look-back sets what it finds beside what was accepted the first time, and by whom."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from rectification.domain.organization_lifecycle import INSPECTED_ORGANIZATION
from rectification.store.look_back import acceptances_of, compared_findings
from shared.audit.record import audit
from shared.directory.paths import code_of
from shared.http.answers import Answer
from shared.http.models import Output
from shared.process.desk import Call, Desk
from shared.process.load import load_for


class AcceptanceOut(Output):
    """A verdict on an item of the first round; `proved` says what it proved to be later."""

    item_id: UUID
    title: str
    state: str
    result: str
    body: str
    done_on: date
    proved: str | None


class ComparedFindingOut(Output):
    """A finding of the look-back, and the earlier one it comes back to."""

    finding_id: UUID
    ordinal: int
    text: str
    earlier_finding_id: UUID
    earlier_text: str
    reopened_on: date | None
    acceptances: list[AcceptanceOut]


class LookBackOut(Output):
    """The comparison; empty where nothing came back."""

    inspected_organization_id: UUID
    earlier_id: UUID | None
    findings: list[ComparedFindingOut]


async def show_look_back(desk: Desk, organization_id: UUID, call: Call) -> Answer:
    """Return the comparison.

    Raises: Problem `not_found`, `forbidden`.
    Rule: chapter 8, point 8; chapter 7, rules.
    """
    process = desk.processes[INSPECTED_ORGANIZATION.name]
    permission = process.permission("read")
    async with desk.db.transaction(call.actor.scope(call.at)) as tx:
        organization, _ = await load_for(tx, desk, process, organization_id, call, permission, lock=False)
        rows = await compared_findings(tx, organization_id)
        accepted = await acceptances_of(tx, [row["earlier_id"] for row in rows])
        audit(
            tx, call.actor, call.at, action=permission, object_type=process.name, object_id=organization_id,
            field_group="look_back", request_id=call.request_id,
        )  # fmt: skip
    findings = [
        {
            "finding_id": row["id"],
            "ordinal": row["ordinal"],
            "text": row["text"],
            "earlier_finding_id": row["earlier_id"],
            "earlier_text": row["earlier_text"],
            "reopened_on": row["reopened_on"],
            "acceptances": [_coded(one) for one in accepted[row["earlier_id"]]],
        }
        for row in rows
    ]
    shown = {"inspected_organization_id": organization_id, "earlier_id": organization.earlier_id}
    return Answer(200, {**shown, "findings": findings})


def _coded(acceptance: dict[str, Any]) -> dict[str, Any]:
    shown = {name: value for name, value in acceptance.items() if name != "body_path"}
    return {**shown, "body": code_of(acceptance["body_path"])}
