"""Types of fields on the wire: text without control characters, days, instants with their offset."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Annotated, Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError
from pydantic_core import core_schema as cs

from shared.clock import ZONE, to_the_hour

EARLIEST_YEAR, LATEST_YEAR = 1900, 2199
"""What a date on the wire may hold: outside of it arithmetic with zones and calendars overflows."""

CHECKED = "huiying_checked"
"""Mark on the core schema of a text that already checks its characters."""

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_BREAK = re.compile("[\n\r\t\u2028\u2029]")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_INSTANT = re.compile(
    r"\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}(:\d{2}([.]\d{1,6})?)?(?P<offset>[Zz]|[+-]\d{2}:\d{2})?", re.ASCII
)
_YEARS = {"from": EARLIEST_YEAR, "to": LATEST_YEAR}


def checked_text(value: str) -> str:
    """Refuse control characters and halves of surrogate pairs; make every line end a line feed."""
    if value.isprintable():
        return value
    if _CONTROL.search(value):
        raise PydanticCustomError("control_character", "control character")
    return value.replace("\r\n", "\n").replace("\r", "\n") if "\r" in value else value


def checked_line(value: str) -> str:
    """Refuse control characters, line breaks and tabs."""
    if value.isprintable():
        return value
    if _CONTROL.search(value):
        raise PydanticCustomError("control_character", "control character")
    if _BREAK.search(value):
        raise PydanticCustomError("line_break", "line break")
    return value


@dataclass(frozen=True, slots=True)
class Text:
    """Mark a text of several lines: `Annotated[str, Text(10, 5000)]`; lengths in characters, trimmed."""

    min: int
    max: int

    def __get_pydantic_core_schema__(self, source: type[Any], handler: GetCoreSchemaHandler) -> CoreSchema:
        """Trim, count, then look at the characters."""
        return _text_schema(self.min, self.max, checked_text)


@dataclass(frozen=True, slots=True)
class Line:
    """Mark a text of one line: `Annotated[str, Line(1, 80)]`; lengths in characters, trimmed."""

    min: int
    max: int

    def __get_pydantic_core_schema__(self, source: type[Any], handler: GetCoreSchemaHandler) -> CoreSchema:
        """Trim, count, then look at the characters."""
        return _text_schema(self.min, self.max, checked_line)


def _text_schema(least: int, most: int, check: Callable[[str], str]) -> CoreSchema:
    text = cs.str_schema(
        min_length=least or None, max_length=most, strip_whitespace=True, metadata={CHECKED: True}
    )
    return cs.no_info_after_validator_function(check, text)


def parse_day(value: Any) -> date:
    """Return a day written `2026-03-02`, or the day itself; numbers and instants are no days."""
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    if not isinstance(value, str) or not _DAY.fullmatch(value):
        raise PydanticCustomError("day_invalid", "not a day")
    try:
        day = date.fromisoformat(value)
    except ValueError:
        raise PydanticCustomError("day_invalid", "not a day") from None
    if not EARLIEST_YEAR <= day.year <= LATEST_YEAR:
        raise PydanticCustomError("day_out_of_range", "year out of range", _YEARS)
    return day


def parse_instant(value: Any) -> datetime:
    """Return an instant in UTC. A text needs an offset; so does a `datetime`."""
    if isinstance(value, str):
        value = _read_instant(value)
    elif not isinstance(value, datetime):
        raise PydanticCustomError("instant_invalid", "not an instant")
    if value.tzinfo is None:
        raise PydanticCustomError("instant_without_offset", "no offset")
    if not EARLIEST_YEAR <= value.year <= LATEST_YEAR:
        raise PydanticCustomError("instant_out_of_range", "year out of range", _YEARS)
    instant: datetime = value.astimezone(UTC)
    return instant


def _read_instant(value: str) -> datetime:
    found = _INSTANT.fullmatch(value)
    if not found:
        raise PydanticCustomError("instant_invalid", "not an instant")
    if not found["offset"]:
        raise PydanticCustomError("instant_without_offset", "no offset")
    try:
        return datetime.fromisoformat(value.upper())
    except ValueError:
        raise PydanticCustomError("instant_invalid", "not an instant") from None


def parse_hour(value: Any) -> datetime:
    """Return the hour an instant falls in, in UTC: the only precision kept of what a reporter does."""
    return to_the_hour(parse_instant(value))


def on_the_wire(at: datetime) -> str:
    """Return an instant in the deployment's zone, to the second."""
    return at.astimezone(ZONE).isoformat(timespec="seconds")


def hour_on_the_wire(at: datetime) -> str:
    """Return the hour an instant falls in, in the deployment's zone."""
    return to_the_hour(at).astimezone(ZONE).isoformat(timespec="seconds")


@dataclass(frozen=True, slots=True)
class _Moment:
    """Schema of a day or an instant: how it is read, how it is written, and how it is documented."""

    read: Callable[[Any], Any]
    write: Callable[[Any], str]
    format: str
    example: str

    def __get_pydantic_core_schema__(self, source: type[Any], handler: GetCoreSchemaHandler) -> CoreSchema:
        """Read with our own function; write text when JSON is made."""
        return cs.no_info_plain_validator_function(
            self.read,
            serialization=cs.plain_serializer_function_ser_schema(
                self.write, return_schema=cs.str_schema(), when_used="json"
            ),
        )

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Say the format and show an example."""
        return {"type": "string", "format": self.format, "examples": [self.example]}


Instant = Annotated[datetime, _Moment(parse_instant, on_the_wire, "date-time", "2026-03-02T09:30:00+08:00")]
"""An aware instant: UTC inside, the deployment's offset on the wire."""

Hour = Annotated[datetime, _Moment(parse_hour, hour_on_the_wire, "date-time", "2026-03-02T09:00:00+08:00")]
"""An instant of the reporter's side, cut down to its hour."""

Day = Annotated[date, _Moment(parse_day, date.isoformat, "date", "2026-03-02")]
"""A day without a time."""
