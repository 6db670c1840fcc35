"""A1, B1: somebody brings something in, and holds a receipt before anybody has read it.

Everything is queued and goes out as one statement: the matter, its sealed text, the reporter if there is one,
receipt, deadlines, history, audit, event and the idempotency answer stand or fall together.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import Field

from intake.domain.demand import Demand
from intake.domain.demand_lifecycle import DEMAND, DemandState
from intake.domain.regime import regime_on
from intake.domain.report import ANONYMOUS, UNVERIFIED, Report
from intake.domain.report_lifecycle import REPORT, ReportState
from intake.store.contents import add_content, add_reporter
from intake.store.receipts import add_receipt
from shared.attachments.store import link
from shared.audit.record import audit
from shared.auth.actor import PUBLIC
from shared.clock import to_the_hour
from shared.db import Transaction
from shared.http.answers import Answer
from shared.http.idempotency import Clash, claim_with_commit, key_of, replay_after
from shared.http.models import Input, Line, Text
from shared.http.problems import FieldError, invalid_input
from shared.ids import uuid4
from shared.process.aggregate import columns_of
from shared.process.bodies import Code
from shared.process.create import create
from shared.process.desk import Call, Desk
from shared.receipts import Receipt, commitment_of, hash_of, new_receipt, sign_receipt

Category = Literal["accusation", "appeal", "suggestion", "livelihood_demand"]
REGION_KINDS = frozenset(
    {"district_commission", "town_commission", "dispatched_work_committee", "village_community"}
)
DEMAND_CLOCKS = ("P-B1", "DL-32", "DL-33")
REPORT_CLOCKS = ("P-A2",)


class Accused(Input):
    """Whom or what a submission is about."""

    name: Annotated[str, Line(1, 100), Field(description="姓名 · name", examples=["（化名）张某"])]
    organisation: Annotated[str, Line(0, 200), Field(description="单位 · organisation")] = ""
    position: Annotated[str, Line(0, 200), Field(description="职务 · position")] = ""


class Reporter(Input):
    """Who brings it in; absent for an anonymous submission."""

    name: Annotated[str, Line(1, 100), Field(description="姓名或单位名称 · name", examples=["（化名）李某"])]
    phone: Annotated[str, Line(0, 40), Field(description="联系电话 · phone")] = ""
    address: Annotated[str, Line(0, 300), Field(description="住址 · address")] = ""
    consent_to_share: Annotated[
        bool, Field(description="同意向承办单位提供身份 · consent to share the identity")
    ] = False


class Submission(Input):
    """What a person sends."""

    category: Annotated[Category, Field(description="类别 · category")]
    content: Annotated[str, Text(10, 5000), Field(description="反映内容 · what happened")]
    region: Annotated[Code | None, Field(description="所属区（市）· region")] = None
    field: Annotated[Code | None, Field(description="领域 · field")] = None
    subjects: Annotated[list[Accused], Field(max_length=20, description="被反映人或单位 · subjects")] = []
    reporter: Annotated[
        Reporter | None, Field(description="反映人，匿名时省略 · reporter, absent if anonymous")
    ] = None
    attachments: Annotated[list[UUID], Field(max_length=20, description="附件 · attachments")] = []


@dataclass(frozen=True, slots=True)
class Entry:
    """Where what comes in arrives."""

    holder_path: str
    channel: str = "online"


async def submit(desk: Desk, body: Submission, call: Call, entry: Entry) -> Answer:
    """Take a submission in and give its receipt, which is shown once.

    Raises: Problem `invalid_input` for an unknown region or field, `idempotency_key_required`,
    `idempotency_key_reused`.
    Rule: A1, B1, C-5, R-A3.
    """
    key = key_of(call, body)
    await _check_codes(desk, body)
    receipt = new_receipt()
    try:
        async with desk.db.transaction() as tx:
            answer = await _write(tx, desk, body, call, entry, receipt)
            if key is not None:
                claim_with_commit(tx, key, answer, call.at)
    except Clash as clash:
        if key is None:
            raise
        return await replay_after(clash, desk.db, key)
    return answer


async def _check_codes(desk: Desk, body: Submission) -> None:
    wrong = []
    if body.field is not None and not desk.vocabularies.is_valid(
        "livelihood_field", body.field, desk.clock.today()
    ):
        wrong.append(FieldError("/field", "body", "unknown_code"))
    if body.region is not None and not await desk.directory.admits(body.region, REGION_KINDS):
        wrong.append(FieldError("/region", "body", "unknown_code"))
    if wrong:
        raise invalid_input(*wrong)


async def _write(
    tx: Transaction, desk: Desk, body: Submission, call: Call, entry: Entry, receipt: Receipt
) -> Answer:
    """Queue every row of a submission; what a reporter does is dated to the hour at most."""
    at, seals = to_the_hour(call.at), desk.seals
    matter: Any = _demand(body, call.today, entry) if body.category == "livelihood_demand" else _report(
        body, call.today, entry
    )  # fmt: skip
    process = desk.processes[DEMAND.name if isinstance(matter, Demand) else REPORT.name]
    subjects = [one.model_dump() for one in body.subjects]
    add_content(tx, seals, matter.id, body.content, subjects)
    if body.reporter is not None:
        identity = body.reporter.model_dump(exclude={"consent_to_share"})
        add_reporter(tx, seals, matter.id, identity, consent=body.reporter.consent_to_share)
    await create(
        tx, desk, process, matter, rule="A1", action="receive", actor=PUBLIC, at=at, trigger_on=call.today,
        event=f"{process.name}.received", event_data={"region": body.region, "field": body.field},
        starts=DEMAND_CLOCKS if isinstance(matter, Demand) else REPORT_CLOCKS,
        columns=_columns(matter, at),
    )  # fmt: skip
    if body.attachments:
        await link(tx, body.attachments, object_type=process.name, object_id=matter.id, uploaded_by=None)
    statement = {
        "commitment": commitment_of(receipt),
        "received_on": call.today.isoformat(),
        "service": desk.service,
    }
    audit_id = audit(
        tx,
        PUBLIC,
        at,
        action="receipt:issue",
        object_type="receipt",
        details={"commitment": statement["commitment"]},
    )
    add_receipt(
        tx, receipt_hash=hash_of(seals.provider, receipt), commitment=bytes.fromhex(statement["commitment"]),
        object_type=process.name, object_id=matter.id, audit_id=audit_id,
    )  # fmt: skip
    return Answer(
        201,
        {
            "receipt": receipt.grouped,
            "state": "received",
            "received_on": call.today,
            "signed_receipt": sign_receipt(seals.provider, statement),
        },
    )


def _report(body: Submission, today: date, entry: Entry) -> Report:
    return Report(
        id=uuid4(), number=None, state=ReportState.RECEIVED.value, version=1, holder_path=entry.holder_path,
        secrecy="work_secret", category=body.category, channel=entry.channel, region=body.region, field=body.field,
        received_on=today, legal_regime=regime_on(today), named_status=UNVERIFIED if body.reporter else ANONYMOUS,
        problem_types=(), reporter_count=int(body.reporter is not None),
    )  # fmt: skip


def _demand(body: Submission, today: date, entry: Entry) -> Demand:
    return Demand(
        id=uuid4(), number=None, state=DemandState.RECEIVED.value, version=1, holder_path=entry.holder_path,
        secrecy="work_secret", channel=entry.channel, region=body.region, field=body.field, received_on=today,
        legal_regime=regime_on(today), is_anonymous=body.reporter is None,
        reporter_count=int(body.reporter is not None),
    )  # fmt: skip


def _columns(matter: Report | Demand, at: Any) -> dict[str, Any]:
    columns = {**columns_of(matter), "created_at": at}
    if isinstance(matter, Report):
        columns["problem_types"] = list(matter.problem_types)
        columns["subject_organisations"] = list(matter.subject_organisations)
    return columns
