"""An officer leaves the service: off every team, and home from every loan.

Their rights end with them (`shared.needtoknow`). A successor inherits none: an office or leader names them anew, and
then they are checked like anybody.

Rule: C-9, 1.6.
"""

from casework.domain.linkage.secondment_lifecycle import SECONDMENT, SecondmentAction
from casework.store.leaving import leave_teams
from casework.store.linkage.secondments import lock_loans_of
from shared.db import Transaction
from shared.feed.consume import Event
from shared.process.bodies import Command
from shared.process.desk import Desk
from shared.process.system import make_move


async def leave_service(tx: Transaction, desk: Desk, event: Event) -> None:
    """End the officer's part in everything under way. Rule: C-9, E4."""
    await leave_teams(tx, event.subject, desk.clock.now())
    for loan in await lock_loans_of(tx, event.subject):
        await make_move(tx, desk, desk.processes[SECONDMENT.name], loan, SecondmentAction.LAPSE, Command())
