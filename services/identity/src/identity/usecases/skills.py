"""What officers are good at: set by who keeps the accounts, asked by services that look for people.

Rule: E4 (people are drawn from the contact pool of the area, by skill).
"""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from pydantic import Field

from identity.store.skills import candidates_of, set_skills, skills_of
from identity.store.zones import maybe_zone
from identity.usecases.create_organisation import Code
from identity.usecases.sight import locked_officer_for, may, officer_for, same_version
from shared.audit.record import audit
from shared.http.answers import Answer
from shared.http.models import Input, Output
from shared.http.problems import FieldError, Problem, invalid_input
from shared.process.desk import Call, Desk

VOCABULARY = "officer_skill"


class SetSkills(Input):
    """登记专长 · all skills an officer has from now on."""

    skills: Annotated[list[Code], Field(max_length=20, description="专长代码 · codes of the reference list")]


class SkillsOut(Output):
    """An officer's skills."""

    officer_id: UUID
    skills: list[str]


class CandidateOut(Output):
    """An officer who can be drawn from a zone."""

    id: UUID
    login: str
    path: str
    skills: list[str]
    is_pooled: bool


class CandidatesOut(Output):
    """Everybody who can be drawn from a zone."""

    items: list[CandidateOut]


async def show_skills(desk: Desk, officer_id: UUID, call: Call) -> Answer:
    """Return an officer's skills. Raises: Problem `not_found`, `forbidden`."""
    async with desk.db.reader() as reader:
        officer = await officer_for(reader, desk, officer_id, call, "officer:read", or_self=True)
        found = await skills_of(reader, officer.id)
        return Answer(200, SkillsOut(officer_id=officer.id, skills=found), etag=officer.version)


async def replace_skills(desk: Desk, officer_id: UUID, body: SetSkills, call: Call) -> Answer:
    """Replace an officer's skills. Raises: Problem `not_found`, `forbidden`, `version_stale`, `invalid_input`."""
    unknown = [
        FieldError(f"/skills/{place}", "body", "unknown_code")
        for place, code in enumerate(body.skills)
        if not desk.vocabularies.is_valid(VOCABULARY, code, call.today)
    ]
    if unknown:
        raise invalid_input(*unknown)
    async with desk.db.transaction(call.actor.scope(call.at)) as tx:
        officer = await locked_officer_for(tx, desk, officer_id, call, "officer:update")
        same_version(call, officer.version)
        await set_skills(tx, officer.id, body.skills)
        audit(
            tx, call.actor, call.at, action="officer:update", object_type="officer", object_id=officer.id,
            request_id=call.request_id, details={"skills": sorted(set(body.skills))},
        )  # fmt: skip
        await tx.flush()
        found = await skills_of(tx, officer.id)
    return Answer(200, SkillsOut(officer_id=officer.id, skills=found), etag=officer.version)


async def show_candidates(desk: Desk, code: str, call: Call) -> Answer:
    """Return who can be drawn from a zone. For services speaking for themselves only.

    Raises: Problem `forbidden`, `not_found`.
    """
    if call.actor.kind != "service":
        raise Problem("forbidden")
    may(desk, call, "contact_zone:read_candidates")
    async with desk.db.reader() as reader:
        zone = await maybe_zone(reader, code)
        if zone is None:
            raise Problem("not_found")
        rows = await candidates_of(reader, zone["id"])
    return Answer(200, CandidatesOut(items=[CandidateOut(**dict(row)) for row in rows]))
