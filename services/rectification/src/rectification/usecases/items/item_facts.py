"""What the guards of an item's moves look at, and who signs an item that a recommendation opened."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from rectification.domain.item import Item
from rectification.domain.item_lifecycle import ItemAction as A
from rectification.domain.item_lifecycle import ItemFacts
from rectification.store.items import evidence_of, milestones_of
from shared.directory.paths import organ_of
from shared.process.process import Step

_RANK = {"S2": ("S1",), "S3": ("S1",)}


async def item_facts(step: Step[Item, Any]) -> ItemFacts:
    """Gather them for the move at hand; evidence that has expired is none."""
    facts = ItemFacts(
        is_another_body=not _is_within(step.actor.organisation, step.subject.organisation_path),
        is_third_body=_is_third(step),
    )
    match step.row.action:
        case A.SUBMIT:
            milestones = await milestones_of(step.tx, step.subject.id)
            still_open = sum(one["reached_on"] is None for one in milestones)
            return replace(facts, evidence=await _standing(step), open_milestones=still_open)
        case A.REACH_MILESTONE:
            return replace(facts, evidence=len(step.command.evidence))
        case A.MAKE_LONG_TERM:
            return replace(facts, milestones=len(step.command.milestones))
        case A.EXTEND:
            later = step.command.due_on > max(step.subject.due_on, step.today)
            return replace(facts, date_is_later=later)
    return facts


async def item_signs(step: Step[Item, Any]) -> tuple[str, ...]:
    """Return the row's levels; for an item of a recommendation the head of the unit signs.

    Rule: F5; chapter 10 asks for no higher signature.
    """
    signs = step.row.signs
    return _RANK.get(signs[0], signs) if step.subject.recommendation_id and signs else signs


async def _standing(step: Step[Item, Any]) -> int:
    """Count pieces of evidence whose newest version has begun to hold and not ended."""
    newest = {row["series_id"]: row for row in await evidence_of(step.tx, step.subject.id)}
    return sum(
        row["effective_on"] <= step.today and (row["expires_on"] is None or row["expires_on"] >= step.today)
        for row in newest.values()
    )


def _is_third(step: Step[Item, Any]) -> bool:
    item, path = step.subject, step.actor.organisation
    return not _is_within(path, item.organisation_path) and path != item.verifier_path


def _is_within(path: str, owner: str) -> bool:
    """Say whether a unit belongs to the owner's own organ."""
    return organ_of(path) == organ_of(owner)
