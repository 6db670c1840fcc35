"""Look into whom a clue is about before anybody is given it: what it is compared by, and officers it names.

Everything is asked outside of transactions. While identity or intake does not answer, a clue is registered all the
same and screened later by the worker.

Rule: 1.6, C2; T29.
"""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from casework.clients.identity import IdentityClient
from casework.clients.intake import IntakeClient, Subject
from casework.domain.likeness import Term, terms_of
from casework.store.terms import keyed_by
from shared.http.client import Rejected, Unavailable
from shared.process.desk import Desk


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


async def subjects_of(desk: Desk, report_ids: list[UUID]) -> list[Subject] | None:
    """Return whom reports are about, None while intake does not answer; what it no longer holds is left out."""
    intake: IntakeClient = desk.clients["intake"]
    found: list[Subject] = []
    for report_id in report_ids:
        try:
            found += (await intake.subjects(report_id)).subjects
        except Rejected:
            continue
        except Unavailable:
            return None
    return found
