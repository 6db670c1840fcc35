"""How things stand in a service's database, asked anew for every look: what is late, what waits, who lags behind.

These figures tell whether the worker does its work without asking the worker, which may be the part that died.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.registry import Collector

from shared.audit.tables import audit_checkpoints, audit_entries
from shared.calendar.tables import calendar_years
from shared.clocks.deadline_clock import TICKING, ClockState
from shared.clocks.tables import clocks
from shared.db import Database, Reader
from shared.feed.consume import WORKER
from shared.feed.tables import events, feed_cursors
from shared.jobs.tables import jobs

_AT = sa.bindparam("at", type_=sa.DateTime(timezone=True))
_OVERDUE = (
    sa.select(clocks.c.rule, sa.func.count())
    .where(clocks.c.state == ClockState.OVERDUE.value)
    .group_by(clocks.c.rule)
    .order_by(clocks.c.rule)
)
_UNTOLD = sa.select(sa.func.min(clocks.c.ends_at)).where(
    clocks.c.state.in_([state.value for state in TICKING]), clocks.c.ends_at <= _AT
)
_UNSEALED = sa.select(sa.func.count(), sa.func.min(audit_entries.c.at)).where(audit_entries.c.seq.is_(None))
_CHECKPOINT = sa.select(sa.func.max(audit_checkpoints.c.at))
_HEAD = sa.select(sa.func.coalesce(sa.func.max(events.c.seq), 0))
_UNNUMBERED = sa.select(sa.func.count()).where(events.c.seq.is_(None))
_CURSORS = sa.select(feed_cursors.c.source, feed_cursors.c.after).order_by(feed_cursors.c.source)
_JOBS = (
    sa.select(jobs.c.kind, jobs.c.state, sa.func.count())
    .where(jobs.c.due_at.is_not(None))
    .group_by(jobs.c.kind, jobs.c.state)
)
_WAITING_JOB = sa.select(sa.func.min(jobs.c.due_at)).where(jobs.c.due_at <= _AT)
_FAILED_JOBS = sa.select(jobs.c.kind, sa.func.count()).where(jobs.c.state == "failed").group_by(jobs.c.kind)
_LAST_YEAR = sa.select(sa.func.coalesce(sa.func.max(calendar_years.c.year), 0))

Samples = Iterable[tuple[tuple[str, ...], float]]


async def standing(service: str, db: Database, at: datetime) -> list[GaugeMetricFamily]:
    """Ask how things stand. Raises: DatabaseUnavailable."""
    async with db.reader(WORKER) as reader:
        found = [*await _deadlines(reader, at), *await _audit(reader, at), *await _work(reader, at)]
        found += await _feed(service, reader)
        found.append(_one("huiying_calendar_last_year", "Newest year whose days off are known",
                          await reader.scalar(_LAST_YEAR)))  # fmt: skip
    pool = {"open": db.pool.get_size(), "idle": db.pool.get_idle_size(), "limit": db.pool.get_max_size()}
    found.append(_by(("state",), "huiying_database_connections", "Connections of this process",
                     [((state,), count) for state, count in pool.items()]))  # fmt: skip
    return found


def as_text(families: Iterable[GaugeMetricFamily]) -> bytes:
    """Return the figures in Prometheus' text format."""
    registry = CollectorRegistry()
    registry.register(_Given(families))
    return generate_latest(registry)


async def _deadlines(reader: Reader, at: datetime) -> list[GaugeMetricFamily]:
    overdue = await reader.all(_OVERDUE)
    untold = await reader.scalar(_UNTOLD, at=at)
    return [
        _by(("rule",), "huiying_clocks_overdue", "Deadlines that have passed, by rule",
            [((row["rule"],), row[1]) for row in overdue]),
        _one("huiying_clocks_untold_seconds", "Since when a deadline has passed and nobody was told",
             _age(untold, at)),
    ]  # fmt: skip


async def _audit(reader: Reader, at: datetime) -> list[GaugeMetricFamily]:
    waiting = await reader.one(_UNSEALED)
    return [
        _one("huiying_audit_unsealed_rows", "Audit entries that are not in the tree yet", waiting[0]),
        _one("huiying_audit_oldest_unsealed_seconds", "Age of the oldest of them", _age(waiting[1], at)),
        _one("huiying_audit_checkpoint_age_seconds", "Age of the newest signed checkpoint",
             _age(await reader.scalar(_CHECKPOINT), at)),
    ]  # fmt: skip


async def _feed(service: str, reader: Reader) -> list[GaugeMetricFamily]:
    cursors = await reader.all(_CURSORS)
    positions = [((service, row["source"]), row["after"]) for row in cursors]
    return [
        _by(("source",), "huiying_feed_head", "Number of the newest event of this service",
            [((service,), await reader.scalar(_HEAD))]),
        _one("huiying_feed_unnumbered", "Events nobody can read yet", await reader.scalar(_UNNUMBERED)),
        _by(("consumer", "source"), "huiying_feed_position", "Newest event of the source applied here", positions),
    ]  # fmt: skip


async def _work(reader: Reader, at: datetime) -> list[GaugeMetricFamily]:
    open_jobs = [((row["kind"], row["state"]), row[2]) for row in await reader.all(_JOBS)]
    failed = [((row["kind"], "failed"), row[1]) for row in await reader.all(_FAILED_JOBS)]
    return [
        _by(("kind", "state"), "huiying_jobs", "Jobs that are not forgotten yet and not done", open_jobs + failed),
        _one("huiying_jobs_oldest_due_seconds", "How long the longest-waiting due job waits",
             _age(await reader.scalar(_WAITING_JOB, at=at), at)),
    ]  # fmt: skip


def _age(since: datetime | None, at: datetime) -> float:
    return max(0.0, (at - since).total_seconds()) if since else 0.0


def _one(name: str, says: str, value: float) -> GaugeMetricFamily:
    return GaugeMetricFamily(name, says, value=float(value))


def _by(labels: tuple[str, ...], name: str, says: str, samples: Samples) -> GaugeMetricFamily:
    family = GaugeMetricFamily(name, says, labels=labels)
    for values, figure in samples:
        family.add_metric(values, float(figure))
    return family


class _Given(Collector):
    """Hands out families that were made before."""

    def __init__(self, families: Iterable[GaugeMetricFamily]) -> None:
        self._families = list(families)

    def collect(self) -> list[Any]:
        """Return the families."""
        return self._families


def names(families: Iterable[GaugeMetricFamily]) -> Mapping[str, GaugeMetricFamily]:
    """Return the figures by their names."""
    return {family.name: family for family in families}
