"""What waits for an officer in a whole service: signatures, moves by duty, deadlines. All over what they may read.

A duty is an action some rule lets the caller do, with the objects that stand in a state it leads on from and wait for
no signature: the same that `allowed_actions` says of one object.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from shared.auth.predicate import Protected, Visible, visible
from shared.clocks.store import due_soon_now, overdue_now
from shared.clocks.tables import clocks
from shared.db import Reader
from shared.directory.paths import code_of
from shared.http.answers import Answer
from shared.http.filters import CountOut
from shared.http.paging import Sorting
from shared.http.problems import FieldError, Problem, invalid_input
from shared.process.desk import Call, Desk
from shared.process.find import COUNTED_EXACTLY, nearest_due, show_rows
from shared.process.inbox_bodies import DeadlineQuery, DutyOut, DutyQuery, InboxOut
from shared.process.process import Process
from shared.process.sign_list import waiting_for_caller
from shared.signoff.tables import sign_offs


@dataclass(frozen=True, slots=True)
class _Shape:
    """Actions of one process that the same rules give the caller: they share one condition and one statement."""

    process: Process[Any]
    permission: str
    actions: tuple[str, ...]
    states: tuple[str, ...]


async def show_inbox(desk: Desk, call: Call) -> Answer:
    """Count what waits for the caller: a statement for each set of equal rights, whatever the number of actions."""
    async with desk.db.reader(call.actor.scope(call.at)) as reader:
        signs = await _count(reader, sa.select(sign_offs.c.id).where(waiting_for_caller(call)), {})
        duties = [duty for shape in _shapes(desk, call) for duty in await _duties(reader, desk, shape, call)]
        deadlines = {
            state: await _count(reader, *_deadlines(desk, call, state)) for state in ("overdue", "due_soon")
        }
    shown = InboxOut(
        sign_offs=signs, duties=duties, overdue=deadlines["overdue"], due_soon=deadlines["due_soon"]
    )
    return Answer(200, shown)


async def list_duty(desk: Desk, query: DutyQuery, call: Call) -> Answer:
    """Return a page of the objects that wait for one duty: what has priority first, and the oldest of that.

    Raises: Problem `invalid_input` for an action there is not, `forbidden` when no rule gives it to the caller.
    """
    process = _process(desk, query.object_type)
    action = query.action.replace("-", "_")
    if action not in process.moves_by_action:
        raise invalid_input(FieldError("/action", "query", "name_unknown"))
    if not desk.permissions.holds(call.actor, process.permission(action), call.at):
        raise Problem("forbidden")
    table = process.table
    keys = {name: table.c[name] for name in ("priority", "created_at") if name in table.c}
    sorting = Sorting(keys, default=",".join(keys), last=table.c.id)
    window = desk.cursors.window(sorting, query, caller=call.actor.id)
    seen = _seen(desk, process, process.permission(action), call)
    only = process.moves_by_action[action].only
    waits = [*_waits(process, _sources(process, [action])), *([only.condition(table)] if only else [])]
    statement = window.apply(sa.select(table).where(seen.condition, *waits))
    async with desk.db.reader(call.actor.scope(call.at)) as reader:
        rows = await reader.all(statement, **seen.values)
        shown = await show_rows(reader, desk, process, rows[: window.limit], call)
    items = [_waiting(process, item, call) for item in shown]
    return Answer(200, {"items": items, "next_cursor": window.next_cursor(rows)})


async def list_deadlines(desk: Desk, query: DeadlineQuery, call: Call) -> Answer:
    """Return a page of open deadlines of whatever the caller may read, the most urgent first.

    Raises: Problem `invalid_input` for a kind of object there is not.
    """
    if query.object_type is not None:
        _process(desk, query.object_type)
    statement, values = _deadlines(desk, call, query.state, only=query.object_type, ours=query.ours)
    late = statement.subquery("late")
    sorting = Sorting({"ends_at": late.c.ends_at}, default="ends_at", last=late.c.id)
    window = desk.cursors.window(sorting, query, caller=call.actor.id)
    async with desk.db.reader(call.actor.scope(call.at)) as reader:
        rows = await reader.all(window.apply(sa.select(late)), **values)
    items = []
    for row in rows[: window.limit]:
        process: Process[Any] = desk.processes[row["object_type"]]
        items.append({
            "object_type": process.name, "collection": process.collection, "object_id": row["object_id"],
            "number": row["number"], "state": row["state"], "state_label": _label(process, row["state"], call),
            "rule": row["rule"], "due_on": row["due_on"], "held_by": code_of(row["held_by"]),
        })  # fmt: skip
    return Answer(200, {"items": items, "next_cursor": window.next_cursor(rows)})


def _process(desk: Desk, name: str) -> Process[Any]:
    process: Process[Any] | None = desk.processes.get(name)
    if process is None:
        raise invalid_input(FieldError("/object_type", "query", "name_unknown"))
    return process


def _shapes(desk: Desk, call: Call) -> Iterator[_Shape]:
    """Group the caller's possible actions by the rules that give them."""
    for process in desk.processes.values():
        alike: dict[Any, list[str]] = defaultdict(list)
        for action in process.moves_by_action:
            rules = desk.permissions.rules_for(process.permission(action))
            held = [(rule.capacities, call.actor.live_grants(rule.roles, call.at)) for rule in rules]
            if given := frozenset(one for one in held if one[1]):
                alike[given].append(str(action))
        for actions in alike.values():
            states = _sources(process, actions)
            yield _Shape(process, process.permission(actions[0]), tuple(actions), states)


