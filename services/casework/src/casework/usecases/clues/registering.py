"""How a clue comes into the ledger, whoever brings it: row, number, origin, history, event."""

from __future__ import annotations

from dataclasses import asdict, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from casework.domain.clue import Clue, ClueSource
from casework.domain.clue_lifecycle import CLUE, FINDER, UPWARD
from casework.domain.receivers import LEDGER_KIND
from casework.store.clues.clues import FINDING, REPORT, link
from casework.store.objects import columns_of
from casework.store.papers import PAPERS
from casework.store.terms import keep_terms
from casework.usecases.clues.bodies import ClueMatter
from casework.usecases.offices import (
    are_commissions,
    cadre_supervision_of,
    can_handle,
    is_kept_apart,
    ledger_of,
    office,
)
from casework.usecases.recusals.screening import About
from shared.auth.actor import Actor
from shared.db import Reader, Transaction
from shared.directory.paths import code_of, organ_of
from shared.directory.store import find_organisation
from shared.needtoknow.store import grant
from shared.numbering import next_number
from shared.process.create import create
from shared.process.desk import Desk
from shared.process.keeping_away import keep_namesakes_away

Origin = tuple[str, UUID]
_KNOWN = {
    "amount", "case_type", "is_committee_managed", "heads_lower_committee", "is_own_staff", "reports_up",
}  # fmt: skip


def known_of(matter: ClueMatter) -> dict[str, Any]:
    """Return what a finder's account says of a new clue beside its facts and persons."""
    known = matter.model_dump(include=_KNOWN)
    return {**known, "subject_organisations": tuple(matter.subject_organisations)}


async def kept_by_supervisors(reader: Reader, desk: Desk, clue: Clue) -> Clue:
    """Return a new clue as it is to be kept: what is about own staff by the office that supervises them.

    It never comes into the ledger that all of case management sees.

    Rule: SoD-5.
    """
    here = clue.office_path if await is_kept_apart(reader, clue.office_path) else None
    if not (here or clue.is_own_staff or await are_commissions(reader, clue.subject_organisations)):
        return clue
    path = here or await cadre_supervision_of(reader, clue.holder_path, desk.settings.cadre_supervision_path)
    return replace(clue, is_own_staff=True, holder_path=path, office_path=path)


async def places(tx: Transaction, desk: Desk, own: str, to: str | None) -> tuple[str, str | None]:
    """Return the ledger a clue goes into, and the office it is meant for: the finder's own if it may handle it.

    Raises: Refused `organisation_unknown`.
    """
    here = await find_organisation(tx, code_of(own))
    if here is not None and here.kind == LEDGER_KIND:
        ledger, meant_for = own, None
    else:
        ledger = await ledger_of(tx, own, desk.settings.ledger_path)
        meant_for = own if here is not None and can_handle(here) else None
    return ledger, (await office(tx, to)).path if to else meant_for


async def file_clue(
    tx: Transaction,
    desk: Desk,
    clue: Clue,
    matter: ClueMatter,
    origins: list[Origin],
    *,
    actor: Actor,
    at: datetime,
    about: About | None,
) -> Clue:
    """Queue a new clue that somebody filed, what the finder tells of it, and the finder's sight of it.

    Of what is about our own staff only the finder in person sees something so far. The rest is as with `register`.

    Rule: C1, SoD-5.
    """
    clue = await kept_by_supervisors(tx, desk, clue)
    if clue.holder_path != actor.organisation:
        finder = actor.id if clue.is_own_staff else actor.organisation
        grant(tx, clue.id, finder, FINDER, by=actor.id, since=at)
    told = {"facts": matter.facts, "subjects": [one.model_dump() for one in matter.subjects]}
    await PAPERS.add(tx, desk.seals, (CLUE.name, clue.id), "facts", told, by=actor.id, at=at)
    return await _put(tx, desk, clue, origins, actor=actor, at=at, about=about)


async def register(
    tx: Transaction,
    desk: Desk,
    clue: Clue,
    origins: list[Origin],
    *,
    actor: Actor,
    at: datetime,
    about: About | None = None,
) -> Clue:
    """Queue a new clue with the next number of its organ; return it with the number, as it is to be kept.

    `about` is what a look into it found (`screening.look_into`); without it the worker looks later. Officers it
    names never see it.

    Rule: C1, 1.6, 1.8, SoD-5; T29.
    """
    clue = await kept_by_supervisors(tx, desk, clue)
    return await _put(tx, desk, clue, origins, actor=actor, at=at, about=about)


async def _put(
    tx: Transaction,
    desk: Desk,
    clue: Clue,
    origins: list[Origin],
    *,
    actor: Actor,
    at: datetime,
    about: About | None,
) -> Clue:
    organ = code_of(organ_of(clue.holder_path))
    number = await next_number(tx, org=organ, kind="clue", year=clue.received_on.year)
    clue = replace(clue, number=str(number), is_screened=about is not None)
    await create(
        tx, desk, desk.processes[CLUE.name], clue, rule="C1", action="create", actor=actor, at=at,
        trigger_on=clue.received_on, event="clue.registered", event_data=_told(clue, origins),
        starts=_clocks(clue), columns=columns_of(clue, at),
    )  # fmt: skip
    for kind, object_id in origins:
        link(tx, clue.id, kind, object_id, at)
    if about is not None:
        await tx.flush()  # terms belong to a row that is there
        await keep_terms(tx, clue.id, about.terms)
        await keep_namesakes_away(tx, desk, clue.id, about.namesakes, at)
    return clue


def _told(clue: Clue, origins: list[Origin]) -> dict[str, Any]:
    known = asdict(clue)
    return {
        "report_ids": [str(object_id) for kind, object_id in origins if kind == REPORT],
        "finding_ids": [str(object_id) for kind, object_id in origins if kind == FINDING],
        **{name: known[name] for name in ("source", "region", "field", "category")},
    }


def _clocks(clue: Clue) -> tuple[str, ...]:
    upward = (UPWARD,) if clue.reports_up else ()
    return ("DL-40", *upward) if clue.source == ClueSource.INSPECTION_TRANSFER else upward
