"""Days of acts that were done before they are recorded."""

from datetime import date

from shared.http.problems import FieldError, invalid_input


def not_in_future(given: date | None, pointer: str, today: date) -> date:
    """Return the day given, or today. Raises: Problem `invalid_input` for a day to come."""
    if given is not None and given > today:
        raise invalid_input(FieldError(pointer, "body", "day_in_future"))
    return given or today
