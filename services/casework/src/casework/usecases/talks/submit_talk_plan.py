"""T-1, T-2, T-3: leaders approve the plan of a talk or inquiry before anything happens."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from casework.domain.talk_inquiry import Talker, TalkInquiry
from casework.usecases.writing import write
from shared.http.models import Text
from shared.process.bodies import Command
from shared.process.process import Changes, Step


class SubmitTalkPlan(Command):
    """报批谈话函询方案 · the plan, by talk or by letter, and who leads the talk."""

    form: Annotated[Literal["talk", "letter"] | None, Field(description="谈话或者函询 · talk or letter")] = (
        None
    )
    plan: Annotated[str, Text(0, 10000), Field(description="谈话方案 · plan; the opinion if left out")] = ""
    emergency_plan: Annotated[
        str,
        Text(0, 10000),
        Field(description="安全、医疗、保密预案，函询可省略 · safety, medical and secrecy plan"),
    ] = ""
    led_by: Annotated[
        Talker, Field(description="谈话人，委托所在党组织主要负责人的经此批准 · who leads the talk")
    ] = Talker.OFFICE_HEAD
    party_principal_told_on: Annotated[
        date | None, Field(description="报告同级党委主要负责人的日期 · when the Party principal was told")
    ] = None


async def submit_talk_plan(step: Step[TalkInquiry, SubmitTalkPlan]) -> Changes:
    """Keep the plan as it was approved.

    Rule: T-1, T-2, T-3.
    """
    command = step.command
    await write(step, "talk_inquiry", "plan")
    return Changes(
        columns={"form": command.form, "led_by": command.led_by.value},
        event={"clue_id": str(step.subject.clue_id)},
    )
