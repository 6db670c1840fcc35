"""F7, G9: a system made or revised is registered with its text, and what problem it answers."""

from __future__ import annotations

from typing import Annotated, Any, Self
from uuid import UUID

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from rectification.domain.item_lifecycle import ITEM
from rectification.domain.organization_lifecycle import INSPECTED, SUPERVISING
from rectification.domain.recommendation import SystemBuilt
from rectification.domain.recommendation_lifecycle import RECOMMENDATION
from rectification.domain.system_built_lifecycle import CONFIRMING, SYSTEM_BUILT, SystemKind
from rectification.store.papers import PAPERS
from rectification.usecases.creating import begin, bring, fresh, numbered
from rectification.usecases.writing import write
from shared.db import Transaction
from shared.http.answers import Answer
from shared.http.models import Day, Input, Line, Text
from shared.needtoknow.store import grant, grantees_of
from shared.process.bodies import Command
from shared.process.desk import Call, Desk
from shared.process.load import load_for
from shared.process.process import Changes, Process, Step


class RegisterSystem(Input):
    """登记建立完善制度 · its title, kind, text, the day it takes effect, and the item or recommendation it answers."""

    title: Annotated[str, Line(2, 200), Field(description="制度名称 · title")]
    kind: Annotated[SystemKind, Field(description="新建或修订 · made or revised")]
    text: Annotated[str, Text(10, 100000), Field(description="制度文本 · text")]
    effective_on: Annotated[Day, Field(description="生效日期 · day it takes effect")]
    item_id: Annotated[UUID | None, Field(description="对应整改事项 · the item it answers")] = None
    recommendation_id: Annotated[
        UUID | None, Field(description="对应建议 · the recommendation it answers")
    ] = None

    @model_validator(mode="after")
    def _answers_one(self) -> Self:
        if (self.item_id is None) == (self.recommendation_id is None):
            raise PydanticCustomError("answers_not_one", "an item or a recommendation")
        return self


class AmendSystem(Command):
    """补正制度 · the text as it now reads."""

    text: Annotated[str, Text(10, 100000), Field(description="制度文本 · text")]
    effective_on: Annotated[Day | None, Field(description="生效日期 · day it takes effect")] = None


async def register_system(desk: Desk, body: RegisterSystem, call: Call) -> Answer:
    """Register a system of the caller's organisation; whoever supervises what it answers confirms it.

    Raises: Problem `not_found`, `forbidden`.
    Rule: F7, G9.
    """
    process: Process[Any] = desk.processes[SYSTEM_BUILT.name]

    async def make(tx: Transaction) -> SystemBuilt:
        answered, confirming = await _answered(tx, desk, body, call)
        holder = answered.pop("holder_path")
        number = await numbered(tx, holder, "system", call.today.year)
        built = SystemBuilt(
            **fresh(process, holder, number),
            **answered,
            **body.model_dump(include={"title", "kind", "effective_on"}),
        )
        grant(tx, built.id, built.organisation_path, INSPECTED, by=call.actor.id, since=call.at)
        for path in confirming:
            grant(tx, built.id, path, CONFIRMING, by=call.actor.id, since=call.at)
        await begin(tx, desk, process, built, actor=call.actor, today=call.today, rule="G9")
        await PAPERS.add(
            tx,
            desk.seals,
            (process.name, built.id),
            "text",
            {"text": body.text},
            by=call.actor.id,
            at=call.at,
        )
        return built

    return await bring(desk, process, body, call, make)


async def amend_system(step: Step[SystemBuilt, AmendSystem]) -> Changes:
    """Keep the next version of the text. Rule: G9."""
    await write(step, "system_built", "text", {"text": step.command.text})
    return Changes(columns={"effective_on": step.command.effective_on or step.subject.effective_on})


async def _answered(
    tx: Transaction, desk: Desk, body: RegisterSystem, call: Call
) -> tuple[dict[str, Any], tuple[str, ...]]:
    """Return what the system has from what it answers, and who confirms it."""
    if body.recommendation_id is not None:
        one, _ = await load_for(
            tx, desk, desk.processes[RECOMMENDATION.name], body.recommendation_id, call,
            "recommendation:register_system", lock=False,
        )  # fmt: skip
        origin = {"case_id": one.origin_id} if one.origin_type == "case" else {}
        found = {
            "organisation_path": one.addressee_path,
            "recommendation_id": one.id,
            "holder_path": one.holder_path,
        }
        return {**found, **origin}, (one.holder_path,)
    item, _ = await load_for(
        tx, desk, desk.processes[ITEM.name], body.item_id or UUID(int=0), call, "rectification_item:register_system",
        lock=False,
    )  # fmt: skip
    known = await grantees_of(tx, item.id)
    confirming = tuple(one.grantee for one in known if one.capacity == SUPERVISING and one.is_live(call.at))
    names = (
        "organisation_path",
        "inspected_organization_id",
        "finding_id",
        "recommendation_id",
        "holder_path",
    )
    return {**{name: getattr(item, name) for name in names}, "item_id": item.id}, confirming
