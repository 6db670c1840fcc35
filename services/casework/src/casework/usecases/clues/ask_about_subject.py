"""Does anybody hold something on this subject? Yes, contact the owner, or no: never what, and never unrecorded."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from typing import Annotated, Any, NamedTuple
from uuid import UUID

import msgspec
from pydantic import Field

from casework.domain.clue import Clue
from casework.domain.clue_inquiry import InquiryAnswer, InquiryPurpose
from casework.domain.likeness import PERSONAL, Same, terms_of
from casework.store.clues.clues import visible_clues
from casework.store.clues.inquiries import asked_since, holders_of
from casework.store.tables.ledger import ClueInquiryRow
from casework.store.terms import keyed_by, sharing, terms_of_clue
from casework.usecases.offices import is_kept_apart, ledger_of
from shared.audit.record import audit
from shared.auth.rls import past_sight
from shared.db import Scope, Transaction
from shared.directory.paths import code_of
from shared.http import idempotency
from shared.http.answers import Answer
from shared.http.models import Input, Instant, Line, Output
from shared.http.problems import Problem
from shared.ids import uuid7
from shared.process.desk import Call, Desk

WITHIN = timedelta(hours=24)
_encode = msgspec.json.Encoder().encode


class AskAboutSubject(Input):
    """查询有无线索 · about whom, and what for."""

    name: Annotated[str, Line(2, 100), Field(description="姓名 · name", examples=["（化名）张某"])]
    organisation: Annotated[
        str, Line(0, 200), Field(description="单位，填写后须同时相符 · unit; both must fit")
    ] = ""
    purpose: Annotated[InquiryPurpose, Field(description="查询目的 · purpose")]


class ClueInquiryOut(Output):
    """The answer; `contacts` are offices to ask, named only when the answer is to contact the owner."""

    id: str
    answer: str
    contacts: list[str]
    asked_at: Instant


class _Found(NamedTuple):
    answer: InquiryAnswer
    contacts: list[str]


async def ask_about_subject(desk: Desk, body: AskAboutSubject, call: Call) -> Answer:
    """Answer a question about open clues of every organ, record it, and count it against the officer's limit.

    Raises: Problem `forbidden`, `rate_limited`.
    Rule: C2, C-8, SoD-5; peers 11; T29.
    """
    key = idempotency.key_of(call, body)
    permission = "clue_inquiry:create"
    if not desk.permissions.over(call.actor, permission, call.actor.organisation, call.at):
        raise Problem("forbidden")
    terms = terms_of(keyed_by(desk.seals), subjects=[(body.name, body.organisation)])
    wanted = Same.PERSON_AT_UNIT if body.organisation else Same.PERSON
    asked = [one.value for one in terms if one.kind is wanted and one.kind in PERSONAL]
    # As the worker: the answer is about clues of every organ, and says nothing of them but who keeps them.
    async with desk.db.transaction(Scope("worker", at=call.at)) as tx:
        if replay := await idempotency.claim(tx, key, call.at):
            return replay
        await _within_limit(tx, desk, call)
        found = await _answer(tx, desk, asked, call)
        question = {"name": body.name, "organisation": body.organisation}
        answer = Answer(201, await _recorded(tx, desk, question, body.purpose, found, call))
        idempotency.keep(tx, key, answer, call.at)
    return answer


async def ask_about_clue(tx: Transaction, desk: Desk, clue: Clue, call: Call) -> dict[str, Any]:
    """Ask, in the caller's open transaction, whether others hold something on the persons a clue is about.

    What the caller may read is no question; recorded and counted like any other.

    Raises: Problem `rate_limited`.
    """
    async with past_sight(tx):
        await _within_limit(tx, desk, call)
        terms = [term for kind, term in await terms_of_clue(tx, clue.id) if kind in PERSONAL]
        held = await _held(tx, terms, call)
        seen = {clue.id, *await visible_clues(tx, desk.permissions, call, list(held))}
        found = await _elsewhere(tx, desk, [path for one, path in held.items() if one not in seen])
        question = {"clue": clue.number or str(clue.id)}
        await _recorded(tx, desk, question, InquiryPurpose.ASSESSMENT, found, call)
    return found._asdict()


async def _within_limit(tx: Transaction, desk: Desk, call: Call) -> None:
    if await asked_since(tx, call.actor.id, call.at - WITHIN) >= desk.settings.inquiries_a_day:
        raise Problem("rate_limited", headers={"Retry-After": str(int(WITHIN.total_seconds()))})


async def _answer(tx: Transaction, desk: Desk, asked: list[int], call: Call) -> _Found:
    held = await _held(tx, asked, call)
    if held and await visible_clues(tx, desk.permissions, call, list(held)):
        return _Found(InquiryAnswer.YES, [])
    return await _elsewhere(tx, desk, held.values())


async def _held(tx: Transaction, asked: list[int], call: Call) -> dict[UUID, str]:
    ids = sorted({clue_id for clue_id, _, _ in await sharing(tx, asked, is_open=True)})
    return await holders_of(tx, ids, call.actor.id, call.at) if ids else {}


async def _elsewhere(tx: Transaction, desk: Desk, holders: Iterable[str]) -> _Found:
    told = [path for path in sorted(set(holders)) if not await is_kept_apart(tx, path)]
    if not told:  # that there is something about own staff is itself not told
        return _Found(InquiryAnswer.NO, [])
    keepers = {await ledger_of(tx, path, desk.settings.ledger_path) for path in told}
    return _Found(InquiryAnswer.CONTACT_OWNER, sorted(code_of(path) for path in keepers))


async def _recorded(
    tx: Transaction, desk: Desk, question: dict[str, str], purpose: InquiryPurpose, found: _Found, call: Call
) -> ClueInquiryOut:
    """Queue the question under the case management office that watches over the asker's questions."""
    identity, actor = uuid7(), call.actor
    tx.add(
        ClueInquiryRow,
        id=identity,
        holder_path=await ledger_of(tx, actor.organisation, desk.settings.ledger_path),
        secrecy="work_secret",
        officer_id=actor.id,
        organisation_path=actor.organisation,
        purpose=purpose.value,
        question=desk.seals.seal(_encode(question), "clue_inquiries", identity, "question"),
        answer=found.answer.value,
        asked_at=call.at,
    )
    audit(
        tx, actor, call.at, action="clue_inquiry:create", object_type="clue_inquiry", object_id=identity, rule="C2",
        purpose=purpose.value, request_id=call.request_id, details={"answer": found.answer.value},
    )  # fmt: skip
    return ClueInquiryOut(
        id=str(identity), answer=found.answer.value, contacts=found.contacts, asked_at=call.at
    )
