"""A7: a report is assigned to a lower organ, with the duty to report the result."""

from typing import Annotated, Literal

from pydantic import Field

from intake.domain.disclosure import Crossing
from intake.domain.report import Report
from intake.domain.report_lifecycle import ASSIGNED
from intake.store.disclosures import disclose
from intake.usecases.matters.receiver import LOWER_ORGANS, petition_office_of, receiver
from shared.needtoknow.store import grant
from shared.process.bodies import Code, Command
from shared.process.process import Changes, Step


class AssignDown(Command):
    """交办 · the lower organ that must handle the report and report the result, and on which ground."""

    to: Code
    ground: Annotated[
        Literal["decision_deployment_violation", "typical_or_strong_reaction", "long_delay", "other"],
        Field(description="交办事由 · the ground"),
    ]


async def assign_down(step: Step[Report, AssignDown]) -> Changes:
    """Let the lower organ's petition office and leaders see the report and start its three months.

    Raises: Refused `organisation_unknown`, `receiver_not_competent`.
    Rule: A7, DL-05.
    """
    organ = await receiver(step.tx, step.command.to, LOWER_ORGANS)
    office = await petition_office_of(step.tx, organ)
    grant(step.tx, step.subject.id, office, ASSIGNED, by=step.actor.id, since=step.at)
    disclose(step, "report", Crossing.ASSIGN, organ.path)
    return Changes(
        columns={"office_path": organ.path, "reason": step.command.ground},
        event={"to": organ.path, "ground": step.command.ground},
        clock_holder=organ.path,
    )
