"""The queries behind the signs of staff misconduct: which matters, since when, who had them; never what they say.

Each looks at records that are kept anyway: the audit log with what its reconciler named, deadlines, history. Rule: R-A11.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from types import MappingProxyType
from typing import Any, NamedTuple

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY

from intake.domain.jurisdiction import Jurisdiction
from intake.domain.misconduct import ENTERED_WITHIN, IDLE_FOR, MANY_REPORTERS, NIGHT_FROM, NIGHT_TO, Act
from intake.domain.report_lifecycle import ReportState
from intake.store.sealed_texts import TEXT_BROKEN, TEXT_DELETED
from intake.store.tables import ReportRow
from shared.attachments.reconcile import FILE_MISSING
from shared.audit.tables import audit_entries
from shared.clock import ZONE
from shared.clocks.counting import day_begins
from shared.clocks.deadline_clock import ClockState
from shared.clocks.store import overdue_now
from shared.clocks.tables import clocks
from shared.lifecycle.tables import history
from shared.process.reconcile import ACTION, CHANGED, DELETED, UNKNOWN

ROUTED_BY = ("P-A2", "P-B1", "P-R-B1", "DL-04", "DL-32")
_reports: Any = ReportRow.__table__
_entries = audit_entries.c
_ENTRY = (_entries.object_type, _entries.object_id)
_IS_DIFFERENT = _entries.outcome != sa.literal_column("'done'")
_IS_IDENTITY = _entries.field_group == sa.literal_column("'identity'")
"""Written out, so that a prepared statement too is planned with the index of what auditors look at."""
_NO_OFFICERS = sa.literal([], ARRAY(sa.Text))
_NOBODY = sa.cast(sa.null(), sa.Text)


class Asked(NamedTuple):
    """Since which day, as of when."""

    since: date
    at: datetime


Shown = sa.Select[Any] | sa.CompoundSelect[Any]


def _row(
    object_type: Any,
    object_id: Any,
    noted_on: Any,
    officers: Any = None,
    office: Any = None,
    is_gone: Any = None,
) -> list[Any]:
    return [
        (sa.literal(object_type, sa.Text) if isinstance(object_type, str) else object_type).label(
            "object_type"
        ),
        sa.cast(object_id, sa.Uuid).label("object_id"),
        sa.cast(noted_on, sa.Date).label("noted_on"),
        (_NO_OFFICERS if officers is None else officers).label("officers"),
        (_NOBODY if office is None else office).label("office_path"),
        (sa.false() if is_gone is None else is_gone).label("is_gone"),
    ]


def _local_day(at: Any) -> Any:
    return sa.cast(sa.func.timezone(ZONE.key, at), sa.Date)


def _reconciled(*kinds: str) -> Callable[[Asked], Shown]:
    """Select what the reconciler named in the audit log, each object once."""

    def select(asked: Asked) -> Shown:
        named = (
            _entries.action == ACTION,
            _entries.outcome.in_(kinds),
            _IS_DIFFERENT,
            _entries.at >= day_begins(asked.since),
        )
        noted, gone = sa.func.min(_local_day(_entries.at)), sa.func.bool_or(_entries.outcome == DELETED)
        return (
            sa.select(*_row(*_ENTRY, noted, is_gone=gone))
            .where(*named)
            .group_by(_entries.object_type, _entries.object_id)
        )

    return select


def _entered_late(asked: Asked) -> Shown:
    entered, by = _local_day(_reports.c.created_at), history.alias("entering")
    return (
        sa.select(*_row("report", _reports.c.id, entered, _who(by.c.by_id), _reports.c.holder_path))
        .join(by, sa.and_(by.c.object_id == _reports.c.id, by.c.version == 1, by.c.by_kind == "officer"))
        .where(
            entered - _reports.c.received_on > ENTERED_WITHIN,
            _reports.c.created_at >= day_begins(asked.since),
        )
        .group_by(_reports.c.id)
    )


def _lying_still(asked: Asked) -> Shown:
    late = sa.select(
        *_row(
            clocks.c.object_type,
            clocks.c.object_id,
            sa.func.min(clocks.c.due_on),
            None,
            sa.func.min(clocks.c.held_by),
        )
    ).where(overdue_now(asked.at), clocks.c.rule.in_(ROUTED_BY), clocks.c.due_on >= asked.since)
    moves = history.alias("moves")
    idle = (
        sa.select(
            *_row("report", _reports.c.id, sa.func.max(_local_day(moves.c.at)), None, _reports.c.office_path)
        )
        .join(moves, moves.c.object_id == _reports.c.id)
        .where(_reports.c.state == ReportState.TRANSFERRED.value)
        .group_by(_reports.c.id)
        .having(sa.func.max(moves.c.at) <= asked.at - timedelta(days=IDLE_FOR))
    )
    return sa.union_all(late.group_by(clocks.c.object_type, clocks.c.object_id), idle)


def _hidden_behind(asked: Asked) -> Shown:
    first = _reports.alias("first")
    unfinished = sa.and_(first.c.state == ReportState.ARCHIVED.value, first.c.concluded_on.is_(None))
    over = sa.or_(first.c.state == ReportState.NOT_ACCEPTED.value, unfinished)
    by = history.alias("retaining")
    retained = sa.and_(by.c.object_id == _reports.c.id, by.c.action == "retain_duplicate")
    return (
        sa.select(
            *_row("report", _reports.c.id, _reports.c.retained_on, _who(by.c.by_id), _reports.c.holder_path)
        )
        .join(first, first.c.id == _reports.c.is_duplicate_of)
        .join(by, retained)
        .where(over, _reports.c.retained_on >= asked.since)
        .group_by(_reports.c.id)
    )


def _kept_from_others(asked: Asked) -> Shown:
    by = history.alias("screening")
    proposed, decided = _reports.c.proposed_jurisdiction, _reports.c.jurisdiction
    theirs = (Jurisdiction.SUPERIOR.value, Jurisdiction.OWN_STAFF.value)
    against = sa.or_(
        sa.and_(proposed == Jurisdiction.SUPERIOR.value, decided != Jurisdiction.SUPERIOR.value),
        sa.and_(proposed == Jurisdiction.OWN_STAFF.value, decided.not_in(theirs)),
    )
    kept = (
        sa.select(
            *_row(
                "report", _reports.c.id, sa.func.max(_local_day(by.c.at)), _who(by.c.by_id),
                _reports.c.holder_path,
            )
        )
        .join(by, sa.and_(by.c.object_id == _reports.c.id, by.c.action == "screen"))
        .where(against, by.c.at >= day_begins(asked.since))
        .group_by(_reports.c.id)
    )  # fmt: skip
    refused = (
        _IS_DIFFERENT,
        _entries.outcome == "refused",
        _entries.rule == "C-5",
        _entries.at >= day_begins(asked.since),
    )
    traced = (
        sa.select(
            *_row(
                _entries.object_type,
                _entries.object_id,
                sa.func.max(_local_day(_entries.at)),
                _who(_entries.actor_id),
            )
        )
        .where(*refused)
        .group_by(_entries.object_type, _entries.object_id)
    )
    return sa.union_all(kept, traced)


def _who(officer: Any) -> Any:
    return sa.func.array_agg(sa.distinct(officer))


def _much_opened(asked: Asked) -> Shown:
    """Select matters whose reporter was opened by night, or by who opened many that day."""
    local = sa.func.timezone(ZONE.key, _entries.at)
    looks = (
        sa.select(
            _entries.object_type, _entries.object_id, _entries.actor_id, sa.cast(local, sa.Date).label("on"),
            sa.cast(local, sa.Time).label("hour"),
        )
        .where(
            _IS_IDENTITY, _entries.actor_kind == "officer", _entries.outcome == "done",
            _entries.at >= day_begins(asked.since),
        )
        .cte("looks")
    )  # fmt: skip
    many = (
        sa.select(looks.c.actor_id, looks.c.on)
        .group_by(looks.c.actor_id, looks.c.on)
        .having(sa.func.count(sa.distinct(looks.c.object_id)) >= MANY_REPORTERS)
        .subquery("many")
    )
    by_night = sa.or_(looks.c.hour >= NIGHT_FROM, looks.c.hour < NIGHT_TO)
    among_many = sa.tuple_(looks.c.actor_id, looks.c.on).in_(sa.select(many))
    return (
        sa.select(
            *_row(looks.c.object_type, looks.c.object_id, sa.func.max(looks.c.on), _who(looks.c.actor_id))
        )
        .where(sa.or_(by_night, among_many))
        .group_by(looks.c.object_type, looks.c.object_id)
    )


def _sent_up_late(asked: Asked) -> Shown:
    late = sa.or_(overdue_now(asked.at), clocks.c.state == ClockState.MET_LATE.value)
    return (
        sa.select(
            *_row(
                clocks.c.object_type,
                clocks.c.object_id,
                sa.func.min(clocks.c.due_on),
                None,
                sa.func.min(clocks.c.held_by),
            )
        )
        .where(clocks.c.rule == "DL-03", late, clocks.c.due_on >= asked.since)
        .group_by(clocks.c.object_type, clocks.c.object_id)
    )


QUERIES: Mapping[Act, Callable[[Asked], Shown]] = MappingProxyType(
    {
        Act.PRIVATE_KEEPING: _entered_late,
        Act.WITHHOLDING: _lying_still,
        Act.ALTERING: _reconciled(CHANGED),
        Act.FORGING: _reconciled(UNKNOWN),
        Act.SWAPPING: _reconciled(TEXT_BROKEN),
        Act.HIDING: _hidden_behind,
        Act.LOSING: _reconciled(FILE_MISSING),
        Act.DESTROYING: _reconciled(DELETED, TEXT_DELETED),
        Act.ACTING_WITHOUT_AUTHORITY: _kept_from_others,
        Act.LEAKING: _much_opened,
        Act.HIDING_OR_DELAYING_MAJOR: _sent_up_late,
    }
)
"""Each act's query. It selects type and id of an object, since when, by whom, where, and whether its row is gone."""
