"""R-A10: who fears or suffers reprisal asks for protection; it is assessed within a working day."""

from __future__ import annotations

from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import Field

from intake.domain.request import Request
from intake.store.requests import read_words
from intake.store.tables.requests import ProtectionRequestRow
from intake.usecases.requests.asking import decision, tell_reporter
from shared.http.models import Input, Text
from shared.process.bodies import Command
from shared.process.process import Changes, Step

TABLE: Any = ProtectionRequestRow.__table__


class AskProtection(Input):
    """申请保护 · for which report, and what is feared."""

    report_id: UUID
    circumstances: Annotated[
        str, Text(2, 5000), Field(description="受到打击报复的情况 · what happened or is feared")
    ]


class AssessProtection(Command):
    """评估 · how great the danger is, and whether reprisal was found."""

    risk: Annotated[Literal["low", "medium", "high"], Field(description="风险等级 · risk")]
    is_reprisal: Annotated[bool, Field(description="存在打击报复 · reprisal was found")]
    findings: Annotated[str, Text(2, 5000), Field(description="评估情况 · findings")]


class GrantProtection(Command):
    """给予保护 · the measures."""

    measures: Annotated[str, Text(2, 5000), Field(description="保护措施 · measures")]


async def assess_protection(step: Step[Request, AssessProtection]) -> Changes:
    """Keep the assessment; that reprisal was found is told by code, so that it becomes a clue.

    Rule: R-A10, P-R-A10, SL Art 73.
    """
    command = step.command
    found = {"risk": command.risk, "is_reprisal": command.is_reprisal}
    return Changes(
        columns=decision(step, TABLE, {"findings": command.findings}, **found),
        event={**found, "object_type": step.subject.object_type, "object_id": str(step.subject.object_id)},
    )


async def grant_protection(step: Step[Request, GrantProtection]) -> Changes:
    """Keep the measures beside what was found, and tell who asked. Rule: R-A10."""
    tell_reporter(step, "您的保护申请已同意，将按规定采取保护措施。")
    found = (await read_words(step.tx, step.desk.seals, TABLE, step.subject.id))["decided"] or {}
    return Changes(columns=decision(step, TABLE, {**found, "measures": step.command.measures}))


async def decline_protection(step: Step[Request, Command]) -> Changes:
    """Tell who asked. Rule: R-A10."""
    tell_reporter(step, "您的保护申请经评估暂不需要采取保护措施，情况有变化可再次申请。")
    return Changes()


async def end_protection(step: Step[Request, Command]) -> Changes:
    """Tell who was protected. Rule: R-A10."""
    tell_reporter(step, "对您的保护措施已结束，情况有变化可再次申请。")
    return Changes()
