"""Show what a clue of reprisal is about: fetched from intake for this officer, recorded, never kept."""

from typing import Annotated
from uuid import UUID

from pydantic import Field

from casework.clients.intake import IntakeClient
from casework.store.clues.clues import PROTECTION
from casework.usecases.clues.origin_text import Purpose, fetched, linked
from shared.http.answers import Answer
from shared.http.models import Query
from shared.http.problems import Problem
from shared.process.desk import Call, Desk


class ReprisalQuery(Query):
    """Why the words are needed."""

    purpose: Annotated[Purpose, Field(description="查阅目的 · purpose")]


async def read_reprisal_text(desk: Desk, clue_id: UUID, query: ReprisalQuery, call: Call) -> Answer:
    """Return what the reporter told who suffers reprisal, and what was found. Only the handler is told who that is.

    Raises: Problem `not_found`, `forbidden`, `report_not_linked`, `report_text_unavailable`.
    Rule: R-A10, C-1, C-8.
    """
    request_id = await linked(
        desk,
        clue_id,
        call,
        permission="clue:read_report_text",
        kind=PROTECTION,
        wanted=None,
        purpose=query.purpose,
    )
    if request_id is None:
        raise Problem("report_not_linked")
    intake: IntakeClient = desk.clients["intake"]
    return Answer(200, (await fetched(intake.reprisal(request_id, call.actor))).model_dump())
