"""A2: a report gets its number, whose matter it seems to be, and the clocks that follow from that."""

from typing import Annotated

from pydantic import Field

from intake.domain.jurisdiction import Rank
from intake.domain.report import ANONYMOUS, Report
from intake.domain.report_lifecycle import REPORT, ReportState
from intake.store.papers import add_paper
from intake.usecases.matters.take_in import CODES
from intake.usecases.merging.find_duplicates import make_findable
from intake.usecases.recusals.screen_matters import ask_again
from intake.usecases.reports.propose_jurisdiction import SubjectFacts, proposal_for
from intake.usecases.reports.routing_clocks import ROUTING_CLOCKS, clock_of
from intake.usecases.sealed.move_stub import taken_over
from shared.directory.paths import code_of
from shared.http.models import Text
from shared.numbering import next_number
from shared.process.bodies import Code, Command
from shared.process.process import Changes, Step

GIVEN = ("category", "region", "field", "problem_types")


class RegisterReport(Command):
    """登记 · what staff may add or correct while registering; what is left out stays as submitted."""

    category: Code | None = None
    region: Code | None = None
    field: Code | None = None
    problem_types: Annotated[list[Code], Field(max_length=10)] | None = None
    summary: Annotated[
        str | None, Text(4, 1000), Field(description="内容摘要，由登记人撰写 · the officer's summary")
    ] = None
    subjects: Annotated[
        list[SubjectFacts],
        Field(max_length=20, description="被反映人情况，用于判断管辖 · who the subjects are"),
    ] = []


async def register_report(step: Step[Report, RegisterReport]) -> Changes:
    """Number the report, propose whose matter it is, and start what must be done in time.

    A named reporter must be told about acceptance within 15 working days of receipt; what belongs to another
    organ must go there within five. Passed on by another organ here, a report gets a number of its own again.

    Raises: Refused `organisation_unknown`, Problem `invalid_input` for a code that no list has.
    Rule: A2, R-A1, R-A4, R-B1, DL-01, DL-03, DL-07, DL-08.
    """
    report, command = step.subject, step.command
    if report.state == ReportState.REFERRED_UP:
        await taken_over(step.tx, step.desk, report.id)
    given = command.model_dump(include=set(GIVEN), exclude_unset=True)
    await CODES.check(step.desk, given)
    region = given.get("region", report.region)
    proposal = await proposal_for(step.tx, report, region, command.subjects)
    number = await next_number(
        step.tx, org=code_of(report.holder_path), kind="report", year=report.received_on.year
    )
    await make_findable(step, REPORT.name)
    await ask_again(step, REPORT.name)
    if command.summary is not None:
        add_paper(
            step.tx, step.desk.seals, report.id, "summary", {"summary": command.summary}, by=step.actor.id, at=step.at
        )  # fmt: skip
    idle = set(ROUTING_CLOCKS) - {clock_of(report, proposal.jurisdiction)}
    if report.named_status == ANONYMOUS:
        idle.add("DL-01")
    return Changes(
        columns={
            "number": str(number),
            "proposed_jurisdiction": proposal.jurisdiction.value,
            "proposed_because": proposal.because,
            "proposed_path": proposal.path,
            "jurisdiction": None,
            **_about(command.subjects),
            **given,
        },
        event={
            "category": given.get("category") or report.category,
            "region": region,
            "field": given.get("field", report.field),
        },
        starts_from=dict.fromkeys(("DL-01", *ROUTING_CLOCKS), report.received_on),
        no_clock=frozenset(idle),
    )


def _about(subjects: list[SubjectFacts]) -> dict[str, object]:
    """Return what of the subjects is kept outside the seal: their units, and the highest rank."""
    if not subjects:
        return {}
    ranks = [one.rank for one in subjects if one.rank is not None]
    return {
        "subject_organisations": sorted({one.organisation for one in subjects if one.organisation}),
        "subject_rank": min(ranks, key=list(Rank).index).value if ranks else None,
    }
