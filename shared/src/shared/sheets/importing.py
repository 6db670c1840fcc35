"""Import rows of a sheet: check them as often as needed, then commit all of them or none.

What one row does is the service's own function; it runs for each row in one transaction, and a check is the same
transaction undone.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from types import MappingProxyType
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from shared.audit.record import audit
from shared.db import Transaction
from shared.http import idempotency
from shared.http.answers import Answer
from shared.http.catalogue import Catalogue
from shared.http.language import Language
from shared.http.problems import FieldError, Problem
from shared.http.validation import field_error
from shared.lifecycle import Refused
from shared.process.desk import Call, Desk
from shared.sheets.columns import CellError, Column, Labels, read_row
from shared.sheets.reading import Unreadable, read_sheet
from shared.sheets.remarks import write_remarks
from shared.sheets.template import write_template

Add = Callable[[Transaction, Desk, dict[str, Any], Call], Awaitable[str]]
Rows = list[tuple[int, dict[str, Any]]]
"""The filled rows of a sheet: number and fields."""
Prepare = Callable[[Transaction, Rows], Awaitable[Add]]
Together = Callable[[Transaction, Desk, Rows, Call], Awaitable[list[CellError]]]
Words = Callable[[str, Mapping[str, Any]], str]
"""Says a code of a problem or a field error in the caller's language."""
Progress = Callable[[int, int], None]
_ERRORS_TOLD = 100


async def _nothing(_: Transaction) -> None:
    """Lock nothing beforehand."""


def one_by_one(add: Add) -> Prepare:
    """Prepare nothing: each row reads what it needs."""

    async def prepare(_: Transaction, __: Rows) -> Add:
        return add

    return prepare


@dataclass(frozen=True)
class SheetImport:
    """What may be imported, and how a row becomes an object.

    `prepare` may read at once what all rows need, and returns what makes the object of one row and says what it is
    called; that raises a validation error, a Problem or Refused for a row that cannot be. Where `at_once` is more
    than one, the objects of so many rows go out together, and a row sees none of those just before it.
    `column_of` says which column such a code or field is about, where that is not its name. `choices` are lists of
    labels that are no vocabulary of the service. `lock` runs before the first row. `together` makes one thing of all
    rows, once each is right by itself, and returns what is wrong with it.
    """

    name: str
    title: str
    permission: str
    columns: tuple[Column, ...]
    prepare: Prepare
    at_once: int = 1
    most_rows: int = 500
    column_of: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    choices: Labels = field(default_factory=lambda: MappingProxyType({}))
    lock: Callable[[Transaction], Awaitable[None]] = _nothing
    together: Together | None = None

    def labels(self, desk: Desk) -> Labels:
        """Return label → code of every list a column names."""
        names = {column.vocabulary for column in self.columns if column.vocabulary}
        return {
            name: self.choices.get(name)
            or {entry.name_zh: entry.code for entry in desk.vocabularies[name].entries if entry.active}
            for name in names
        }


@dataclass(frozen=True, slots=True)
class _Tried:
    """A sheet after every row was tried."""

    done: list[str]
    errors: list[CellError]


class _Undo(Exception):
    """Ends a trial: nothing of it stays."""


async def template_of(desk: Desk, kind: SheetImport) -> bytes:
    """Return the sheet to fill in."""
    labels = kind.labels(desk)
    return await asyncio.to_thread(
        write_template, kind.name, kind.title, kind.columns, labels, most_rows=kind.most_rows
    )


async def check_sheet(
    desk: Desk, kind: SheetImport, content: bytes, call: Call, words: Words, progress: Progress | None = None
) -> tuple[bytes, int]:
    """Try every row, keep nothing, and return the workbook with remarks, and how many errors there are.

    Raises: Problem `forbidden`, `sheet_unreadable`.
    """
    rows = await read_rows(desk, kind, content, call)
    tried = _Tried([], [])
    try:
        async with desk.db.transaction(call.actor.scope(call.at)) as tx:
            tried = await _try_all(tx, desk, kind, rows, call, progress)
            raise _Undo
    except _Undo:
        pass
    remarks: dict[tuple[int, str | None], str] = {}
    for error in tried.errors:
        text = words(error.code, error.params)
        known = remarks.get((error.row, error.column))
        remarks[error.row, error.column] = f"{known} {text}" if known else text
    workbook = await asyncio.to_thread(write_remarks, content, kind.columns, remarks)
    return workbook, len(tried.errors)


