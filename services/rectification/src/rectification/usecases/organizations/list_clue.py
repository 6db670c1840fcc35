"""F1, F11: a clue found by the inspection goes onto the hand-over list, apart from the findings and sealed."""

from __future__ import annotations

from typing import Annotated, Any
from uuid import UUID

from pydantic import Field

from rectification.domain.clue_handover_lifecycle import HANDED_CLUE
from rectification.domain.organization import HandedClue
from rectification.domain.organization_lifecycle import INSPECTED_ORGANIZATION
from rectification.store.organizations import finding
from rectification.store.papers import PAPERS
from rectification.usecases.creating import begin, bring, fresh, numbered, organisation
from shared.db import Transaction
from shared.http.answers import Answer
from shared.http.models import Input, Line, Text
from shared.lifecycle import Refused
from shared.process.bodies import Code
from shared.process.codes import CodedFields
from shared.process.desk import Call, Desk
from shared.process.load import load_for
from shared.process.process import Process

CODES = CodedFields(
    lists={"field": "livelihood_field", "problem_types": "problem_type"},
    organisations={
        "region": frozenset(
            {"district_commission", "town_commission", "dispatched_work_committee", "village_community"}
        )
    },
)
"""Casework would refuse others, once it is told."""
RECEIVING_KINDS = frozenset({"case_management_office"})
"""Clues from an inspection enter the commission's ledger at its case management office."""


class SubjectIn(Input):
    """Whom a clue is about."""

    name: Annotated[str, Line(1, 100), Field(description="姓名或单位 · name", examples=["（化名）张某"])]
    organisation: Annotated[str, Line(0, 200), Field(description="单位 · organisation")] = ""
    position: Annotated[str, Line(0, 200), Field(description="职务 · position")] = ""


class ListClue(Input):
    """列入线索移交清单 · what was found, about whom, and who receives it."""

    inspected_organization_id: Annotated[UUID, Field(description="被巡察党组织 · inspected organisation")]
    finding_id: Annotated[UUID | None, Field(description="相关反馈问题 · the finding it came with")] = None
    facts: Annotated[str, Text(10, 10000), Field(description="主要问题 · what it is about")]
    subjects: Annotated[list[SubjectIn], Field(max_length=20, description="被反映人 · subjects")] = []
    region: Annotated[Code | None, Field(description="所属区（市）· region")] = None
    field: Annotated[Code | None, Field(description="领域 · field")] = None
    problem_types: Annotated[list[Code], Field(max_length=10, description="问题类型 · problem types")] = []
    to: Annotated[Code, Field(description="接收部门代码 · receiver", examples=["city-case-management"])]


async def list_clue(desk: Desk, body: ListClue, call: Call) -> Answer:
    """Seal the clue and put it onto the list.

    Raises: Problem `invalid_input` for a code no list has, `not_found`, `forbidden`, `organisation_unknown`,
    `receiver_not_competent`, `finding_unknown`.
    Rule: F1, F11; 18.3, 18.4.
    """
    process: Process[Any] = desk.processes[HANDED_CLUE.name]
    await CODES.check(desk, body.model_dump(include=CODES.fields))

    async def make(tx: Transaction) -> HandedClue:
        organization, _ = await load_for(
            tx, desk, desk.processes[INSPECTED_ORGANIZATION.name], body.inspected_organization_id, call,
            "inspected_organization:list_clue", lock=False,
        )  # fmt: skip
        receiver = await organisation(tx, body.to)
        if receiver.kind not in RECEIVING_KINDS:
            raise Refused("receiver_not_competent")
        await _check_finding(tx, body)
        number = await numbered(tx, organization.holder_path, "transferred_clue", call.today.year)
        clue = HandedClue(
            **fresh(process, organization.holder_path, number),
            **body.model_dump(include={"inspected_organization_id", "finding_id", "region", "field"}),
            problem_types=tuple(body.problem_types),
            receiver_path=receiver.path,
        )
        await begin(tx, desk, process, clue, actor=call.actor, today=call.today, rule="F11")
        content = {"facts": body.facts, "subjects": [one.model_dump() for one in body.subjects]}
        await PAPERS.add(
            tx, desk.seals, (process.name, clue.id), "clue", content, by=call.actor.id, at=call.at
        )
        return clue

    return await bring(desk, process, body, call, make)


async def _check_finding(tx: Transaction, body: ListClue) -> None:
    if body.finding_id is None:
        return
    found = await finding(tx, body.finding_id)
    if found is None or found.inspected_organization_id != body.inspected_organization_id:
        raise Refused("finding_unknown")
