"""V-4: every member of the team signs the report."""

from casework.domain.verification import Verification
from casework.store.papers import PAPERS
from casework.store.teams import sign_report as add_signature
from shared.lifecycle import Refused
from shared.process.bodies import Command
from shared.process.process import Changes, Step


class SignReport(Command):
    """签署报告 · the member's own remark, if any."""


async def sign_report(step: Step[Verification, SignReport]) -> Changes:
    """Bind the member's signature to the report as it stands.

    Raises: Refused `report_missing`.
    Rule: V-4.
    """
    report = await PAPERS.newest(step.tx, step.desk.seals, step.subject.id, "report")
    if report is None:
        raise Refused("report_missing")
    add_signature(step.tx, step.subject.id, report.version, step.actor.id, report.sha256, step.at)
    return Changes()
