"""R-A2: at registration a matter gets the numbers it is found by, and its officer learns which others tell the same."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from intake.domain.likeness import WORTH_SHOWING, Likeness, explain, likeness, prepare
from intake.domain.sealed_terms import sealed_terms
from intake.store.likeness import candidates, keep_terms, terms_key, terms_of, told_by
from intake.store.words import keep_words, texts_of
from shared.audit.record import audit
from shared.auth.predicate import Protected, predicate
from shared.db import Transaction
from shared.http.answers import Answer
from shared.http.models import Output
from shared.process.desk import Call, Desk
from shared.process.load import load_for
from shared.process.process import Process, Step

NEAR = timedelta(days=180)
MOST_SHOWN = 20


class SubjectLikenessOut(Output):
    """Two people who may be one."""

    ours: str
    theirs: str
    score: int


class DuplicateOut(Output):
    """A matter that may tell the same, and why: which people, which facts, how alike from 0 to 100."""

    id: UUID
    number: str | None
    state: str
    received_on: date
    score: int
    subjects: list[SubjectLikenessOut]
    facts_score: int
    facts: list[str]


class DuplicatesOut(Output):
    """Matters that may tell the same, most alike first."""

    items: list[DuplicateOut]


async def make_findable(step: Step[Any, Any], object_type: str) -> None:
    """Keep the numbers a matter is found by, while its officer registers it.

    Rule: R-A2.
    """
    told = await told_by(step.tx, step.desk.seals, step.subject.id)
    terms = sealed_terms(told, terms_key(step.desk.seals.provider))
    await keep_terms(step.tx, object_type, step.subject.id, terms)
    await keep_words(step.tx, step.desk.seals, step.subject.id, told)


async def find_duplicates(desk: Desk, process: Process[Any], object_id: UUID, call: Call) -> Answer:
    """Return matters the caller may read that seem to tell the same, most alike first. The openings are recorded.

    Raises: Problem `not_found`, `forbidden`.
    Rule: R-A2, RPT Art 14.
    """
    permission = process.permission("find_duplicates")
    async with desk.db.transaction(call.actor.scope(call.at)) as tx:
        matter, _ = await load_for(tx, desk, process, object_id, call, permission, lock=False)
        items = await alike(tx, desk, process, matter, call, action="find_duplicates")
    return Answer(200, {"items": items})


async def alike(
    tx: Transaction, desk: Desk, process: Process[Any], matter: Any, call: Call, *, action: str
) -> list[dict[str, Any]]:
    """Return what tells the same of what the caller may read, most alike first; the openings are recorded."""
    permission, seals, table = process.permission("find_duplicates"), desk.seals, process.table
    ours = await told_by(tx, seals, matter.id)
    mine = prepare(ours)
    terms = await terms_of(tx, matter.id) or sealed_terms(ours, terms_key(seals.provider))
    visible = predicate(desk.permissions, call.actor, permission, Protected.of(table), call.at)
    rows = await candidates(tx, table, matter, terms, visible, call.today - NEAR)
    theirs = await texts_of(tx, seals, [row["id"] for row in rows]) if rows else {}
    told = {identity: prepare(one) for identity, one in theirs.items()}
    found = [(row, likeness(mine, told[row["id"]])) for row in rows if row["id"] in told]
    audit(
        tx, call.actor, call.at, action=process.permission(action), object_type=process.name, object_id=matter.id,
        field_group="content", rule="R-A2", request_id=call.request_id,
        details={"opened": [str(row["id"]) for row in rows]},
    )  # fmt: skip
    shown = sorted((one for one in found if one[1].score >= WORTH_SHOWING), key=lambda one: -one[1].score)
    return [_shown(row, explain(one, mine, told[row["id"]])) for row, one in shown[:MOST_SHOWN]]


def _shown(row: Any, found: Likeness) -> dict[str, Any]:
    return {
        "id": row["id"],
        "number": row["number"],
        "state": row["state"],
        "received_on": row["received_on"],
        "score": found.score,
        "subjects": [{"ours": one.ours, "theirs": one.theirs, "score": one.score} for one in found.subjects],
        "facts_score": found.facts_score,
        "facts": list(found.facts),
    }
