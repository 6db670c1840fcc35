"""Documents about a report: notices to the reporter, letters to whom it goes, record of the feedback."""

from intake.domain.articles import report_basis
from intake.domain.report import Report
from intake.domain.report_lifecycle import ReportAction as A
from intake.domain.report_lifecycle import ReportState as S
from shared.db import Reader
from shared.directory.paths import code_of
from shared.documents import Document, OrganisationName, Value
from shared.documents.gathering import SIGNATURES, due_on, moved_on, opinion_at, signatures_on, signed_command
from shared.lifecycle import Refused
from shared.process.desk import Desk
from shared.process.process import Viewer

_ACCEPTED = (S.ACCEPTED, S.TRANSFERRED, S.IN_DISPOSAL, S.CONCLUDED, S.FEEDBACK_GIVEN)
_ASSIGNED = (S.ASSIGNED_DOWN, S.URGED, S.RESULT_REPORTED)
_SENT = {"basis": "依据", "receiver": "承办机关", "received_on": "收到日期", "category": "类别", "ground": "事由",
         "opinion": "办理要求", "due_on": "办理期限", "sent_on": "发函日期"}  # fmt: skip
_PASSED = {name: label for name, label in _SENT.items() if name not in ("ground", "due_on")}


async def assignment_letter(reader: Reader, desk: Desk, report: Report, _: Viewer) -> dict[str, Value]:
    """Return who must handle the report and report the result by when. Rule: A7, DL-05."""
    command = await signed_command(reader, desk, report.id, A.ASSIGN_DOWN)
    return {
        **await _sent(reader, desk, report, A.ASSIGN_DOWN),
        "basis": report_basis(20),
        "ground": _label(desk, "assign_down_ground", command.get("ground", report.reason)),
    }


async def urging_letter(reader: Reader, desk: Desk, report: Report, _: Viewer) -> dict[str, Value]:
    """Return why and how the organ is pressed. Rule: A8."""
    command = await signed_command(reader, desk, report.id, A.URGE)
    return {
        **await _sent(reader, desk, report, A.URGE),
        "basis": report_basis(22),
        "ground": _label(desk, "urge_ground", command.get("ground")),
        "method": _label(desk, "urge_method", command.get("method", "letter")),
    }


async def non_acceptance_notice(reader: Reader, desk: Desk, report: Report, _: Viewer) -> dict[str, Value]:
    """Return why the report is not accepted. Rule: A4, 1.9."""
    return {
        "basis": report_basis(13),
        "received_on": report.received_on,
        "reason": _label(desk, "decline_reason", report.reason),
        "declined_on": await moved_on(reader, report.id, A.DECLINE),
    }


async def feedback_record(reader: Reader, desk: Desk, report: Report, _: Viewer) -> dict[str, Value]:
    """Return what the reporter was told and how; reaction and signature are written by hand. Rule: A15, RPT Art 27."""
    command = await signed_command(reader, desk, report.id, A.GIVE_FEEDBACK)
    return {
        "basis": report_basis(27),
        "received_on": report.received_on,
        "category": _label(desk, "report_category", report.category),
        "truth_grade": _label(desk, "truth_grade", report.truth_grade),
        "concluded_on": report.concluded_on,
        "way": _label(desk, "feedback_way", command.get("way", "receipt")),
        "text": command.get("text") or command.get("opinion") or "",
        "given_on": await moved_on(reader, report.id, A.GIVE_FEEDBACK),
        "signatures": await signatures_on(reader, desk, report.id, A.GIVE_FEEDBACK),
    }


async def acceptance_notice(reader: Reader, desk: Desk, report: Report, _: Viewer) -> dict[str, Value]:
    """Return that the report is accepted. Rule: A11, DL-01, RPT Art 26."""
    accepted_on = await moved_on(reader, report.id, A.ACCEPT) or await moved_on(reader, report.id, A.TRANSFER)
    return {
        "basis": report_basis(26),
        "received_on": report.received_on,
        "category": _label(desk, "report_category", report.category),
        "accepted_on": accepted_on,
    }


