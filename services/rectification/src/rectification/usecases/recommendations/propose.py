"""A8, B4, R-A7: what intake chased in vain, or finds concentrated, becomes a draft that the office decides about.

Nothing of the matter comes here: the draft names the urging or the analysis, and says what can be told of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from contextlib import suppress
from typing import Any, NamedTuple
from uuid import UUID, uuid5

from rectification.domain.recommendation import Recommendation, RecommendationKind, Reminder, fitting
from rectification.domain.recommendation_lifecycle import RECOMMENDATION
from rectification.domain.regime import regime_on
from rectification.domain.reminder_lifecycle import REMINDER, ReminderKind
from rectification.store.organizations import commissions_over
from rectification.usecases.creating import fresh
from rectification.usecases.recommendations.draft_recommendation import Letter, keep_draft
from rectification.usecases.recommendations.draft_reminder import keep_reminder
from shared.auth.actor import SYSTEM
from shared.db import Transaction
from shared.directory.paths import code_of, organ_of
from shared.directory.store import Organisation, find_by_kind, find_organisation
from shared.feed.consume import Event
from shared.lifecycle import Refused
from shared.process.desk import Desk
from shared.process.load import load_subject

SUPERVISING_KIND = "supervision_office"
WANTED = {
    "discipline_recommendation": RecommendationKind.DISCIPLINE,
    "supervisory_recommendation": RecommendationKind.SUPERVISORY,
}
CHASED = "督办事项（{number}）应于{due_on}前答复，经催办、督办仍未答复。"
INTERVIEW = (
    "督办事项（{number}）应于{due_on}前答复，至今未答复。请有关负责人按时接受约谈，并说明情况和办理打算。"
)
CONCENTRATED = (
    "{period_from}至{period_to}信访举报形势分析显示，反映该单位的信访举报较为集中，部分问题已查证属实。"
)


class Proposal(NamedTuple):
    """Out of what a draft is proposed, to whom, on whose side, and what it says."""

    origin_type: str
    origin_id: UUID
    addressee: Organisation
    organ: str
    facts: str


async def hear_escalation(tx: Transaction, desk: Desk, event: Event) -> None:
    """Draft the recommendation or the interview that follows an urging nobody answered. Rule: A8, B4; chapter 10."""
    told = event.data
    into, addressee = told.get("into"), await find_organisation(tx, code_of(told.get("to", "")))
    if addressee is None or not (into in WANTED or into == ReminderKind.REMINDER_INTERVIEW):
        return
    proposal = Proposal(
        "urging", UUID(event.subject), addressee, organ_of(told["holder"]), _said(CHASED, told)
    )
    kind = fitting(WANTED[into], addressee.kind) if into in WANTED else None
    if kind is not None:
        await _recommend(tx, desk, proposal, kind)
    elif into in WANTED:
        await _remind(tx, desk, proposal, ReminderKind.WORK_REMINDER)
    else:
        interview = proposal._replace(facts=_said(INTERVIEW, told))
        await _remind(tx, desk, interview, ReminderKind.REMINDER_INTERVIEW)


async def hear_trend(tx: Transaction, desk: Desk, event: Event) -> None:
    """Draft a recommendation to each unit an analysis names. Rule: R-A7, RPT Art 34."""
    told = event.data
    for code in told.get("units_to_recommend", []):
        unit = await find_organisation(tx, code)
        kind = fitting(RecommendationKind.SUPERVISORY, unit.kind) if unit else None
        if unit is not None and kind is not None:
            organ, facts = organ_of(told["holder"]), _said(CONCENTRATED, told)
            await _recommend(
                tx, desk, Proposal("trend_report", UUID(event.subject), unit, organ, facts), kind
            )


def _said(text: str, told: Mapping[str, Any]) -> str:
    """Fill in what was told; a release before this one told less."""
    return text.format_map(defaultdict(lambda: "——", {name: value for name, value in told.items() if value}))


async def _recommend(tx: Transaction, desk: Desk, proposal: Proposal, kind: RecommendationKind) -> None:
    common = await _common(tx, desk, RECOMMENDATION.name, proposal)
    if common is not None:
        draft = Recommendation(
            **common,
            kind=kind,
            addressee_path=proposal.addressee.path,
            origin_type=proposal.origin_type,
            origin_id=proposal.origin_id,
            legal_regime=regime_on(desk.clock.today()),
        )
        with suppress(
            Refused
        ):  # without a review office nobody could check it, and others' events must go on
            await keep_draft(tx, desk, draft, Letter(facts=proposal.facts), SYSTEM)


async def _remind(tx: Transaction, desk: Desk, proposal: Proposal, kind: ReminderKind) -> None:
    common = await _common(tx, desk, REMINDER.name, proposal)
    if common is not None:
        draft = Reminder(**common, kind=kind, addressee_path=proposal.addressee.path)
        await keep_reminder(tx, desk, draft, proposal.facts, SYSTEM)


async def _common(tx: Transaction, desk: Desk, name: str, proposal: Proposal) -> dict[str, Any] | None:
    """Return what the draft begins with; None where it was proposed already, or no office is there to decide.

    Its id is made of what it comes from, so that a second telling finds the first.
    """
    process = desk.processes[name]
    identity = uuid5(proposal.origin_id, proposal.addressee.path)
    if await load_subject(tx, process, identity, lock=False) is not None:
        return None
    office = await _office(tx, proposal)
    return None if office is None else {**fresh(process, office), "id": identity}


async def _office(tx: Transaction, proposal: Proposal) -> str | None:
    """Return the office of the organ that supervises the addressee, else the first that supervises at all."""
    supervising = await commissions_over(tx, proposal.addressee.path)
    offices = [one.path for one in await find_by_kind(tx, SUPERVISING_KIND, within=proposal.organ)]
    return next((one for one in (*supervising, *offices) if organ_of(one) == proposal.organ), None)
