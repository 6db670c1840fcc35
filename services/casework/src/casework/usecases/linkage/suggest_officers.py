"""Who could be asked for: by zone, skill and load, each with the reasons shown."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from pydantic import Field

from casework.clients.identity import Candidate, IdentityClient
from casework.store.linkage.team import team_of
from casework.usecases.linkage.creating import STAFFED, open_task
from casework.usecases.linkage.request_secondment import burden
from casework.usecases.linkage.zones import zone_of_lead
from shared.directory.paths import code_of
from shared.http.answers import Answer
from shared.http.client import Rejected, Unavailable
from shared.http.models import Day, Output, Query
from shared.http.problems import FieldError, Problem, invalid_input
from shared.process.bodies import Code
from shared.process.desk import Call, Desk


class SuggestQuery(Query):
    """For which days, and which skill."""

    from_on: Annotated[Day, Field(description="起始日期 · first day")]
    to_on: Annotated[Day, Field(description="终止日期 · last day")]
    skill: Annotated[Code | None, Field(description="所需专长 · skill")] = None


class SuggestionOut(Output):
    """An officer who could be asked for, and why they stand at this place of the list."""

    officer_id: UUID
    login: str
    organisation: str
    zone: str
    is_pooled: bool
    skills: list[str]
    has_skill: bool
    overlaps: int
    load: int


class SuggestionsOut(Output):
    """Officers of the zone, the fittest first."""

    items: list[SuggestionOut]


async def suggest_officers(desk: Desk, task_id: UUID, query: SuggestQuery, call: Call) -> Answer:
    """Return the officers of the lead office's zone who are not in the team: with the skill first, then the least busy.

    Nobody is compared with the matter here; that happens when somebody is asked for.

    Raises: Problem `not_found`, `forbidden`, `task_not_open`, `invalid_input`, `contact_zones_unavailable`.
    Rule: E4.
    """
    if query.to_on < query.from_on:
        raise invalid_input(FieldError("/to_on", "query", "period_reversed"))
    async with desk.db.reader(call.actor.scope(call.at)) as reader:
        task = await open_task(reader, desk, task_id, call, "request_secondment", STAFFED)
        team = {one.officer_id for one in await team_of(reader, task.id)}
    zone = await zone_of_lead(desk, task)
    identity: IdentityClient = desk.clients["identity"]
    try:
        people = await identity.candidates(zone.code)
    except (Unavailable, Rejected) as error:
        raise Problem("contact_zones_unavailable", service=error.service) from error
    free = [one for one in people if str(one.id) not in team]
    async with desk.db.transaction(call.actor.scope(call.at)) as tx:
        ids = [str(one.id) for one in free]
        lent, busy = await burden(tx, ids, query.from_on, query.to_on, call)
    items = [_suggestion(one, zone.code, query.skill, lent, busy) for one in free]
    items.sort(key=lambda one: (not one.has_skill, one.overlaps, one.load, not one.is_pooled, one.login))
    return Answer(200, SuggestionsOut(items=items))


def _suggestion(
    one: Candidate, zone: str, skill: str | None, lent: dict[str, int], busy: dict[str, int]
) -> SuggestionOut:
    return SuggestionOut(
        officer_id=one.id,
        login=one.login,
        organisation=code_of(one.path),
        zone=zone,
        is_pooled=one.is_pooled,
        skills=one.skills,
        has_skill=skill is not None and skill in one.skills,
        overlaps=lent.get(str(one.id), 0),
        load=busy.get(str(one.id), 0),
    )
