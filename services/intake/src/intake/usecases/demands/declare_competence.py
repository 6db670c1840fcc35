"""Who solves and who watches what: a field, in a region or everywhere, is somebody's until it is declared anew."""

from __future__ import annotations

from types import MappingProxyType
from typing import Annotated, Any, Literal

from pydantic import Field

from intake.domain.demand_lifecycle import COMPETENT, SUPERVISING
from intake.store.competences import all_declared, declare
from intake.usecases.matters.receiver import COMPETENT_KINDS, SUPERVISING_KINDS
from shared.audit.record import audit
from shared.directory.paths import code_of
from shared.directory.store import find_organisation
from shared.http import idempotency
from shared.http.answers import Answer
from shared.http.fields import on_the_wire
from shared.http.models import Input
from shared.http.problems import FieldError, Problem, invalid_input
from shared.process.bodies import Code
from shared.process.desk import Call, Desk

PERMISSION = "competence:declare"
KINDS = MappingProxyType({COMPETENT: COMPETENT_KINDS, SUPERVISING: SUPERVISING_KINDS})
"""Which kinds of organisations can be declared in which capacity."""


class DeclareCompetence(Input):
    """声明主责部门或者监督室 · field, region and whose; without a region it holds everywhere else."""

    capacity: Annotated[
        Literal["competent", "supervising"],
        Field(
            description="主责部门，或者可以自行督办的监督室 · who solves it, or which office may supervise it"
        ),
    ] = "competent"
    field: Annotated[Code, Field(description="领域 · field")]
    region: Annotated[Code | None, Field(description="区（市），不填为全市 · region; none is everywhere")] = (
        None
    )
    department: Annotated[
        Code, Field(description="主责部门或者监督室 · the department or supervision office")
    ]


async def declare_competence(desk: Desk, body: DeclareCompetence, call: Call) -> Answer:
    """Declare a department or a supervision office; what was declared before ends and stays visible.

    Raises: Problem `forbidden`, `invalid_input`.
    Rule: B4, PET Art 22.
    """
    if not desk.permissions.over(call.actor, PERMISSION, desk.settings.receiving_path, call.at):
        raise Problem("forbidden")
    key = idempotency.key_of(call, body)
    async with desk.db.transaction(call.actor.scope(call.at)) as tx:
        if replay := await idempotency.claim(tx, key, call.at):
            return replay
        department = await find_organisation(tx, body.department)
        wrong = []
        if not desk.vocabularies.is_valid("livelihood_field", body.field, call.today):
            wrong.append(FieldError("/field", "body", "unknown_code"))
        if body.region is not None and await find_organisation(tx, body.region) is None:
            wrong.append(FieldError("/region", "body", "unknown_code"))
        if department is None or department.kind not in KINDS[body.capacity]:
            wrong.append(FieldError("/department", "body", "unknown_code"))
        if wrong or department is None:
            raise invalid_input(*wrong)
        row = await declare(
            tx, capacity=body.capacity, field=body.field, region=body.region, department_path=department.path,
            by=call.actor.id, at=call.at,
        )  # fmt: skip
        audit(
            tx, call.actor, call.at, action=PERMISSION, object_type="competence", object_id=row["id"],
            details=body.model_dump(), request_id=call.request_id,
        )  # fmt: skip
        answer = Answer(201, _shown(row))
        idempotency.keep(tx, key, answer, call.at)
    return answer


async def list_competences(desk: Desk, call: Call, *, past: bool) -> Answer:
    """Return who is declared, and with `past` who was. Raises: Problem `forbidden`."""
    if not desk.permissions.holds(call.actor, "competence:read", call.at):
        raise Problem("forbidden")
    async with desk.db.reader(call.actor.scope(call.at)) as reader:
        rows = await all_declared(reader, past=past)
    return Answer(200, {"items": [_shown(row) for row in rows]})


def _shown(row: Any) -> dict[str, Any]:
    return {
        "id": row["id"],
        "capacity": row["capacity"],
        "field": row["field"],
        "region": row["region"],
        "department": code_of(row["department_path"]),
        "set_by": row["set_by"],
        "since": on_the_wire(row["since"]),
        "until": on_the_wire(row["until"]) if row["until"] else None,
    }
