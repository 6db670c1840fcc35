"""Chapter 10: an office drafts a recommendation, by itself or out of a case, a linkage task, a clue or a finding."""

from __future__ import annotations

from typing import Annotated, Any, Self
from uuid import UUID

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from rectification.domain.recommendation import (
    ADDRESSEE_KINDS,
    HOW_TO_OBJECT,
    HOW_TO_REPLY,
    Recommendation,
    RecommendationKind,
)
from rectification.domain.recommendation_lifecycle import CHECKING, RECOMMENDATION
from rectification.domain.regime import regime_on
from rectification.store.organizations import finding
from rectification.store.papers import PAPERS
from rectification.usecases.creating import begin, bring, fresh, organisation
from shared.auth.actor import Actor
from shared.db import Transaction
from shared.directory.paths import organ_of
from shared.directory.store import find_by_kind
from shared.http.answers import Answer
from shared.http.models import Day, Input, Text
from shared.http.problems import Problem
from shared.lifecycle import Refused
from shared.needtoknow.store import grant
from shared.process.bodies import Code
from shared.process.desk import Call, Desk
from shared.process.process import Process

CHECKING_KIND = "case_review_office"


class Origin(Input):
    """What the recommendation comes from: exactly one."""

    case_id: Annotated[UUID | None, Field(description="案件 · case")] = None
    linkage_task_id: Annotated[UUID | None, Field(description="联动事项 · linkage task")] = None
    clue_id: Annotated[UUID | None, Field(description="问题线索 · clue")] = None
    finding_id: Annotated[UUID | None, Field(description="巡察反馈问题 · finding")] = None

    @model_validator(mode="after")
    def _exactly_one(self) -> Self:
        if len(self.model_dump(exclude_none=True)) != 1:
            raise PydanticCustomError("origin_not_one", "exactly one origin")
        return self

    def parts(self) -> tuple[str, UUID]:
        """Return the kind of the origin and its id."""
        ((name, identity),) = self.model_dump(exclude_none=True).items()
        return name.removesuffix("_id"), identity


class Letter(Input):
    """What a letter says besides its origin."""

    facts: Annotated[str, Text(0, 20000), Field(description="查明的事实 · facts")] = ""
    problems: Annotated[str, Text(0, 20000), Field(description="存在问题及原因 · problems and causes")] = ""
    advice: Annotated[str, Text(0, 20000), Field(description="具体建议 · advice")] = ""
    how_to_reply: Annotated[str, Text(0, 1000), Field(description="回复方式 · how to reply")] = HOW_TO_REPLY
    how_to_object: Annotated[str, Text(0, 1000), Field(description="异议途径 · how to object")] = (
        HOW_TO_OBJECT
    )


class DraftRecommendation(Letter):
    """起草建议 · to whom, out of what, and what the letter says."""

    kind: Annotated[RecommendationKind, Field(description="建议类别 · kind")]
    addressee: Annotated[
        Code, Field(description="受文单位代码 · addressee", examples=["party-bureau-housing"])
    ]
    origin: Annotated[Origin, Field(description="起因 · origin")]
    reply_by: Annotated[Day | None, Field(description="回复期限，制发前必须写明 · date of reply")] = None


async def draft_recommendation(desk: Desk, body: DraftRecommendation, call: Call) -> Answer:
    """Draft a recommendation in the caller's office; casework may do so for its officer.

    Raises: Problem `forbidden`, `organisation_unknown`, `addressee_unfit`, `finding_unknown`.
    Rule: chapter 10, SR21 Art 205.
    """
    holder = call.actor.organisation
    if not desk.permissions.over(call.actor, "recommendation:create", holder, call.at):
        raise Problem("forbidden")
    process: Process[Any] = desk.processes[RECOMMENDATION.name]

    async def make(tx: Transaction) -> Recommendation:
        addressee = await organisation(tx, body.addressee)
        if addressee.kind not in ADDRESSEE_KINDS[body.kind]:
            raise Refused("addressee_unfit")
        origin_type, origin_id = body.origin.parts()
        if origin_type == "finding" and await finding(tx, origin_id) is None:
            raise Refused("finding_unknown")
        draft = Recommendation(
            **fresh(process, holder),
            kind=body.kind,
            addressee_path=addressee.path,
            origin_type=origin_type,
            origin_id=origin_id,
            legal_regime=regime_on(call.today),
            reply_by=body.reply_by,
        )
        letter = Letter(**body.model_dump(include=set(Letter.model_fields)))
        return await keep_draft(tx, desk, draft, letter, call.actor)

    return await bring(desk, process, body, call, make)


async def keep_draft(
    tx: Transaction, desk: Desk, draft: Recommendation, letter: Letter, actor: Actor
) -> Recommendation:
    """Begin a draft with its letter, and let the review office know that checks it.

    Raises: Refused `checking_office_missing`.
    """
    process: Process[Any] = desk.processes[RECOMMENDATION.name]
    at = desk.clock.now()
    grant(tx, draft.id, await _checking_office(tx, draft.holder_path), CHECKING, by=actor.id, since=at)
    await begin(
        tx, desk, process, draft, actor=actor, today=desk.clock.today(), rule="10",
        event="recommendation.drafted", event_data=origin_of(draft),
    )  # fmt: skip
    said = {"origin": draft.origin_type, **letter.model_dump()}
    await PAPERS.add(tx, desk.seals, (process.name, draft.id), "letter", said, by=actor.id, at=at)
    return draft


def origin_of(recommendation: Recommendation) -> dict[str, str]:
    """Return the origin as events tell it: its type, and its id under the name the origin's own service uses."""
    kind, identity = recommendation.origin_type, str(recommendation.origin_id)
    return {"kind": recommendation.kind, "origin_type": kind, "origin_id": identity, f"{kind}_id": identity}


async def _checking_office(tx: Transaction, holder: str) -> str:
    """Return the review office of the drafter's organ, or of the nearest organ above that has one."""
    organ = organ_of(holder)
    while True:
        for found in await find_by_kind(tx, CHECKING_KIND, within=organ):
            if organ_of(found.path) == organ:
                return found.path
        if ":" not in organ:
            raise Refused("checking_office_missing")
        organ = organ.rpartition(":")[0]
