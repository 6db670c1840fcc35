"""B2: what a demand also accuses somebody of becomes a report."""

from typing import Any
from uuid import UUID

from intake.domain.demand import Demand
from intake.domain.regime import regime_on
from intake.domain.report import ANONYMOUS, UNVERIFIED, Report
from intake.domain.report_lifecycle import REPORT, ReportState
from intake.usecases.matters.split_matter import split_off, told_of
from intake.usecases.matters.take_in import REPORT_CLOCKS
from intake.usecases.sealed.seal_away import name_a_leader, seal_away
from shared.ids import uuid4
from shared.process.process import Step


async def split_report(step: Step[Demand, Any]) -> UUID | None:
    """Queue a report with the demand's text and reporter; return its id.

    About the organ's own principal leader it goes straight up like any other such report: here stays a stub, and
    the demand does not say which report it is.

    Rule: B2, 1.6, SoD-5, C-6, PET Art 22, 30.
    """
    tx, desk, demand = step.tx, step.desk, step.subject
    told = await told_of(step)
    report = Report(
        id=uuid4(), number=None, state=ReportState.RECEIVED, version=1, holder_path=demand.holder_path,
        secrecy=demand.secrecy, category="accusation", channel=demand.channel, region=demand.region,
        field=demand.field, received_on=demand.received_on, legal_regime=regime_on(demand.received_on),
        named_status=UNVERIFIED if told.reporter else ANONYMOUS, problem_types=(), split_from=demand.id,
        source_system=demand.source_system, source_ref=demand.source_ref, reporter_count=demand.reporter_count,
        visitor_count=demand.visitor_count,
    )  # fmt: skip
    if not await name_a_leader(desk, told.content.subjects, demand.holder_path, tx):
        await split_off(step, report, REPORT.name, told, event="report.received", starts=REPORT_CLOCKS)
        return report.id
    sealed = report.sealed_away()
    await split_off(step, sealed, REPORT.name, told, event="", starts=())
    await seal_away(tx, desk, sealed, demand.holder_path, at=step.at, actor=step.actor)
    return None
