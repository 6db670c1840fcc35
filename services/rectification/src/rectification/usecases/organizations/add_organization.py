"""7.2: a Party organisation is inspected in a round; until feedback is delivered it knows nothing of it."""

from __future__ import annotations

from typing import Annotated, Any
from uuid import UUID

from pydantic import Field

from rectification.domain.organization import InspectedOrganization, Round
from rectification.domain.organization_lifecycle import INSPECTED_ORGANIZATION
from rectification.domain.round_lifecycle import ROUND, RoundState
from rectification.store.organizations import is_listed
from rectification.usecases.creating import begin, bring, fresh, numbered, organisation
from shared.db import Transaction
from shared.directory.store import Organisation, find_by_kind
from shared.http.answers import Answer
from shared.http.models import Input, Line
from shared.lifecycle import Refused
from shared.process.bodies import Code
from shared.process.desk import Call, Desk
from shared.process.load import load_for
from shared.process.process import Process

DEPARTMENT_KIND = "organization_department"
SUPERVISING_KINDS = frozenset(
    {
        "supervision_office", "party_style_office", "stationed_group", "dispatched_work_committee",
        "enterprise_school_discipline_body", "district_commission",
    }
)  # fmt: skip
"""Offices of the commission that supervise rectification from day to day."""


class MemberIn(Input):
    """A member of the leadership, with the portfolio the member is responsible for."""

    name: Annotated[str, Line(1, 50), Field(description="姓名 · name", examples=["（化名）王某"])]
    position: Annotated[
        str, Line(1, 100), Field(description="职务 · position", examples=["党组成员、副局长"])
    ]
    portfolio: Annotated[
        str, Line(1, 200), Field(description="分管领域 · portfolio", examples=["工程质量安全"])
    ]


Members = Annotated[
    list[MemberIn], Field(max_length=30, description="班子成员及分管领域 · members and portfolios")
]


class AddOrganization(Input):
    """列入被巡察党组织 · who is inspected, who is responsible, who supervises."""

    round_id: Annotated[UUID, Field(description="巡察轮次 · the round")]
    organisation: Annotated[Code, Field(description="党组织代码 · code", examples=["party-bureau-housing"])]
    commission_office: Annotated[Code, Field(description="日常监督的纪检监察部门 · the commission's office")]
    organization_department: Annotated[
        Code | None, Field(description="组织部门，可省略 · organisation department")
    ] = None
    unit: Annotated[
        Code | None,
        Field(
            description="所在单位：该党组织是哪个单位的党组织，用于评估人员回避 · the body whose Party organisation it is"
        ),
    ] = None
    first_responsible: Annotated[str, Line(1, 50), Field(description="第一责任人 · first responsible person")]
    contact: Annotated[str, Line(0, 100), Field(description="联络员 · contact")] = ""
    members: Members = []
    earlier_id: Annotated[
        UUID | None, Field(description="“回头看”所对应的原被巡察党组织 · looked back at")
    ] = None


async def add_organization(desk: Desk, body: AddOrganization, call: Call) -> Answer:
    """Put a Party organisation into an open round.

    Raises: Problem `not_found`, `forbidden`, `round_closed`, `organisation_unknown`, `organization_kind_unfit`,
    `organization_already_listed`.
    Rule: 7.1, 7.2.
    """
    process: Process[Any] = desk.processes[INSPECTED_ORGANIZATION.name]

    async def make(tx: Transaction) -> InspectedOrganization:
        inspection = await _open_round(tx, desk, body.round_id, call)
        paths = await _paths(tx, body)
        number = await numbered(tx, inspection.holder_path, "inspected", call.today.year)
        listed = InspectedOrganization(
            **fresh(process, inspection.holder_path, number),
            **paths,
            round_id=inspection.id,
            legal_regime=inspection.legal_regime,
            window_months=inspection.window_months,
            first_responsible=body.first_responsible,
            contact=body.contact,
            members=tuple(one.model_dump() for one in body.members),
            earlier_id=await _earlier(tx, desk, body, paths["organisation_path"], call),
        )
        if await is_listed(tx, inspection.id, listed.organisation_path):
            raise Refused("organization_already_listed")
        await begin(tx, desk, process, listed, actor=call.actor, today=call.today, rule="7.2")
        return listed

    return await bring(desk, process, body, call, make)


async def _open_round(tx: Transaction, desk: Desk, round_id: UUID, call: Call) -> Round:
    inspection, _ = await load_for(
        tx, desk, desk.processes[ROUND.name], round_id, call, "inspection_round:add_organization", lock=True
    )
    if inspection.state != RoundState.OPEN:
        raise Refused("round_closed")
    return inspection  # type: ignore[no-any-return]


async def _earlier(tx: Transaction, desk: Desk, body: AddOrganization, path: str, call: Call) -> UUID | None:
    """Return the entry of an earlier round, if it is about the same organisation and the caller may read it."""
    if body.earlier_id is None:
        return None
    process = desk.processes[INSPECTED_ORGANIZATION.name]
    earlier, _ = await load_for(
        tx, desk, process, body.earlier_id, call, process.permission("read"), lock=False
    )
    if earlier.organisation_path != path:
        raise Refused("organization_not_the_same")
    return body.earlier_id


async def _paths(tx: Transaction, body: AddOrganization) -> dict[str, Any]:
    inspected = await organisation(tx, body.organisation)
    if inspected.kind not in ("party_committee", DEPARTMENT_KIND):
        raise Refused("organization_kind_unfit", code=inspected.code)
    commission = await organisation(tx, body.commission_office)
    if commission.kind not in SUPERVISING_KINDS:
        raise Refused("organization_kind_unfit", code=commission.code)
    department = await _department(tx, body.organization_department)
    return {
        "organisation_path": inspected.path,
        "commission_path": commission.path,
        "department_path": department.path,
        "unit_path": None if body.unit is None else (await organisation(tx, body.unit)).path,
    }


async def _department(tx: Transaction, code: str | None) -> Organisation:
    if code is None:
        departments = await find_by_kind(tx, DEPARTMENT_KIND)
        if not departments:
            raise Refused("organisation_unknown", code=DEPARTMENT_KIND)
        return departments[0]
    found = await organisation(tx, code)
    if found.kind != DEPARTMENT_KIND:
        raise Refused("organization_kind_unfit", code=found.code)
    return found
