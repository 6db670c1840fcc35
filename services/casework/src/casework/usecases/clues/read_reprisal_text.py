"""Show what a clue of reprisal is about: fetched from intake for this officer, recorded, never kept."""

from typing import Annotated
from uuid import UUID

from pydantic import Field

from casework.clients.intake import IntakeClient
from casework.domain.clue_lifecycle import CLUE
from casework.store.clues.clues import PROTECTION, origins
from casework.usecases.clues.read_report_text import Purpose
from shared.audit.record import audit
from shared.http.answers import Answer
from shared.http.client import Rejected, Unavailable
from shared.http.models import Query
from shared.http.problems import Problem
from shared.process.desk import Call, Desk
from shared.process.load import load_for


class ReprisalQuery(Query):
    """Why the words are needed."""

    purpose: Annotated[Purpose, Field(description="查阅目的 · purpose")]


async def read_reprisal_text(desk: Desk, clue_id: UUID, query: ReprisalQuery, call: Call) -> Answer:
    """Return what the reporter told who suffers reprisal, and what was found. Only the handler is told who that is.

    Raises: Problem `not_found`, `forbidden`, `report_not_linked`, `report_text_unavailable`.
    Rule: R-A10, C-1, C-8.
    """
    permission = "clue:read_report_text"
    async with desk.db.transaction(call.actor.scope(call.at)) as tx:
        await load_for(tx, desk, desk.processes[CLUE.name], clue_id, call, permission, lock=False)
        linked = await origins(tx, clue_id, PROTECTION)
        if not linked:
            raise Problem("report_not_linked")
        audit(
            tx, call.actor, call.at, action=permission, object_type=CLUE.name, object_id=clue_id,
            field_group="content", purpose=query.purpose, request_id=call.request_id,
            details={"protection_request": str(linked[0])},
        )  # fmt: skip
    intake: IntakeClient = desk.clients["intake"]
    try:
        found = await intake.reprisal(linked[0], call.actor)
    except Unavailable as error:
        raise Problem("report_text_unavailable", service=error.service) from error
    except Rejected as error:
        raise Problem("forbidden" if error.status == 403 else "not_found") from error
    return Answer(200, found.model_dump())
