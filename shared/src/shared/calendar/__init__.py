"""Working days by the State Council's yearly notices: facts, their sources, and where they are kept."""

from shared.calendar.days import Calendar, DayKind
from shared.calendar.years import CalendarYear, InvalidCalendar, UnknownYear

__all__ = ["Calendar", "CalendarYear", "DayKind", "InvalidCalendar", "UnknownYear"]
