"""A11 to C1: a report that intake transferred becomes a clue, linked by id only; nothing of its text comes along."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from casework.domain.clue import Clue, ClueSource
from casework.domain.clue_lifecycle import CLUE, ClueState
from casework.domain.regime import regime_on
from casework.store.clues.clues import REPORT, fed_by, is_open
from casework.store.papers import PAPERS
from casework.store.terms import copy_terms
from casework.usecases.clues.registering import register
from casework.usecases.offices import ledger_of
from casework.usecases.recusals.screening import About, Sources, look_into, subjects_of
from shared.auth.actor import SYSTEM
from shared.db import Transaction
from shared.feed.consume import Event
from shared.ids import uuid7
from shared.process.desk import Desk
from shared.process.keeping_away import pass_on

SETTLED_WITHOUT = frozenset({"appeal", "suggestion"})
_ELSEWHERE = (ClueState.MERGED, ClueState.RETURNED)
"""What became part of another clue begins again with that one; what went back was never handled."""


async def look_into_transferred(desk: Desk, event: Event) -> About | None:
    """Find out whom a transferred report is about, unless it makes no clue."""
    return None if event.data["category"] in SETTLED_WITHOUT else await look_into_report(desk, event)


async def look_into_report(desk: Desk, event: Event) -> About | None:
    """Find out whom the report is about before it is registered; None while intake or identity does not answer."""
    subjects = await subjects_of(desk, Sources(reports=(UUID(event.subject),)))
    return None if subjects is None else await look_into(desk, subjects=subjects, units=[])


async def take_over_report(tx: Transaction, desk: Desk, event: Event, about: About | None) -> None:
    """Register a clue for a report that feeds no open one yet; what is about own staff, apart from the ledger.

    An appeal or a suggestion is settled by the office it was sent to, and makes none.

    Rule: A13, C1, SoD-5, 18.2.
    """
    if event.data["category"] in SETTLED_WITHOUT:
        return
    report_id = UUID(event.subject)
    if any(is_open(clue) for clue in await fed_by(tx, report_id)):
        return
    ledger = await ledger_of(tx, event.data["to"], desk.settings.ledger_path)
    clue = _clue(report_id, event.data, ledger, desk.clock.today())
    await register(tx, desk, clue, [(REPORT, report_id)], actor=SYSTEM, at=desk.clock.now(), about=about)


async def take_up_again(tx: Transaction, desk: Desk, event: Event, about: About | None) -> None:
    """Register a fresh clue for each that new evidence on its report concerns, with what the earlier one said of it.

    Whoever reopens the report may name the clues; by default it is all of them. Where one was about own staff, all are.

    Rule: A16, RPT Art 27; SoD-5.
    """
    report_id = UUID(event.subject)
    known = await fed_by(tx, report_id)
    if any(is_open(clue) for clue in known):
        return
    is_own_staff = any(one.is_own_staff for one in known)
    for last in _concerned(known, event.data.get("clue_ids", [])):
        data = {
            "category": last.category,
            "problem_types": list(last.problem_types),
            "region": last.region,
            "field": last.field,
            "named": last.is_named,
            "to": last.office_path,
            "is_own_staff": is_own_staff,
        }
        ledger = await ledger_of(tx, last.holder_path, desk.settings.ledger_path)
        fresh = replace(_clue(report_id, data, ledger, desk.clock.today()), reopened_from=last.id)
        fresh = await register(
            tx, desk, fresh, [(REPORT, report_id)], actor=SYSTEM, at=desk.clock.now(), about=about
        )
        await _carry_over(tx, desk, last, fresh)


def _concerned(known: list[Clue], named: list[str]) -> list[Clue]:
    """Return the clues that begin again: of those that ended last the named ones, or all, the first first."""
    begun_again = {clue.reopened_from for clue in known}
    last = [clue for clue in reversed(known) if clue.id not in begun_again and clue.state not in _ELSEWHERE]
    return [clue for clue in last if str(clue.id) in named] or last


async def _carry_over(tx: Transaction, desk: Desk, last: Clue, fresh: Clue) -> None:
    """Let the fresh clue know what the earlier one was found by and told of its matter, and who keeps away from it."""
    await tx.flush()
    await copy_terms(tx, last.id, fresh.id)
    if (facts := await PAPERS.newest(tx, desk.seals, last.id, "facts")) is not None:
        about = (CLUE.name, fresh.id)
        await PAPERS.add(tx, desk.seals, about, "facts", facts.fields, by=facts.made_by, at=desk.clock.now())
    await pass_on(tx, desk, last.id, fresh.id, desk.clock.now())


def _clue(report_id: UUID, data: dict[str, Any], ledger: str, today: date) -> Clue:
    return Clue(
        id=uuid7(),
        number=None,
        state=CLUE.initial.value,
        version=1,
        holder_path=ledger,
        secrecy="work_secret",
        source=ClueSource.REPORT.value,
        received_on=today,
        legal_regime=regime_on(today),
        is_named=bool(data["named"]),
        problem_types=tuple(data["problem_types"]),
        category=data["category"],
        region=data["region"],
        field=data["field"],
        report_id=report_id,
        office_path=data["to"],
        is_own_staff=bool(data.get("is_own_staff")),
    )
