"""Tell a service what it must compare before it gives an officer work. Every telling is recorded."""

from __future__ import annotations

from uuid import UUID

from identity.store.declarations import declared, posts, relations
from identity.store.officers import maybe_officer
from identity.usecases.declaration_bodies import RecusalFactsOut
from identity.usecases.declare import show_post, show_relation, still_counts
from identity.usecases.sight import may
from shared.audit.record import audit
from shared.directory.paths import code_of
from shared.http.answers import Answer
from shared.http.problems import Problem
from shared.process.desk import Call, Desk


async def recusal_facts(desk: Desk, officer_id: UUID, call: Call) -> Answer:
    """Return relations, and the posts of the last three years. For services speaking for themselves only.

    Raises: Problem `forbidden`, `not_found`. Rule: 1.6.
    """
    if call.actor.kind != "service":
        raise Problem("forbidden")
    may(desk, call, "recusal_facts:read")
    async with desk.db.transaction(call.actor.scope(call.at)) as tx:
        officer = await maybe_officer(tx, officer_id)
        if officer is None:
            raise Problem("not_found")
        related = await declared(tx, relations, officer_id)
        held = await declared(tx, posts, officer_id)
        audit(
            tx, call.actor, call.at, action="recusal_facts:read", object_type="officer", object_id=officer_id,
            rule="1.6", request_id=call.request_id,
        )  # fmt: skip
    facts = RecusalFactsOut(
        officer_id=officer.id,
        name=officer.name,
        organisation=code_of(officer.holder_path),
        organisation_path=officer.holder_path,
        state=officer.state,
        relations=[show_relation(row, desk.seals) for row in related],
        former_posts=[show_post(row) for row in held if still_counts(row["to_on"], call.today)],
    )
    return Answer(200, facts)
