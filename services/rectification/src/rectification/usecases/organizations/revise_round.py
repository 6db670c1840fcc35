"""7.2: settings of a round are corrected; organisations whose window runs already keep theirs."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from rectification.domain.organization import Round
from rectification.domain.round_lifecycle import RoundFacts
from rectification.store.organizations import count_organizations
from rectification.usecases.organizations.open_round import Window
from shared.http.models import Day, Line
from shared.process.bodies import Command
from shared.process.process import Changes, Step


class ReviseRound(Command):
    """修订 · what is to be different from now on."""

    name: Annotated[str | None, Line(2, 200), Field(description="名称 · name")] = None
    began_on: Annotated[Day | None, Field(description="开始日期 · day it began")] = None
    window_months: Annotated[
        Window | None, Field(description="今后反馈的党组织适用 · for feedback from now on")
    ] = None


async def round_facts(step: Step[Round, Command]) -> RoundFacts:
    """Count the organisations of the round, and those that have not ended."""
    organizations, unfinished = await count_organizations(step.tx, step.subject.id)
    return RoundFacts(organizations, unfinished)


async def revise_round(step: Step[Round, ReviseRound]) -> Changes:
    """Change what is given.

    Rule: 7.2, DL-39: a deadline that runs is not judged anew.
    """
    return Changes(columns=step.command.model_dump(exclude={"opinion"}, exclude_none=True))
