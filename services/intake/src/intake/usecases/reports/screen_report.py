"""A3: an officer decides whose matter a report is; without a word, what the table proposed."""

from typing import Annotated

from pydantic import Field

from intake.domain.jurisdiction import Jurisdiction
from intake.domain.report import Report
from intake.usecases.reports.routing_clocks import ROUTING_CLOCKS, clock_of
from shared.clocks import store as clocks
from shared.process.bodies import Command
from shared.process.process import Changes, Step


class ScreenReport(Command):
    """甄别 · whose matter it is; left out, as proposed at registration."""

    jurisdiction: Annotated[Jurisdiction | None, Field(description="管辖 · jurisdiction decided")] = None


async def screen_report(step: Step[Report, ScreenReport]) -> Changes:
    """Keep the decision; where it differs from the proposal, the clocks follow it.

    Rule: A3, R-A4, DL-03, DL-07, DL-08.
    """
    report = step.subject
    decided = step.command.jurisdiction or Jurisdiction(report.proposed_jurisdiction or Jurisdiction.OWN)
    wanted = clock_of(report, decided)
    running = {clock.rule for clock in await clocks.of_object(step.tx, report.id) if clock.is_open}
    if astray := (ROUTING_CLOCKS & running) - {wanted}:
        await clocks.cancel(step.tx, report.id, at=step.at, rules=sorted(astray))
    idle = set(ROUTING_CLOCKS) if wanted in running else ROUTING_CLOCKS - {wanted}
    return Changes(
        columns={"jurisdiction": decided.value},
        starts_from=dict.fromkeys(ROUTING_CLOCKS, report.received_on),
        no_clock=frozenset(idle),
    )
