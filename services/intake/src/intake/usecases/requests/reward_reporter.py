"""R-A9: a named reporter whose report proved true and weighed much may be rewarded."""

from __future__ import annotations

from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import Field

from intake.domain.report_lifecycle import REPORT
from intake.domain.request import Request
from intake.domain.reward_lifecycle import VERIFIED, RewardFacts
from intake.store.tables.requests import RewardProposalRow
from intake.usecases.requests.asking import decision
from shared.http.fields import Day
from shared.http.models import Input, Text
from shared.lifecycle import Refused
from shared.process.bodies import Command
from shared.process.load import load_subject
from shared.process.process import Changes, Step

TABLE: Any = RewardProposalRow.__table__
Cents = Annotated[int, Field(ge=0, le=10**12)]


class ProposeReward(Input):
    """建议奖励 · for which report, on which ground, how much."""

    report_id: UUID
    ground: Annotated[Literal["major_case", "major_loss_recovered"], Field(description="奖励事由 · ground")]
    amount: Annotated[Cents, Field(description="建议金额（分）· yuan cents")]
    reasons: Annotated[str, Text(2, 2000), Field(description="理由 · reasons")]
    publicity_consent: Annotated[
        bool, Field(description="本人同意公开表扬 · the reporter agrees to be praised by name")
    ] = False


class PayReward(Command):
    """发放 · how much, on which day, in which way the name stays protected."""

    amount: Annotated[Cents, Field(description="实发金额（分）· yuan cents")]
    paid_on: Annotated[Day | None, Field(description="发放日期，默认当日 · day")] = None


async def reward_facts(step: Step[Request, Any]) -> RewardFacts:
    """Look at the report a reward is proposed for. Rule: R-A9."""
    report = await load_subject(step.tx, step.desk.processes[REPORT.name], step.subject.object_id, lock=False)
    if report is None:
        raise Refused("not_found")
    return RewardFacts(is_named=report.is_named, is_verified=report.truth_grade in VERIFIED)


async def pay_reward(step: Step[Request, PayReward]) -> Changes:
    """Keep what was paid. Rule: R-A9, C-4."""
    command = step.command
    paid_on = command.paid_on or step.today
    return Changes(columns=decision(step, TABLE, {}, paid=command.amount, paid_on=paid_on.isoformat()))
