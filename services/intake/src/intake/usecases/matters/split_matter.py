"""One submission, two matters: the other part becomes a matter with clocks of its own; one receipt shows both."""

from collections.abc import Callable
from typing import Any, NamedTuple
from uuid import UUID

from intake.store.contents import Content, add_content, add_reporter, read_content, read_reporter
from intake.store.receipts import open_too
from intake.usecases.matters.take_in import columns_at
from shared.attachments.give_out import content_of
from shared.attachments.store import link, of_object
from shared.attachments.take_in import Upload, add
from shared.process.create import create
from shared.process.desk import Call, Desk
from shared.process.load import load_for
from shared.process.process import Before, Step
from shared.recusal.store import inherit


class Retold(NamedTuple):
    """What the whole tells, which the part tells again; without a reporter where it is anonymous."""

    content: Content
    reporter: dict[str, Any] | None


def copies_of(object_type: str, *, when: Callable[[Any], bool] = lambda _: True) -> Before:
    """Return what copies a matter's files for the part that is split off, before the transaction that links them.

    A matter that is split already gets no other part, so nothing is copied.
    """

    async def copy_files(desk: Desk, object_id: UUID, command: Any, call: Call) -> list[UUID]:
        """Raises: Problem `not_found`, `forbidden`, AttachmentWithheld."""
        if not when(command):
            return []
        process = desk.processes[object_type]
        async with desk.db.reader(call.actor.scope(call.at)) as reader:
            subject, _ = await load_for(
                reader, desk, process, object_id, call, process.permission("read_text"), lock=False
            )
            if subject.is_split:
                return []
            files = await of_object(reader, desk.seals, object_id)
        copies = []
        for file in files:
            pieces = content_of(file, desk.seals, desk.keeping.objects, unscanned_is_fine=True)
            upload = Upload(file.name, file.media_type, b"".join([piece async for piece in pieces]))
            copies.append((await add(desk.db, desk.keeping, upload, call.actor, call.at)).id)
        return copies

    return copy_files


async def told_of(step: Step[Any, Any]) -> Retold:
    """Open what the whole tells, and who told it."""
    tx, seals, identity = step.tx, step.desk.seals, step.subject.id
    return Retold(await read_content(tx, seals, identity), await read_reporter(tx, seals, identity))


async def split_off(
    step: Step[Any, Any],
    part: Any,
    object_type: str,
    told: Retold,
    *,
    event: str,
    starts: tuple[str, ...],
) -> None:
    """Queue the part with text and reporter sealed anew for its own row; the receipt of the whole opens it too.

    Whoever keeps away from the whole keeps away from the part. Its history begins like any other: a department that
    reads it does not learn of the whole.

    Rule: B2, 1.6, PET Art 22, 30.
    """
    tx, desk = step.tx, step.desk
    add_content(tx, desk.seals, part.id, told.content)
    if told.reporter:
        identity = {name: value for name, value in told.reporter.items() if name != "consent_to_share"}
        add_reporter(tx, desk.seals, part.id, identity, consent=told.reporter["consent_to_share"])
    await create(
        tx, desk, desk.processes[object_type], part, rule="A1", action="receive", actor=step.actor, at=step.at,
        trigger_on=part.received_on, event=event, starts=starts, columns=columns_at(part, step.at),
    )  # fmt: skip
    await inherit(tx, step.subject.id, part.id, at=step.at)
    open_too(tx, step.subject.id, object_type, part.id)
    if step.prepared:
        await tx.flush()
        await link(tx, step.prepared, object_type=object_type, object_id=part.id, uploaded_by=step.actor.id)
