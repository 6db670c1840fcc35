"""C1: a clue that did not come through intake goes into the central ledger, filed by whoever found it."""

from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import Field

from casework.clients.intake import Subject
from casework.domain.clue import Clue, ClueSource
from casework.domain.clue_lifecycle import CLUE
from casework.domain.regime import regime_on
from casework.usecases.clues.bodies import ClueMatter
from casework.usecases.clues.registering import file_clue, known_of, places
from casework.usecases.recusals.screening import About, look_into
from shared.db import Transaction
from shared.directory.officers import unavailable
from shared.http import idempotency
from shared.http.answers import Answer
from shared.http.problems import FieldError, Problem, invalid_input
from shared.ids import uuid7
from shared.lifecycle import Refused
from shared.process.bodies import Code
from shared.process.codes import CodedFields
from shared.process.describe import describe
from shared.process.desk import Call, Desk

CODES = CodedFields(
    lists={"field": "livelihood_field", "problem_types": "problem_type"},
    organisations={
        "region": frozenset(
            {"district_commission", "town_commission", "dispatched_work_committee", "village_community"}
        )
    },
)


class RegisterClue(ClueMatter):
    """登记线索 · source, facts, subjects, and what is known besides."""

    source: Annotated[ClueSource, Field(description="来源 · source")]
    received_on: Annotated[date | None, Field(description="收到日期，默认当日 · day of receipt")] = None
    region: Annotated[Code | None, Field(description="所属区（市）· region")] = None
    field: Annotated[Code | None, Field(description="领域 · field")] = None
    problem_types: Annotated[list[Code], Field(max_length=10, description="问题类型 · problem types")] = []


async def register_clue(desk: Desk, body: RegisterClue, call: Call) -> Answer:
    """Put a clue into the ledger of the organ's case management office, and return it.

    An office files what it found itself: it sees the clue until it is allocated. What is about our own staff goes to
    the office that supervises them, and of the finder's office only the finder sees it so far. Officers of the name of
    somebody the clue is about never see it.

    Raises: Problem `forbidden`, `invalid_input`, `organisation_unknown`, `recusal_check_unavailable`.
    Rule: C1, 1.6, 18.5, SoD-5; T29.
    """
    key = idempotency.key_of(call, body)
    own = call.actor.organisation
    if not desk.permissions.over(call.actor, "clue:create", own, call.at):
        raise Problem("forbidden")
    if body.received_on is not None and body.received_on > call.today:
        raise invalid_input(FieldError("/received_on", "body", "day_in_future"))
    await CODES.check(desk, body.model_dump(include=CODES.fields))
    about = await _look_into(desk, body)
    async with desk.db.transaction(call.actor.scope(call.at)) as tx:
        if replay := await idempotency.claim(tx, key, call.at):
            return replay
        clue = _clue(body, call, *await _places(tx, desk, body, own))
        clue = await file_clue(tx, desk, clue, body, [], actor=call.actor, at=call.at, about=about)
        await tx.flush()
        shown = await describe(tx, desk, desk.processes[CLUE.name], clue, call)
        answer = Answer(201, shown, etag=clue.version, location=f"/casework/v1/clues/{clue.id}")
        idempotency.keep(tx, key, answer, call.at)
    return answer


async def _look_into(desk: Desk, body: RegisterClue) -> About:
    subjects = [Subject(**one.model_dump()) for one in body.subjects]
    about = await look_into(desk, subjects=subjects, units=body.subject_organisations, facts=body.facts)
    if about is None:
        raise unavailable("identity")
    return about


async def _places(tx: Transaction, desk: Desk, body: RegisterClue, own: str) -> tuple[str, str | None]:
    try:
        return await places(tx, desk, own, body.to)
    except Refused as refused:
        raise Problem("organisation_unknown", code=body.to) from refused


def _clue(body: RegisterClue, call: Call, ledger: str, office_path: str | None) -> Clue:
    received_on = body.received_on or call.today
    identity: UUID = uuid7()
    return Clue(
        id=identity,
        number=None,
        state=CLUE.initial.value,
        version=1,
        holder_path=ledger,
        secrecy="work_secret",
        received_on=received_on,
        legal_regime=regime_on(received_on),
        is_named=False,
        problem_types=tuple(body.problem_types),
        source=body.source,
        region=body.region,
        field=body.field,
        office_path=office_path,
        **known_of(body),
    )
