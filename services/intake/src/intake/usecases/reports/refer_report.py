"""A4, A6: a report that is not ours goes to a lower organ, or out to another one."""

from typing import Annotated

from pydantic import Field

from intake.domain.disclosure import Crossing
from intake.domain.report import Report
from intake.domain.report_lifecycle import SENDER
from intake.store.disclosures import disclose
from intake.store.requests import go_along
from intake.usecases.matters.receiver import LOWER_ORGANS, petition_office_of, receiver
from shared.http.models import Line
from shared.needtoknow.store import grant
from shared.process.bodies import Code, Command
from shared.process.process import Changes, Step
from shared.process.record import record_rows


class ReferDown(Command):
    """转下级 · the lower organ that has jurisdiction."""

    to: Code


class ReferOut(Command):
    """转有关机关 · the organ outside this directory that has jurisdiction."""

    to: Code | None = None
    organ: Annotated[str, Line(0, 200), Field(description="机关名称 · its name, when it has no code")] = ""


async def refer_down(step: Step[Report, ReferDown]) -> Changes:
    """Hand the whole report to the lower organ's petition office, which registers it under its own number.

    The sender may follow where it stands, and reads no more of it.

    Raises: Refused `organisation_unknown`, `receiver_not_competent`.
    Rule: A6, DL-04.
    """
    report = step.subject
    organ = await receiver(step.tx, step.command.to, LOWER_ORGANS)
    office = await petition_office_of(step.tx, organ)
    grant(step.tx, report.id, report.holder_path, SENDER, by=step.actor.id, since=step.at)
    moved = await go_along(step.tx, report.id, office)
    record_rows(step.tx, step.desk, moved, step.actor, step.at, "go_along")
    disclose(step, "report", Crossing.REFER_DOWN, office)
    return Changes(
        columns={"holder_path": office, "passed_from": report.holder_path, "office_path": office},
        event={"to": organ.path},
    )


async def refer_out(step: Step[Report, ReferOut]) -> Changes:
    """Say where the report went; its paper goes by courier and nothing of it by this service.

    Raises: Refused `organisation_unknown`.
    Rule: A4, DL-07, DL-08, RPT Art 13.
    """
    command = step.command
    path = (await receiver(step.tx, command.to, None)).path if command.to else None
    disclose(step, "report", Crossing.REFER_OUT, path)
    return Changes(columns={"office_path": path}, event={"to": path})
