"""The whole chain of an inspected organisation on one page, and the same as a ledger to take away."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from rectification.domain.chain import Bodies, finding_state, hang_items, late_items
from rectification.domain.figures import rate
from rectification.domain.item_lifecycle import ITEM, ItemState
from rectification.domain.organization import InspectedOrganization
from rectification.domain.organization_lifecycle import INSPECTED_ORGANIZATION
from rectification.store.chain import read_chain
from rectification.store.figures import completion_of
from rectification.usecases.organizations.chain_out import LEDGER
from rectification.usecases.organizations.clue_sight import may_read_clues
from rectification.usecases.viewing import own_fields
from shared.audit.record import audit
from shared.directory.paths import code_of
from shared.http.answers import Answer
from shared.process.desk import Call, Desk
from shared.process.export import Exported, sheet_of, with_names
from shared.process.load import load_for

TITLE = "巡察整改台账"


async def show_chain(desk: Desk, organization_id: UUID, call: Call) -> Answer:
    """Return round → finding → item → evidence → verdict → measure → review → score → look-back in one answer.

    Clues are null for whoever may not read them, whether there are any or not.

    Raises: Problem `not_found`, `forbidden`.
    """
    return Answer(200, await _chain(desk, organization_id, call, "chain"))


async def export_ledger(desk: Desk, organization_id: UUID, call: Call) -> Exported:
    """Return the chain as a ledger: problem, task, responsibility, date, struck off. One row for each item.

    Raises: Problem `not_found`, `forbidden`.
    """
    chain = await _chain(desk, organization_id, call, "ledger")
    rows = [
        {
            "finding": f"{finding['ordinal']}. {finding['text']}",
            "category": _label(desk, "finding_category", finding["category"]),
            "severity": _label(desk, "finding_severity", finding["severity"]),
            **{
                name: item.get(name)
                for name in ("number", "title", "measures", "owner", "unit", "due_on", "is_late")
            },
            "state": ITEM.label(ItemState(item["state"])) if item else "",
            "submitted_on": item.get("submitted_on"),
            "verifier": item.get("verifier"),
            "verified_on": item.get("verified_on"),
            "closed_on": item.get("closed_on"),
            "held_by": item.get("held_by", []),
        }
        for finding in chain["findings"]
        for item in finding["items"] or [{}]
    ]
    named = await with_names(desk, LEDGER, rows)
    return await sheet_of(TITLE, LEDGER, named, call, f"{TITLE}-{chain['organization']['organisation']}-")


async def _chain(desk: Desk, organization_id: UUID, call: Call, group: str) -> dict[str, Any]:
    process = desk.processes[INSPECTED_ORGANIZATION.name]
    permission = process.permission("read")
    async with desk.db.transaction(call.actor.scope(call.at)) as tx:
        organization, _ = await load_for(tx, desk, process, organization_id, call, permission, lock=False)
        parts = await read_chain(tx, organization_id)
        done, whole = await completion_of(tx, organization_id)
        audit(
            tx, call.actor, call.at, action=permission, object_type=process.name, object_id=organization_id,
            field_group=group, request_id=call.request_id,
        )  # fmt: skip
    items = hang_items(parts, _bodies(organization), call.today)
    return {
        "round": parts["round"][0] if parts["round"] else None,
        "organization": _heading(organization),
        "completion": {"done": done, "whole": whole, "rate": rate(done, whole)},
        "late": late_items((item for own in items.values() for item in own), call.today),
        "findings": [
            _finding(one, items[one["id"]]) for one in parts["findings"] if one["withdrawn_on"] is None
        ],
        "measures": [_coded(one) for one in parts["measures"]],
        **{
            name: parts[name]
            for name in ("reviews", "re_feedbacks", "consultations", "publications", "systems")
        },
        "transferred_clues": parts["transferred_clues"]
        if may_read_clues(desk, organization, call.actor, call.at)
        else None,
        "evaluation": {"grade": organization.grade, "score": organization.score},
        "look_back": {"earlier_id": organization.earlier_id, "later": parts["later"]},
    }


def _bodies(organization: InspectedOrganization) -> Bodies:
    supervisors = (organization.commission_path, organization.department_path)
    return Bodies(organization.organisation_path, supervisors, organization.holder_path)


def _heading(organization: InspectedOrganization) -> dict[str, Any]:
    common = {name: getattr(organization, name) for name in ("id", "number", "state", "version")}
    own = own_fields(organization)
    return {**common, **{name: own[name] for name in own if name not in ("grade", "score", "earlier_id")}}


def _finding(finding: dict[str, Any], items: list[dict[str, Any]]) -> dict[str, Any]:
    shown = {name: value for name, value in finding.items() if name != "withdrawn_on"}
    return {**shown, "state": finding_state(finding, items), "items": items}


def _coded(measure: dict[str, Any]) -> dict[str, Any]:
    shown = {name: value for name, value in measure.items() if name != "body_path"}
    return {**shown, "body": code_of(measure["body_path"])}


def _label(desk: Desk, vocabulary: str, code: str) -> str:
    return desk.vocabularies.label(vocabulary, code, "zh-CN")
