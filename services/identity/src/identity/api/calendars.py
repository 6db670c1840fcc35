"""The working-day calendar."""

from typing import Annotated

from fastapi import APIRouter, Path
from starlette.responses import Response

from identity.domain.permissions import OTHERS
from identity.usecases.calendars import (
    CalendarOut,
    CalendarsOut,
    ImportCalendar,
    import_calendar,
    list_calendars,
    show_calendar,
)
from shared.auth.declare import declares
from shared.http.openapi import problems
from shared.http.route import StrictRoute
from shared.service.calls import AtDesk, Reading, Writing

router = APIRouter(prefix="/v1/calendars", tags=["工作日历"], route_class=StrictRoute)
Year = Annotated[int, Path(ge=2000, le=2199, description="年份 · a year")]


@router.get("", operation_id="list_calendars", summary="已导入的年份", response_model=CalendarsOut)
@declares("calendar:read", audit="none", loader="reference data", services=OTHERS)
async def calendars(desk: AtDesk, call: Reading) -> Response:
    """列出已导入的年份与版次。Lists the years that are known."""
    return (await list_calendars(desk, call)).response()


@router.get("/{year}", operation_id="get_calendar", summary="查看年度日历", response_model=CalendarOut)
@declares("calendar:read", audit="none", loader=show_calendar, services=OTHERS)
async def calendar(year: Year, desk: AtDesk, call: Reading) -> Response:
    """返回一年的放假与调休安排。Reads one year."""
    return (await show_calendar(desk, year, call)).response()


@router.post(
    "/{year}/import", operation_id="import_calendar", summary="导入年度日历", response_model=CalendarOut,
    openapi_extra=problems("calendar_year_unknown", "calendar_invalid"),
)  # fmt: skip
@declares("calendar:import", audit="write", loader=import_calendar)
async def import_year(year: Year, body: ImportCalendar, desk: AtDesk, call: Writing) -> Response:
    """导入国务院办公厅放假通知；各服务随即更新，暂定期限重新计算。Imports a year; every service follows."""
    return (await import_calendar(desk, year, body, call)).response()
