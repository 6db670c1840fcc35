"""How the links of one organisation's chain hang together, what of it is late, and who holds it. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from rectification.domain.item import held_by, is_late
from rectification.domain.item_lifecycle import DONE, ItemState
from shared.directory.paths import code_of

Record = dict[str, Any]
_DONE = {state.value for state in DONE}


@dataclass(frozen=True, slots=True)
class Bodies:
    """Who takes part: the owner, both supervisors, the inspection office."""

    owner: str
    supervisors: tuple[str, ...]
    office: str


def hang_items(parts: Mapping[str, list[Record]], bodies: Bodies, today: date) -> dict[Any, list[Record]]:
    """Return the items by finding, each with milestones, evidence and verdicts, who holds it and whether it is late."""
    milestones, evidence = _by_item(parts["milestones"]), _by_item(parts["evidence"])
    verdicts = _by_item(parts["verifications"])
    found: dict[Any, list[Record]] = defaultdict(list)
    for item in parts["items"]:
        holders = held_by(item["state"], bodies.owner, bodies.supervisors, bodies.office)
        shown = {name: value for name, value in item.items() if name not in ("finding_id", "verifier_path")}
        found[item["finding_id"]].append(
            {
                **shown,
                "verifier": code_of(item["verifier_path"]) if item["verifier_path"] else None,
                "held_by": [code_of(path) for path in holders],
                "is_late": is_late(item["state"], item["due_on"], today),
                "milestones": milestones[item["id"]],
                "evidence": [_with_hash(one) for one in evidence[item["id"]]],
                "verifications": [_with_body(one) for one in verdicts[item["id"]]],
            }
        )
    return found


def finding_state(finding: Record, items: Iterable[Record]) -> str:
    """Say where a finding stands by its items: `put_right` when all are done, `reopened` when it was once."""
    states = [item["state"] for item in items if item["state"] != ItemState.CANCELLED]
    if states and all(state in _DONE for state in states):
        return "put_right"
    return "reopened" if finding["reopened_on"] else "open"


def late_items(items: Iterable[Record], today: date) -> list[Record]:
    """List what is late with its days, the longest first."""
    found = [
        {
            "item_id": item["id"],
            "number": item["number"],
            "title": item["title"],
            "due_on": item["due_on"],
            "days_late": (today - item["due_on"]).days,
            "held_by": item["held_by"],
        }
        for item in items
        if item["is_late"]
    ]
    return sorted(found, key=lambda one: (-one["days_late"], str(one["number"])))


def _by_item(records: Iterable[Record]) -> dict[Any, list[Record]]:
    found: dict[Any, list[Record]] = defaultdict(list)
    for record in records:
        found[record["item_id"]].append({name: value for name, value in record.items() if name != "item_id"})
    return found


def _with_hash(evidence: Record) -> Record:
    return {**evidence, "sha256": evidence["sha256"].hex()}


def _with_body(verdict: Record) -> Record:
    shown = {name: value for name, value in verdict.items() if name != "body_path"}
    return {**shown, "body": code_of(verdict["body_path"])}
