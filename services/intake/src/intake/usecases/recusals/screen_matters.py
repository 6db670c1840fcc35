"""Keep officers away from matters about somebody of their name, until a leader says they are others.

A submission waits for nobody: identity is asked by the worker a moment later, and once more at registration, so that
no officer registers what is about themselves. What is written of it is dated to the hour, as the submission is.

Rule: 1.6, RPT Art 48; T29.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from intake.store.unasked_names import Unasked, ask_later, names_are_known, names_of, unasked
from shared.audit.record import audit
from shared.auth.actor import SYSTEM
from shared.clock import to_the_hour
from shared.db import Transaction
from shared.directory.officers import OfficersClient
from shared.feed.consume import WORKER
from shared.http.client import Rejected, Unavailable
from shared.process.desk import Call, Desk
from shared.process.keeping_away import keep_namesakes_away
from shared.process.load import load_for
from shared.process.process import Before, Step

AT_ONCE = 20

Namesakes = Mapping[str, list[str]]
"""The ids of the officers who bear a name, by name."""


async def screen_matters(desk: Desk) -> bool:
    """Ask about some matters that wait; say whether there may be more to do at once."""
    async with desk.db.reader(WORKER) as reader:
        waiting = await unasked(reader, limit=AT_ONCE)
        if not waiting:
            return False
        names = await names_of(reader, desk.seals, [one.object_id for one in waiting])
    found = await namesakes_of(desk, {name for each in names.values() for name in each})
    if found is None:
        return False
    for one in waiting:
        async with desk.db.transaction(WORKER) as tx:
            await shut_to_namesakes(tx, desk, one, names.get(one.object_id, frozenset()), found)
    return len(waiting) == AT_ONCE


def screened_before(kind: str) -> Before:
    """Return what stands before the registration of a report or a demand: who is named in it no longer finds it."""

    async def screen(desk: Desk, object_id: UUID, _: Any, call: Call) -> bool:
        process = desk.processes[kind]
        await desk.directory.read_ahead()  # a region is looked up while the matter is locked
        async with desk.db.reader(call.actor.scope(call.at)) as reader:
            await load_for(reader, desk, process, object_id, call, process.permission("register"), lock=False)
            names = await names_of(reader, desk.seals, [object_id])
        asked = names.get(object_id, frozenset())
        found = await namesakes_of(desk, asked)
        if found is not None:
            async with desk.db.transaction(WORKER) as tx:
                await shut_to_namesakes(tx, desk, Unasked(object_id, kind), asked, found)
        return found is not None

    return screen


async def ask_again(step: Step[Any, Any], kind: str) -> None:
    """Leave the question to the worker where identity did not answer before the registration."""
    if step.prepared is False:
        await ask_later(step.tx, kind, step.subject.id)


async def namesakes_of(desk: Desk, names: Iterable[str]) -> Namesakes | None:
    """Return who bears these names; None while identity does not answer."""
    wanted = sorted(set(names))
    if not wanted:
        return {}
    identity: OfficersClient = desk.clients["identity"]
    try:
        officers = await identity.namesakes(wanted)
    except (Unavailable, Rejected):
        return None
    found: dict[str, list[str]] = {}
    for one in officers:
        found.setdefault(one.name, []).append(str(one.id))
    return found


async def shut_to_namesakes(
    tx: Transaction, desk: Desk, matter: Unasked, names: frozenset[str], found: Namesakes
) -> None:
    """Shut one matter to the officers its names fit, and take it off the list of what waits."""
    at = to_the_hour(desk.clock.now())
    officers = [officer for name in sorted(names) for officer in found.get(name, [])]
    await keep_namesakes_away(tx, desk, matter.object_id, officers, at)
    await names_are_known(tx, matter.object_id)
    audit(
        tx, SYSTEM, at, action=f"{matter.object_type}:screen", object_type=matter.object_type,
        object_id=matter.object_id, field_group="subjects", purpose="recusal_check", rule="1.6",
        details={"officers": officers},
    )  # fmt: skip
