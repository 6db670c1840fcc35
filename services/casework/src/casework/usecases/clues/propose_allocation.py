"""C2: case management names the office that should handle a clue, after a look at other open clues."""

from typing import Annotated

from pydantic import Field

from casework.domain.clue import Clue
from casework.usecases.offices import office, office_at
from shared.process.bodies import Code, Command
from shared.process.process import Changes, Step


class ProposeAllocation(Command):
    """提出分办意见 · the office; the one named when the clue came in, if left out."""

    to: Annotated[Code | None, Field(description="拟承办部门 · office that should handle the clue")] = None


async def propose_allocation(step: Step[Clue, ProposeAllocation]) -> Changes:
    """Keep the office, and how many other open clues may be about the same matter.

    Raises: Refused `organisation_unknown`.
    Rule: C2, ENF Art 23.
    """
    clue, code = step.subject, step.command.to
    found = await (office(step.tx, code) if code else office_at(step.tx, str(clue.office_path)))
    return Changes(columns={"office_path": found.path, "overlaps": step.prepared})
