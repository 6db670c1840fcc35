"""What somebody brings in becomes a matter: its row, its sealed text, who brought it, and a receipt.

Everything is queued and goes out as one statement: the matter, its sealed text, the reporter if there is one,
receipt, deadlines, history, audit and event stand or fall together.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Annotated, Any, NamedTuple
from uuid import UUID

from pydantic import Field

from intake.domain.channels import ONLINE
from intake.domain.demand import Demand
from intake.domain.demand_lifecycle import DEMAND, DemandState
from intake.domain.regime import petition_regime_on, regime_on
from intake.domain.report import ANONYMOUS, UNVERIFIED, Report
from intake.domain.report_lifecycle import REPORT, ReportState
from intake.store.contents import Content, add_content, add_reporter
from intake.store.unasked_names import leave_unasked
from intake.usecases.receipts.issue_receipt import Issued, issue
from shared.attachments.store import link
from shared.auth.actor import PUBLIC, Actor
from shared.clock import to_the_hour
from shared.db import Transaction
from shared.http.models import Input, Line, Text
from shared.http.problems import FieldError, invalid_input
from shared.ids import uuid4
from shared.process.aggregate import columns_of
from shared.process.bodies import Code
from shared.process.codes import CodedFields
from shared.process.create import create
from shared.process.desk import Call, Desk

REGION_KINDS = frozenset(
    {"district_commission", "town_commission", "dispatched_work_committee", "village_community"}
)
CODES = CodedFields(
    lists={"category": "report_category", "field": "livelihood_field", "problem_types": "problem_type"},
    organisations={"region": REGION_KINDS},
)
DEMAND_CLOCKS = ("P-B1", "DL-32", "DL-33")
REPORT_CLOCKS = ("P-A2", "P-R-B1")
NO_RECEIPT = Issued("", {})


class Accused(Input):
    """Whom or what a submission is about."""

    name: Annotated[str, Line(1, 100), Field(description="姓名 · name", examples=["（化名）张某"])]
    organisation: Annotated[str, Line(0, 200), Field(description="单位 · organisation")] = ""
    position: Annotated[str, Line(0, 200), Field(description="职务 · position")] = ""


class CoReporter(Input):
    """Who reports together with the main contact, and is not written to."""

    name: Annotated[str, Line(1, 100), Field(description="姓名或单位名称 · name", examples=["（化名）李某"])]
    phone: Annotated[str, Line(0, 40), Field(description="联系电话 · phone")] = ""
    address: Annotated[str, Line(0, 300), Field(description="住址 · address")] = ""


class Reporter(CoReporter):
    """Who brings it in; of several, the main contact. Absent for an anonymous submission."""

    consent_to_share: Annotated[
        bool, Field(description="同意向承办单位提供身份 · consent to share the identity")
    ] = False


class Told(Input):
    """What a person tells, whichever way it comes."""

    content: Annotated[str, Text(10, 5000), Field(description="反映内容 · what happened")]
    region: Annotated[Code | None, Field(description="所属区（市）· region")] = None
    field: Annotated[Code | None, Field(description="领域 · field")] = None
    address: Annotated[
        str, Line(0, 300), Field(description="问题发生地址 · where the problem is, not where somebody lives")
    ] = ""
    subjects: Annotated[list[Accused], Field(max_length=20, description="被反映人或单位 · subjects")] = []
    reporter: Annotated[
        Reporter | None, Field(description="反映人，匿名时省略 · reporter, absent if anonymous")
    ] = None
    co_reporters: Annotated[
        list[CoReporter],
        Field(
            max_length=20, description="联名反映人，只联系 reporter · who reports together with the reporter"
        ),
    ] = []
    attachments: Annotated[list[UUID], Field(max_length=20, description="附件 · attachments")] = []


@dataclass(frozen=True, slots=True)
class Entry:
    """Where what comes in arrives, and how: by the public surface unless staff or another system enter it."""

    holder_path: str
    category: str
    channel: str = ONLINE
    received_on: date | None = None
    actor: Actor = PUBLIC
    source: tuple[str | None, str | None] = field(default=(None, None))
    is_sealed: bool = False
    visitor_count: int | None = None

    @property
    def is_public(self) -> bool:
        """Say whether nobody here saw who brought it."""
        return self.actor is PUBLIC


class Taken(NamedTuple):
    """A matter taken in, and the receipt for it."""

    matter: Any
    issued: Issued


async def faults_of(desk: Desk, told: Told) -> list[FieldError]:
    """Return what is wrong with codes and with who reports together."""
    wrong = await CODES.faults(desk, {"field": told.field, "region": told.region})
    if told.co_reporters and told.reporter is None:
        wrong.append(FieldError("/reporter", "body", "main_contact_missing"))
    return wrong


async def check_told(desk: Desk, told: Told, *more: FieldError) -> None:
    """Raises: Problem `invalid_input` with everything that is wrong at once."""
    if wrong := [*await faults_of(desk, told), *more]:
        raise invalid_input(*wrong)


async def take_in(
    tx: Transaction, desk: Desk, told: Told, call: Call, entry: Entry, *, with_receipt: bool = True
) -> Taken:
    """Queue every row of a matter; what a reporter does is dated to the hour at most.

    Without a receipt now, it is printed when somebody answers.

    Rule: A1, B1, C-5, R-A3.
    """
    at, seals = to_the_hour(call.at), desk.seals
    on = entry.received_on or call.today
    is_demand = entry.category == "livelihood_demand"
    matter: Any = _demand(told, on, entry) if is_demand else _report(told, on, entry)
    if entry.is_sealed:
        matter = matter.sealed_away()
    process = desk.processes[DEMAND.name if is_demand else REPORT.name]
    subjects = [one.model_dump() for one in told.subjects]
    add_content(tx, seals, matter.id, Content(told.content, subjects, told.address))
    if told.reporter is not None:
        identity = told.reporter.model_dump(exclude={"consent_to_share"})
        identity["others"] = [one.model_dump() for one in told.co_reporters]
        add_reporter(tx, seals, matter.id, identity, consent=told.reporter.consent_to_share)
    await create(
        tx, desk, process, matter, rule="A1", action="receive", actor=entry.actor, at=at, trigger_on=on,
        event="" if entry.is_sealed else f"{process.name}.received", event_data={"region": told.region, "field": told.field},
        starts=() if entry.is_sealed else DEMAND_CLOCKS if is_demand else REPORT_CLOCKS, columns=columns_at(matter, at),
    )  # fmt: skip
    if told.subjects and not entry.is_sealed:
        leave_unasked(tx, process.name, matter.id)
    if told.attachments:
        uploader = None if entry.is_public else entry.actor.id
        await link(tx, told.attachments, object_type=process.name, object_id=matter.id, uploaded_by=uploader)
    if not with_receipt:
        return Taken(matter, NO_RECEIPT)
    return Taken(matter, issue(tx, desk, process.name, matter.id, on=on, at=at, actor=entry.actor))


def _report(told: Told, on: date, entry: Entry) -> Report:
    return Report(
        id=uuid4(), number=None, state=ReportState.RECEIVED.value, version=1, holder_path=entry.holder_path,
        secrecy="work_secret", category=entry.category, channel=entry.channel, region=told.region, field=told.field,
        received_on=on, legal_regime=regime_on(on), named_status=UNVERIFIED if told.reporter else ANONYMOUS,
        problem_types=(), source_system=entry.source[0], source_ref=entry.source[1], reporter_count=_reporters(told),
        visitor_count=entry.visitor_count,
    )  # fmt: skip


def _demand(told: Told, on: date, entry: Entry) -> Demand:
    return Demand(
        id=uuid4(), number=None, state=DemandState.RECEIVED.value, version=1, holder_path=entry.holder_path,
        secrecy="work_secret", channel=entry.channel, region=told.region, field=told.field, received_on=on,
        legal_regime=petition_regime_on(on), is_anonymous=told.reporter is None, source_system=entry.source[0],
        source_ref=entry.source[1], reporter_count=_reporters(told), visitor_count=entry.visitor_count,
    )  # fmt: skip


def _reporters(told: Told) -> int:
    return 0 if told.reporter is None else 1 + len(told.co_reporters)


def columns_at(matter: Report | Demand, at: datetime) -> dict[str, Any]:
    """Return the columns of a matter that is made now; the database takes lists, no tuples."""
    columns = {
        name: list(value) if isinstance(value, tuple) else value for name, value in columns_of(matter).items()
    }
    return {**columns, "created_at": at}
