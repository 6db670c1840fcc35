"""C-6: what came online for a superior is taken away sealed; only the superior can open it."""

from __future__ import annotations

from hashlib import sha256
from uuid import UUID

import msgspec

from intake.domain.disclosure import Crossing
from intake.domain.report_lifecycle import REPORT
from intake.domain.stub_lifecycle import STUB, Stub
from intake.store.contents import read_content, read_messages, read_reporter
from intake.store.disclosures import record_disclosure
from intake.store.stubs import note_package
from shared.attachments.give_out import content_of
from shared.attachments.store import Attachment, of_object
from shared.audit.record import audit
from shared.db import Scope
from shared.http.problems import Problem
from shared.process.desk import Call, Desk
from shared.process.load import load_for
from shared.sealing.package import receiver_key, seal_package

_encode = msgspec.json.Encoder().encode
PERMISSION = "stub:export"


async def export_package(desk: Desk, stub_id: UUID, call: Call) -> tuple[bytes, str]:
    """Return the sealed package of a stub and its number. Nobody here can open it.

    Raises: Problem `not_found`, `forbidden`, `nothing_to_export`, `superior_key_missing`.
    Rule: 1.4 point 4.
    """
    process = desk.processes[STUB.name]
    async with desk.db.reader(call.actor.scope(call.at)) as reader:
        stub: Stub
        stub, _ = await load_for(reader, desk, process, stub_id, call, PERMISSION, lock=False)
    if stub.report_id is None or stub.state != STUB.initial:
        raise Problem("nothing_to_export")
    if desk.settings.superior_key_file is None:
        raise Problem("superior_key_missing")
    parts, files = await _parts(desk, stub)
    for number, file in enumerate(files, 1):
        pieces = content_of(file, desk.seals, desk.keeping.objects, unscanned_is_fine=True)
        parts[f"attachment-{number:02}"] = b"".join([piece async for piece in pieces])
    about = {"stub": stub.number or "", "received_on": stub.received_on.isoformat()}
    package = seal_package(desk.seals.provider, receiver_key(desk.settings.superior_key_file), about, parts)
    await _record(desk, stub, package, call)
    return package, stub.number or ""


async def _parts(desk: Desk, stub: Stub) -> tuple[dict[str, bytes], list[Attachment]]:
    """Open what is sealed, as the service itself: no officer's sight reaches it."""
    report_id = stub.report_id
    if report_id is None:
        raise Problem("nothing_to_export")
    async with desk.db.reader(Scope("worker")) as reader:
        told = await read_content(reader, desk.seals, report_id)
        reporter = await read_reporter(reader, desk.seals, report_id)
        messages = await read_messages(reader, desk.seals, report_id)
        files = await of_object(reader, desk.seals, report_id)
    matter = {
        "content": told.text,
        "subjects": told.subjects,
        "address": told.address,
        "reporter": reporter,
        "messages": messages,
        "attachments": [file.as_json() for file in files],
    }
    return {"matter": _encode(matter)}, files


async def _record(desk: Desk, stub: Stub, package: bytes, call: Call) -> None:
    digest = sha256(package).hexdigest()
    async with desk.db.transaction(call.actor.scope(call.at)) as tx:
        await note_package(tx, stub.id, digest)
        if stub.report_id is not None:
            record_disclosure(
                tx, REPORT.name, stub.report_id, Crossing.EXPORT, from_path=stub.holder_path, to=None,
                number=stub.number, by=call.actor.id, at=call.at,
            )  # fmt: skip
        audit(
            tx, call.actor, call.at, action=PERMISSION, object_type=STUB.name, object_id=stub.id, rule="C-6",
            field_group="package", request_id=call.request_id, details={"sha256": digest},
        )  # fmt: skip
