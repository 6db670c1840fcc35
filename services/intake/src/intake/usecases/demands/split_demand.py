"""B2: what a report also asks for becomes a demand."""

from intake.domain.demand import Demand
from intake.domain.demand_lifecycle import DEMAND, DemandState
from intake.domain.regime import petition_regime_on
from intake.domain.report import Report
from intake.usecases.matters.split_matter import split_off, told_of
from intake.usecases.matters.take_in import DEMAND_CLOCKS
from shared.ids import uuid4
from shared.process.bodies import Command
from shared.process.process import Changes, Step


class SplitToDemand(Command):
    """分出民生诉求 · the report also asks for something to be solved."""


async def split_to_demand(step: Step[Report, SplitToDemand]) -> Changes:
    """Queue a demand with the report's text and reporter; the report goes its own way from here.

    Rule: B2, PET Art 22, 30.
    """
    report, told = step.subject, await told_of(step)
    demand = Demand(
        id=uuid4(), number=None, state=DemandState.RECEIVED, version=1, holder_path=report.holder_path,
        secrecy=report.secrecy, channel=report.channel, region=report.region, field=report.field,
        received_on=report.received_on, legal_regime=petition_regime_on(report.received_on),
        is_anonymous=told.reporter is None, report_id=report.id, source_system=report.source_system,
        source_ref=report.source_ref, reporter_count=report.reporter_count, visitor_count=report.visitor_count,
    )  # fmt: skip
    await split_off(step, demand, DEMAND.name, told, event="demand.received", starts=DEMAND_CLOCKS)
    return Changes(columns={"demand_id": demand.id})
