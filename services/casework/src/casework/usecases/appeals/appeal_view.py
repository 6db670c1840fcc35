"""What an officer sees of an appeal; its papers open for who handles or decides it."""

from datetime import date
from typing import Any
from uuid import UUID

from casework.domain.appeal import Appeal
from casework.store.cases.members import participants_of
from casework.usecases.papers import papers_of
from shared.db import Reader
from shared.directory.paths import code_of
from shared.http.models import ObjectOut, Output
from shared.process.desk import Desk
from shared.process.process import Viewer
from shared.process.shown_papers import PaperOut


class AppealHandlerOut(Output):
    """An officer who handles an appeal."""

    officer_id: str
    login: str
    organisation: str


class AppealOut(ObjectOut):
    """An appeal or complaint as officers see it."""

    case_id: UUID
    subject_id: UUID
    kind: str
    lodged_on: date
    result: str | None
    decided_on: date | None
    served_on: date | None
    handlers: list[AppealHandlerOut]
    papers: list[PaperOut]


async def view_appeal(reader: Reader, desk: Desk, appeal: Appeal, viewer: Viewer) -> dict[str, Any]:
    """Return the appeal's own fields."""
    handlers = (
        [] if viewer.brief else await participants_of(reader, appeal.case_id, "appeal", appeal_id=appeal.id)
    )
    return {
        "case_id": appeal.case_id,
        "subject_id": appeal.subject_id,
        "kind": appeal.kind,
        "lodged_on": appeal.lodged_on,
        "result": appeal.result,
        "decided_on": appeal.decided_on,
        "served_on": appeal.served_on,
        "handlers": [
            {"officer_id": one.officer_id, "login": one.login, "organisation": code_of(one.organisation_path)}
            for one in handlers
        ],
        "papers": await papers_of(reader, desk, "appeal", appeal.id, viewer),
    }
