"""One kind of official document, declared: from which object, for whom, when it exists, and what its template may use."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from shared.db import Reader
from shared.documents.values import Value
from shared.lifecycle.table import Label
from shared.process.desk import Desk
from shared.process.process import Viewer

Fields = Callable[[Reader, Desk, Any, Viewer], Awaitable[dict[str, Value]]]

COMMON: Mapping[str, str] = {
    "number": "文书所属事项的编号",
    "organ": "制发机关名称",
    "office": "承办部门名称",
    "printed_on": "制作日期",
}
"""What every template may use, whatever the document."""


class Rows(Mapping[str, str]):
    """A placeholder that is a list: what the list is, and what each of its rows has."""

    def __init__(self, meaning: str, **columns: str) -> None:
        self.meaning = meaning
        self._columns = columns

    def __getitem__(self, name: str) -> str:
        """Return what a column means."""
        return self._columns[name]

    def __iter__(self) -> Any:
        """Walk over the names of the columns."""
        return iter(self._columns)

    def __len__(self) -> int:
        """Say how many columns there are."""
        return len(self._columns)


Placeholders = Mapping[str, str | Rows]
"""What a template may use: each name with its meaning in Chinese."""


def always(_: Any) -> bool:
    """Say that a document exists in every state."""
    return True


@dataclass(frozen=True, slots=True)
class Document:
    """An official document (文书).

    `name` is its word in URLs and its template's file name. `fields` gathers what fills it, inside the transaction.
    `placeholders` say in Chinese what each field means, for who edits the template. `exists` asks the object whether
    the document can be written yet, and `is_written` what lies beside the object; `permission` is the full name of
    the right to have it.
    """

    name: str
    title: Label
    permission: str
    fields: Fields
    placeholders: Placeholders
    exists: Callable[[Any], bool] = always
    is_written: Callable[[Reader, UUID], Awaitable[bool]] | None = None

    async def can_be_had(self, reader: Reader, subject: Any) -> bool:
        """Say whether there is such a document of an object now."""
        if not self.exists(subject):
            return False
        return self.is_written is None or await self.is_written(reader, subject.id)

    @property
    def may_use(self) -> Placeholders:
        """Every placeholder its template may use."""
        return {**COMMON, **self.placeholders}


Documents = Mapping[str, Sequence[Document]]
"""The documents of a service, by the name of the process they belong to."""
