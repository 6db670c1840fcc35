"""The register of principal leaders, by which a report about one of them goes up unread.

Rule: SoD-5, RPT Art 15.
"""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field

from intake.store.leaders import all_leaders, declare_leader, forget_copy
from intake.usecases.matters.receiver import COMMISSIONS
from shared.audit.record import audit
from shared.directory.paths import code_of
from shared.directory.store import find_organisation
from shared.http import idempotency
from shared.http.answers import Answer
from shared.http.fields import on_the_wire
from shared.http.models import Input, Line
from shared.http.problems import FieldError, Problem, invalid_input
from shared.process.bodies import Code
from shared.process.desk import Call, Desk

PERMISSION = "leader:declare"


class DeclareLeader(Input):
    """登记主要负责人 · an organ and who leads it; who led it before stays on record."""

    organ: Annotated[Code, Field(description="纪委监委机关 · the commission")]
    name: Annotated[str, Line(1, 100), Field(description="姓名 · name", examples=["（化名）赵某"])]


async def name_leader(desk: Desk, body: DeclareLeader, call: Call) -> Answer:
    """Name an organ's principal leader. Raises: Problem `forbidden`, `invalid_input`."""
    if not desk.permissions.over(call.actor, PERMISSION, desk.settings.receiving_path, call.at):
        raise Problem("forbidden")
    key = idempotency.key_of(call, body)
    async with desk.db.transaction(call.actor.scope(call.at)) as tx:
        if replay := await idempotency.claim(tx, key, call.at):
            return replay
        organ = await find_organisation(tx, body.organ)
        if organ is None or organ.kind not in COMMISSIONS:
            raise invalid_input(FieldError("/organ", "body", "unknown_code"))
        row = await declare_leader(tx, organ_path=organ.path, name=body.name, by=call.actor.id, at=call.at)
        audit(
            tx, call.actor, call.at, action=PERMISSION, object_type="leader", object_id=row["id"],
            details={"organ": body.organ}, request_id=call.request_id,
        )  # fmt: skip
        answer = Answer(201, _shown(row))
        idempotency.keep(tx, key, answer, call.at)
    forget_copy(desk.db)
    return answer


async def list_leaders(desk: Desk, call: Call, *, past: bool) -> Answer:
    """Return the register. Raises: Problem `forbidden`."""
    if not desk.permissions.holds(call.actor, "leader:read", call.at):
        raise Problem("forbidden")
    async with desk.db.reader(call.actor.scope(call.at)) as reader:
        rows = await all_leaders(reader, past=past)
    return Answer(200, {"items": [_shown(row) for row in rows]})


def _shown(row: Any) -> dict[str, Any]:
    return {
        "id": row["id"],
        "organ": code_of(row["organ_path"]),
        "name": row["name"],
        "set_by": row["set_by"],
        "since": on_the_wire(row["since"]),
        "until": on_the_wire(row["until"]) if row["until"] else None,
    }
