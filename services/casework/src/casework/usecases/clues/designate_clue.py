"""E6: another organ has jurisdiction over a clue from now on; a joint task decided so."""

from dataclasses import replace

from casework.domain.clue import Clue
from casework.domain.clue_lifecycle import FINDER
from casework.usecases.clues.allocate_clue import handed_over
from casework.usecases.offices import ledger_of, office
from shared.directory.paths import code_of, organ_of
from shared.needtoknow.store import end
from shared.numbering import next_number
from shared.process.bodies import Code, Command
from shared.process.process import Changes, Step


class Designated(Command):
    """To which office of the organ that has it from now on."""

    to: Code


async def designate_clue(step: Step[Clue, Designated]) -> Changes:
    """Hand the clue over as new: a number of the receiving organ, its ledger, a month of its own, nobody's signature yet.

    Raises: Refused `organisation_unknown`.
    Rule: E6, C3, 1.8, DL-09, SoD-5, SL Arts 16-17.
    """
    to = await office(step.tx, step.command.to)
    await end(step.tx, step.subject.id, by=step.actor.id, at=step.at, capacity=FINDER)
    ledger = await ledger_of(step.tx, to.path, step.desk.settings.ledger_path)
    changes = await handed_over(step, to, ledger=ledger)
    organ = code_of(organ_of(to.path))
    number = await next_number(step.tx, org=organ, kind="clue", year=step.today.year)
    return replace(changes, columns={**changes.columns, "number": str(number), "way": None})
