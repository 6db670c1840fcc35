"""Documents about a talk or inquiry: its plan, the letter of inquiry, the report."""

from casework.domain.articles import Matter, basis
from casework.domain.talk_inquiry import TalkInquiry
from casework.domain.talk_inquiry_lifecycle import TalkInquiryAction as A
from casework.domain.talk_inquiry_lifecycle import TalkInquiryState as S
from casework.usecases.documents.written import clue_of, listed, paper_fields, subjects_of
from shared.db import Reader
from shared.documents import Document, Value
from shared.documents.gathering import SIGNATURES, due_on, moved_on, signatures_on
from shared.process.desk import Desk
from shared.process.process import Viewer

_FORMS = {"talk": "谈话", "letter": "函询"}
_REPORTED = (S.REPORT_DRAFTED, S.DECIDED, S.FILED)
PERMISSION = "talk_inquiry:read_papers"


async def talk_plan(reader: Reader, desk: Desk, talk: TalkInquiry, _: Viewer) -> dict[str, Value]:
    """Return the plan as it was approved."""
    clue = await clue_of(reader, desk, talk.clue_id)
    paper = await paper_fields(reader, desk, talk.id, "plan")
    return {
        "basis": basis(Matter.TALK, clue.legal_regime),
        "subjects": await subjects_of(reader, desk, clue),
        "clue_number": clue.number,
        "form": _FORMS.get(talk.form or "", "谈话或者函询"),
        "plan": paper.get("plan") or paper.get("opinion", ""),
        "emergency_plan": paper.get("emergency_plan", ""),
        "approved_on": await moved_on(reader, talk.id, A.SUBMIT_PLAN),
        "signatures": await signatures_on(reader, desk, talk.id, A.SUBMIT_PLAN),
    }


async def inquiry_letter(reader: Reader, desk: Desk, talk: TalkInquiry, _: Viewer) -> dict[str, Value]:
    """Return what is asked, and until when it is to be answered. Rule: T-5, T-6, DL-10."""
    clue = await clue_of(reader, desk, talk.clue_id)
    paper = await paper_fields(reader, desk, talk.id, "letter")
    return {
        "basis": basis(Matter.INQUIRY, clue.legal_regime),
        "subjects": await subjects_of(reader, desk, clue),
        "letter": paper.get("letter") or paper.get("opinion", ""),
        "copied_to": "、".join(paper.get("copied_to", [])),
        "sent_on": await moved_on(reader, talk.id, A.SEND_LETTER),
        "due_on": await due_on(reader, talk.id, "DL-10"),
    }


async def talk_report(reader: Reader, desk: Desk, talk: TalkInquiry, _: Viewer) -> dict[str, Value]:
    """Return what came of it."""
    clue = await clue_of(reader, desk, talk.clue_id)
    paper = await paper_fields(reader, desk, talk.id, "report")
    return {
        "basis": basis(Matter.TALK, clue.legal_regime),
        "subjects": await subjects_of(reader, desk, clue),
        "clue_number": clue.number,
        "form": _FORMS.get(talk.form or "", "谈话函询"),
        "report": paper.get("report") or paper.get("opinion", ""),
        "outcome": listed(desk, "talk_outcome", talk.outcome),
        "reported_on": await moved_on(reader, talk.id, A.DRAFT_REPORT),
        "signatures": await signatures_on(reader, desk, talk.id, A.DECIDE),
    }


TALK_DOCUMENTS = (
    Document(
        "talk-plan", ("谈话函询工作方案", "Plan of a talk or inquiry"), PERMISSION, talk_plan,
        {"basis": "依据", "subjects": "谈话函询对象", "clue_number": "线索编号", "form": "谈话或者函询", "plan": "方案",
         "emergency_plan": "安全、医疗、保密预案", "approved_on": "批准日期", "signatures": SIGNATURES},
        exists=lambda talk: talk.state != S.PLANNED,
    ),
    Document(
        "inquiry-letter", ("函询通知书", "Letter of inquiry"), PERMISSION, inquiry_letter,
        {"basis": "依据", "subjects": "函询对象，未掌握姓名时留空", "letter": "函询内容", "copied_to": "抄送",
         "sent_on": "发函日期", "due_on": "答复期限"},
        exists=lambda talk: talk.form == "letter" and talk.state not in (S.PLANNED, S.APPROVED),
    ),
    Document(
        "talk-report", ("谈话函询情况报告", "Report on a talk or inquiry"), PERMISSION, talk_report,
        {"basis": "依据", "subjects": "谈话函询对象", "clue_number": "线索编号", "form": "谈话或者函询", "report": "情况报告",
         "outcome": "处置建议", "reported_on": "报告日期", "signatures": SIGNATURES},
        exists=lambda talk: talk.state in _REPORTED,
    ),
)  # fmt: skip
