"""E7: a member logs what a joint task brought, once, with the organisation that reports it and those that helped."""

from __future__ import annotations

from typing import Annotated, Any, Self
from uuid import UUID, uuid5

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from casework.clients.rectification import RectificationClient
from casework.domain.linkage.capacities import Part
from casework.domain.linkage.linkage_task import LinkageTask
from casework.domain.linkage.linkage_task_lifecycle import LINKAGE_TASK
from casework.domain.linkage.results import Result, ResultKind
from casework.store.linkage.participants import participants_of
from casework.store.linkage.results import add_result, fingerprints, is_logged
from casework.usecases.linkage.creating import WORKED, open_task
from casework.usecases.linkage.result_views import ResultOut
from shared.audit.record import audit
from shared.db import Reader
from shared.directory.paths import code_of
from shared.feed.emit import emit
from shared.http import idempotency
from shared.http.answers import Answer
from shared.http.client import Rejected, Unavailable
from shared.http.models import Day, Input, Text
from shared.http.problems import FieldError, Problem, invalid_input
from shared.ids import uuid7
from shared.process.bodies import Code
from shared.process.desk import Call, Desk


class RecommendationIn(Input):
    """建议书 · what is drafted in rectification."""

    kind: Annotated[Code, Field(description="纪律检查建议或者监察建议 · kind")]
    addressee: Annotated[Code, Field(description="受文单位 · addressee")]
    facts: Annotated[str, Text(4, 5000), Field(description="事实 · facts")]
    problems: Annotated[str, Text(2, 5000), Field(description="存在问题 · problems")]
    advice: Annotated[str, Text(2, 5000), Field(description="建议内容 · advice")]
    reply_by: Annotated[Day, Field(description="回复日期 · reply by")]


class LogResult(Input):
    """登记成果 · what it is, who reports it, who helped. Amounts in yuan cents."""

    kind: Annotated[ResultKind, Field(description="成果类别 · kind")]
    what: Annotated[
        str,
        Text(2, 2000),
        Field(description="成果内容：人员、问题或者事项 · the person, problem or thing itself"),
    ]
    credit_owner: Annotated[Code, Field(description="计入单位 · the organisation that reports it")]
    contributors: Annotated[list[Code], Field(max_length=30, description="协助单位 · those that helped")] = []
    counted_on: Annotated[Day | None, Field(description="统计日期，默认当日 · day it is counted")] = None
    amount: Annotated[int, Field(ge=0, le=10**15, description="金额（分）· yuan cents")] = 0
    code: Annotated[Code | None, Field(description="处理方式代码 · code of the measure or sanction")] = None
    recommendation: RecommendationIn | None = None

    @model_validator(mode="after")
    def _fits_its_kind(self) -> Self:
        if (self.kind is ResultKind.MONEY_RECOVERED) != (self.amount > 0):
            raise PydanticCustomError("amount_of_money_only", "money, and only money, has an amount")
        if (self.kind is ResultKind.RECOMMENDATION) != (self.recommendation is not None):
            raise PydanticCustomError("recommendation_missing", "a recommendation, and only that, is drafted")
        if self.credit_owner in self.contributors or len(set(self.contributors)) != len(self.contributors):
            raise PydanticCustomError("credited_twice", "an organisation is named once")
        return self


async def log_result(desk: Desk, task_id: UUID, body: LogResult, call: Call) -> Answer:
    """Log a result; a recommendation is drafted in rectification first, under a key that makes a repeat harmless.

    Raises: Problem `not_found`, `forbidden`, `task_not_open`, `invalid_input`, `not_a_party`,
    `result_already_logged`, `recommendation_unavailable`, `recommendation_refused`.
    Rule: E7, J-3.
    """
    key = idempotency.key_of(call, body)
    if body.counted_on is not None and body.counted_on > call.today:
        raise invalid_input(FieldError("/counted_on", "body", "day_in_future"))
    marks = fingerprints(desk.seals, task_id, body.kind.value, body.what)
    async with desk.db.reader(call.actor.scope(call.at)) as reader:
        task = await open_task(reader, desk, task_id, call, "log_result", WORKED)
        paths = await _parties(reader, task, [body.credit_owner, *body.contributors])
    recommendation_id = await _draft(desk, task, body, call) if body.recommendation else None
    async with desk.db.transaction(call.actor.scope(call.at)) as tx:
        if replay := await idempotency.claim(tx, key, call.at):
            return replay
        await open_task(tx, desk, task_id, call, "log_result", WORKED)
        if await is_logged(tx, task_id, body.kind.value, marks):
            raise Problem("result_already_logged")
        result = Result(uuid7(), body.kind.value, paths[0], tuple(paths[1:]), body.amount)
        counted_on = body.counted_on or call.today
        added = await add_result(
            tx, desk.seals, task_id, result, {"what": body.what}, mark=marks[0], by=call.actor.id, at=call.at,
            counted_on=counted_on, code=body.code, recommendation_id=recommendation_id,
        )  # fmt: skip
        if not added:
            raise Problem("result_already_logged")
        _tell(tx, desk, task_id, result, call)
        answer = Answer(201, _shown(result, body, call, recommendation_id))
        idempotency.keep(tx, key, answer, call.at)
    return answer


async def _parties(reader: Reader, task: LinkageTask, codes: list[str]) -> list[str]:
    """Return the paths of parties of the task. Raises: Problem `not_a_party`."""
    found = await participants_of(reader, task.id)
    paths = {
        code_of(one.organisation_path): one.organisation_path for one in found if one.part != Part.CONSULTANT
    }
    if any(code not in paths for code in codes):
        raise Problem("not_a_party")
    return [paths[code] for code in codes]


async def _draft(desk: Desk, task: LinkageTask, body: LogResult, call: Call) -> UUID:
    rectification: RectificationClient = desk.clients["rectification"]
    drafted = body.recommendation
    if drafted is None:
        raise ValueError("nothing to draft")
    wanted = {**drafted.model_dump(mode="json"), "origin": {"linkage_task_id": str(task.id)}}
    key = str(uuid5(task.id, f"{call.actor.id} {call.idempotency_key}"))
    try:
        return await rectification.draft_recommendation(wanted, call.actor, key)
    except Unavailable as error:
        raise Problem("recommendation_unavailable", service=error.service) from error
    except Rejected as error:
        raise Problem("recommendation_refused", reason=error.code) from error


def _tell(tx: Any, desk: Desk, task_id: UUID, result: Result, call: Call) -> None:
    audit(
        tx, call.actor, call.at, action="linkage_task:log_result", object_type=LINKAGE_TASK.name, object_id=task_id,
        rule="E7", request_id=call.request_id, details={"result": str(result.id), "kind": result.kind},
    )  # fmt: skip
    told = {
        "result_id": str(result.id),
        "kind": result.kind,
        "credit_owner": result.credit_owner,
        "contributors": list(result.contributors),
        "amount": result.amount,
    }
    emit(tx, desk.service, "linkage_task.result_logged", task_id, told, call.at)


def _shown(result: Result, body: LogResult, call: Call, recommendation_id: UUID | None) -> ResultOut:
    return ResultOut(
        id=result.id,
        kind=result.kind,
        what=body.what,
        credit_owner=body.credit_owner,
        contributors=body.contributors,
        counted_on=body.counted_on or call.today,
        amount=result.amount,
        code=body.code,
        recommendation_id=recommendation_id,
        followed_up_on=None,
        withdrawn_on=None,
        logged_by=call.actor.id,
        logged_at=call.at,
    )
