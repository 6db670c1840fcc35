"""Show the text of a report that feeds a clue: fetched from intake for this officer, recorded, never kept."""

from typing import Annotated
from uuid import UUID

from pydantic import Field

from casework.clients.intake import IntakeClient
from casework.store.clues.clues import REPORT
from casework.usecases.clues.origin_text import Purpose, fetched, linked
from shared.http.answers import Answer
from shared.http.models import Query
from shared.http.problems import Problem
from shared.process.desk import Call, Desk


class TextQuery(Query):
    """Why the text is needed, and of which report when several feed the clue."""

    purpose: Annotated[Purpose, Field(description="查阅目的 · purpose")]
    report_id: Annotated[UUID | None, Field(description="来件，默认首件 · the report")] = None


async def read_report_text(desk: Desk, clue_id: UUID, query: TextQuery, call: Call) -> Answer:
    """Return what the person wrote and whom it is about.

    Raises: Problem `not_found`, `forbidden`, `report_not_linked`, `report_text_unavailable`.
    Rule: C-1, C-8, OFF Art 48.
    """
    report_id = await linked(
        desk, clue_id, call, permission="clue:read_report_text", kind=REPORT, wanted=query.report_id,
        purpose=query.purpose,
    )  # fmt: skip
    if report_id is None:
        raise Problem("report_not_linked")
    intake: IntakeClient = desk.clients["intake"]
    text = await fetched(intake.report_text(report_id, call.actor))
    return Answer(200, {"report_id": report_id, **text.model_dump()})