async def commit_sheet(desk: Desk, kind: SheetImport, content: bytes, call: Call) -> Answer:
    """Import every row, or none.

    Raises: Problem `forbidden`, `sheet_unreadable`, `import_refused` with the first hundred errors.
    """
    rows = await read_rows(desk, kind, content, call)
    key = idempotency.key_of(call, sha256(content).digest())
    async with desk.db.transaction(call.actor.scope(call.at)) as tx:
        if replay := await idempotency.claim(tx, key, call.at):
            return replay
        done = await import_rows(tx, desk, kind, rows, call)
        answer = Answer(200, {"kind": kind.name, "created": len(done), "items": done})
        idempotency.keep(tx, key, answer, call.at)
    return answer


async def read_rows(desk: Desk, kind: SheetImport, content: bytes, call: Call) -> Rows:
    """Return the rows of a sheet with their numbers. Raises: Problem `forbidden`, `sheet_unreadable`."""
    if not desk.permissions.holds(call.actor, kind.permission, call.at):
        raise Problem("forbidden")
    labels = kind.labels(desk)
    await desk.directory.read_ahead()
    try:
        read = await asyncio.to_thread(read_sheet, content, kind.columns, most_rows=kind.most_rows)
    except Unreadable as error:
        raise Problem("sheet_unreadable", rows=kind.most_rows) from error
    return [(number, read_row(kind.columns, cells, labels)) for number, cells in read]


async def import_rows(
    tx: Transaction,
    desk: Desk,
    kind: SheetImport,
    rows: Rows,
    call: Call,
    progress: Progress | None = None,
) -> list[str]:
    """Add every row inside an open transaction, and return what the new objects are called.

    Raises: Problem `import_refused`; the transaction must end with it.
    """
    tried = await _try_all(tx, desk, kind, rows, call, progress)
    if tried.errors:
        raise _refused(tried.errors)
    audit(
        tx, call.actor, call.at, action=kind.permission, object_type="import", object_id=kind.name,
        request_id=call.request_id, details={"rows": len(tried.done)},
    )  # fmt: skip
    return tried.done


async def _try_all(
    tx: Transaction,
    desk: Desk,
    kind: SheetImport,
    rows: Rows,
    call: Call,
    progress: Progress | None = None,
) -> _Tried:
    await kind.lock(tx)
    tried, labels = _Tried([], []), kind.labels(desk)
    add = await kind.prepare(tx, rows)
    for count, (number, fields) in enumerate(rows, 1):
        try:
            tried.done.append(await add(tx, desk, fields, call))
            if count % kind.at_once == 0 or count == len(rows):
                await tx.flush()
        except ValidationError as invalid:
            tried.errors.extend(_cell_error(kind, number, one, labels) for one in invalid.errors())
        except (Problem, Refused) as refused:
            column = kind.column_of.get(refused.code)
            tried.errors.append(CellError(number, column, refused.code, refused.params))
        if progress:
            progress(count, len(rows))
    if kind.together is not None and rows and not tried.errors:
        tried.errors.extend(await kind.together(tx, desk, rows, call))
    return tried


def words_in(catalogue: Catalogue, language: Language) -> Words:
    """Return what says codes of problems and of wrong fields in a language."""

    def say(code: str, params: Mapping[str, Any]) -> str:
        if code in catalogue.problems:
            return catalogue.wording(code, language, params).detail
        return catalogue.sentence(code, language, params)

    return say


def _cell_error(kind: SheetImport, row: int, found: ErrorDetails, labels: Labels) -> CellError:
    error = field_error({**found, "loc": ("body", *found["loc"])})
    name = str(found["loc"][0]) if found["loc"] else None
    key = kind.column_of.get(name, name) if name else None
    return CellError(row, key, error.code, _in_words(kind, key, error.params, labels))


def _in_words(
    kind: SheetImport, key: str | None, params: Mapping[str, Any], labels: Labels
) -> Mapping[str, Any]:
    """Say what may stand in a cell by the labels its list offers, not by their codes."""
    list_name = next((column.vocabulary for column in kind.columns if column.key == key), "")
    if "allowed" not in params or not list_name:
        return params
    words = {code: word for word, code in labels[list_name].items()}
    return {**params, "allowed": [words.get(one, one) for one in params["allowed"]]}


def _refused(errors: list[CellError]) -> Problem:
    listed = [
        FieldError(f"/rows/{one.row}/{one.column or ''}".rstrip("/"), "body", one.code, one.params)
        for one in errors[:_ERRORS_TOLD]
    ]
    return Problem("import_refused", errors=listed, count=len(errors))
