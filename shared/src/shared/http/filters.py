"""From the parameters of a list to conditions, by a table that names every parameter once.

    DEMANDS = Filters(DemandQuery, {
        "state": any_of(demands.c.state),
        "received_from": from_day(demands.c.received_on),
        "received_to": to_day(demands.c.received_on),
    })

    statement.where(*DEMANDS.conditions(query))

A parameter without a condition, or a condition without a parameter, is found when the module is imported.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime, time, timedelta
from typing import Any, Generic, TypeVar

import sqlalchemy as sa
from pydantic import BaseModel
from sqlalchemy.dialects.postgresql import ARRAY

from shared import search
from shared.clock import ZONE
from shared.db import Reader
from shared.http.models import Output, Query
from shared.http.paging import PageBody, PageQuery

Q = TypeVar("Q", bound="Query | PageBody")
Column = sa.ColumnElement[Any]
Condition = Callable[[Any], sa.ColumnElement[bool]]

COUNTED_EXACTLY = 10_000
_OF_PAGES = frozenset(PageQuery.model_fields)


class CountOut(Output):
    """How many there are; with `at_least` there are more than counted."""

    count: int
    at_least: bool


class Filters(Generic[Q]):
    """The conditions of one list. Raises: ValueError unless parameters and conditions match exactly."""

    def __init__(self, query: type[Q], conditions: Mapping[str, Condition]) -> None:
        check_names(query, conditions)
        self._conditions = dict(conditions)

    def conditions(self, query: Q) -> list[sa.ColumnElement[bool]]:
        """Return one condition for each parameter that was given."""
        found = []
        for name, condition in self._conditions.items():
            value = getattr(query, name)
            if value is not None and value != ():
                found.append(condition(value))
        return found


def check_names(query: type[BaseModel], conditions: Iterable[str], besides: Iterable[str] = ()) -> None:
    """Compare the parameters of a list with its conditions; `besides` are those that select nothing.

    Raises: ValueError naming what has no counterpart.
    """
    if odd := (set(query.model_fields) - _OF_PAGES - set(besides)) ^ set(conditions):
        raise ValueError(f"{query.__name__}: {', '.join(sorted(odd))} not on both sides")


def any_of(column: Column) -> Condition:
    """Match one of several values, as a repeated parameter gives; one statement text for any number."""
    kind: Any = ARRAY(column.type)
    return lambda values: column == sa.any_(sa.literal(list(values), kind))


def equals(column: Column) -> Condition:
    """Match one value."""
    return lambda value: column == sa.literal(value, column.type)


def is_true(condition: sa.ColumnElement[bool]) -> Condition:
    """Match rows that a condition holds for, or does not hold for, as a yes-or-no parameter says."""
    return lambda wanted: condition if wanted else sa.not_(condition)


def found_in(vector: sa.ColumnElement[Any], *texts: sa.ColumnElement[Any]) -> Condition:
    """Match what a person typed: every word must stand in one of the texts, whose terms the vector holds.

    A text without letters finds nothing.
    """

    def condition(text: str) -> sa.ColumnElement[bool]:
        wanted = search.parse(text)
        return sa.false() if wanted is None else search.matches(wanted, vector, *texts)

    return condition


def from_day(column: Column) -> Condition:
    """Match that day and later; an instant is compared with the day's beginning in the deployment's zone."""
    if isinstance(column.type, sa.DateTime):
        return lambda day: column >= sa.literal(_beginning(day), column.type)
    return lambda day: column >= sa.literal(day, column.type)


def to_day(column: Column) -> Condition:
    """Match that day and earlier, the whole day included."""
    if isinstance(column.type, sa.DateTime):
        return lambda day: column < sa.literal(_beginning(day + timedelta(days=1)), column.type)
    return lambda day: column <= sa.literal(day, column.type)


async def count_up_to(reader: Reader, statement: sa.Select[Any], most: int = COUNTED_EXACTLY) -> CountOut:
    """Count the rows of a statement: exactly up to `most`, beyond that only that there are more."""
    some = statement.order_by(None).limit(most + 1).subquery()
    count = int(await reader.scalar(sa.select(sa.func.count()).select_from(some)))
    return CountOut(count=min(count, most), at_least=count > most)


def _beginning(day: date) -> datetime:
    return datetime.combine(day, time.min, tzinfo=ZONE)
