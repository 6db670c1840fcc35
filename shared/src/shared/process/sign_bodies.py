"""What a leader sends with a signature."""

from datetime import date
from typing import Annotated

from pydantic import Field

from shared.http.models import Input, Text


class Attendee(Input):
    """One person at a meeting; a recused person is marked absent."""

    officer: Annotated[str, Text(1, 100)]
    present: bool
    recused: bool = False


class MeetingRecord(Input):
    """The minutes behind a collective decision.

    Rule: 1.2 S4.
    """

    held_on: date
    place: Annotated[str, Text(1, 200)]
    chair: Annotated[str, Text(1, 100)]
    attendees: Annotated[list[Attendee], Field(min_length=2, max_length=100)]
    opinions: Annotated[str, Text(0, 5000)] = ""
    resolution: Annotated[str, Text(2, 5000)]


class SignBody(Input):
    """A decision on one level of a sign-off."""

    opinion: Annotated[str, Text(0, 5000)] = ""
    order_number: Annotated[str, Text(1, 100)] | None = None
    meeting: MeetingRecord | None = None