async def transfer_letter(reader: Reader, desk: Desk, report: Report, _: Viewer) -> dict[str, Value]:
    """Return which report goes to which office. Rule: A11, RPT Art 14."""
    return {**await _sent(reader, desk, report, A.TRANSFER), "basis": report_basis(14)}


async def referral_letter(reader: Reader, desk: Desk, report: Report, _: Viewer) -> dict[str, Value]:
    """Return to which organ the report goes because it is not ours. Rule: A4, A6, RPT Art 13, 16."""
    is_down = report.state == S.REFERRED_DOWN
    action = A.REFER_DOWN if is_down else A.REFER_OUT
    command = await signed_command(reader, desk, report.id, action)
    code = command.get("to")
    return {
        "basis": report_basis(16 if is_down else 13),
        "receiver": OrganisationName(code) if code else command.get("organ") or "有关机关",
        "received_on": report.received_on,
        "category": _label(desk, "report_category", report.category),
        "opinion": await opinion_at(reader, desk, report.id, action),
        "sent_on": await moved_on(reader, report.id, action),
    }


async def _sent(reader: Reader, desk: Desk, report: Report, action: A) -> dict[str, Value]:
    sent_on = await moved_on(reader, report.id, action)
    if sent_on is None or report.office_path is None:
        raise Refused("document_not_yet")
    return {
        "receiver": OrganisationName(code_of(report.office_path)),
        "received_on": report.received_on,
        "category": _label(desk, "report_category", report.category),
        "opinion": await opinion_at(reader, desk, report.id, action),
        "due_on": await due_on(reader, report.id, "DL-05"),
        "sent_on": sent_on,
    }


def _label(desk: Desk, vocabulary: str, code: str | None) -> str:
    return desk.vocabularies.label(vocabulary, code, "zh-CN") if code else ""


REPORT_DOCUMENTS = (
    Document(
        "assignment-letter", ("检举控告交办函", "Letter of assignment"), "report:read", assignment_letter, _SENT,
        exists=lambda report: report.state in _ASSIGNED,
    ),
    Document(
        "urging-letter", ("检举控告督办函", "Letter of supervision (report)"), "report:read", urging_letter,
        {**_SENT, "method": "督办方式"},
        exists=lambda report: report.state in (S.URGED, S.RESULT_REPORTED),
    ),
    Document(
        "report-non-acceptance-notice", ("不予受理告知书（检举控告）", "Notice of non-acceptance (report)"), "report:read",
        non_acceptance_notice,
        {"basis": "依据", "received_on": "收到日期", "reason": "不予受理理由", "declined_on": "决定日期"},
        exists=lambda report: report.state == S.NOT_ACCEPTED,
    ),
    Document(
        "report-acceptance-notice", ("受理告知书（检举控告）", "Notice of acceptance (report)"), "report:read",
        acceptance_notice,
        {"basis": "依据", "received_on": "收到日期", "category": "类别", "accepted_on": "受理日期"},
        exists=lambda report: report.state in _ACCEPTED,
    ),
    Document(
        "transfer-letter", ("检举控告移送函", "Letter of transfer"), "report:read", transfer_letter, _PASSED,
        exists=lambda report: report.state in _ACCEPTED and report.office_path is not None,
    ),
    Document(
        "referral-letter", ("检举控告转送函", "Letter of referral (report)"), "report:read", referral_letter, _PASSED,
        exists=lambda report: report.state in (S.REFERRED_DOWN, S.REFERRED_OUT),
    ),
    Document(
        "feedback-record", ("实名举报反馈记录", "Record of feedback"), "report:read_text", feedback_record,
        {"basis": "依据", "received_on": "收到日期", "category": "类别", "truth_grade": "属实情况",
         "concluded_on": "办结日期", "way": "反馈方式", "text": "反馈内容", "given_on": "反馈日期", "signatures": SIGNATURES},
        exists=lambda report: report.state == S.FEEDBACK_GIVEN,
    ),
)  # fmt: skip
