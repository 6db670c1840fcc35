"""SoD-4: two officers or more handle an appeal, none of whom had a part in the first decision."""

from typing import Annotated

from pydantic import Field

from casework.domain.appeal import Appeal
from casework.usecases.cases.parts import take_part
from shared.http.models import Line
from shared.process.bodies import Command
from shared.process.process import Changes, Step


class AssignHandlers(Command):
    """指定承办人 · all who handle the appeal from now on."""

    members: Annotated[
        list[Annotated[str, Line(1, 100)]],
        Field(
            min_length=1, max_length=20, description="承办人登录名或者编号 · logins or ids of the officers"
        ),
    ]


async def assign_handlers(step: Step[Appeal, AssignHandlers]) -> Changes:
    """Keep who handles it.

    Rule: SoD-4, ENF Art 59.
    """
    await take_part(step, step.subject.case_id, "appeal", appeal_id=step.subject.id)
    return Changes()
