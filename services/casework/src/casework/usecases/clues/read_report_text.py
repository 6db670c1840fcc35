"""Show the text of a report that feeds a clue: fetched from intake for this officer, recorded, never kept."""

from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from casework.clients.intake import IntakeClient
from casework.domain.clue_lifecycle import CLUE
from casework.store.clues.clues import REPORT, origins
from shared.audit.record import audit
from shared.http.answers import Answer
from shared.http.client import Rejected, Unavailable
from shared.http.models import Query
from shared.http.problems import Problem
from shared.process.desk import Call, Desk
from shared.process.load import load_for

Purpose = Literal["assess", "verify", "talk", "recusal_check", "feedback"]


class TextQuery(Query):
    """Why the text is needed, and of which report when several feed the clue."""

    purpose: Annotated[Purpose, Field(description="查阅目的 · purpose")]
    report_id: Annotated[UUID | None, Field(description="来件，默认首件 · the report")] = None


async def read_report_text(desk: Desk, clue_id: UUID, query: TextQuery, call: Call) -> Answer:
    """Return what the person wrote and whom it is about.

    Raises: Problem `not_found`, `forbidden`, `report_not_linked`, `report_text_unavailable`.
    Rule: C-1, C-8, OFF Art 48.
    """
    permission = "clue:read_report_text"
    async with desk.db.transaction(call.actor.scope(call.at)) as tx:
        await load_for(tx, desk, desk.processes[CLUE.name], clue_id, call, permission, lock=False)
        linked = await origins(tx, clue_id, REPORT)
        report_id = query.report_id or (linked[0] if linked else None)
        if report_id is None or report_id not in linked:
            raise Problem("report_not_linked")
        audit(
            tx, call.actor, call.at, action=permission, object_type=CLUE.name, object_id=clue_id,
            field_group="content", purpose=query.purpose, request_id=call.request_id,
            details={"report": str(report_id)},
        )  # fmt: skip
    intake: IntakeClient = desk.clients["intake"]
    try:
        text = await intake.report_text(report_id, call.actor)
    except Unavailable as error:
        raise Problem("report_text_unavailable", service=error.service) from error
    except Rejected as error:
        raise Problem("forbidden" if error.status == 403 else "not_found") from error
    return Answer(200, {"report_id": report_id, **text.model_dump()})
