"""7.1: who is responsible or who supervises changes; the duty is handed over with it."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

from pydantic import Field

from rectification.domain.organization import InspectedOrganization
from rectification.domain.organization_lifecycle import OrganizationState
from rectification.store.organizations import supervised_ids
from rectification.usecases.creating import organisation
from rectification.usecases.knowing import end_supervision, let_supervise, supervisors_of
from rectification.usecases.organizations.add_organization import DEPARTMENT_KIND, SUPERVISING_KINDS, Members
from rectification.usecases.supervision.hand_over_plans import hand_over_plans
from rectification.usecases.writing import write
from shared.http.models import Line
from shared.lifecycle import Refused
from shared.process.bodies import Code, Command
from shared.process.process import Changes, Step


class ReviseOrganization(Command):
    """变更责任人和监督单位 · what is different from now on; what is left out stays."""

    first_responsible: Annotated[
        str | None, Line(1, 50), Field(description="第一责任人 · first responsible")
    ] = None
    contact: Annotated[str | None, Line(0, 100), Field(description="联络员 · contact")] = None
    members: Members | None = None
    commission_office: Annotated[
        Code | None, Field(description="日常监督的纪检监察部门 · commission's office")
    ] = None
    organization_department: Annotated[
        Code | None, Field(description="组织部门 · organisation department")
    ] = None
    unit: Annotated[Code | None, Field(description="所在单位 · the body whose Party organisation it is")] = (
        None
    )


async def revise_organization(step: Step[InspectedOrganization, ReviseOrganization]) -> Changes:
    """Write down who hands over to whom; a supervisor who is replaced sees the matter no longer.

    Raises: Refused `organisation_unknown`, `organization_kind_unfit`.
    Rule: 7.1, INS Art 33.
    """
    command, before = step.command, step.subject
    columns = command.model_dump(include={"first_responsible", "contact", "members"}, exclude_none=True)
    if command.commission_office is not None:
        columns["commission_path"] = await _path(step, command.commission_office, SUPERVISING_KINDS)
    if command.organization_department is not None:
        columns["department_path"] = await _path(
            step, command.organization_department, frozenset({DEPARTMENT_KIND})
        )
    if command.unit is not None:
        columns["unit_path"] = (await organisation(step.tx, command.unit)).path
    after = replace(before, **{name: columns[name] for name in columns if name.endswith("_path")})
    if supervisors_of(after) != supervisors_of(before) and before.state != OrganizationState.ROUND_OPENED:
        known = await supervised_ids(step.tx, before.id)
        await end_supervision(step, known)
        let_supervise(step, supervisors_of(after), known)
        pairs = zip(supervisors_of(before), supervisors_of(after), strict=True)
        await hand_over_plans(step, before.id, {old: new for old, new in pairs if old != new})
    await write(step, "inspected_organization", "handover")
    return Changes(columns=columns)


async def _path(
    step: Step[InspectedOrganization, ReviseOrganization], code: str, kinds: frozenset[str]
) -> str:
    found = await organisation(step.tx, code)
    if found.kind not in kinds:
        raise Refused("organization_kind_unfit", code=code)
    return found.path
