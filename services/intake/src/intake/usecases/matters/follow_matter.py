"""What happened to a matter on its way: what crossed at each hand-over, how long whom it took, officers' papers."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from intake.store.disclosures import disclosures_of
from intake.store.papers import papers_of
from shared.audit.record import audit
from shared.clocks.holders import segments_of, time_by_holder
from shared.clocks.store import of_object
from shared.directory.paths import code_of
from shared.http.answers import Answer
from shared.http.fields import on_the_wire
from shared.process.desk import Call, Desk
from shared.process.load import load_for
from shared.process.process import Process


async def show_disclosures(desk: Desk, process: Process[Any], object_id: UUID, call: Call) -> Answer:
    """Return the privacy ledger of a matter. Raises: Problem `not_found`, `forbidden`. Rule: C-1, PIPL Art 34."""
    async with desk.db.reader(call.actor.scope(call.at)) as reader:
        await load_for(
            reader, desk, process, object_id, call, process.permission("read_disclosures"), lock=False
        )
        rows = await disclosures_of(reader, object_id)
    return Answer(200, {"items": [_disclosure(row) for row in rows]})


async def show_holding_times(desk: Desk, process: Process[Any], object_id: UUID, call: Call) -> Answer:
    """Return for each deadline the days charged to each body that held the matter.

    Raises: Problem `not_found`.
    """
    async with desk.db.transaction(call.actor.scope(call.at)) as tx:
        await load_for(tx, desk, process, object_id, call, process.permission("read"), lock=False)
        clocks = await of_object(tx, object_id)
        segments = await segments_of(tx, [clock.id for clock in clocks])
        calendar = await desk.calendar.current(tx)
    items = [
        {
            "rule": clock.rule,
            "unit": clock.unit.value,
            "state": clock.state_at(call.at).value,
            "holders": [
                {"holder": code_of(share.holder), "days": share.days}
                for share in time_by_holder(clock, segments, calendar, call.today)
            ],
        }
        for clock in clocks
    ]
    return Answer(200, {"items": items})


async def show_papers(desk: Desk, process: Process[Any], object_id: UUID, call: Call) -> Answer:
    """Open officers' papers about a matter; recorded. Raises: Problem `not_found`, `forbidden`."""
    permission = process.permission("read_papers")
    async with desk.db.transaction(call.actor.scope(call.at)) as tx:
        await load_for(tx, desk, process, object_id, call, permission, lock=False)
        papers = await papers_of(tx, desk.seals, object_id)
        audit(
            tx, call.actor, call.at, action=permission, object_type=process.name, object_id=object_id,
            field_group="papers", request_id=call.request_id,
        )  # fmt: skip
    return Answer(200, {"items": [{**one, "at": on_the_wire(one["at"])} for one in papers]})


def _disclosure(row: Any) -> dict[str, Any]:
    return {
        "kind": row["kind"],
        "from": code_of(row["from_path"]),
        "to": code_of(row["to_path"]) if row["to_path"] else None,
        "crossed": row["crossed"],
        "withheld": row["withheld"],
        "number": row["number"],
        "by": row["by_id"],
        "sign_off_id": row["sign_off_id"],
        "at": on_the_wire(row["at"]),
    }
