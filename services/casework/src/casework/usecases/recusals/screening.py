"""Look into whom a clue is about before anybody is given it: what it is compared by, and officers it names.

Everything is asked outside of transactions. While another service does not answer, a clue is registered all the
same and screened later by the worker.

Rule: 1.6, C2; T29.
"""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from casework.clients.identity import IdentityClient
from casework.clients.intake import IntakeClient, Subject
from casework.clients.rectification import RectificationClient
from casework.domain.likeness import Term, terms_of
from casework.store.clues.clues import FINDING, REPORT, all_origins
from casework.store.terms import keyed_by
from shared.db import Reader
from shared.http.client import Rejected, Unavailable
from shared.process.desk import Desk


@dataclass(frozen=True, slots=True)
class Sources:
    """What feeds a clue from other services: reports of intake, and clues that inspection handed over."""

    reports: tuple[UUID, ...] = ()
    findings: tuple[UUID, ...] = ()


@dataclass(frozen=True, slots=True)
class About:
    """Whom and what a clue is about, as far as others need it: keyed terms, and ids of officers of that name."""

    terms: frozenset[Term]
    namesakes: tuple[str, ...]


NOTHING = About(frozenset(), ())
"""Of what is told without a name there is nothing to look into."""


async def look_into(
    desk: Desk, *, subjects: list[Subject], units: list[str], facts: str = ""
) -> About | None:
    """Return what is found, None while identity does not answer."""
    named = [(one.name, one.organisation) for one in subjects]
    terms = terms_of(keyed_by(desk.seals), subjects=named, units=units, facts=facts)
    identity: IdentityClient = desk.clients["identity"]
    try:
        found = await identity.namesakes(sorted({name for name, _ in named})) if named else []
    except (Unavailable, Rejected):
        return None
    return About(terms, tuple(str(one.id) for one in found))


async def subjects_of(desk: Desk, fed: Sources) -> list[Subject] | None:
    """Return whom a clue's sources are about, None while one of their services does not answer."""
    try:
        return await ask_subjects(desk, fed)
    except Unavailable:
        return None


async def ask_subjects(desk: Desk, fed: Sources) -> list[Subject]:
    """Return whom the reports and findings that feed a clue are about, asked as the service itself.

    What the other service no longer holds is left out.

    Raises: Unavailable.
    """
    asked = [("intake", one) for one in fed.reports] + [("rectification", one) for one in fed.findings]
    found: list[Subject] = []
    for name, object_id in asked:
        service: IntakeClient | RectificationClient = desk.clients[name]
        try:
            found += (await service.subjects(object_id)).subjects
        except Rejected:
            continue
    return found


async def sources_of(reader: Reader, clue_id: UUID) -> Sources:
    """Return what feeds a clue and says whom it is about."""
    fed = await all_origins(reader, clue_id)
    return Sources(tuple(fed[REPORT]), tuple(fed[FINDING]))
