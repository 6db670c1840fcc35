"""What stands in somebody's integrity file, for who assesses a clue about them. Every look is recorded."""

from __future__ import annotations

from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from casework.domain.likeness import Same, terms_of
from casework.store.integrity import entries_about
from casework.store.terms import keyed_by
from shared.audit.record import audit
from shared.http.answers import Answer
from shared.http.models import Input, Instant, Line, Output
from shared.http.problems import Problem
from shared.process.desk import Call, Desk


class SearchIntegrity(Input):
    """查询廉政档案材料 · about whom, and what for."""

    name: Annotated[str, Line(2, 100), Field(description="姓名 · name")]
    organisation: Annotated[
        str, Line(0, 200), Field(description="单位，填写后须同时相符 · unit; both must fit")
    ] = ""
    purpose: Annotated[
        Literal["assessment", "verification", "integrity_opinion"], Field(description="查询目的 · purpose")
    ]


class IntegrityEntryOut(Output):
    """What a talk or inquiry left on file."""

    talk_inquiry_id: UUID
    outcome: str | None
    measure: str | None
    filed_at: Instant


class IntegrityEntriesOut(Output):
    """Entries about one person, newest first."""

    items: list[IntegrityEntryOut]


async def search_integrity(desk: Desk, body: SearchIntegrity, call: Call) -> Answer:
    """Return the entries the caller may read.

    Raises: Problem `forbidden`.
    Rule: C4, T-10.
    """
    permission = "integrity_entry:read"
    if not desk.permissions.holds(call.actor, permission, call.at):
        raise Problem("forbidden")
    wanted = Same.PERSON_AT_UNIT if body.organisation else Same.PERSON
    terms = terms_of(keyed_by(desk.seals), subjects=[(body.name, body.organisation)])
    async with desk.db.transaction(call.actor.scope(call.at)) as tx:
        asked = [one.value for one in terms if one.kind is wanted]
        rows = await entries_about(tx, desk.permissions, call, asked)
        audit(
            tx, call.actor, call.at, action=permission, purpose=body.purpose, request_id=call.request_id,
            details={"count": len(rows)},
        )  # fmt: skip
    names = ("talk_inquiry_id", "outcome", "measure", "filed_at")
    items = [IntegrityEntryOut(**{name: row[name] for name in names}) for row in rows]
    return Answer(200, IntegrityEntriesOut(items=items))
