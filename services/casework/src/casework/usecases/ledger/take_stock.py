"""C10: count the ledger, list what is overdue, and draw clues for spot checks."""

from casework.domain.reconciliation import Reconciliation
from casework.domain.sampling import drawn
from casework.store.reconciliations import (
    COUNTED_BY,
    OVERDUE,
    SPOT_CHECK,
    add_items,
    count_by,
    open_clues_in,
    overdue_in,
)
from casework.store.terms import keyed_by
from shared.directory.paths import code_of, organ_of
from shared.process.bodies import Command
from shared.process.process import Changes, Step


class TakeStock(Command):
    """汇总核对 · counts the ledger as it stands now; may be done again until it is reported."""


async def take_stock(step: Step[Reconciliation, TakeStock]) -> Changes:
    """Keep the figures, the overdue list and the draw. What is drawn depends on a key, not on who draws or when.

    Rule: C10, ENF Art 25.
    """
    one, tx = step.subject, step.tx
    organ, stock = organ_of(one.holder_path), one.stock + 1
    figures = {by: await count_by(tx, organ, by) for by in COUNTED_BY}
    offices = figures.pop("office_path")
    figures["office"] = {code_of(path) if path else "": count for path, count in offices.items()}
    late = await overdue_in(tx, organ, step.at)
    open_now = await open_clues_in(tx, organ)
    percent = step.desk.settings.spot_check_percent
    chosen = drawn(keyed_by(step.desk.seals), f"{one.id}/{stock}", open_now, percent)
    add_items(tx, one.id, stock, ({"kind": OVERDUE, **each._asdict()} for each in late))
    add_items(
        tx,
        one.id,
        stock,
        ({"kind": SPOT_CHECK, "clue_id": each, "number": open_now[each]} for each in chosen),
    )
    return Changes(columns={"stock": stock, "taken_at": step.at, "figures": figures})
