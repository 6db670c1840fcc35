"""Chapter 10: a draft is corrected, above all when the review office sent it back."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field

from rectification.domain.item_lifecycle import DONE
from rectification.domain.recommendation import Acceptance, Recommendation, RecommendationKind, missing_parts
from rectification.domain.recommendation_lifecycle import RecommendationAction as A
from rectification.domain.recommendation_lifecycle import RecommendationFacts
from rectification.store.items import state_of
from rectification.store.papers import PAPERS
from rectification.usecases.writing import write
from shared.http.models import Day, Text
from shared.process.bodies import Command
from shared.process.process import Changes, Step

Part = Annotated[str | None, Text(0, 20000)]


class ReviseRecommendation(Command):
    """修改建议 · the parts that are different; what is left out stays."""

    facts: Annotated[Part, Field(description="查明的事实 · facts")] = None
    problems: Annotated[Part, Field(description="存在问题及原因 · problems and causes")] = None
    advice: Annotated[Part, Field(description="具体建议 · advice")] = None
    how_to_reply: Annotated[Part, Field(description="回复方式 · how to reply")] = None
    how_to_object: Annotated[Part, Field(description="异议途径 · how to object")] = None
    reply_by: Annotated[Day | None, Field(description="回复期限 · date of reply")] = None


async def revise_recommendation(step: Step[Recommendation, ReviseRecommendation]) -> Changes:
    """Keep the corrected letter as its next version.

    Rule: chapter 10.
    """
    given = step.command.model_dump(exclude={"opinion", "reply_by"}, exclude_none=True)
    await write(step, "recommendation", "letter", {**await _letter(step), **given})
    return Changes(columns={"reply_by": step.command.reply_by or step.subject.reply_by})


async def recommendation_facts(step: Step[Recommendation, Any]) -> RecommendationFacts:
    """Gather what the guards of a recommendation look at."""
    recommendation = step.subject
    reply_by = getattr(step.command, "reply_by", None) or recommendation.reply_by
    letter = await _letter(step) if step.row.action == A.CHECK_LEGALITY else None
    item = await state_of(step.tx, recommendation.item_id) if step.row.action == A.VERIFY else None
    return RecommendationFacts(
        parts_missing=0 if letter is None else missing_parts(letter),
        has_date=(getattr(step.command, "reply_by", None) if step.row.action == A.SET_NEW_DATE else reply_by)
        is not None,
        date_is_ahead=reply_by is None or reply_by > step.today,
        missed_dates=recommendation.missed_dates,
        has_reply=bool(getattr(step.command, "reply", "")),
        item_is_verified=item in DONE,
        is_refused=recommendation.acceptance == Acceptance.NOT_ACCEPTED,
    )


async def approval_signs(step: Step[Recommendation, Any]) -> tuple[str, ...]:
    """Return S2 for a discipline-inspection recommendation, S3 for a supervisory one. Rule: chapter 10."""
    return ("S3",) if step.subject.kind == RecommendationKind.SUPERVISORY else step.row.signs


async def _letter(step: Step[Recommendation, Any]) -> dict[str, Any]:
    paper = await PAPERS.newest(step.tx, step.desk.seals, step.subject.id, "letter")
    return paper.fields if paper else {}
