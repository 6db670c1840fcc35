"""The worker takes a text off the board when the one who asked does not accept the answer it tells of."""

from __future__ import annotations

from intake.domain.publication_lifecycle import PUBLICATION, PublicationAction
from intake.store.publications import AT_ONCE, contested
from shared.feed.consume import WORKER
from shared.process.bodies import Command
from shared.process.desk import Desk
from shared.process.load import load_subject
from shared.process.system import make_move


async def take_down_contested(desk: Desk) -> bool:
    """Withdraw the texts whose demands were objected to or are being reviewed; say whether there may be more to do.

    What is answered anew may be published anew, in words approved anew.

    Rule: PB-4, 1.9.
    """
    process = desk.processes[PUBLICATION.name]
    async with desk.db.transaction(WORKER) as tx:
        found = await contested(tx)
        for text_id in found:
            text = await load_subject(tx, process, text_id, lock=True)
            await make_move(tx, desk, process, text, PublicationAction.WITHDRAW, Command())
    return len(found) == AT_ONCE
