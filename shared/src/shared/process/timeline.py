"""The whole course of one object in order: moves, deadlines, proposals, signatures, and what a service adds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from shared.audit.record import audit
from shared.clocks.store import of_object
from shared.db import Reader
from shared.db.engine import Row
from shared.directory.paths import code_of
from shared.http.answers import Answer
from shared.http.fields import on_the_wire
from shared.http.models import Day, Instant, Output
from shared.lifecycle import Lifecycle
from shared.lifecycle.tables import history
from shared.process.desk import Call, Desk
from shared.process.load import check_allowed, load_for
from shared.process.process import Moment, Process, Viewer
from shared.signoff.levels import LEVELS
from shared.signoff.tables import sign_offs, signatures


class WhoOut(Output):
    """Who did it: an officer's id, or what else acted, and for which organisation (its code)."""

    kind: str
    id: str
    organisation: str


class MomentOut(Output):
    """One thing that happened.

    `kind` is `move`, `deadline`, `proposal`, `signature`, or what the service adds, such as `paper`; `name` is the
    action, the rule of the deadline, or the kind of the paper. `state` is what came of it.
    """

    at: Instant
    kind: str
    name: str
    title_zh: str
    title_en: str
    state: str
    rule: str | None
    by: WhoOut | None
    level: str | None
    version: int | None
    due_on: Day | None
    closed_on: Day | None


class TimelineOut(Output):
    """Everything that happened to an object, oldest first."""

    items: list[MomentOut]


async def show_timeline(desk: Desk, process: Process[Any], object_id: UUID, call: Call) -> Answer:
    """Return what happened to an object. What was written at it is not here; who may read that finds it elsewhere.

    Where a process gives `read_history` apart, that is asked for besides, as for its history.

    Raises: Problem `not_found`, `forbidden`.
    """
    permission, apart = process.permission("read"), process.permission("read_history")
    async with desk.db.transaction(call.actor.scope(call.at)) as tx:
        subject, facts = await load_for(tx, desk, process, object_id, call, permission, lock=False)
        if apart in desk.permissions:
            check_allowed(desk, call, apart, facts)
        viewer = Viewer(call.actor, facts, call.at, call.language)
        moves = await _moves(tx, process.lifecycle, object_id)
        moments = [
            *moves,
            *await _deadlines(tx, desk, object_id, viewer, begun_at=moves[0].at if moves else call.at),
            *await _signing(tx, process.lifecycle, object_id),
            *(await process.moments(tx, desk, subject, viewer) if process.moments else ()),
        ]
        audit(
            tx, call.actor, call.at, action=permission, object_type=process.name, object_id=object_id,
            field_group="timeline", request_id=call.request_id,
        )  # fmt: skip
    moments.sort(key=lambda one: one.at)  # stable: at one instant, moves come before what they began
    return Answer(200, {"items": [_shown(one) for one in moments]})


async def _moves(reader: Reader, lifecycle: Lifecycle, object_id: UUID) -> list[Moment]:
    rows = await reader.all(
        sa.select(history).where(history.c.object_id == object_id).order_by(history.c.version)
    )
    return [
        Moment(
            row["at"], "move", row["action"].replace("_", "-"), _title(lifecycle, row["action"]),
            row["to_state"], rule=row["rule"], by=(row["by_kind"], row["by_id"], row["by_organisation"]),
            version=row["version"],
        )
        for row in rows
    ]  # fmt: skip


async def _deadlines(
    reader: Reader, desk: Desk, object_id: UUID, viewer: Viewer, *, begun_at: datetime
) -> list[Moment]:
    """List deadlines at the beginning of the day they count from, which may lie before the object itself began."""
    found = []
    for clock in await of_object(reader, object_id):
        rule = desk.deadlines.get(clock.rule)
        title = (rule.act_zh, rule.act_en) if rule else (clock.rule, clock.rule)
        found.append(
            Moment(
                max(clock.started_at, begun_at), "deadline", clock.rule, title, clock.state_at(viewer.at).value,
                rule=clock.rule, due_on=clock.due_on, closed_on=clock.closed_on,
            )
        )  # fmt: skip
    return found


async def _signing(reader: Reader, lifecycle: Lifecycle, object_id: UUID) -> list[Moment]:
    """List proposals, and the signatures under them; opinions are for those who sign."""
    proposals = await reader.all(
        sa.select(sign_offs).where(sign_offs.c.object_id == object_id).order_by(sign_offs.c.proposed_at)
    )
    signed = await reader.all(
        sa.select(signatures, sign_offs.c.action, sign_offs.c.rule)
        .join(sign_offs, sign_offs.c.id == signatures.c.sign_off_id)
        .where(sign_offs.c.object_id == object_id)
        .order_by(signatures.c.at)
    )
    return [
        *(_proposal(lifecycle, row) for row in proposals),
        *(_signature(lifecycle, row) for row in signed),
    ]


def _proposal(lifecycle: Lifecycle, row: Row) -> Moment:
    return Moment(
        row["proposed_at"], "proposal", row["action"].replace("_", "-"), _title(lifecycle, row["action"]),
        row["state"], rule=row["rule"], by=("officer", row["proposed_by"], row["proposer_path"]),
    )  # fmt: skip


def _signature(lifecycle: Lifecycle, row: Row) -> Moment:
    zh, en = _title(lifecycle, row["action"])
    level = LEVELS[row["level"]]
    return Moment(
        row["at"], "signature", row["action"].replace("_", "-"), (f"{level.zh}：{zh}", f"{level.en}: {en}"),
        row["decision"], rule=row["rule"], by=("officer", row["approver"], row["approver_path"]), level=row["level"],
    )  # fmt: skip


def _title(lifecycle: Lifecycle, action: str) -> tuple[str, str]:
    """Return the name of an action; making the object is no action of the table."""
    labels: Iterator[tuple[str, str]] = (words for word, words in lifecycle.labels.items() if word == action)
    zh, en = lifecycle.title
    return next(labels, (f"建立{zh}", f"{en} begun"))


def _shown(one: Moment) -> Mapping[str, Any]:
    kind, identity, path = one.by or ("", "", "")
    return {
        "at": on_the_wire(one.at),
        "kind": one.kind,
        "name": one.name,
        "title_zh": one.title[0],
        "title_en": one.title[1],
        "state": one.state,
        "rule": one.rule,
        "by": {"kind": kind, "id": identity, "organisation": code_of(path)} if one.by else None,
        "level": one.level,
        "version": one.version,
        "due_on": one.due_on,
        "closed_on": one.closed_on,
    }
