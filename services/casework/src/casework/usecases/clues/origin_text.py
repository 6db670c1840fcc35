"""Open the door to a text another service keeps: for this officer and this clue, recorded, never kept."""

from __future__ import annotations

from collections.abc import Awaitable
from typing import Literal, TypeVar
from uuid import UUID

from casework.domain.clue_lifecycle import CLUE
from casework.store.clues.clues import origins
from shared.audit.record import audit
from shared.http.client import Rejected, Unavailable, Wire
from shared.http.problems import Problem
from shared.process.desk import Call, Desk
from shared.process.load import load_for

Purpose = Literal["assess", "verify", "talk", "recusal_check", "feedback"]
T = TypeVar("T", bound=Wire)


async def linked(
    desk: Desk, clue_id: UUID, call: Call, *, permission: str, kind: str, wanted: UUID | None, purpose: str
) -> UUID | None:
    """Return the id of what the text is of, the first of its kind unless one is named; the opening is recorded.

    None when the clue does not come from it.

    Raises: Problem `not_found`, `forbidden`.
    """
    async with desk.db.transaction(call.actor.scope(call.at)) as tx:
        await load_for(tx, desk, desk.processes[CLUE.name], clue_id, call, permission, lock=False)
        known = await origins(tx, clue_id, kind)
        found = wanted or (known[0] if known else None)
        if found is None or found not in known:
            return None
        audit(
            tx, call.actor, call.at, action=permission, object_type=CLUE.name, object_id=clue_id,
            field_group="content", purpose=purpose, request_id=call.request_id, details={kind: str(found)},
        )  # fmt: skip
    return found


async def fetched(asking: Awaitable[T]) -> T:
    """Return what the other service answers. Raises: Problem `forbidden`, `not_found`, `report_text_unavailable`."""
    try:
        return await asking
    except Unavailable as error:
        raise Problem("report_text_unavailable", service=error.service) from error
    except Rejected as error:
        raise Problem("forbidden" if error.status == 403 else "not_found") from error
