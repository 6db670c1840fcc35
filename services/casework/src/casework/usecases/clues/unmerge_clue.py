"""C2: a clue turns out to be a matter of its own, and stands in the ledger again as when it was registered."""

from casework.domain.clue import Clue
from casework.domain.clue_lifecycle import UPWARD
from casework.store.clues.clues import unlink_through
from casework.store.terms import end_terms
from casework.usecases.clues.concluding import sources_told
from casework.usecases.writing import write
from shared.lifecycle import Refused
from shared.process.bodies import Command
from shared.process.process import Changes, Step


class UnmergeClue(Command):
    """撤销并案 · the opinion says why they are two matters."""


async def unmerge_clue(step: Step[Clue, UnmergeClue]) -> Changes:
    """End the links it brought to the other clue; what was done there meanwhile stays valid.

    The days to tell the superior of it begin anew, unless it was told.

    Raises: Refused `merge_target_unknown`.
    Rule: C2, R-A5, ENF Art 23.
    """
    clue, into = step.subject, step.subject.merged_into
    if into is None:
        raise Refused("merge_target_unknown")
    await unlink_through(step.tx, clue.id, into, step.at)
    await end_terms(step.tx, clue.id, is_open=True)
    await write(step, "clue", "unmerger")
    is_owed = clue.reports_up and clue.reported_up_on is None
    return Changes(
        columns={"merged_into": None},
        event={"from": str(into), **await sources_told(step, {clue.id: None})},
        no_clock=frozenset() if is_owed else frozenset({UPWARD}),
    )
