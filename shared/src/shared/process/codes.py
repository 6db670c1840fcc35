"""Which fields of a body hold codes, declared once: of the service's lists, and of organisations of some kinds.

    CODES = CodedFields(lists={"field": "livelihood_field"}, organisations={"region": REGION_KINDS})
    await CODES.check(desk, body.model_dump(include=CODES.fields))

Every code no list has today is named by its place.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from shared.http.problems import FieldError, invalid_input
from shared.process.desk import Desk


@dataclass(frozen=True)
class CodedFields:
    """`lists` names the list of each field, `organisations` the kinds an organisation may be of."""

    lists: Mapping[str, str] = field(default_factory=dict)
    organisations: Mapping[str, frozenset[str]] = field(default_factory=dict)

    @property
    def fields(self) -> set[str]:
        """Every field that holds codes."""
        return {*self.lists, *self.organisations}

    async def check(self, desk: Desk, given: Mapping[str, Any]) -> None:
        """Raises: Problem `invalid_input` with every code that no list has today."""
        if wrong := await self.faults(desk, given):
            raise invalid_input(*wrong)

    async def faults(self, desk: Desk, given: Mapping[str, Any]) -> list[FieldError]:
        """Return an error for every code that no list has today; fields that are left out or null have none."""
        today = desk.clock.today()
        wrong = [
            pointer
            for name, vocabulary in self.lists.items()
            for pointer, code in _placed(name, given.get(name))
            if not desk.vocabularies.is_valid(vocabulary, code, today)
        ]
        for name, kinds in self.organisations.items():
            for pointer, code in _placed(name, given.get(name)):
                if not await desk.directory.admits(code, kinds):
                    wrong.append(pointer)
        return [FieldError(pointer, "body", "unknown_code") for pointer in wrong]


def _placed(name: str, given: Any) -> Iterator[tuple[str, str]]:
    """Give each code with its place in the body."""
    if isinstance(given, str):
        yield f"/{name}", given
    else:
        yield from ((f"/{name}/{at}", code) for at, code in enumerate(given or ()))
