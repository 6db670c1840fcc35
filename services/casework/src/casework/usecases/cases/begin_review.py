"""D12: a review group of two or more, none of whom ever handled the case; later it may change."""

from typing import Annotated

from pydantic import Field

from casework.domain.case import Case
from casework.usecases.cases.parts import take_part
from shared.http.models import Line
from shared.process.bodies import Command
from shared.process.process import Changes, Step


class FormReviewGroup(Command):
    """成立审理组 · the whole group as it shall be from now on."""

    members: Annotated[
        list[Annotated[str, Line(1, 100)]],
        Field(min_length=1, max_length=20, description="成员登录名或者编号 · logins or ids of the officers"),
    ]


async def begin_review(step: Step[Case, FormReviewGroup]) -> Changes:
    """Keep who reviews.

    Rule: D12, SoD-2.
    """
    await take_part(step, step.subject.id, "review")
    return Changes()
