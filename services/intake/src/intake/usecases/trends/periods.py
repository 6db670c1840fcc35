"""Periods as callers name them."""

from __future__ import annotations

from datetime import date

from pydantic_core import PydanticCustomError

MOST_DAYS = 366


def check_over(first: date, last: date) -> None:
    """Refuse a period that ends before it begins, or is longer than a year.

    Raises: PydanticCustomError `period_order`, `period_too_long`.
    """
    if last < first:
        raise PydanticCustomError("period_order", "the period ends before it begins")
    if (last - first).days >= MOST_DAYS:
        raise PydanticCustomError("period_too_long", "longer than a year")
