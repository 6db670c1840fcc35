"""C2: a clue about the same matter goes into another one, and can come out again.

Both keep what they come from; the other clue's end concludes the reports of both. Whoever must keep away from one
keeps away from the other.
"""

from typing import Annotated
from uuid import UUID

from pydantic import Field

from casework.domain.clue import Clue
from casework.domain.clue_lifecycle import CLUE, UPWARD
from casework.store.clues.clues import link_through, lock_clue
from casework.store.papers import PAPERS
from casework.store.terms import copy_terms, end_terms
from casework.usecases.clues.concluding import sources_told
from casework.usecases.offices import ledger_of
from casework.usecases.writing import write
from shared.clocks import store as clocks
from shared.lifecycle import Refused
from shared.process.bodies import Command
from shared.process.desk import Call, Desk
from shared.process.keeping_away import pass_on
from shared.process.load import facts_of, load_subject
from shared.process.process import Changes, Step


class MergeClue(Command):
    """并案 · the clue this one goes into; the opinion says why they are one matter."""

    into: Annotated[UUID, Field(description="并入的线索 · the clue that goes on")]


async def may_merge_into(desk: Desk, clue_id: UUID, command: MergeClue, call: Call) -> bool:
    """Say whether the caller may dispose of the other clue too; what they may not is as good as unknown."""
    process = desk.processes[CLUE.name]
    async with desk.db.reader(call.actor.scope(call.at)) as reader:
        target = await load_subject(reader, process, command.into, lock=False)
        if target is None:
            return False
        facts = await facts_of(reader, target, call)
    return desk.permissions.decide(call.actor, process.permission("merge"), facts, call.at).allowed


async def _keeper(step: Step[Clue, MergeClue]) -> str:
    """Return where the clue stands from now on: in the ledger, or with the supervisors of own staff. Rule: SoD-5."""
    clue = step.subject
    if clue.is_own_staff:
        return clue.holder_path
    return await ledger_of(step.tx, clue.holder_path, step.desk.settings.ledger_path)


async def merge_clue(step: Step[Clue, MergeClue]) -> Changes:
    """Put the clue back into the ledger, and give what feeds it, its facts and its recusals to the other one.

    Of a merged clue the superior is not told.

    Raises: Refused `merge_target_unknown`.
    Rule: C2, R-A5, ENF Art 23.
    """
    clue, tx = step.subject, step.tx
    target = await lock_clue(tx, step.command.into)
    if target is None:
        raise Refused("merge_target_unknown")
    await write(step, "clue", "merger")
    await link_through(tx, clue.id, target.id, step.at)
    await copy_terms(tx, clue.id, target.id)
    await end_terms(tx, clue.id)
    await clocks.cancel(tx, clue.id, at=step.at, rules=(UPWARD,))
    await pass_on(tx, step.desk, clue.id, target.id, step.at)
    facts = await PAPERS.newest(tx, step.desk.seals, clue.id, "facts")
    brought = {"clue": clue.number, **(facts.fields if facts else {})}
    await PAPERS.add(
        tx, step.desk.seals, ("clue", target.id), "merged", brought, by=step.actor.id, at=step.at
    )
    ledger = await _keeper(step)
    office = target.holder_path if target.holder_path != ledger else None
    told = {"into": str(target.id), "office": office, **await sources_told(step, {})}
    return Changes(
        columns={"merged_into": target.id, "holder_path": ledger, "office_path": None, "way": None},
        event=told,
    )
