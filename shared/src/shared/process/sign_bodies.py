"""What a leader sends with a signature."""

from typing import Annotated, Any, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from shared.http.models import Day, Input, Text


class Attendee(Input):
    """One person at a meeting; a recused person is marked absent."""

    officer: Annotated[str, Text(1, 100)]
    present: bool
    recused: bool = False

    @model_validator(mode="after")
    def _recused_is_absent(self) -> Self:
        if self.recused and self.present:
            raise PydanticCustomError("recused_but_present", "a recused person is absent")
        return self


class MeetingRecord(Input):
    """The minutes behind a collective decision.

    Rule: 1.2 S4.
    """

    held_on: Day
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


class ReviseBody(Input):
    """The action's fields as they are to be signed instead."""

    fields: dict[str, Any]
