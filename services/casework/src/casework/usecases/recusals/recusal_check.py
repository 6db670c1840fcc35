"""The conflict check before officers are given a clue: whom it names against what they declared.

Everything is asked before a transaction opens. Without an answer nobody is given anything: 503, try later.

Rule: 1.6.
"""

from __future__ import annotations

import asyncio
from datetime import date

from casework.clients.identity import IdentityClient, RecusalFacts
from casework.domain.clue import Clue
from casework.store.papers import PAPERS
from casework.usecases.recusals.screening import Sources, ask_subjects, sources_of
from shared.db import Reader
from shared.directory.officers import OfficerName, unavailable
from shared.directory.store import find_organisation
from shared.http.client import Rejected, Unavailable
from shared.process.desk import Call, Desk
from shared.recusal.conflicts import Declared, Involved, Post, conflicts
from shared.recusal.store import Decided, decided_about

_INTEREST = frozenset({"interest", "other"})


async def conflicted(desk: Desk, clue: Clue, officers: list[OfficerName], call: Call) -> list[str]:
    """Return the ids of the officers who must keep away, or about whom nobody has decided yet.

    Raises: Problem `recusal_check_unavailable`.
    """
    async with desk.db.reader(call.actor.scope(call.at)) as reader:
        decided = await decided_about(reader, clue.id, call.at)
        fed = await sources_of(reader, clue.id)
        involved = await _known_here(reader, desk, clue)
    involved = await _with_sources(desk, involved, fed)
    return await keep_away(desk, involved, officers, decided, call.today)


async def keep_away(
    desk: Desk, involved: Involved, officers: list[OfficerName], decided: Decided, today: date
) -> list[str]:
    """Return the ids of the officers who must keep away from a matter that names these persons and units.

    Raises: Problem `recusal_check_unavailable`.
    """
    open_question = [one for one in officers if str(one.id) not in decided.away | decided.free]
    if involved == Involved():
        open_question = []
    facts = await _facts(desk, open_question)
    async with desk.db.reader() as reader:
        declared = [await _declared(reader, one) for one in facts]
    found = {one.officer_id for each in declared for one in conflicts(each, involved, today)}
    return sorted(found | {str(one.id) for one in officers if str(one.id) in decided.away})


async def _known_here(reader: Reader, desk: Desk, clue: Clue) -> Involved:
    paths = [await find_organisation(reader, code) for code in clue.subject_organisations]
    paper = await PAPERS.newest(reader, desk.seals, clue.id, "facts")
    subjects = paper.fields.get("subjects", []) if paper else []
    return Involved(
        subjects=frozenset(one["name"] for one in subjects),
        organisations=frozenset(
            {one.path for one in paths if one}
            | {one["organisation"] for one in subjects if one["organisation"]}
        ),
    )


async def _with_sources(desk: Desk, involved: Involved, fed: Sources) -> Involved:
    """Add whom reports and inspection name, asked as the service itself: whoever names an officer need not read them."""
    try:
        named = await ask_subjects(desk, fed)
    except Unavailable as error:
        raise unavailable(error.service) from error
    return Involved(
        subjects=involved.subjects | {one.name for one in named},
        organisations=involved.organisations | {one.organisation for one in named if one.organisation},
    )


async def _facts(desk: Desk, officers: list[OfficerName]) -> list[RecusalFacts]:
    identity: IdentityClient = desk.clients["identity"]
    try:
        return await asyncio.gather(*(identity.recusal_facts(one.id) for one in officers))
    except (Unavailable, Rejected) as error:
        raise unavailable(error.service) from error


async def _declared(reader: Reader, facts: RecusalFacts) -> Declared:
    interests = {one.name for one in facts.relations if one.kind in _INTEREST}
    posts = []
    for one in facts.former_posts:
        found = await find_organisation(reader, one.organisation) if one.organisation else None
        posts += [Post(place, one.to_on) for place in (found.path if found else None, one.unit) if place]
    return Declared(
        officer_id=str(facts.officer_id),
        own_ref=facts.name,
        relatives=frozenset(one.name for one in facts.relations) - interests,
        interests=frozenset(interests),
        posts=tuple(posts),
    )
