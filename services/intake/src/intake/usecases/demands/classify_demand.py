"""B2: is it a demand, or does it also accuse somebody? What accuses becomes a report of its own."""

from typing import Annotated, Literal

from pydantic import Field

from intake.domain.demand import Demand
from intake.usecases.reports.split_report import split_report
from shared.process.bodies import Command
from shared.process.process import Changes, Step


class ClassifyDemand(Command):
    """分类 · a demand, or a demand that also accuses somebody."""

    kind: Annotated[Literal["demand", "both"], Field(description="类别 · what it is")] = "demand"


class SplitToReport(Command):
    """转检举控告 · the whole of it is an accusation."""


def accuses(command: ClassifyDemand) -> bool:
    """Say whether the demand also accuses somebody."""
    return command.kind == "both"


async def classify_demand(step: Step[Demand, ClassifyDemand]) -> Changes:
    """Keep the class; with `both`, a linked report is made in the same transaction.

    Rule: B2, PET Art 22.
    """
    report_id = step.subject.report_id
    if not step.subject.is_split and accuses(step.command):
        report_id = await split_report(step)
    kind = step.command.kind
    return Changes(columns={"kind": kind, "report_id": report_id}, event={"kind": kind})


async def split_to_report(step: Step[Demand, SplitToReport]) -> Changes:
    """Turn the whole demand into a report, which goes its own way from here.

    Rule: B2, R-B1.
    """
    report_id = step.subject.report_id if step.subject.is_split else await split_report(step)
    return Changes(columns={"kind": "accusation", "report_id": report_id})
