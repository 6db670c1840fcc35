"""Documents about a demand: referral, supervision, reminder, notice that it is not accepted, written opinion."""

from typing import Any

from intake.domain.articles import Matter, petition_basis
from intake.domain.demand import Demand
from intake.domain.demand_lifecycle import DemandAction as A
from intake.domain.demand_lifecycle import DemandState as S
from intake.store.contents import newest_opinion, read_extract
from shared.db import Reader
from shared.directory.paths import code_of
from shared.documents import Document, OrganisationName, Value
from shared.documents.gathering import due_on, moved_on, opinion_at, signed_command
from shared.lifecycle import Refused
from shared.process.desk import Desk
from shared.process.process import Viewer

READ = "demand:read"
_NOTHING_ASKED = "未提出具体明确的诉求事项"
"""The list of reasons is that of reports, which name breaches; a demand names none."""
_SENT = {
    "basis": "依据", "department": "承办单位", "region": "所属区（市）", "field": "领域", "received_on": "收到日期",
    "extract": "诉求摘编，不含反映人信息", "due_on": "办理期限", "sent_on": "发函日期", "opinion": "办理要求",
}  # fmt: skip


async def forward_letter(reader: Reader, desk: Desk, demand: Demand, _: Viewer) -> dict[str, Value]:
    """Return what the department gets to read, and until when it is to answer. Rule: B3, DL-35."""
    return await _sent(reader, desk, demand, A.FORWARD)


async def supervision_letter(reader: Reader, desk: Desk, demand: Demand, _: Viewer) -> dict[str, Value]:
    """Return why and until when the department is pressed. Rule: B4."""
    return await _sent(reader, desk, demand, A.SUPERVISE)


async def reminder_letter(reader: Reader, desk: Desk, demand: Demand, _: Viewer) -> dict[str, Value]:
    """Return what the department is reminded of. Rule: B9."""
    return await _sent(reader, desk, demand, A.WORK_REMINDER)


async def non_acceptance_notice(reader: Reader, desk: Desk, demand: Demand, _: Viewer) -> dict[str, Value]:
    """Return why the demand is not accepted. Rule: B2, PET Art 22."""
    reason = demand.reason or ""
    label = desk.vocabularies.label("decline_reason", reason, "zh-CN")
    return {
        "basis": petition_basis(Matter.RECEIVE, demand.received_on),
        "received_on": demand.received_on,
        "reason": _NOTHING_ASKED if reason == "no_substance" else label,
        "declined_on": await moved_on(reader, demand.id, A.DECLINE),
    }


async def written_opinion(reader: Reader, desk: Desk, demand: Demand, _: Viewer) -> dict[str, Value]:
    """Return the department's answer with view, basis and remedy. Rule: B6, PET Art 32."""
    opinion = await newest_opinion(reader, desk.seals, demand.id)
    if opinion is None:
        raise Refused("document_not_yet")
    kind, matter = _round(demand)
    return {
        "kind": kind,
        "basis": petition_basis(matter, demand.received_on),
        "department": OrganisationName(code_of(opinion.by_path)),
        "field": desk.vocabularies.label("livelihood_field", demand.field, "zh-CN") if demand.field else "",
        "received_on": demand.received_on,
        "text": opinion.fields["text"],
        "facts": opinion.fields.get("facts", ""),
        "legal_basis": opinion.fields.get("legal_basis", ""),
        "view": desk.vocabularies.label("answer_view", opinion.view, "zh-CN"),
        "remedy": "" if demand.had_final_review else opinion.fields.get("remedy", ""),
        "answered_on": opinion.on,
    }


def _round(demand: Demand) -> tuple[str, Matter]:
    if demand.had_final_review:
        return "复核", Matter.FINAL_REVIEW
    return ("复查", Matter.REVIEW) if demand.had_review else ("处理", Matter.ANSWER)


async def _sent(reader: Reader, desk: Desk, demand: Demand, action: A) -> dict[str, Value]:
    sent_on = await moved_on(reader, demand.id, action)
    if sent_on is None or demand.department_path is None:
        raise Refused("document_not_yet")
    command = await signed_command(reader, desk, demand.id, action)
    extract = command.get("extract") or await read_extract(reader, desk.seals, demand.id) or ""
    return {
        "basis": petition_basis(Matter.FORWARD, demand.received_on),
        "department": OrganisationName(code_of(demand.department_path)),
        "region": OrganisationName(demand.region) if demand.region else "",
        "field": desk.vocabularies.label("livelihood_field", demand.field, "zh-CN") if demand.field else "",
        "received_on": demand.received_on,
        "extract": extract,
        "due_on": await due_on(reader, demand.id, "DL-35"),
        "sent_on": sent_on,
        "opinion": await opinion_at(reader, desk, demand.id, action),
    }


_BEFORE = (S.RECEIVED, S.REGISTERED, S.CLASSIFIED, S.SPLIT_TO_REPORT, S.NOT_ACCEPTED)


def is_sent(demand: Any) -> bool:
    """Say whether the demand lies with a department, or did."""
    return demand.department_path is not None and demand.state not in _BEFORE


def _is_supervised(demand: Any) -> bool:
    return is_sent(demand) and demand.state != S.FORWARDED


DEMAND_DOCUMENTS = (
    Document("forward-letter", ("民生诉求转办函", "Letter of referral"), READ, forward_letter, _SENT, exists=is_sent),
    Document(
        "supervision-letter", ("民生诉求督办函", "Letter of supervision"), READ, supervision_letter, _SENT,
        exists=_is_supervised,
    ),
    Document(
        "reminder-letter", ("工作提醒函", "Work reminder"), READ, reminder_letter, _SENT, exists=_is_supervised
    ),
    Document(
        "demand-non-acceptance-notice", ("不予受理告知书（民生诉求）", "Notice of non-acceptance (demand)"), READ,
        non_acceptance_notice,
        {"basis": "依据", "received_on": "收到日期", "reason": "不予受理理由", "declined_on": "决定日期"},
        exists=lambda demand: demand.state == S.NOT_ACCEPTED,
    ),
    Document(
        "written-opinion", ("处理意见书", "Written opinion"), READ, written_opinion,
        {"kind": "处理、复查或者复核", "basis": "依据", "department": "答复单位", "field": "领域", "received_on": "收到日期",
         "text": "处理意见", "facts": "查明事实", "legal_basis": "法律政策依据", "view": "处理结论", "remedy": "救济途径",
         "answered_on": "答复日期"},
        exists=lambda demand: demand.answered_on is not None,
    ),
)  # fmt: skip
