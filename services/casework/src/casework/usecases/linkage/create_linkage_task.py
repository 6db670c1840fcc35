"""E1: a group or district writes down that it wants a matter worked jointly; its head has not spoken yet."""

from typing import Annotated
from uuid import UUID

from pydantic import Field

from casework.domain.linkage.capacities import LEAD_KINDS, REGION_KINDS, part_of
from casework.domain.linkage.linkage_task import Kind, LinkageTask, Matter, Trigger
from casework.domain.linkage.linkage_task_lifecycle import LINKAGE_TASK
from casework.store.linkage.circle import TASK, enclose
from casework.store.linkage.objects import row_of
from casework.store.papers import PAPERS
from casework.usecases.linkage.creating import answered
from casework.usecases.linkage.zones import contact_zones
from shared.db import Reader
from shared.directory.paths import code_of, organ_of
from shared.directory.store import find_organisation
from shared.http import idempotency
from shared.http.answers import Answer
from shared.http.models import Input, Line
from shared.http.problems import Problem
from shared.ids import uuid7
from shared.process.bodies import Code
from shared.process.create import create
from shared.process.desk import Call, Desk


class TriggerIn(Input):
    """What the task answers."""

    type: Annotated[Trigger, Field(description="来源事项类别 · kind")]
    id: Annotated[UUID, Field(description="来源事项编号 · id")]


class CreateLinkageTask(Input):
    """拟申报联动任务 · title, matter and kind; need and scope follow with the declaration."""

    title: Annotated[
        str, Line(2, 200), Field(description="任务名称 · title", examples=["某片区登记服务联动监督"])
    ]
    matter: Annotated[Matter, Field(description="联动事项 · matter")]
    kind: Annotated[Kind, Field(description="联动方式 · kind")]
    lead_office: Annotated[
        Code | None, Field(description="牵头室，默认为所属联系片区的室 · lead office, by default of the zone")
    ] = None
    trigger: Annotated[TriggerIn | None, Field(description="来源事项 · what it answers")] = None


async def create_linkage_task(desk: Desk, body: CreateLinkageTask, call: Call) -> Answer:
    """Draft a task for the caller's group or district.

    Raises: Problem `forbidden`, `not_group_or_region`, `lead_office_missing`, `lead_office_not_fit`,
    `contact_zones_unavailable`.
    Rule: E1.
    """
    key = idempotency.key_of(call, body)
    if not desk.permissions.holds(call.actor, "linkage_task:create", call.at):
        raise Problem("forbidden")
    async with desk.db.reader() as reader:
        path = await declaring_body(reader, call.actor.organisation)
    if not desk.permissions.over(call.actor, "linkage_task:create", path, call.at):
        raise Problem("forbidden")
    lead = body.lead_office or await _lead_of_zone(desk, path)
    process = desk.processes[LINKAGE_TASK.name]
    async with desk.db.transaction(call.actor.scope(call.at)) as tx:
        if replay := await idempotency.claim(tx, key, call.at):
            return replay
        task = _task(body, path, await lead_path(tx, lead))
        await create(
            tx, desk, process, task, rule="E1", action="create", actor=call.actor, at=call.at, trigger_on=call.today,
            columns=row_of(task, call.at),
        )  # fmt: skip
        enclose(tx, task.id, task.id, TASK)
        title = {"title": body.title}
        await PAPERS.add(tx, desk.seals, (TASK, task.id), "title", title, by=call.actor.id, at=call.at)
        return await answered(tx, desk, process, task, call, key)


async def declaring_body(reader: Reader, path: str) -> str:
    """Return the group an officer works in, or the district their unit belongs to.

    Raises: Problem `not_group_or_region`.
    """
    own = await find_organisation(reader, code_of(path))
    if own is not None and part_of(own.kind):
        return own.path
    organ = await find_organisation(reader, code_of(organ_of(path)))
    if organ is not None and organ.kind in REGION_KINDS:
        return organ.path
    raise Problem("not_group_or_region")


async def lead_path(reader: Reader, code: str) -> str:
    """Return the path of an office that can lead. Raises: Problem `lead_office_not_fit`."""
    found = await find_organisation(reader, code)
    if found is None or found.kind not in LEAD_KINDS:
        raise Problem("lead_office_not_fit")
    return found.path


async def _lead_of_zone(desk: Desk, path: str) -> str:
    codes = path.replace(":", "/").split("/")
    for zone in await contact_zones(desk):
        if set(zone.organisations) & set(codes):
            return zone.office
    raise Problem("lead_office_missing")


def _task(body: CreateLinkageTask, path: str, lead: str) -> LinkageTask:
    return LinkageTask(
        id=uuid7(),
        number=None,
        state=LINKAGE_TASK.initial.value,
        version=1,
        holder_path=path,
        secrecy="work_secret",
        matter=body.matter.value,
        kind=body.kind.value,
        declared_by_path=path,
        lead_path=lead,
        trigger_type=body.trigger.type.value if body.trigger else None,
        trigger_id=body.trigger.id if body.trigger else None,
    )
