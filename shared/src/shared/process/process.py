"""One process of one service: its table, its rows, and what each move does besides changing the state."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any, Generic, NamedTuple, TypeVar, cast
from uuid import UUID

import sqlalchemy as sa

from shared.auth.actor import Actor
from shared.auth.permissions import ObjectFacts
from shared.clocks.rules import Deadline
from shared.db import Reader, Transaction
from shared.db.engine import Row as Record
from shared.lifecycle import Lifecycle, Row
from shared.process.aggregate import Subject
from shared.process.bodies import Command, ObjectOut
from shared.process.desk import Call, Desk
from shared.recusal.store import Recusal

S = TypeVar("S", bound=Subject)
C = TypeVar("C", bound=Command)


@dataclass(frozen=True, slots=True)
class Step(Generic[S, C]):
    """One move being made, inside the open transaction."""

    tx: Transaction
    desk: Desk
    subject: S
    command: C
    row: Row
    actor: Actor
    at: datetime
    today: date
    sign_off_id: UUID | None = None
    grantees: ObjectFacts | None = None
    prepared: Any = None


@dataclass(frozen=True, slots=True)
class Changes:
    """What a move changes besides the state: columns of the object, thin data of the event, triggers of deadlines.

    `starts_from` gives the trigger day of a deadline that does not start today, `no_clock` names deadlines that do
    not start in this case, `clock_holder` is whom the time is charged to when that is not the object's holder.
    `limits` are deadlines as this object has them, such as another regime's; `written` are days a letter writes,
    and what lies behind ran out then.
    `then` is a move of the system that follows at once, in the same transaction.
    """

    columns: Mapping[str, Any] = field(default_factory=dict)
    event: Mapping[str, Any] = field(default_factory=dict)
    starts_from: Mapping[str, date] = field(default_factory=dict)
    no_clock: frozenset[str] = frozenset()
    clock_holder: str = ""
    limits: Mapping[str, Deadline] = field(default_factory=dict)
    written: Mapping[str, date] = field(default_factory=dict)
    then: str = ""


Apply = Callable[[Step[Any, Any]], Awaitable[Changes]]
Before = Callable[[Desk, UUID, Any, Call], Awaitable[Any]]
Check = Callable[[Step[Any, Any]], Awaitable[None]]
Tells = Callable[[Step[Any, Any], Call], Awaitable[Mapping[str, Any]]]


async def no_facts(_: Step[Any, Any]) -> None:
    """Look at nothing, for tables without guards."""


async def nothing_more(_: Step[Any, Any]) -> Changes:
    """Change the state and nothing else."""
    return Changes()


@dataclass(frozen=True, slots=True)
class Only:
    """What one of an object's own columns must hold for a move to come into question; any value if none is named.

    It says no more than a guard that looks at that column alone: nobody is offered what is certain to be refused.
    """

    column: str
    values: tuple[str, ...] = ()

    def admits(self, fields: Mapping[str, Any]) -> bool:
        """Say whether an object with these fields comes into question."""
        value = fields[self.column]
        return value in self.values if self.values else value is not None

    def condition(self, table: sa.FromClause) -> sa.ColumnElement[bool]:
        """Select the objects that come into question."""
        column = table.c[self.column]
        return column.in_(self.values) if self.values else column.is_not(None)


@dataclass(frozen=True, slots=True)
class Move:
    """How one action is done: the body it takes, its effect, and who signs.

    `signs` may name levels that depend on the object; the row's own are the default. `before` asks other
    services before the transaction opens and must check the caller's rights itself; `Step.prepared` is what it
    returned, and None when a leader's signature makes the move. `check` refuses what the effect would refuse, so that
    no leader is asked to sign what cannot be done. `tells` adds to the answer of a move without signatures what its
    maker should know at once, as `out` describes; neither is shown again. `only` keeps it out of `allowed_actions` and
    inboxes where the object's own column rules it out.
    """

    command: type[Command] = Command
    apply: Apply = nothing_more
    signs: Callable[[Step[Any, Any]], Awaitable[tuple[str, ...]]] | None = None
    before: Before | None = None
    check: Check | None = None
    tells: Tells | None = None
    out: type[ObjectOut] | None = None
    only: Only | None = None


class Viewer(NamedTuple):
    """Who looks at an object. `brief` in lists, where sealed texts stay closed."""

    actor: Actor
    facts: ObjectFacts
    at: datetime
    language: str = "zh-CN"
    brief: bool = False


View = Callable[[Reader, Desk, Any, Viewer], Awaitable[dict[str, Any]]]


@dataclass(frozen=True, slots=True)
class Moment:
    """One thing that happened to an object, for its timeline (`timeline.MomentOut`).

    `title` is in zh-CN and en; `by` is the kind of actor, the id, and the path of the organisation.
    """

    at: datetime
    kind: str
    name: str
    title: tuple[str, str]
    state: str
    rule: str | None = None
    by: tuple[str, str, str] | None = None
    level: str | None = None
    version: int | None = None
    due_on: date | None = None
    closed_on: date | None = None


Moments = Callable[[Reader, Desk, Any, Viewer], Awaitable[list[Moment]]]
Leave = Callable[[Transaction, UUID, Recusal], Awaitable[None]]


@dataclass(frozen=True)
class Process(Generic[S]):
    """The whole of one kind of object, as the machinery needs it.

    `facts` gathers what the guards of the table test, for the move at hand. `listed` says of a row what `view` says
    in brief; with it, lists make no objects. `moments` adds to the timeline what only this process has. `hangs_on` is
    the column with the id of the object this one is a part of: whoever must keep away from that one keeps away from
    this one; `hangs_on_each` selects `id` and `above` of objects that are a part of several. `leave` takes an officer who
    must keep away out of the people who work on the object.
    """

    name: str
    collection: str
    lifecycle: Lifecycle
    table: sa.FromClause
    of: Callable[[Record], S]
    moves: Mapping[StrEnum, Move]
    view: View
    out: type[ObjectOut]
    facts: Callable[[Step[Any, Any]], Awaitable[Any]]
    tag: str
    listed: Callable[[Record], dict[str, Any]] | None = None
    moments: Moments | None = None
    hangs_on: str | None = None
    hangs_on_each: sa.Select[Any] | None = None
    leave: Leave | None = None

    @property
    def moves_by_action(self) -> Mapping[str, Move]:
        """The same moves, found by the action's plain word."""
        return cast("Mapping[str, Move]", self.moves)  # a StrEnum member equals its word, and hashes like it

    def permission(self, action: str) -> str:
        """Return the name of the permission for an action: `demand:forward`."""
        return f"{self.name}:{action}"
