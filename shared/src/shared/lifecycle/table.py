"""The table of one process and the only questions it answers: which row applies, and is a guard in the way.

LifecycleError   the table contradicts itself; raised while it is built, so the service does not start
Refused          a move the table does not allow now; `code` names the guard
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from shared.auth.roles import Role

Label = tuple[str, str]
"""zh-CN and en."""


class LifecycleError(Exception):
    """The table contradicts itself."""


class Refused(Exception):
    """A move that is not allowed now.

    `code` is stable and has a text in the catalogue of problems; `params` fill that text, each in one form for all
    languages or by language.
    """

    def __init__(self, code: str, /, **params: str | Mapping[str, str]) -> None:
        super().__init__(code)
        self.code = code
        self.params = params


@dataclass(frozen=True, slots=True)
class Party:
    """Who may ask for a move: a role, and what its organisation or officer is to the object.

    `capacity` is `holder` for the organisation that holds the object, else the capacity of a need-to-know grant.
    `role` is None for the system itself and for the holder of a receipt.
    """

    role: Role | None
    capacity: str = "holder"


SYSTEM = Party(None, "system")
RECEIPT_HOLDER = Party(None, "receipt_holder")


def by(*roles: Role, capacity: str = "holder") -> tuple[Party, ...]:
    """Name the roles that may ask for a move in one capacity."""
    return tuple(Party(role, capacity) for role in roles)


@dataclass(frozen=True, slots=True)
class Guard:
    """A named condition. `test` gets the facts of the move and says whether it holds; `code` is the refusal."""

    code: str
    test: Callable[[Any], bool]


@dataclass(frozen=True, slots=True)
class Row:
    """One move.

    `signs` are the levels that sign, in order (Rule: 1.2). `starts` and `stops` name deadlines. `event` is what
    others are told; empty when nobody outside needs to know. `rule` names the row in the book of rules.
    """

    rule: str
    sources: tuple[StrEnum, ...]
    action: StrEnum
    to: StrEnum
    by: tuple[Party, ...]
    signs: tuple[str, ...] = ()
    needs: tuple[Guard, ...] = ()
    documents: tuple[str, ...] = ()
    starts: tuple[str, ...] = ()
    stops: tuple[str, ...] = ()
    event: str = ""
    basis: str = ""

    @property
    def by_system(self) -> bool:
        """Say whether the system alone makes this move."""
        return all(party is SYSTEM for party in self.by)


class Lifecycle:
    """The whole table of one kind of object, checked when it is built.

    Raises: LifecycleError for two rows for one state and action, an unreachable state, a way out of a final
    state, a state without a way on, or a state or action without a label.
    """

    def __init__(
        self,
        *,
        name: str,
        title: Label,
        initial: StrEnum,
        final: Sequence[StrEnum],
        labels: dict[StrEnum, Label],
        rows: Sequence[Row],
    ) -> None:
        self.name = name
        self.title = title
        self.initial = initial
        self.final = tuple(final)
        self.labels = labels
        self.rows = tuple(rows)
        self._by_move = _index(self.rows)
        _check(self)

    @property
    def states(self) -> tuple[StrEnum, ...]:
        """Every state, in the order of its enum."""
        return tuple(type(self.initial))

    @property
    def actions(self) -> tuple[StrEnum, ...]:
        """Every action, in the order of the table."""
        return tuple(dict.fromkeys(row.action for row in self.rows))

    def rows_of(self, action: str) -> tuple[Row, ...]:
        """Return the rows of one action."""
        return tuple(row for row in self.rows if row.action == action)

    def from_state(self, state: str) -> tuple[Row, ...]:
        """Return the rows that lead on from a state."""
        return tuple(row for row in self.rows if state in row.sources)

    def find(self, state: str, action: str) -> Row:
        """Return the one row for a state and an action.

        Raises: Refused `move_out_of_order` when the table has none.
        """
        row = self._by_move.get((state, action))
        if row is None:
            raise self.out_of_order(state, action)
        return row

    def out_of_order(self, state: str, action: str) -> Refused:
        """Return the refusal of a move that the table does not have, in the words people know its states by."""
        return Refused("move_out_of_order", state=self.words(state), action=self.words(action))

    def words(self, word: str) -> Mapping[str, str]:
        """Return the name of a state or action by language; a word the table does not know names itself."""
        zh, en = self.labels.get(word, (word, word))  # type: ignore[call-overload]  # a StrEnum member equals its word
        return {"zh-CN": zh, "en": en}

    def check(self, row: Row, facts: Any) -> None:
        """Test the row's guards in order. Raises: Refused with the code of the first that fails."""
        for guard in row.needs:
            if not guard.test(facts):
                raise Refused(guard.code, rule=row.rule)

    def label(self, word: StrEnum, language: str = "zh-CN") -> str:
        """Return the name of a state or action in `zh-CN` or `en`."""
        zh, en = self.labels[word]
        return en if language == "en" else zh


def _index(rows: Iterable[Row]) -> dict[tuple[str, str], Row]:
    index: dict[tuple[str, str], Row] = {}
    for row in rows:
        for state in row.sources:
            if (state, row.action) in index:
                raise LifecycleError(f"two rows for {state} + {row.action}")
            index[state, row.action] = row
    return index


def _check(table: Lifecycle) -> None:
    if stray := [row.rule for row in table.rows if set(row.sources) & set(table.final)]:
        raise LifecycleError(f"{table.name}: rows {stray} lead out of a final state")
    reached: set[StrEnum] = {table.initial}
    while more := {row.to for row in table.rows if set(row.sources) & reached} - reached:
        reached |= more
    if lost := set(table.states) - reached:
        raise LifecycleError(f"{table.name}: unreachable {sorted(lost)}")
    if stuck := set(table.states) - set(table.final) - {state for row in table.rows for state in row.sources}:
        raise LifecycleError(f"{table.name}: no way on from {sorted(stuck)}")
    if nameless := (set(table.states) | set(table.actions)) - set(table.labels):
        raise LifecycleError(f"{table.name}: no label for {sorted(nameless)}")
    if nobody := [row.rule for row in table.rows if not row.by]:
        raise LifecycleError(f"{table.name}: nobody may make {nobody}")
