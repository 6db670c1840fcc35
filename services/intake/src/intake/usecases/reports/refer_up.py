"""A5: a report that belongs to a superior goes up sealed; here nothing of it stays in sight."""

from intake.domain.disclosure import Crossing
from intake.domain.report import Report
from intake.domain.stub_lifecycle import SEALED_AWAY, StubState
from intake.store.disclosures import disclose
from intake.store.requests import go_along
from intake.usecases.matters.receiver import petition_office_of, receiver
from intake.usecases.sealed.keep_stub import make_stub
from shared.clocks import store as clocks
from shared.directory.paths import organ_of
from shared.lifecycle import Refused
from shared.needtoknow.store import end
from shared.process.bodies import Code, Command
from shared.process.process import Changes, Step
from shared.process.record import record_rows


class ReferUp(Command):
    """上送 · the superior organ, when it works with this system too."""

    to: Code | None = None


async def goes_above(step: Step[Report, ReferUp]) -> None:
    """See, before anybody signs, that the organ lies above. Raises: Refused as `refer_up`."""
    if step.command.to is not None:
        await _office_above(step, step.command.to)


async def refer_up(step: Step[Report, ReferUp]) -> Changes:
    """Take the report out of the sight of everybody here, administrators included; a neutral stub stays.

    A superior that works with this system has it at once. For any other it waits sealed, is taken away as a package
    only the superior opens, and is erased here when the superior has signed for it.

    Raises: Refused `organisation_unknown`, `receiver_not_competent` when it does not lie above.
    Rule: A5, C-6, DL-03.
    """
    report, code = step.subject, step.command.to
    office = SEALED_AWAY if code is None else await _office_above(step, code)
    is_above = code is not None
    await end(step.tx, report.id, by=step.actor.id, at=step.at)
    await clocks.cancel(step.tx, report.id, at=step.at)
    moved = await go_along(step.tx, report.id, office)
    record_rows(step.tx, step.desk, moved, step.actor, step.at, "go_along")
    disclose(step, "report", Crossing.REFER_UP, office if is_above else None)
    await make_stub(
        step.tx, step.desk, report.holder_path, channel=report.channel, received_on=report.received_on,
        actor=step.actor, at=step.at, report_id=report.id,
        state=StubState.FORWARDED if is_above else StubState.SEALED,
    )  # fmt: skip
    return Changes(
        columns={
            "holder_path": office,
            "office_path": None,
            "passed_from": report.holder_path if is_above else None,
            "jurisdiction": None,
            "proposed_jurisdiction": None,
        }
    )


async def _office_above(step: Step[Report, ReferUp], code: str) -> str:
    organ = await receiver(step.tx, code, None)
    if not organ_of(step.subject.holder_path).startswith(f"{organ.path}:"):
        raise Refused("receiver_not_competent", code=code)
    return await petition_office_of(step.tx, organ)
