"""A5, A6, A7: a report that is not ours to handle goes up, down or out, or is assigned down with a duty to report."""

from typing import Literal

from intake.domain.report import Report
from intake.domain.report_lifecycle import ASSIGNED
from intake.usecases.receiver import LOWER_ORGANS, receiver
from shared.needtoknow.store import grant
from shared.process.bodies import Code, Command
from shared.process.process import Changes, Step


class ReferReport(Command):
    """上送、转办 · the organ that has jurisdiction; left out when it is not in the directory."""

    to: Code | None = None


class AssignDown(Command):
    """交办 · the lower organ that must handle the report and report the result."""

    to: Code
    ground: Literal["decision_deployment_violation", "typical_or_strong_reaction", "long_delay", "other"] = (
        "other"
    )


async def refer_report(step: Step[Report, ReferReport]) -> Changes:
    """Say where the report went; its text does not travel with the event.

    Raises: Refused `organisation_unknown`.
    Rule: A5, A6, C-6.
    """
    code = step.command.to
    path = (await receiver(step.tx, code, None)).path if code else None
    return Changes(columns={"office_path": path}, event={"to": path})


async def assign_down(step: Step[Report, AssignDown]) -> Changes:
    """Let the lower organ see the report and start its three months.

    Raises: Refused `organisation_unknown`, `receiver_not_competent`.
    Rule: A7, DL-05.
    """
    organ = await receiver(step.tx, step.command.to, LOWER_ORGANS)
    grant(step.tx, step.subject.id, organ.path, ASSIGNED, by=step.actor.id, since=step.at)
    return Changes(
        columns={"office_path": organ.path, "reason": step.command.ground},
        event={"to": organ.path, "ground": step.command.ground},
        clock_holder=organ.path,
    )
