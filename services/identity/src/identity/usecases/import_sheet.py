"""Import organisations or officers from a sheet: check it as often as needed, then commit all of it or nothing."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from identity.clients.workbooks import Unreadable, read_sheet, write_remarks, write_template
from identity.domain.sheets import MOST_ROWS, SHEETS, TITLES, CellError, Labels, read_row
from identity.store.officers import lock_officer
from identity.store.organisations import lock_tree, maybe_organisation
from identity.usecases.create_officer import CreateOfficer, take_on
from identity.usecases.create_organisation import CreateOrganisation, place
from identity.usecases.grant_role import GrantRole, give
from identity.usecases.sight import may, may_over
from identity.usecases.versions import rights_changed
from shared.audit.record import audit
from shared.auth.roles import Role
from shared.db import Transaction
from shared.http import idempotency
from shared.http.answers import Answer
from shared.http.problems import FieldError, Problem
from shared.http.validation import field_error
from shared.lifecycle import Refused
from shared.process.desk import Call, Desk

RELATIONS = {"内设": "unit", "下级": "organ"}
_GRANT_FIELDS = ("roles", "begins_on", "ends_on")
Words = Callable[[str, Mapping[str, Any]], str]
"""Says a code of a problem or a field error in the caller's language."""


@dataclass(frozen=True, slots=True)
class _Checked:
    """A sheet after every row was tried."""

    done: list[str]
    errors: list[CellError]


class _Undo(Exception):
    """Ends a trial: nothing of it stays."""


async def template_of(desk: Desk, kind: str) -> bytes:
    """Return the template. Raises: Problem `not_found`."""
    columns = _columns(kind)
    choices = {name: list(_own_labels(desk, name)) for name in ("organisation_kind", "relation", "role")}
    return await asyncio.to_thread(write_template, TITLES[kind], columns, choices)


async def check_sheet(desk: Desk, kind: str, content: bytes, call: Call, words: Words) -> tuple[bytes, int]:
    """Try every row, keep nothing, and return the workbook with remarks, and how many errors there are.

    Raises: Problem `not_found`, `forbidden`, `sheet_unreadable`.
    """
    rows = await _rows(desk, kind, content, call)
    checked = _Checked([], [])
    try:
        async with desk.db.transaction(call.actor.scope(call.at)) as tx:
            checked = await _try_all(tx, desk, kind, rows, call)
            raise _Undo
    except _Undo:
        pass
    remarks: dict[tuple[int, str | None], str] = {}
    for error in checked.errors:
        text = words(error.code, error.params)
        known = remarks.get((error.row, error.column))
        remarks[error.row, error.column] = f"{known} {text}" if known else text
    workbook = await asyncio.to_thread(write_remarks, content, _columns(kind), remarks)
    return workbook, len(checked.errors)


async def commit_sheet(desk: Desk, kind: str, content: bytes, call: Call) -> Answer:
    """Import every row, or none.

    Raises: Problem `not_found`, `forbidden`, `sheet_unreadable`, `import_refused` with every error.
    """
    rows = await _rows(desk, kind, content, call)
    key = idempotency.key_of(call, sha256(content).digest())
    async with desk.db.transaction(call.actor.scope(call.at)) as tx:
        if replay := await idempotency.claim(tx, key, call.at):
            return replay
        checked = await _try_all(tx, desk, kind, rows, call)
        if checked.errors:
            raise _refused(checked.errors)
        audit(
            tx, call.actor, call.at, action=f"{kind.removesuffix('s')}:import", object_type="import", object_id=kind,
            request_id=call.request_id, details={"rows": len(checked.done)},
        )  # fmt: skip
        answer = Answer(200, {"kind": kind, "created": len(checked.done), "items": checked.done})
        idempotency.keep(tx, key, answer, call.at)
    return answer


