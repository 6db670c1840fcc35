"""B5: a department that is not competent says so in time, why, and who is."""

from typing import Annotated

from pydantic import Field

from intake.domain.demand import Demand
from intake.store.papers import add_paper
from intake.usecases.matters.receiver import receiver
from shared.clocks import store as clocks
from shared.http.models import Text
from shared.process.bodies import Code, Command
from shared.process.process import Changes, Step


class ObjectJurisdiction(Command):
    """提出职责异议 · the reason, the body that is competent, and the basis."""

    reason: Annotated[str, Text(2, 2000), Field(description="理由 · why it is not ours")]
    competent_body: Annotated[Code, Field(description="应由哪个单位办理 · the body that is competent")]
    basis: Annotated[str, Text(2, 2000), Field(description="依据 · the basis")]


async def object_jurisdiction(step: Step[Demand, ObjectJurisdiction]) -> Changes:
    """Keep the objection, and charge the time to the forwarder again.

    Raises: Refused `organisation_unknown`.
    Rule: B5, DL-34, PET Art 23.
    """
    demand, command = step.subject, step.command
    body = await receiver(step.tx, command.competent_body, None)
    fields = {"reason": command.reason, "competent_body": body.code, "basis": command.basis}
    add_paper(
        step.tx, step.desk.seals, demand.id, "jurisdiction_objection", fields, by=step.actor.id, at=step.at
    )  # fmt: skip
    await clocks.hand_over(step.tx, demand.id, demand.holder_path, at=step.at)
    return Changes(
        columns={"refusal_count": demand.refusal_count + 1},
        event={
            "from": demand.department_path,
            "competent_body": body.path,
            "refusals": demand.refusal_count + 1,
        },
    )
