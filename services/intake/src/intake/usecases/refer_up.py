"""A5: a report that belongs to a superior goes up sealed; here nothing of it stays in sight."""

from intake.domain.disclosure import Crossing
from intake.domain.report import Report
from intake.store.disclosures import disclose
from intake.usecases.receiver import petition_office_of, receiver
from shared.directory.paths import organ_of
from shared.lifecycle import Refused
from shared.process.bodies import Code, Command
from shared.process.process import Changes, Step


class ReferUp(Command):
    """上送 · the superior organ, when it works with this system too."""

    to: Code | None = None


async def refer_up(step: Step[Report, ReferUp]) -> Changes:
    """Hand the report to the superior's petition office, out of the sight of everybody here.

    Raises: Refused `organisation_unknown`, `receiver_not_competent` when it does not lie above.
    Rule: A5, C-6, DL-03.
    """
    report, code = step.subject, step.command.to
    if code is None:
        disclose(step, "report", Crossing.REFER_UP, None)
        return Changes()
    organ = await receiver(step.tx, code, None)
    if not organ_of(report.holder_path).startswith(f"{organ.path}:"):
        raise Refused("receiver_not_competent", code=code)
    office = await petition_office_of(step.tx, organ)
    disclose(step, "report", Crossing.REFER_UP, office)
    return Changes(columns={"holder_path": office, "passed_from": report.holder_path, "office_path": office})
