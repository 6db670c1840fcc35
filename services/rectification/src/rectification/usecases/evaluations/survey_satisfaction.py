"""Chapter 8: staff and public are asked blind, each token once; nobody can tell who answered what.

The office hands the tokens out on paper or by a list of its own; the service keeps their digests alone, and forgets
each when it is used.

Rule: 18.7, D1 and D2; T47.
"""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from pydantic import Field

from rectification.domain.evaluation_lifecycle import EVALUATION
from rectification.domain.evaluation_lifecycle import EvaluationState as S
from rectification.domain.survey import SurveyKind, new_token, share_satisfied, token_digest
from rectification.store import surveys
from rectification.store.tables import SurveyRow, SurveyTokenRow
from shared.audit.record import audit
from shared.db import Scope
from shared.http import idempotency
from shared.http.answers import Answer
from shared.http.models import Input, Line, Output
from shared.http.problems import Problem
from shared.ids import uuid7
from shared.process.desk import Call, Desk
from shared.process.load import load_for

_OPEN = frozenset({S.TEAM_FORMED, S.SELF_ASSESSMENT, S.SCORING})
_WORKER = Scope("worker")
"""An answer comes from nobody in particular: the service looks the token up by itself."""


class OpenSurvey(Input):
    """发起满意度测评 · whom to ask, and how many tokens to issue."""

    evaluation_id: Annotated[UUID, Field(description="整改成效评估 · the evaluation")]
    kind: Annotated[SurveyKind, Field(description="干部职工或者群众 · staff or public")]
    tokens: Annotated[int, Field(ge=5, le=2000, description="一次性测评码数量 · how many tokens")]


class AnswerSurvey(Input):
    """匿名作答 · the token, and how satisfied from 1 to 5."""

    token: Annotated[str, Line(10, 100), Field(description="一次性测评码 · token")]
    score: Annotated[int, Field(ge=1, le=5, description="满意程度，1 至 5 · from 1 to 5")]


class SurveyOut(Output):
    """A survey; the tokens are shown once, when it is opened. No share under five answers."""

    id: UUID
    evaluation_id: UUID
    kind: str
    issued: int
    answers: int
    satisfied_share: float | None
    tokens: list[str]


class AnsweredOut(Output):
    """That an answer was counted, and nothing else."""

    counted: bool


async def open_survey(desk: Desk, body: OpenSurvey, call: Call) -> Answer:
    """Issue a batch of tokens; a repeated request is answered without them.

    Raises: Problem `not_found`, `forbidden`, `survey_closed`, `survey_already_open`.
    """
    process = desk.processes[EVALUATION.name]
    key = idempotency.key_of(call, body)
    async with desk.db.transaction(call.actor.scope(call.at)) as tx:
        if replay := await idempotency.claim(tx, key, call.at):
            return replay
        permission = process.permission("open_survey")
        evaluation, _ = await load_for(tx, desk, process, body.evaluation_id, call, permission, lock=True)
        if evaluation.state not in _OPEN:
            raise Problem("survey_closed")
        if await surveys.is_surveyed(tx, evaluation.id, body.kind):
            raise Problem("survey_already_open")
        identity, tokens = uuid7(), [new_token() for _ in range(body.tokens)]
        tx.add(
            SurveyRow, id=identity, evaluation_id=evaluation.id, kind=body.kind.value, issued=body.tokens,
            opened_on=call.today, opened_by=call.actor.id,
        )  # fmt: skip
        await tx.flush()  # tokens refer to it
        for token in sorted(tokens, key=token_digest):
            tx.add(SurveyTokenRow, sha256=token_digest(token), survey_id=identity)
        audit(
            tx, call.actor, call.at, action=permission, object_type=process.name, object_id=evaluation.id,
            details={"kind": body.kind.value, "tokens": body.tokens}, request_id=call.request_id,
        )  # fmt: skip
        shown = {
            "id": str(identity), "evaluation_id": str(evaluation.id), "kind": body.kind.value, "issued": body.tokens,
            "answers": 0, "satisfied_share": None,
        }  # fmt: skip
        idempotency.keep(tx, key, Answer(201, {**shown, "tokens": []}), call.at)
    return Answer(201, {**shown, "tokens": tokens})


async def answer_survey(desk: Desk, body: AnswerSurvey, call: Call) -> Answer:
    """Count an answer and forget its token. Unknown and used tokens are told the same; nothing is logged.

    Raises: Problem `token_unknown`, `survey_closed`.
    """
    async with desk.db.transaction(_WORKER) as tx:
        found = await surveys.use_token(tx, token_digest(body.token))
        if found is None:
            raise Problem("token_unknown")
        if found["state"] not in _OPEN:
            raise Problem("survey_closed")
        surveys.add_answer(tx, found["id"], body.score, call.today)
    return Answer(200, {"counted": True})


async def show_survey(desk: Desk, survey_id: UUID, call: Call) -> Answer:
    """Return how many answered, and from five answers on how many were satisfied.

    Raises: Problem `not_found`, `forbidden`.
    """
    process = desk.processes[EVALUATION.name]
    async with desk.db.reader(call.actor.scope(call.at)) as reader:
        row = await surveys.survey(reader, survey_id)
        if row is None:
            raise Problem("not_found")
        await load_for(
            reader, desk, process, row["evaluation_id"], call, process.permission("read_marks"), lock=False
        )
        answers, satisfied = await surveys.counts(reader, survey_id)
    shown = {name: row[name] for name in ("id", "evaluation_id", "kind", "issued")}
    return Answer(
        200,
        {**shown, "answers": answers, "satisfied_share": share_satisfied(satisfied, answers), "tokens": []},
    )
