"""The working-day calendar: read a year, import one from the package or from the published notice."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Annotated, Any, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from identity.store.calendars import latest_years, special_days
from identity.usecases.sight import may
from shared.audit.record import audit
from shared.calendar.days import DayKind
from shared.calendar.store import install
from shared.calendar.years import CalendarYear, InvalidCalendar, UnknownYear, from_document, from_package
from shared.db import Reader, Transaction
from shared.db.engine import Row
from shared.feed.emit import emit
from shared.http import idempotency
from shared.http.answers import Answer
from shared.http.models import Day, Input, Instant, Line, Output
from shared.http.problems import Problem
from shared.process.desk import Call, Desk

Festival = Annotated[str, Line(1, 40)]


class Holiday(Input):
    """放假：首日至末日 · days off, both included."""

    name: Festival
    from_: Annotated[Day, Field(alias="from")]
    to: Day


class MakeupWorkday(Input):
    """调休上班日 · a weekend day that is worked."""

    name: Festival
    day: Day


class ImportCalendar(Input):
    """导入年度日历 · a year from the built-in data (`package`) or from the published notice (`notice`)."""

    source: Literal["package", "notice"]
    notice: Annotated[str, Line(2, 200)] | None = None
    holidays: Annotated[list[Holiday], Field(max_length=40)] = Field(default_factory=list)
    makeup_workdays: Annotated[list[MakeupWorkday], Field(max_length=40)] = Field(default_factory=list)

    @model_validator(mode="after")
    def _holds_what_its_source_needs(self) -> Self:
        if (self.source == "notice") != bool(self.notice and self.holidays):
            raise PydanticCustomError("calendar_notice_incomplete", "a notice has a name and holidays")
        return self


class HolidayOut(Output):
    """A run of days off."""

    name: str
    from_: Annotated[Day, Field(serialization_alias="from")]
    to: Day


class MakeupOut(Output):
    """A worked weekend day."""

    name: str
    day: Day


class CalendarOut(Output):
    """One year's calendar, in the form it can be imported in."""

    year: int
    edition: int
    source: str
    imported_at: Instant
    holidays: list[HolidayOut]
    makeup_workdays: list[MakeupOut]


class CalendarYearOut(Output):
    """A year that is known."""

    year: int
    edition: int
    source: str
    imported_at: Instant


class CalendarsOut(Output):
    """The years that are known."""

    items: list[CalendarYearOut]


async def import_calendar(desk: Desk, year: int, body: ImportCalendar, call: Call) -> Answer:
    """Install a year's notice and tell every service. Equal facts keep their edition.

    Raises: Problem `forbidden`, `calendar_year_unknown`, `calendar_invalid`.
    """
    may(desk, call, "calendar:import")
    notice = _read(year, body)
    key = idempotency.key_of(call, body)
    async with desk.db.transaction(call.actor.scope(call.at)) as tx:
        if replay := await idempotency.claim(tx, key, call.at):
            return replay
        await install_year(tx, desk, notice, call)
        answer = Answer(200, await _year(tx, year))
        idempotency.keep(tx, key, answer, call.at)
    desk.calendar.forget()
    return answer


async def install_year(tx: Transaction, desk: Desk, notice: CalendarYear, call: Call) -> int:
    """Install a year with its audit entry and event; return its edition."""
    edition = await install(tx, notice, at=call.at)
    audit(
        tx, call.actor, call.at, action="calendar:import", object_type="calendar", object_id=str(notice.year),
        request_id=call.request_id, details={"edition": edition},
    )  # fmt: skip
    emit(
        tx,
        desk.service,
        "calendar.imported",
        str(notice.year),
        {"year": notice.year, "edition": edition},
        call.at,
    )
    return edition


async def show_calendar(desk: Desk, year: int, call: Call) -> Answer:
    """Return one year. Raises: Problem `forbidden`, `not_found`."""
    may(desk, call, "calendar:read")
    async with desk.db.reader() as reader:
        return Answer(200, await _year(reader, year))


async def list_calendars(desk: Desk, call: Call) -> Answer:
    """Return the years that are known. Raises: Problem `forbidden`."""
    may(desk, call, "calendar:read")
    async with desk.db.reader() as reader:
        rows = await latest_years(reader)
    return Answer(200, CalendarsOut(items=[CalendarYearOut(**_head(row)) for row in rows]))


def _read(year: int, body: ImportCalendar) -> CalendarYear:
    try:
        if body.source == "package":
            return from_package(year)
        document = body.model_dump(mode="json", by_alias=True) | {"year": year, "source": body.notice}
        return from_document(document)
    except UnknownYear as unknown:
        raise Problem("calendar_year_unknown", year=year) from unknown
    except InvalidCalendar as invalid:
        raise Problem("calendar_invalid", problem=invalid.problem) from invalid


async def _year(reader: Reader, year: int) -> CalendarOut:
    found = next((row for row in await latest_years(reader) if row["year"] == year), None)
    if found is None:
        raise Problem("not_found")
    days = await special_days(reader, year, found["edition"])
    off = [row for row in days if row["kind"] == DayKind.HOLIDAY]
    worked = [row for row in days if row["kind"] == DayKind.MAKEUP_WORKDAY]
    return CalendarOut(
        **_head(found),
        holidays=runs(off),
        makeup_workdays=[MakeupOut(name=row["name"], day=row["day"]) for row in worked],
    )


def _head(row: Row) -> dict[str, Any]:
    return {name: row[name] for name in ("year", "edition", "source", "imported_at")}


def runs(days: Iterable[Row]) -> list[HolidayOut]:
    """Join days off that follow each other under one name."""
    found: list[HolidayOut] = []
    for row in days:
        last = found[-1] if found else None
        if last and last.name == row["name"] and last.to + timedelta(days=1) == row["day"]:
            found[-1] = HolidayOut(name=last.name, from_=last.from_, to=row["day"])
        else:
            found.append(HolidayOut(name=row["name"], from_=row["day"], to=row["day"]))
    return found
