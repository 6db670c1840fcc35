"""A list of one kind of object, declared once: what it may be filtered, sorted and searched by, and its columns.

    CLUE_LIST = Listing(
        CLUES, query=ClueQuery, sorting=CLUE_SORTING,
        conditions={"source": any_of(clues.c.source), "received_from": from_day(clues.c.received_on)},
        columns=(Column("source", "来源", vocabulary="clue_source"), Column("received_on", "收到日期", kind=Kind.DAY)),
    )

From it come the list, its count, the search and the Excel file, all over what the caller may read and nothing else.
A parameter without a condition, or a condition without a parameter, is found when the module is imported.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import Annotated, Any, TypeVar

import sqlalchemy as sa
from pydantic import Field

from shared.clocks.store import due_by, overdue
from shared.db import Reader, Transaction
from shared.db.engine import Row
from shared.http.fields import Day
from shared.http.filters import Condition, any_of, check_names, equals, is_true
from shared.http.paging import Page, PageBody, PageQuery, Sorting
from shared.process.desk import Call, Desk
from shared.process.process import Process
from shared.sheets.columns import Column

T = TypeVar("T")
Codes = Annotated[tuple[Annotated[str, Field(max_length=63)], ...], Field(max_length=20)]
"""Several codes; a repeated parameter is "or"."""

LabelsOut = dict[str, dict[str, str]]
"""Field → code → name."""

_NO_FILTER = frozenset({*PageQuery.model_fields, "labels"})
Conditions = Sequence[sa.ColumnElement[bool]]
Keep = Callable[[Reader, Desk, Sequence[Row], Any], Awaitable[list[Row]]]
"""Given desk, rows and the body that was sent."""
Taken = Callable[[Transaction, Sequence[Any], Call], None]
"""Records besides the audit that objects were taken away as a file."""


class ListPage(Page[T]):
    """One page of a list; `labels` are there when asked for."""

    labels: Annotated[
        LabelsOut | None, Field(description="labels=true 时为各字段代码的名称 · names of codes")
    ]


class ObjectQuery(PageQuery):
    """What the list of every kind of object is filtered by; each adds its own. Repeat a parameter for "or"."""

    state: Annotated[Codes, Field(description="状态，可重复 · states")] = ()
    number: Annotated[str | None, Field(max_length=100, description="编号 · number")] = None
    overdue: Annotated[bool | None, Field(description="有超期期限 · has an overdue deadline")] = None
    due_to: Annotated[
        Day | None, Field(description="有该日及以前到期的期限 · has a deadline by that day")
    ] = None
    labels: Annotated[bool, Field(description="附代码的名称 · names of the codes on the page")] = False


@dataclass(frozen=True, slots=True)
class ForCaller:
    """A condition that depends on who asks, or when."""

    condition: Callable[[Any, Call], sa.ColumnElement[bool]]


@dataclass(frozen=True, slots=True)
class Search:
    """What is asked for in a body, because it would not be fit for a URL: names, numbers of persons, words of texts.

    `permission` decides which objects are looked through: with `read_text` those whose text the caller may open.
    `conditions` gets desk and call along, for what is sealed is found by keyed terms only. `keep` opens what was
    found and returns what really holds it.
    """

    body: type[PageBody]
    conditions: Callable[[Desk, Any, Call], Conditions]
    permission: str = "read"
    keep: Keep | None = None


@dataclass(frozen=True)
class Listing:
    """Everything a list needs. Raises: ValueError unless parameters and conditions match exactly.

    `codes` names the list of a filter that is no column with a list of its own.
    """

    process: Process[Any]
    query: type[PageQuery]
    sorting: Sorting
    conditions: Mapping[str, Condition | ForCaller]
    columns: tuple[Column, ...] = ()
    search: Search | None = None
    taken: Taken | None = None
    codes: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Find what stands on one side only."""
        common = set(ObjectQuery.model_fields) if issubclass(self.query, ObjectQuery) else set()
        check_names(self.query, common - _NO_FILTER | set(self.conditions), besides={"labels"} & common)

    @property
    def collection(self) -> str:
        """The word in the URL."""
        return self.process.collection

    @cached_property
    def title(self) -> str:
        """What the objects are called, in Chinese."""
        return self.process.lifecycle.title[0]

    @cached_property
    def coded(self) -> Mapping[str, str]:
        """Which filters take codes, and of which list."""
        columns = {column.key: column.vocabulary for column in self.columns if column.vocabulary}
        return {**{name: columns[name] for name in self.conditions if name in columns}, **self.codes}

    def where(self, query: PageQuery, call: Call) -> Conditions:
        """Return one condition for each parameter that was given."""
        found = []
        for name, condition in {**self._common(call.at), **self.conditions}.items():
            value = getattr(query, name)
            if value is None or value == ():
                continue
            if isinstance(condition, ForCaller):
                found.append(condition.condition(value, call))
            else:
                found.append(condition(value))
        return found

    def _common(self, at: datetime) -> dict[str, Condition]:
        if not issubclass(self.query, ObjectQuery):
            return {}
        columns = self.process.table.c
        return {
            "state": any_of(columns.state),
            "number": equals(columns.number),
            "overdue": is_true(overdue(columns.id, at)),
            "due_to": lambda day: due_by(columns.id, day),
        }
