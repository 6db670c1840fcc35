"""Tell casework whom a transferred report is about, so that officers named in it can be kept away from the clue.

Names only, to the service itself and to nobody's screen; what was written stays here. Every telling is recorded.
"""

from uuid import UUID

from intake.domain.report import Report
from intake.store.contents import read_content
from shared.audit.record import audit
from shared.auth.permissions import ObjectFacts
from shared.auth.secrecy import SecrecyLevel
from shared.db import Scope
from shared.http.answers import Answer
from shared.http.models import Output
from shared.http.problems import Problem
from shared.process.desk import Call, Desk
from shared.process.load import check_allowed, load_subject


class SubjectNameOut(Output):
    """Whom a report is about."""

    name: str
    organisation: str
    position: str


class SubjectsOut(Output):
    """Everybody a report is about."""

    subjects: list[SubjectNameOut]


async def tell_subjects(desk: Desk, report_id: UUID, call: Call) -> Answer:
    """Return the subjects of a report that was passed on to the asking service.

    Raises: Problem `not_found`, `forbidden`.
    Rule: 1.6, RPT Art 48.
    """
    if call.actor.kind != "service":
        raise Problem("forbidden")
    async with desk.db.transaction(Scope("worker", at=call.at)) as tx:
        report: Report | None = await load_subject(tx, desk.processes["report"], report_id, lock=False)
        if report is None or report.office_path is None:
            raise Problem("not_found")
        facts = ObjectFacts(str(report.id), report.holder_path, SecrecyLevel(report.secrecy))
        check_allowed(desk, call, "report:read_subjects", facts)
        subjects = (await read_content(tx, desk.seals, report_id)).subjects
        audit(
            tx, call.actor, call.at, action="report:read_subjects", object_type="report", object_id=report_id,
            field_group="subjects", purpose="recusal_check", rule="1.6", request_id=call.request_id,
        )  # fmt: skip
    named = [{key: one.get(key) or "" for key in SubjectNameOut.model_fields} for one in subjects]
    return Answer(200, {"subjects": named})
