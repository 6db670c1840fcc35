"""F11: a listed clue is handed to casework, by id only; what became of it comes back the same way."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from rectification.domain.clue_handover_lifecycle import HANDED_CLUE, RECEIVING, HandedClueState
from rectification.domain.clue_handover_lifecycle import HandedClueAction as A
from rectification.domain.organization import HandedClue
from shared.db import Transaction
from shared.feed.consume import Event
from shared.needtoknow.store import grant
from shared.process.bodies import Command
from shared.process.desk import Desk
from shared.process.load import load_subject
from shared.process.process import Changes, Process, Step
from shared.process.system import make_move


async def transfer_clue(step: Step[HandedClue, Command]) -> Changes:
    """Tell casework that there is a clue, and let the receiving office open what it says.

    Nothing of its text, of a person or of the inspected organisation is in the event.

    Rule: F11, DL-40.
    """
    clue = step.subject
    grant(step.tx, clue.id, clue.receiver_path, RECEIVING, by=step.actor.id, since=step.at)
    return Changes(
        columns={"transferred_on": step.today},
        event={
            "source": "inspection_transfer",
            "to": clue.receiver_path,
            "region": clue.region,
            "field": clue.field,
            "problem_types": list(clue.problem_types),
            "transferred_on": step.today.isoformat(),
        },
        clock_holder=clue.receiver_path,
    )


class Conclusion(Command):
    """What casework says about a clue that ended."""

    clue_id: UUID
    truth_grade: str | None
    way: str | None


async def conclude_clue(step: Step[HandedClue, Conclusion]) -> Changes:
    """Write down that the clue was handled, and how it ended; nothing else is known here. Rule: F11."""
    told = step.command.model_dump(include={"clue_id", "truth_grade", "way"})
    return Changes(columns={**told, "concluded_on": step.today})


async def hear_conclusion(tx: Transaction, desk: Desk, event: Event) -> None:
    """Conclude every entry that fed the clue; a second telling changes nothing."""
    process: Process[Any] = desk.processes[HANDED_CLUE.name]
    grade, altogether = event.data.get("truth_grade"), event.data.get("truth_grades", {})
    for identity in event.data.get("finding_ids", []):
        told = Conclusion(
            clue_id=UUID(event.subject),
            truth_grade=altogether.get(identity, grade),
            way=event.data.get("way"),
        )
        clue = await load_subject(tx, process, UUID(identity), lock=True)
        if clue is not None and clue.state == HandedClueState.TRANSFERRED:
            await make_move(tx, desk, process, clue, A.CONCLUDE, told)
