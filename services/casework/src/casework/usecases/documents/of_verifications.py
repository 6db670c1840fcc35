"""Documents about a preliminary verification: its plan, its report signed by every member."""

from casework.domain.articles import Matter, basis
from casework.domain.verification import Verification
from casework.domain.verification_lifecycle import VerificationAction as A
from casework.domain.verification_lifecycle import VerificationState as S
from casework.store.teams import signed_by
from casework.usecases.documents.written import clue_of, listed, paper_fields, subjects_of
from shared.db import Reader
from shared.documents import Document, OfficerName, Rows, Value
from shared.documents.gathering import SIGNATURES, moved_on, signatures_on
from shared.process.desk import Desk
from shared.process.process import Viewer

PERMISSION = "verification:read_papers"


async def verification_plan(
    reader: Reader, desk: Desk, verification: Verification, _: Viewer
) -> dict[str, Value]:
    """Return the plan as it was approved. Rule: V-1, V-2."""
    clue = await clue_of(reader, desk, verification.clue_id)
    paper = await paper_fields(reader, desk, verification.id, "plan")
    return {
        "basis": basis(Matter.VERIFICATION, clue.legal_regime),
        "subjects": await subjects_of(reader, desk, clue),
        "clue_number": clue.number,
        "plan": paper.get("plan") or paper.get("opinion", ""),
        "emergency_plan": paper.get("emergency_plan", ""),
        "approved_on": await moved_on(reader, verification.id, A.SUBMIT_PLAN),
        "signatures": await signatures_on(reader, desk, verification.id, A.SUBMIT_PLAN),
    }


async def verification_report(
    reader: Reader, desk: Desk, verification: Verification, _: Viewer
) -> dict[str, Value]:
    """Return the report as it stands, and who signed this version of it. Rule: V-4."""
    clue = await clue_of(reader, desk, verification.clue_id)
    paper = await paper_fields(reader, desk, verification.id, "report")
    signed = await signed_by(reader, verification.id, verification.report_version)
    return {
        "basis": basis(Matter.VERIFICATION_REPORT, clue.legal_regime),
        "subjects": await subjects_of(reader, desk, clue),
        "clue_number": clue.number,
        "report": paper.get("report") or paper.get("opinion", ""),
        "truth_grade": listed(desk, "truth_grade", verification.truth_grade),
        "proposal": listed(desk, "verification_proposal", verification.proposal),
        "members": [{"name": OfficerName(officer), "day": at.date()} for officer, at in signed],
        "reported_on": await moved_on(reader, verification.id, A.DRAFT_REPORT),
        "signatures": await signatures_on(reader, desk, verification.id, A.DECIDE),
    }


VERIFICATION_DOCUMENTS = (
    Document(
        "verification-plan", ("初步核实工作方案", "Verification plan"), PERMISSION, verification_plan,
        {"basis": "依据", "subjects": "被核查人", "clue_number": "线索编号", "plan": "方案",
         "emergency_plan": "安全、医疗、保密预案", "approved_on": "批准日期", "signatures": SIGNATURES},
        exists=lambda verification: verification.state != S.PLAN_DRAFTED,
    ),
    Document(
        "verification-report", ("初步核实情况报告", "Verification report"), PERMISSION, verification_report,
        {"basis": "依据", "subjects": "被核查人", "clue_number": "线索编号", "report": "核查报告", "truth_grade": "属实情况",
         "proposal": "处理建议", "members": Rows("核查组签名", name="姓名", day="签名日期"), "reported_on": "报告日期",
         "signatures": SIGNATURES},
        exists=lambda verification: verification.report_version > 0,
    ),
)  # fmt: skip
