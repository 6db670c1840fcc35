"""Loans begin and end with the day: recorded by the worker. Rights follow the dates and do not wait for it."""

from __future__ import annotations

from uuid import UUID

from casework.domain.linkage.secondment_lifecycle import SECONDMENT
from casework.domain.linkage.secondment_lifecycle import SecondmentAction as A
from casework.store.linkage.secondments import due_to_begin, due_to_lapse, lock_secondment
from shared.db import Scope
from shared.http.problems import Problem
from shared.process.bodies import Command
from shared.process.desk import Desk
from shared.process.system import make_move
from shared.worker.loops import Loop

WORKER = Scope("worker")
AT_ONCE = 100


def secondment_loop(desk: Desk) -> Loop:
    """Return the duty."""

    async def round_() -> bool:
        return await turn_secondments(desk)

    return Loop("secondments", round_, every_s=60)


async def turn_secondments(desk: Desk) -> bool:
    """Begin and end what is due today; return whether there may be more."""
    today = desk.clock.today()
    async with desk.db.reader(WORKER) as reader:
        beginning = await due_to_begin(reader, today, AT_ONCE)
        ending = await due_to_lapse(reader, today, AT_ONCE)
    for secondment_id in beginning:
        await _move(desk, secondment_id, A.BEGIN)
    for secondment_id in ending:
        await _move(desk, secondment_id, A.LAPSE)
    return max(len(beginning), len(ending)) == AT_ONCE


async def _move(desk: Desk, secondment_id: UUID, action: A) -> None:
    async with desk.db.transaction(WORKER) as tx:
        one = await lock_secondment(tx, secondment_id)
        try:
            await make_move(tx, desk, desk.processes[SECONDMENT.name], one, action, Command())
        except Problem as refused:
            if refused.code != "move_out_of_order":  # another worker, or somebody in the meantime
                raise
