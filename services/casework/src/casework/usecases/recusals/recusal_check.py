"""The conflict check before officers are given a clue: whom it names against what they declared.

Everything is asked before a transaction opens. Without an answer nobody is given anything: 503, try later.

Rule: 1.6.
"""

from __future__ import annotations

from datetime import date

from casework.domain.clue import Clue
from casework.store.papers import PAPERS
from casework.usecases.recusals.screening import Sources, ask_subjects, sources_of
from shared.db import Reader
from shared.directory.officers import OfficerName, unavailable
from shared.directory.store import find_organisation
from shared.http.client import Unavailable
from shared.process.desk import Call, Desk
from shared.recusal.conflicts import Involved, conflicts
from shared.recusal.declared import declared_by
from shared.recusal.store import Decided, decided_about


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
    declared = await declared_by(desk, [one.id for one in open_question])
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