def _sources(process: Process[Any], actions: Iterable[str]) -> tuple[str, ...]:
    wanted = set(actions)
    rows = [row for row in process.lifecycle.rows if row.action in wanted and not row.by_system]
    return tuple(dict.fromkeys(str(state) for row in rows for state in row.sources))


async def _duties(reader: Reader, desk: Desk, shape: _Shape, call: Call) -> list[DutyOut]:
    process = shape.process
    seen = _seen(desk, process, shape.permission, call)
    moves = process.moves_by_action
    only = {action: found for action in shape.actions if (found := moves[action].only)}
    flags = [found.condition(process.table).label(f"only_{action}") for action, found in only.items()]
    some = (
        sa.select(process.table.c.state, *flags)
        .where(seen.condition, *_waits(process, shape.states))
        .limit(COUNTED_EXACTLY + 1)
        .subquery()
    )
    rows = await reader.all(
        sa.select(*some.c, sa.func.count().label("found")).group_by(*some.c), **seen.values
    )
    is_more = sum(row["found"] for row in rows) > COUNTED_EXACTLY
    counted = {
        action: sum(
            row["found"]
            for row in rows
            if row["state"] in _sources(process, [action]) and (action not in only or row[f"only_{action}"])
        )
        for action in shape.actions
    }
    return [
        DutyOut(
            object_type=process.name, collection=process.collection, action=action.replace("_", "-"),
            label=_label(process, action, call), count=count, at_least=is_more,
        )
        for action, count in counted.items()
        if count
    ]  # fmt: skip


def _seen(desk: Desk, process: Process[Any], permission: str, call: Call) -> Visible:
    return visible(desk.permissions, call.actor, permission, Protected.of(process.table), call.at)


def _waits(process: Process[Any], states: Sequence[str]) -> list[sa.ColumnElement[bool]]:
    """Select objects in these states that no leader is asked about."""
    table = process.table
    asked = sa.exists().where(sign_offs.c.object_id == table.c.id, sign_offs.c.state == "waiting")
    return [table.c.state == sa.any_(sa.literal(list(states), sa.ARRAY(sa.Text))), sa.not_(asked)]


def _deadlines(
    desk: Desk, call: Call, state: str, *, only: str | None = None, ours: bool = False
) -> tuple[sa.Select[Any], dict[str, Any]]:
    """Select the open deadlines of all objects the caller may read, of one kind or of all."""
    when = overdue_now(call.at) if state == "overdue" else due_soon_now(call.at)
    charged = [_is_ours(call)] if ours else []
    parts: list[sa.Select[Any]] = []
    values: dict[str, Any] = {}
    for process in desk.processes.values():
        permission = process.permission("read")
        if only not in (None, process.name) or not desk.permissions.holds(call.actor, permission, call.at):
            continue
        seen = _seen(desk, process, permission, call)
        c, table = clocks.c, process.table
        parts.append(
            sa.select(
                c.id,
                c.object_type,
                c.object_id,
                c.rule,
                c.due_on,
                c.ends_at,
                c.held_by,
                table.c.number,
                table.c.state,
            )
            .join_from(clocks, table, c.object_id == table.c.id)
            .where(when, c.object_type == process.name, seen.condition, *charged)
        )
        values |= seen.values
    if not parts:
        return _NONE, {}
    return sa.select(sa.union_all(*parts).subquery()), values


_NONE = sa.select(
    clocks.c.id, clocks.c.object_type, clocks.c.object_id, clocks.c.rule, clocks.c.due_on, clocks.c.ends_at,
    clocks.c.held_by, sa.literal("").label("number"), clocks.c.state,
).where(sa.false())  # fmt: skip


def _is_ours(call: Call) -> sa.ColumnElement[bool]:
    own = call.actor.organisation
    return sa.or_(clocks.c.held_by == own, clocks.c.held_by.startswith(f"{own}/", autoescape=True))


async def _count(reader: Reader, statement: sa.Select[Any], values: Mapping[str, Any]) -> CountOut:
    some = statement.limit(COUNTED_EXACTLY + 1).subquery()
    found = int(await reader.scalar(sa.select(sa.func.count()).select_from(some), **values))
    return CountOut(count=min(found, COUNTED_EXACTLY), at_least=found > COUNTED_EXACTLY)


def _waiting(process: Process[Any], item: Mapping[str, Any], call: Call) -> dict[str, Any]:
    return {
        "object_type": process.name, "collection": process.collection, "id": item["id"], "number": item["number"],
        "state": item["state"], "state_label": _label(process, item["state"], call), "holder": item["holder"],
        "allowed_actions": item["allowed_actions"], "due_on": nearest_due(item),
    }  # fmt: skip


def _label(process: Process[Any], word: Any, call: Call) -> str:
    return process.lifecycle.label(word, call.language)
