"""E5: the lead office proposes that some of the team shall know of one clue or file. Nobody does before S2 signs."""

from typing import Annotated
from uuid import UUID

from pydantic import Field

from casework.domain.clue import Clue
from casework.domain.clue_lifecycle import CLUE
from casework.domain.linkage.linkage_task import LinkageTask
from casework.domain.linkage.share_lifecycle import SHARE, Share, Shared
from casework.store.linkage.team import TeamMember, present_members
from casework.store.papers import PAPERS
from casework.usecases.linkage.bodies import Officer, Reason
from casework.usecases.linkage.creating import WORKED, answered, open_task, put
from casework.usecases.linkage.officer_check import check_officers
from casework.usecases.recusals.recusal_check import conflicted
from shared.attachments.errors import AttachmentUnknown
from shared.attachments.store import link
from shared.db import Reader, Transaction
from shared.directory.officers import officers_named
from shared.http import idempotency
from shared.http.answers import Answer
from shared.http.models import Input
from shared.http.problems import Problem
from shared.ids import uuid7
from shared.process.desk import Call, Desk
from shared.process.load import load_for


class ProposeShare(Input):
    """拟共享 · one clue or uploaded file, who shall know of it, and for what."""

    task_id: Annotated[UUID, Field(description="联动任务 · task")]
    object_type: Annotated[Shared, Field(description="线索或者文件 · clue or file")]
    object_id: Annotated[UUID, Field(description="线索或者附件编号 · id of the clue or the uploaded file")]
    officers: Annotated[
        list[Officer], Field(min_length=1, max_length=60, description="知悉人员 · who shall know")
    ]
    purpose: Reason


async def propose_share(desk: Desk, body: ProposeShare, call: Call) -> Answer:
    """Put the list on record; each officer is compared with what is shared.

    Raises: Problem `not_found`, `forbidden`, `task_not_open`, `not_in_the_team`, `recusal_conflict`,
    `attachment_unknown`, `recusal_check_unavailable`.
    Rule: E5, 1.4, 1.6.
    """
    key = idempotency.key_of(call, body)
    async with desk.db.reader(call.actor.scope(call.at)) as reader:
        task = await open_task(reader, desk, body.task_id, call, "propose_share", WORKED)
        members = await _members(reader, task, body.officers, call)
        clue = await _clue(reader, desk, body, call)
    officers, _ = await officers_named(desk, [one.officer_id for one in members])
    blocked = await check_officers(desk, task, officers, "share", call)
    if clue is not None:
        blocked |= frozenset(await conflicted(desk, clue, officers, call))
    if blocked:
        raise Problem("recusal_conflict")
    process = desk.processes[SHARE.name]
    async with desk.db.transaction(call.actor.scope(call.at)) as tx:
        if replay := await idempotency.claim(tx, key, call.at):
            return replay
        share = _share(task, body, members)
        await put(tx, desk, process, share, call, rule="E5")
        await _keep(tx, desk, share, body, call)
        return await answered(tx, desk, process, share, call, key)


async def _members(reader: Reader, task: LinkageTask, names: list[str], call: Call) -> list[TeamMember]:
    present = await present_members(reader, task.id, call.at)
    by_name = {key: one for one in present.values() for key in (one.login, one.officer_id)}
    if any(name not in by_name for name in names):
        raise Problem("not_in_the_team")
    return list({by_name[name].officer_id: by_name[name] for name in names}.values())


async def _clue(reader: Reader, desk: Desk, body: ProposeShare, call: Call) -> Clue | None:
    if body.object_type is not Shared.CLUE:
        return None
    clue: Clue
    clue, _ = await load_for(
        reader, desk, desk.processes[CLUE.name], body.object_id, call, "clue:share", lock=False
    )
    return clue


def _share(task: LinkageTask, body: ProposeShare, members: list[TeamMember]) -> Share:
    return Share(
        id=uuid7(),
        number=None,
        state=SHARE.initial.value,
        version=1,
        holder_path=task.lead_path,
        secrecy=task.secrecy,
        task_id=task.id,
        object_type=body.object_type.value,
        object_id=body.object_id,
        officer_ids=tuple(one.officer_id for one in members),
    )


async def _keep(tx: Transaction, desk: Desk, share: Share, body: ProposeShare, call: Call) -> None:
    if body.object_type is Shared.FILE:
        try:
            await link(
                tx, [body.object_id], object_type=SHARE.name, object_id=share.id, uploaded_by=call.actor.id
            )
        except AttachmentUnknown as error:
            raise Problem("attachment_unknown") from error
    fields = {"purpose": body.purpose}
    await PAPERS.add(tx, desk.seals, (SHARE.name, share.id), "share", fields, by=call.actor.id, at=call.at)
