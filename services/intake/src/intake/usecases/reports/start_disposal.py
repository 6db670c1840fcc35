"""A13: the handling office has taken the clue up; nothing about how is known here."""

from uuid import UUID

from intake.domain.report import Report
from shared.process.bodies import Command
from shared.process.process import Changes, Step


class StartDisposal(Command):
    """Which clue the report now feeds."""

    clue_id: UUID


async def start_disposal(step: Step[Report, StartDisposal]) -> Changes:
    """Link the clue.

    Rule: A13.
    """
    return Changes(columns={"clue_id": step.command.clue_id})
