"""One submission, two matters: the accusing part becomes a report with clocks of its own; one receipt shows both."""

from typing import Any
from uuid import UUID

from intake.domain.demand import Demand
from intake.domain.demand_lifecycle import DEMAND
from intake.domain.report import ANONYMOUS, UNVERIFIED, Report
from intake.domain.report_lifecycle import REPORT, ReportState
from intake.store.contents import add_content, add_reporter, read_content, read_reporter
from intake.store.receipts import open_too
from intake.usecases.matters.take_in import REPORT_CLOCKS
from intake.usecases.sealed.seal_away import name_a_leader, seal_away
from shared.attachments.give_out import content_of
from shared.attachments.store import link, of_object
from shared.attachments.take_in import Upload, add
from shared.ids import uuid4
from shared.process.aggregate import columns_of
from shared.process.create import create
from shared.process.desk import Call, Desk
from shared.process.load import load_for
from shared.process.process import Step


async def copy_files(desk: Desk, object_id: UUID, command: Any, call: Call) -> list[UUID]:
    """Copy a demand's files for the report that is split from it; done before the transaction, linked inside it.

    Raises: Problem `not_found`, `forbidden`, AttachmentWithheld.
    """
    if getattr(command, "kind", "both") != "both":
        return []
    demands = desk.processes[DEMAND.name]
    async with desk.db.reader(call.actor.scope(call.at)) as reader:
        await load_for(reader, desk, demands, object_id, call, demands.permission("read_text"), lock=False)
        files = await of_object(reader, desk.seals, object_id)
    copies = []
    for file in files:
        pieces = content_of(file, desk.seals, desk.keeping.objects, unscanned_is_fine=True)
        upload = Upload(file.name, file.media_type, b"".join([piece async for piece in pieces]))
        copies.append((await add(desk.db, desk.keeping, upload, call.actor, call.at)).id)
    return copies


async def split_report(step: Step[Demand, Any]) -> UUID | None:
    """Queue a report with the demand's text and reporter, sealed anew for its own row; return its id.

    About the organ's own principal leader it goes straight up like any other such report: here stays a stub, and
    the demand does not say which report it is.

    Rule: B2, SoD-5, C-6, PET Art 22, 30.
    """
    tx, desk, demand = step.tx, step.desk, step.subject
    content, subjects = await read_content(tx, desk.seals, demand.id)
    reporter = await read_reporter(tx, desk.seals, demand.id)
    report = Report(
        id=uuid4(), number=None, state=ReportState.RECEIVED, version=1, holder_path=demand.holder_path,
        secrecy=demand.secrecy, category="accusation", channel=demand.channel, region=demand.region,
        field=demand.field, received_on=demand.received_on, legal_regime=demand.legal_regime,
        named_status=UNVERIFIED if reporter else ANONYMOUS, problem_types=(), split_from=demand.id,
        source_system=demand.source_system, source_ref=demand.source_ref, reporter_count=demand.reporter_count,
        visitor_count=demand.visitor_count,
    )  # fmt: skip
    is_sealed = await name_a_leader(desk, subjects, demand.holder_path, tx)
    if is_sealed:
        report = report.sealed_away()
    add_content(tx, desk.seals, report.id, content, subjects)
    if reporter:
        consent = reporter.pop("consent_to_share")
        add_reporter(tx, desk.seals, report.id, reporter, consent=consent)
    await create(
        tx, desk, desk.processes[REPORT.name], report, rule="A1", action="split", actor=step.actor, at=step.at,
        trigger_on=demand.received_on, event="" if is_sealed else "report.received",
        starts=() if is_sealed else REPORT_CLOCKS,
        columns={**columns_of(report), "problem_types": [], "subject_organisations": [], "created_at": step.at},
    )  # fmt: skip
    if is_sealed:
        await seal_away(tx, desk, report, demand.holder_path, at=step.at, actor=step.actor)
    open_too(tx, demand.id, REPORT.name, report.id)
    if step.prepared:
        await tx.flush()
        await link(
            tx, step.prepared, object_type=REPORT.name, object_id=report.id, uploaded_by=step.actor.id
        )  # fmt: skip
    return None if is_sealed else report.id
