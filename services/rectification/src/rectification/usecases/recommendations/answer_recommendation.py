"""Chapter 10: the addressee acknowledges, objects or replies; the office answers an objection."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field

from rectification.domain.recommendation import Acceptance, Recommendation
from rectification.usecases.recommendations.draft_recommendation import origin_of
from rectification.usecases.writing import write
from shared.http.models import Day, Text
from shared.process.bodies import Command
from shared.process.process import Changes, Step


class ObjectToRecommendation(Command):
    """提出异议 · why."""

    reasons: Annotated[str, Text(5, 10000), Field(description="异议理由 · reasons")]


class AnswerObjection(Command):
    """答复异议 · the answer."""

    answer: Annotated[str, Text(5, 10000), Field(description="异议答复 · the answer")]


class ReplyToRecommendation(Command):
    """书面回复 · what is taken up, and the measures."""

    acceptance: Annotated[Acceptance, Field(description="采纳情况 · acceptance")]
    reply: Annotated[str, Text(0, 20000), Field(description="回复内容和整改措施 · reply and measures")] = ""


class ReturnReply(Command):
    """退回回复 · what the reply lacks, and by when a better one is due."""

    reasons: Annotated[str, Text(5, 10000), Field(description="退回理由 · what it lacks")]
    reply_by: Annotated[Day, Field(description="重新回复期限 · new date")]


class VerifyRecommendation(Command):
    """核实 · what was found."""

    result: Annotated[str, Text(2, 10000), Field(description="核实情况 · what was found")]


async def acknowledge(step: Step[Recommendation, Command]) -> Changes:
    """Start the time for correction, charged to the addressee. Rule: chapter 10, P-10."""
    return Changes(clock_holder=step.subject.addressee_path)


async def object_to_recommendation(step: Step[Recommendation, ObjectToRecommendation]) -> Changes:
    """Keep the objection; the date of the letter runs on. Rule: chapter 10."""
    await write(step, "recommendation", "objection")
    return Changes()


async def answer_objection(step: Step[Recommendation, AnswerObjection]) -> Changes:
    """Keep the answer. Rule: chapter 10."""
    await write(step, "recommendation", "objection_answer")
    return Changes()


async def reply_to_recommendation(step: Step[Recommendation, ReplyToRecommendation]) -> Changes:
    """Keep the reply. Rule: chapter 10, DL-31."""
    await write(step, "recommendation", "reply")
    command = step.command
    return Changes(
        columns={"acceptance": command.acceptance, "replied_on": step.today},
        event={**origin_of(step.subject), "acceptance": command.acceptance},
    )


async def return_reply(step: Step[Recommendation, ReturnReply]) -> Changes:
    """Ask for a better reply by a date; the earlier one stays on record, and the correction's time runs on.

    Rule: chapter 10, DL-31.
    """
    await write(step, "recommendation", "reply_return")
    reply_by = step.command.reply_by
    return Changes(
        columns={"reply_by": reply_by, "acceptance": None, "replied_on": None},
        event=origin_of(step.subject),
        clock_holder=step.subject.addressee_path,
        written={"DL-31": reply_by},
    )


async def verify_recommendation(step: Step[Recommendation, VerifyRecommendation]) -> Changes:
    """Keep what was found; the item must have been verified before. Rule: chapter 10."""
    await write(step, "recommendation", "verification")
    return Changes(event=origin_of(step.subject))


async def close_recommendation(step: Step[Recommendation, Any]) -> Changes:
    """Tell whoever it came from that the follow-up is done. Rule: chapter 10, J-4."""
    return Changes(
        columns={"closed_on": step.today},
        event={**origin_of(step.subject), "closed_on": step.today.isoformat()},
    )
