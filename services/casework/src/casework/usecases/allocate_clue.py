"""C3: a clue is handed to the office that handles it; case management keeps it in the central ledger."""

from typing import Annotated

from pydantic import Field

from casework.domain.clue import Clue
from casework.domain.clue_lifecycle import LEDGER
from casework.usecases.concluding import report_ids_of
from casework.usecases.offices import office, office_at
from shared.needtoknow.store import grant
from shared.process.bodies import Code, Command
from shared.process.process import Changes, Step


class AllocateClue(Command):
    """分办 · to the office of the proposal."""


class ReallocateClue(Command):
    """重新分办 · to another office."""

    to: Annotated[Code, Field(description="新的承办部门 · the new office")]


async def allocate_clue(step: Step[Clue, AllocateClue]) -> Changes:
    """Make the office the holder; the month for its disposal opinion begins.

    Raises: Refused `organisation_unknown`.
    Rule: C3, DL-09, SoD-3.
    """
    clue = step.subject
    found = await office_at(step.tx, str(clue.office_path))
    grant(step.tx, clue.id, clue.holder_path, LEDGER, by=step.actor.id, since=step.at)
    return Changes(columns={"holder_path": found.path}, event=await _told(step, found.path))


async def reallocate_clue(step: Step[Clue, ReallocateClue]) -> Changes:
    """Hand the clue on to another office, which gets a month of its own. Whoever had it sees it no longer.

    Raises: Refused `organisation_unknown`.
    Rule: C3, DL-09.
    """
    found = await office(step.tx, step.command.to)
    return Changes(
        columns={"holder_path": found.path, "office_path": found.path}, event=await _told(step, found.path)
    )


async def _told(step: Step[Clue, AllocateClue] | Step[Clue, ReallocateClue], to: str) -> dict[str, object]:
    return {"to": to, "source": step.subject.source, "report_ids": await report_ids_of(step)}
