"""V-1, V-2: leaders approve the work plan of a verification before anything happens."""

from typing import Annotated

from pydantic import Field

from casework.domain.verification import Verification
from casework.usecases.writing import write
from shared.http.models import Text
from shared.process.bodies import Command
from shared.process.process import Changes, Step


class SubmitVerificationPlan(Command):
    """报批工作方案 · the work plan; the opinion if left out."""

    plan: Annotated[str, Text(0, 10000), Field(description="工作方案 · work plan")] = ""
    emergency_plan: Annotated[
        str, Text(0, 10000), Field(description="安全、医疗、保密预案 · safety, medical and secrecy plan")
    ] = ""


async def submit_verification_plan(step: Step[Verification, SubmitVerificationPlan]) -> Changes:
    """Keep the plan as it was approved; two months begin.

    Rule: V-1, V-2, V-6, DL-12.
    """
    await write(step, "verification", "plan")
    return Changes(event={"clue_id": str(step.subject.clue_id)})
