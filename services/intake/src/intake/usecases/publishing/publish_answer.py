"""An answered demand goes on the public board: in words written for it, approved apart from the answer."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from typing import Annotated, Any
from uuid import UUID

from pydantic import Field

from intake.domain.demand_lifecycle import DEMAND, DemandState
from intake.domain.publication_lifecycle import PUBLICATION, Publication, PublicationFacts, PublicationState
from intake.store.publications import put_up, satisfaction_of, take_down
from intake.usecases.answering.quoting import quotes_the_report
from shared.db import Reader
from shared.http import idempotency
from shared.http.answers import Answer
from shared.http.models import Input, ObjectOut, Text
from shared.http.problems import Problem
from shared.ids import uuid4
from shared.process.bodies import Command
from shared.process.create import create
from shared.process.created import answer_created
from shared.process.desk import Call, Desk
from shared.process.load import load_for, load_subject
from shared.process.process import Changes, Step, Viewer

Request = Annotated[
    str, Text(4, 500), Field(description="群众诉求，不含个人信息 · what was asked, nobody named")
]
Reply = Annotated[str, Text(4, 2000), Field(description="办理结果，供公开 · what came of it, for the public")]
ANSWERED = (DemandState.ANSWERED, DemandState.RATED, DemandState.CLOSED)


class DraftPublication(Input):
    """拟公开文本 · what the public is to read."""

    request: Request
    answer: Reply


class RevisePublication(Command):
    """修改公开文本 · other words; what is left out stays."""

    request: Request | None = None
    answer: Reply | None = None


class PublicationOut(ObjectOut):
    """A text for the board."""

    demand_id: UUID
    field: str | None
    region: str | None
    request: str
    answer: str
    published_on: date | None


async def draft_publication(desk: Desk, demand_id: UUID, body: DraftPublication, call: Call) -> Answer:
    """Draft what the public is to read of an answered demand.

    Raises: Problem `not_found`, `forbidden`, `demand_not_answered`, `report_is_quoted`.
    Rule: PB-1.
    """
    key = idempotency.key_of(call, body)
    process, demands = desk.processes[PUBLICATION.name], desk.processes[DEMAND.name]
    async with desk.db.transaction(call.actor.scope(call.at)) as tx:
        if replay := await idempotency.claim(tx, key, call.at):
            return replay
        permission = demands.permission("draft_publication")
        demand, _ = await load_for(tx, desk, demands, demand_id, call, permission, lock=False)
        if demand.state not in ANSWERED:
            raise Problem("demand_not_answered")
        if await quotes_the_report(tx, desk, demand_id, f"{body.request}\n{body.answer}"):
            raise Problem("report_is_quoted")
        draft = Publication(
            id=uuid4(), number=None, state=PublicationState.DRAFTED.value, version=1, holder_path=demand.holder_path,
            secrecy=demand.secrecy, demand_id=demand_id, field=demand.field, region=demand.region,
            request=body.request, answer=body.answer,
        )  # fmt: skip
        await create(
            tx, desk, process, draft, rule="PB-1", action="draft", actor=call.actor, at=call.at, trigger_on=call.today,
            columns={**asdict(draft), "created_at": call.at},
        )  # fmt: skip
        return await answer_created(tx, desk, process, draft, call, key)


async def publication_facts(step: Step[Publication, Any]) -> PublicationFacts:
    """Look again at the demand, which may have been objected to, and at the words, which may have been revised."""
    one = step.subject
    demand = await load_subject(step.tx, step.desk.processes[DEMAND.name], one.demand_id, lock=False)
    quoted = await quotes_the_report(step.tx, step.desk, one.demand_id, f"{one.request}\n{one.answer}")
    return PublicationFacts(is_answered=demand is not None and demand.state in ANSWERED, is_quoted=quoted)


async def revise_publication(step: Step[Publication, RevisePublication]) -> Changes:
    """Keep other words. Rule: PB-1."""
    words = step.command.model_dump(include={"request", "answer"}, exclude_none=True)
    return Changes(columns=words)


async def publish_answer(step: Step[Publication, Command]) -> Changes:
    """Put the text on the board, with how the answer was rated. Rule: PB-2."""
    rated = await satisfaction_of(step.tx, step.subject.demand_id)
    put_up(step.tx, step.subject, on=step.today, satisfaction=rated)
    return Changes(columns={"published_on": step.today})


async def withdraw_publication(step: Step[Publication, Command]) -> Changes:
    """Take the text off the board. Rule: PB-4."""
    await take_down(step.tx, step.subject.id)
    return Changes()


async def view_publication(_: Reader, desk: Desk, one: Publication, viewer: Viewer) -> dict[str, Any]:
    """Return a text's own fields."""
    names = ("demand_id", "field", "region", "request", "answer", "published_on")
    return {name: getattr(one, name) for name in names}
