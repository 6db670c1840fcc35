"""T-1, T-2: leaders approve the plan of a talk or inquiry before anything happens."""

from typing import Annotated, Literal

from pydantic import Field

from casework.domain.talk_inquiry import TalkInquiry
from casework.usecases.writing import write
from shared.http.models import Text
from shared.process.bodies import Command
from shared.process.process import Changes, Step


class SubmitTalkPlan(Command):
    """报批谈话函询方案 · the plan, and whether by talk or by letter."""

    form: Annotated[Literal["talk", "letter"] | None, Field(description="谈话或者函询 · talk or letter")] = (
        None
    )
    plan: Annotated[str, Text(0, 10000), Field(description="谈话方案 · plan; the opinion if left out")] = ""
    emergency_plan: Annotated[
        str, Text(0, 10000), Field(description="安全、医疗、保密预案 · safety, medical and secrecy plan")
    ] = ""


async def submit_talk_plan(step: Step[TalkInquiry, SubmitTalkPlan]) -> Changes:
    """Keep the plan as it was approved.

    Rule: T-1, T-2.
    """
    await write(step, "talk_inquiry", "plan")
    return Changes(columns={"form": step.command.form}, event={"clue_id": str(step.subject.clue_id)})
