"""B8: after a final review the same facts are not accepted again; who brought them before is told what stands."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from intake.domain.demand import Demand
from intake.domain.demand_lifecycle import DEMAND, REVIEWABLE
from intake.domain.likeness import WORTH_SHOWING, compare, is_one_person
from intake.store.contents import add_message, read_reporter
from intake.store.likeness import told_by
from shared.audit.record import audit
from shared.chinese import on_day
from shared.process.desk import Call
from shared.process.load import facts_of, load_subject
from shared.process.process import Process, Step

GROUND = "finally_reviewed"


async def reviewed_facts(step: Step[Demand, Any]) -> dict[str, bool]:
    """Gather whether a final review stands behind a refusal on that ground, and whether it was about the same facts.

    Rule: B8, PET Art 36.
    """
    reason, reviewed = (getattr(step.command, name, None) for name in ("reason", "reviewed_demand"))
    if reason != GROUND and reviewed is None:
        return {}
    earlier = await _seen(step, reviewed) if reviewed else None
    if reason != GROUND or earlier is None or not has_final_answer(earlier):
        return {"final_review_stands": False}
    return {"tells_the_same": await _tells_the_same(step, earlier.id)}


def has_final_answer(demand: Demand) -> bool:
    """Say whether the body that reviewed a demand last has answered."""
    return demand.had_final_review and demand.state in REVIEWABLE


async def tell_what_stands(step: Step[Demand, Any], reviewed: UUID | None, *, confirmed: bool) -> None:
    """Tell the reporter why; whose own the earlier demand was, also which answer stands, and nobody else.

    Anybody can write down another's name: the officer must have confirmed that it is the same person.

    Rule: B8, 1.4.
    """
    if reviewed is None:
        return
    text = "同一事实和理由已经复核终结，不再受理。"
    earlier = await _seen(step, reviewed) if confirmed else None
    if earlier and earlier.answered_on and await _is_own(step, reviewed):
        text = (
            f"您于{on_day(earlier.received_on)}反映的同一事项，已于{on_day(earlier.answered_on)}作出复核意见，"
            f"以该意见为准。{text}"
        )
    add_message(step.tx, step.desk.seals, step.subject.id, "office", "notice", text, step.today)


async def _seen(step: Step[Demand, Any], demand_id: UUID) -> Demand | None:
    """Return the earlier demand, if the officer's sight holds it and they keep away from nobody in it. Rule: 1.6."""
    process: Process[Demand] = step.desk.processes[DEMAND.name]
    found: Demand | None = await load_subject(step.tx, process, demand_id, lock=False)
    if found is None:
        return None
    facts = await facts_of(step.tx, found, Call(actor=step.actor, at=step.at, today=step.today))
    return None if step.actor.id in facts.recused else found


async def _tells_the_same(step: Step[Demand, Any], earlier: UUID) -> bool:
    ours, theirs = [await told_by(step.tx, step.desk.seals, one) for one in (step.subject.id, earlier)]
    _record(step, earlier, "content")
    return compare(ours, theirs).score >= WORTH_SHOWING


async def _is_own(step: Step[Demand, Any], earlier: UUID) -> bool:
    """Say whether both were brought by one named person; the names are compared, and shown to nobody."""
    ours, theirs = [await read_reporter(step.tx, step.desk.seals, one) for one in (step.subject.id, earlier)]
    if ours is None or theirs is None:
        return False
    _record(step, earlier, "identity")
    return is_one_person(ours, theirs)


def _record(step: Step[Demand, Any], earlier: UUID, opened: str) -> None:
    audit(
        step.tx, step.actor, step.at, action="demand:decline", object_type=DEMAND.name, object_id=step.subject.id,
        field_group=opened, rule="B8", details={"opened": [str(earlier)]},
    )  # fmt: skip
