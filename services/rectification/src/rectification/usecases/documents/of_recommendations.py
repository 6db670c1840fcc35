"""Letters of chapter 10: both kinds of recommendation, what urges a reply, the lighter papers."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from rectification.domain.articles import escalation_basis, recommendation_basis
from rectification.domain.recommendation import Recommendation, RecommendationKind, Reminder
from rectification.domain.recommendation_lifecycle import RecommendationAction as A
from rectification.domain.recommendation_lifecycle import RecommendationState as S
from rectification.domain.reminder_lifecycle import ReminderKind
from rectification.store.papers import PAPERS
from shared.db import Reader
from shared.directory.paths import code_of
from shared.documents import Document, Fields, OrganisationName, Placeholders, Value
from shared.documents.gathering import moved_on
from shared.lifecycle import Refused
from shared.process.desk import Desk
from shared.process.process import Viewer

_LETTER: Placeholders = {
    "basis": "依据", "addressee": "受文单位", "facts": "查明的事实", "problems": "存在问题及原因", "advice": "具体建议",
    "how_to_reply": "回复方式", "how_to_object": "异议途径", "reply_by": "回复期限", "issued_on": "制发日期",
}  # fmt: skip
_TITLES = {
    ReminderKind.WORK_REMINDER: "工作提醒函",
    ReminderKind.REMINDER_INTERVIEW: "约谈提醒通知书",
    ReminderKind.INTERNAL_NOTICE: "内部通报",
}


async def recommendation(reader: Reader, desk: Desk, one: Recommendation, _: Viewer) -> dict[str, Value]:
    """Return the letter; what SR21 Art 205 asks of it was checked before it was issued. Rule: chapter 10."""
    letter = await paper_fields(reader, desk, one.id, "letter")
    return {
        "basis": recommendation_basis(one.kind, one.legal_regime),
        "addressee": OrganisationName(code_of(one.addressee_path)),
        **{
            name: letter.get(name, "")
            for name in ("facts", "problems", "advice", "how_to_reply", "how_to_object")
        },
        "reply_by": one.reply_by,
        "issued_on": await moved_on(reader, one.id, A.ISSUE),
    }


def urging(paper: str, action: A) -> Fields:
    """Return what fills a letter that urges: to the addressee, or to who stands above it."""

    async def fields(reader: Reader, desk: Desk, one: Recommendation, _: Viewer) -> dict[str, Value]:
        said = await paper_fields(reader, desk, one.id, paper)
        above = one.superior_path if action is A.ESCALATE else None
        return {
            "basis": escalation_basis(one.legal_regime),
            "receiver": OrganisationName(code_of(above or one.addressee_path)),
            "addressee": OrganisationName(code_of(one.addressee_path)),
            "letter": said["letter"],
            "delivered_on": one.delivered_on,
            "reply_by": one.reply_by,
            "sent_on": await moved_on(reader, one.id, action),
        }

    return fields


async def reminder(reader: Reader, desk: Desk, one: Reminder, _: Viewer) -> dict[str, Value]:
    """Return a work reminder, a summons to a reminder interview, or an internal notice."""
    paper = await paper_fields(reader, desk, one.id, "text")
    return {
        "title": _TITLES[ReminderKind(one.kind)],
        "addressee": OrganisationName(code_of(one.addressee_path)),
        "text": paper["text"],
        "reply_by": one.reply_by,
        "delivered_on": one.delivered_on,
    }


async def paper_fields(reader: Reader, desk: Desk, object_id: UUID, kind: str) -> dict[str, Any]:
    """Return what the newest version of a paper says. Raises: Refused `document_not_yet`."""
    paper = await PAPERS.newest(reader, desk.seals, object_id, kind)
    if paper is None:
        raise Refused("document_not_yet")
    return paper.fields


def _is(kind: RecommendationKind) -> Callable[[Any], bool]:
    return lambda one: one.kind == kind and one.state != S.WITHDRAWN


_URGING: Placeholders = {
    "basis": "依据", "receiver": "收函单位", "addressee": "建议书受文单位", "letter": "催办或者督促内容",
    "delivered_on": "建议书送达日期", "reply_by": "回复期限", "sent_on": "发函日期",
}  # fmt: skip
READ = "recommendation:read"
RECOMMENDATION_DOCUMENTS = (
    Document(
        "discipline-recommendation", ("纪律检查建议书", "Discipline-inspection recommendation"), READ, recommendation,
        _LETTER, exists=_is(RecommendationKind.DISCIPLINE),
    ),
    Document(
        "supervisory-recommendation", ("监察建议书", "Supervisory recommendation"), READ, recommendation, _LETTER,
        exists=_is(RecommendationKind.SUPERVISORY),
    ),
    Document(
        "urging-letter", ("建议书催办函", "Letter urging a reply"), READ, urging("urging_letter", A.SET_NEW_DATE),
        _URGING, is_written=PAPERS.has("urging_letter"),
    ),
    Document(
        "escalation-letter", ("建议书督促函", "Letter to the superior"), READ, urging("escalation_letter", A.ESCALATE),
        _URGING, is_written=PAPERS.has("escalation_letter"),
    ),
)  # fmt: skip

REMINDER_DOCUMENTS = (
    Document(
        "reminder", ("提醒、约谈与通报", "Reminder, interview or notice"), "reminder:read", reminder,
        {"title": "文书名称", "addressee": "受文单位", "text": "内容", "reply_by": "报告期限", "delivered_on": "送达日期"},
    ),
)  # fmt: skip
