"""Show what an inspection wrote of a clue: fetched from rectification for this officer, recorded, never kept."""

from typing import Annotated
from uuid import UUID

from pydantic import Field

from casework.clients.rectification import RectificationClient
from casework.store.clues.clues import FINDING
from casework.usecases.clues.origin_text import Purpose, fetched, linked
from shared.http.answers import Answer
from shared.http.models import Query
from shared.http.problems import Problem
from shared.process.desk import Call, Desk


class InspectionTextQuery(Query):
    """Why the text is needed, and of which transferred clue when several feed this one."""

    purpose: Annotated[Purpose, Field(description="查阅目的 · purpose")]
    transferred_clue_id: Annotated[
        UUID | None, Field(description="移交线索，默认首件 · the entry of the hand-over list")
    ] = None


async def read_inspection_text(desk: Desk, clue_id: UUID, query: InspectionTextQuery, call: Call) -> Answer:
    """Return what the inspection found and whom it is about.

    Raises: Problem `not_found`, `forbidden`, `inspection_clue_not_linked`, `report_text_unavailable`.
    Rule: C-8, F11.
    """
    found = await linked(
        desk, clue_id, call, permission="clue:read_inspection_text", kind=FINDING,
        wanted=query.transferred_clue_id, purpose=query.purpose,
    )  # fmt: skip
    if found is None:
        raise Problem("inspection_clue_not_linked")
    rectification: RectificationClient = desk.clients["rectification"]
    text = await fetched(rectification.inspection_text(found, query.purpose, call.actor))
    return Answer(200, {"transferred_clue_id": found, **text.model_dump()})