async def _rows(desk: Desk, kind: str, content: bytes, call: Call) -> list[tuple[int, dict[str, Any]]]:
    columns = _columns(kind)
    may(desk, call, f"{kind.removesuffix('s')}:import")
    labels: Labels = {
        column.vocabulary: {**_own_labels(desk, column.vocabulary)} for column in columns if column.vocabulary
    }
    try:
        read = await asyncio.to_thread(read_sheet, content, columns)
    except Unreadable as error:
        raise Problem("sheet_unreadable", rows=MOST_ROWS) from error
    return [(number, read_row(columns, cells, labels)) for number, cells in read]


async def _try_all(
    tx: Transaction, desk: Desk, kind: str, rows: list[tuple[int, dict[str, Any]]], call: Call
) -> _Checked:
    add: Callable[[Transaction, Desk, dict[str, Any], Call], Awaitable[str]]
    add = _add_organisation if kind == "organisations" else _add_officer
    if kind == "organisations":
        await lock_tree(tx)
    checked = _Checked([], [])
    for number, fields in rows:
        try:
            checked.done.append(await add(tx, desk, fields, call))
            await tx.flush()
        except ValidationError as invalid:
            checked.errors.extend(_cell_error(number, one) for one in invalid.errors())
        except Problem as problem:
            checked.errors.append(CellError(number, _COLUMN.get(problem.code), problem.code, problem.params))
        except Refused as refused:
            checked.errors.append(CellError(number, _COLUMN.get(refused.code), refused.code, refused.params))
    return checked


_COLUMN = {
    "organisation_exists": "code",
    "organisation_relation_invalid": "relation",
    "login_taken": "login",
    "roles_exclude_each_other": "roles",
    "period_reversed": "ends_on",
    "period_is_over": "ends_on",
}


async def _add_organisation(tx: Transaction, desk: Desk, fields: dict[str, Any], call: Call) -> str:
    body = CreateOrganisation.model_validate(fields)
    return (await place(tx, desk, body, call)).code


async def _add_officer(tx: Transaction, desk: Desk, fields: dict[str, Any], call: Call) -> str:
    personal = {name: value for name, value in fields.items() if name not in _GRANT_FIELDS}
    dates = {name: fields[name] for name in ("begins_on", "ends_on") if name in fields}
    body = CreateOfficer.model_validate(personal)
    grants = [
        GrantRole.model_validate({"role": _role(role), "organisation": body.organisation, **dates})
        for role in fields.get("roles", [])
    ]
    officer = await take_on(tx, desk, body, call)
    await tx.flush()
    organisation = await maybe_organisation(tx, body.organisation)
    if grants and organisation is not None:
        may_over(desk, call, "role_grant:create", organisation.path)
    for grant in grants:
        locked = await lock_officer(tx, officer.id)
        if locked is not None and organisation is not None:
            await give(tx, desk, locked, organisation, grant, call)
            await tx.flush()
    if grants:
        await rights_changed(tx, desk, [officer.id], call.at)
    return officer.login


def _role(word: str) -> Role | str:
    return Role(word) if word in set(Role) else word


def _cell_error(row: int, found: ErrorDetails) -> CellError:
    error = field_error({**found, "loc": ("body", *found["loc"])})
    column = str(found["loc"][0]) if found["loc"] else None
    return CellError(row, "roles" if column == "role" else column, error.code, error.params)


def _refused(errors: list[CellError]) -> Problem:
    listed = [
        FieldError(f"/rows/{one.row}/{one.column or ''}".rstrip("/"), "body", one.code, one.params)
        for one in errors[:100]
    ]
    return Problem("import_refused", errors=listed, count=len(errors))


def _columns(kind: str) -> Any:
    if kind not in SHEETS:
        raise Problem("not_found")
    return SHEETS[kind]


def _own_labels(desk: Desk, name: str) -> dict[str, str]:
    """Return label → code of a list."""
    if name == "relation":
        return RELATIONS
    return {entry.name_zh: entry.code for entry in desk.vocabularies[name].entries if entry.active}
