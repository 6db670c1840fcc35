"""V-1, V-2, T-1, T-2: leaders approve the plan before anything happens."""

from typing import Annotated, Literal

from pydantic import Field

from casework.domain.talk_inquiry import TalkInquiry
from casework.domain.verification import Verification
from casework.usecases.writing import write
from shared.http.models import Text
from shared.process.bodies import Command
from shared.process.process import Changes, Step


class SubmitPlan(Command):
    """报批工作方案 · the work plan; the opinion if left out."""

    plan: Annotated[str, Text(0, 20000), Field(description="工作方案 · work plan")] = ""
    emergency_plan: Annotated[
        str, Text(0, 10000), Field(description="安全、医疗、保密预案 · safety, medical and secrecy plan")
    ] = ""


class SubmitTalkPlan(SubmitPlan):
    """报批谈话函询方案 · the plan, and whether by talk or by letter."""

    form: Annotated[Literal["talk", "letter"] | None, Field(description="谈话或者函询 · talk or letter")] = (
        None
    )


async def submit_verification_plan(step: Step[Verification, SubmitPlan]) -> Changes:
    """Keep the plan as it was approved; two months begin.

    Rule: V-1, V-2, V-6, DL-12.
    """
    await write(step, "verification", "plan")
    return Changes(event={"clue_id": str(step.subject.clue_id)})


async def submit_talk_plan(step: Step[TalkInquiry, SubmitTalkPlan]) -> Changes:
    """Keep the plan as it was approved.

    Rule: T-1, T-2.
    """
    await write(step, "talk_inquiry", "plan")
    return Changes(columns={"form": step.command.form}, event={"clue_id": str(step.subject.clue_id)})
