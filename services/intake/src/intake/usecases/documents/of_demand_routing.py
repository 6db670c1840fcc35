"""Documents of a demand's way: notice that it is accepted, objection to jurisdiction, ruling, notice of a later day."""

from intake.domain.articles import Matter, petition_basis
from intake.domain.demand import Demand
from intake.domain.demand_lifecycle import DemandAction as A
from intake.domain.demand_lifecycle import DemandState as S
from intake.usecases.documents.of_demands import READ, is_sent
from shared.db import Reader
from shared.directory.paths import code_of
from shared.documents import Document, OrganisationName, Value
from shared.documents.gathering import SIGNATURES, due_on, moved_on, opinion_at, signatures_on, signed_command
from shared.lifecycle import Refused
from shared.process.desk import Desk
from shared.process.process import Viewer


async def acceptance_notice(reader: Reader, desk: Desk, demand: Demand, _: Viewer) -> dict[str, Value]:
    """Return what the petitioner is told in writing: that it was received, and who handles it. Rule: DL-33, PET Art 23."""
    sent_on = await moved_on(reader, demand.id, A.FORWARD) or await moved_on(reader, demand.id, A.SUPERVISE)
    if sent_on is None:
        raise Refused("document_not_yet")
    return {
        "basis": petition_basis(Matter.FORWARD, demand.received_on),
        "received_on": demand.received_on,
        "field": desk.vocabularies.label("livelihood_field", demand.field, "zh-CN") if demand.field else "",
        "department": _department(demand),
        "due_on": await due_on(reader, demand.id, "DL-35"),
        "sent_on": sent_on,
    }


async def objection_letter(reader: Reader, desk: Desk, demand: Demand, _: Viewer) -> dict[str, Value]:
    """Return why the department is not competent, and who is. Rule: B5, DL-34, PET Art 23."""
    command = await signed_command(reader, desk, demand.id, A.OBJECT_JURISDICTION)
    return {
        "basis": petition_basis(Matter.FORWARD, demand.received_on),
        "forwarder": OrganisationName(code_of(demand.holder_path)),
        "department": _department(demand),
        "received_on": demand.received_on,
        "reason": command.get("reason", ""),
        "legal_basis": command.get("basis", ""),
        "competent_body": OrganisationName(command["competent_body"])
        if command.get("competent_body")
        else "",
        "objected_on": await moved_on(reader, demand.id, A.OBJECT_JURISDICTION),
    }


async def ruling(reader: Reader, desk: Desk, demand: Demand, _: Viewer) -> dict[str, Value]:
    """Return which department must take the demand, and who decided it. Rule: B5, PET Art 23."""
    return {
        "basis": petition_basis(Matter.FORWARD, demand.received_on),
        "department": _department(demand),
        "received_on": demand.received_on,
        "refusals": demand.refusal_count,
        "opinion": await opinion_at(reader, desk, demand.id, A.RULE),
        "due_on": await due_on(reader, demand.id, "DL-35"),
        "ruled_on": await moved_on(reader, demand.id, A.RULE),
        "signatures": await signatures_on(reader, desk, demand.id, A.RULE),
    }


async def extension_notice(reader: Reader, desk: Desk, demand: Demand, _: Viewer) -> dict[str, Value]:
    """Return until when and why the answer takes longer. Rule: B6, DL-35, PET Art 34."""
    command = await signed_command(reader, desk, demand.id, A.EXTEND)
    if not command:
        raise Refused("document_not_yet")
    return {
        "basis": petition_basis(Matter.ANSWER, demand.received_on),
        "received_on": demand.received_on,
        "department": _department(demand),
        "days": command["days"],
        "reason": command["reason"],
        "due_on": await due_on(reader, demand.id, "DL-35"),
        "extended_on": await moved_on(reader, demand.id, A.EXTEND),
    }


def _department(demand: Demand) -> Value:
    return OrganisationName(code_of(demand.department_path)) if demand.department_path else ""


_OF_ALL = {"basis": "依据", "received_on": "收到日期", "department": "承办单位"}
ROUTING_DOCUMENTS = (
    Document(
        "demand-acceptance-notice", ("受理告知书（民生诉求）", "Notice of acceptance (demand)"), READ, acceptance_notice,
        {**_OF_ALL, "field": "领域", "due_on": "办理期限", "sent_on": "转办日期"},
        exists=is_sent,
    ),
    Document(
        "objection-letter", ("职责异议书", "Objection to jurisdiction"), READ, objection_letter,
        {**_OF_ALL, "forwarder": "转办单位", "reason": "理由", "legal_basis": "法律政策依据",
         "competent_body": "应由哪个单位办理", "objected_on": "提出日期"},
        exists=lambda demand: demand.state == S.OBJECTED,
    ),
    Document(
        "ruling", ("主责部门裁定书", "Ruling on who is competent"), READ, ruling,
        {**_OF_ALL, "refusals": "异议次数", "opinion": "裁定理由", "due_on": "办理期限", "ruled_on": "裁定日期",
         "signatures": SIGNATURES},
        exists=lambda demand: demand.is_ruled,
    ),
    Document(
        "extension-notice", ("延期告知书", "Notice of a later day"), READ, extension_notice,
        {**_OF_ALL, "days": "延长日数", "reason": "延期理由", "due_on": "办理期限", "extended_on": "决定日期"},
        exists=is_sent,
    ),
)  # fmt: skip
