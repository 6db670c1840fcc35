"""D20: another organ has the management authority over the subject, and issues the sanction."""

from typing import Annotated

from pydantic import Field

from casework.domain.case import Case
from casework.domain.case_words import AUTHORITY
from casework.usecases.offices import office
from casework.usecases.writing import write
from shared.http.models import Line
from shared.needtoknow.store import end, grant
from shared.process.bodies import Code, Command
from shared.process.process import Changes, Step


class DesignateAuthority(Command):
    """确定处分机关 · the office there that takes the case over for the decision, and the letter."""

    to: Annotated[
        Code, Field(description="有管理权限的机关承办部门 · office of the organ with the authority")
    ]
    letter_number: Annotated[
        str, Line(0, 100), Field(description="指定管辖决定书文号 · number of the letter")
    ] = ""


async def designate_authority(step: Step[Case, DesignateAuthority]) -> Changes:
    """Let that office know of the case; only it may decide from now on.

    Raises: Refused `organisation_unknown`.
    Rule: D20, SANC Art 51.
    """
    path = (await office(step.tx, step.command.to)).path
    await end(step.tx, step.subject.id, by=step.actor.id, at=step.at, capacity=AUTHORITY)
    grant(step.tx, step.subject.id, path, AUTHORITY, by=step.actor.id, since=step.at)
    await write(step, "case", "designation")
    return Changes(columns={"authority_path": path})
