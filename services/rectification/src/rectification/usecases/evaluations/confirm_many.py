"""Confirm the evaluations of a whole round in one job: for each of them, the caller does their own part of it.

The office proposes, the head of the inspection office signs, the leading group signs with its minutes; the last
signature freezes the result. Guards, levels and minutes are those of a single confirmation, for each evaluation by
itself: one that is refused stays as it is and says why.

Rule: chapter 8, points 6 to 8.
"""

from __future__ import annotations

from typing import Annotated, Self
from uuid import UUID

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from rectification.domain.evaluation_lifecycle import EVALUATION
from rectification.domain.evaluation_lifecycle import EvaluationAction as A
from rectification.domain.evaluation_lifecycle import EvaluationState as S
from rectification.store.comparison import evaluations_of_round
from shared.db import Transaction
from shared.http import idempotency
from shared.http.answers import Answer
from shared.http.models import Input, Text
from shared.http.problems import Problem
from shared.jobs.each import for_each
from shared.jobs.job import Job
from shared.jobs.show import accepted
from shared.jobs.store import enqueue
from shared.process.bodies import Command
from shared.process.desk import Call, Desk
from shared.process.find import seen_by
from shared.process.load import load_for
from shared.process.perform import perform_in
from shared.process.sign import sign_in
from shared.process.sign_bodies import MeetingRecord, SignBody
from shared.signoff.store import waiting_for

KIND = "confirm_evaluations"
MOST = 500
_AFTER = frozenset({S.CONFIRMED, S.APPLIED})


class ConfirmEvaluations(Input):
    """批量审定 · which evaluations; opinion and minutes are what a leader signs each with."""

    round_id: Annotated[UUID | None, Field(description="巡察轮次：本轮全部评估 · every one of the round")] = (
        None
    )
    evaluation_ids: Annotated[
        tuple[UUID, ...], Field(max_length=MOST, description="或者逐一列出 · or these")
    ] = ()
    opinion: Annotated[str, Text(0, 5000), Field(description="签批意见 · opinion of who signs")] = ""
    meeting: Annotated[
        MeetingRecord | None, Field(description="集体研究记录 · minutes, where they are needed")
    ] = None

    @model_validator(mode="after")
    def _one_way(self) -> Self:
        if (self.round_id is None) == (not self.evaluation_ids):
            raise PydanticCustomError("one_of_two", "either a round or evaluations")
        return self


async def ask_to_confirm(desk: Desk, body: ConfirmEvaluations, call: Call) -> Answer:
    """Leave it to the worker; each evaluation is told about in the job's result.

    Raises: Problem `forbidden`, `nothing_to_confirm`, `too_many_at_once`.
    """
    key = idempotency.key_of(call, body)
    process = desk.processes[EVALUATION.name]
    seen = seen_by(desk, process, call, "confirm_many")
    async with desk.db.transaction(call.actor.scope(call.at)) as tx:
        if replay := await idempotency.claim(tx, key, call.at):
            return replay
        ids = list(dict.fromkeys(body.evaluation_ids))
        if body.round_id is not None:
            ids = await evaluations_of_round(tx, seen.condition, seen.values, body.round_id, S.OPINION_HEARD)
        if not ids:
            raise Problem("nothing_to_confirm")
        if len(ids) > MOST:
            raise Problem("too_many_at_once", limit=MOST)
        said = SignBody(opinion=body.opinion, meeting=body.meeting).model_dump_json().encode()
        args = {"evaluations": [str(one) for one in ids]}
        answer = accepted(desk, enqueue(tx, desk, call, KIND, args=args, payload=said, total=len(ids)))
        idempotency.keep(tx, key, answer, call.at)
    return answer


async def confirm_evaluations(job: Job) -> None:
    """Do the caller's part for each evaluation, in a step of its own."""
    body = SignBody.model_validate_json(job.payload)

    async def do(tx: Transaction, identity: UUID) -> str:
        return await _confirm(tx, job.desk, identity, body, job.call)

    await for_each(job, [UUID(one) for one in job.args["evaluations"]], do)


async def _confirm(tx: Transaction, desk: Desk, identity: UUID, body: SignBody, call: Call) -> str:
    """Propose, or sign, and say what came of it; who did their part before is told that it waits for others.

    Raises: Problem with the code of what refuses.
    """
    sign_off = await waiting_for(tx, identity)
    if sign_off is None:
        return await _propose(tx, desk, identity, call)
    try:
        signed = await sign_in(tx, desk, sign_off, "approve", body, call)
    except Problem as refused:
        if refused.code in ("own_proposal", "already_signed"):
            return "waits_for_others"
        if refused.code == "not_found":  # a leader who reads the evaluation, but signs at none of its levels
            raise Problem("forbidden") from refused
        raise
    return "confirmed" if signed["state"] == "approved" else "signed"


async def _propose(tx: Transaction, desk: Desk, identity: UUID, call: Call) -> str:
    process = desk.processes[EVALUATION.name]
    permission = process.permission("confirm_many")
    evaluation, _ = await load_for(tx, desk, process, identity, call, permission, lock=True)
    if evaluation.state in _AFTER:
        return "already_confirmed"
    await perform_in(tx, desk, process, identity, A.CONFIRM, Command(), call)
    return "proposed"
