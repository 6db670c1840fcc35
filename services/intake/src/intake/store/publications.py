"""Texts for the board, the board itself, and the counts that were published."""

from __future__ import annotations

from dataclasses import fields
from datetime import date, datetime
from operator import itemgetter
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from intake.domain.demand_lifecycle import DemandAction, DemandState
from intake.domain.publication_lifecycle import Publication, PublicationState
from intake.domain.quarters import Quarter
from intake.store.tables import DemandRow
from intake.store.tables.publishing import BoardCountRow, BoardEntryRow, PublicationRow
from shared.clocks.counting import day_begins
from shared.db import Reader, Transaction
from shared.db.engine import Row
from shared.http.filters import any_of, equals
from shared.http.paging import Sorting
from shared.lifecycle.tables import history

_fields = itemgetter(*(field.name for field in fields(Publication)))
_publications: Any = PublicationRow.__table__
board: Any = BoardEntryRow.__table__
AT_ONCE = 100
_CONTESTED = [
    state.value for state in (DemandState.REOPENED, DemandState.REVIEWED, DemandState.FINAL_REVIEWED)
]
PUBLICATION_SORTING = Sorting(
    {"created_at": _publications.c.created_at}, default="-created_at", last=_publications.c.id
)
PUBLICATION_CONDITIONS = {
    "demand_id": equals(_publications.c.demand_id),
    "field": any_of(_publications.c.field),
    "region": any_of(_publications.c.region),
}
BOARD_SORTING = Sorting({"published_on": board.c.published_on}, default="-published_on", last=board.c.id)


def published(field: str | None, region: str | None) -> sa.Select[Any]:
    """Select what stands on the board, of one field and one region where asked."""
    wanted = {"field": field, "region": region}
    return sa.select(board).where(*(board.c[name] == value for name, value in wanted.items() if value))


def publication_of(row: Row) -> Publication:
    return Publication(*_fields(row))


def put_up(tx: Transaction, one: Publication, *, on: date, satisfaction: int | None) -> None:
    """Put a text on the board; the board's entry has the text's id and says nothing of the demand's."""
    tx.add(
        BoardEntryRow, id=one.id, published_on=on, field=one.field, region=one.region, request=one.request,
        answer=one.answer, satisfaction=satisfaction,
    )  # fmt: skip


async def take_down(tx: Transaction, publication_id: UUID) -> None:
    """Take a text off the board."""
    await tx.run(sa.delete(BoardEntryRow).where(board.c.id == publication_id))


async def contested(tx: Transaction) -> list[UUID]:
    """Return published texts whose demand was objected to or is being reviewed, locked."""
    rows = await tx.all(
        sa.select(_publications.c.id)
        .join(DemandRow, DemandRow.id == _publications.c.demand_id)
        .where(_publications.c.state == PublicationState.PUBLISHED.value, DemandRow.state.in_(_CONTESTED))
        .limit(AT_ONCE)
        .with_for_update(of=_publications, skip_locked=True)
    )
    return [row["id"] for row in rows]


async def follow_ratings(tx: Transaction, today: date) -> int:
    """Let the board say how answers are rated now; return how many entries changed.

    What was rated today waits for tomorrow: the board must not tell at what time somebody held a receipt in hand.
    """
    rated = DemandRow.__table__.c.satisfaction
    of_today = sa.exists().where(
        history.c.object_id == DemandRow.id, history.c.action == DemandAction.RATE.value,
        history.c.at >= day_begins(today),
    )  # fmt: skip
    return await tx.run(
        sa.update(BoardEntryRow)
        .where(
            board.c.id == _publications.c.id, _publications.c.demand_id == DemandRow.id,
            board.c.satisfaction.is_distinct_from(rated), ~of_today,
        )
        .values(satisfaction=rated)
    )  # fmt: skip


async def satisfaction_of(reader: Reader, demand_id: UUID) -> int | None:
    """Return how the one who asked rated the answer, where rated."""
    found: int | None = await reader.scalar(
        sa.select(DemandRow.satisfaction).where(DemandRow.id == demand_id)
    )
    return found


async def answered_in(reader: Reader, quarter: Quarter, holder_path: str) -> dict[tuple[str, str], int]:
    """Count an office's demands answered in a quarter by region and field; without one of them, under ""."""
    region, field = sa.func.coalesce(DemandRow.region, ""), sa.func.coalesce(DemandRow.field, "")
    rows = await reader.all(
        sa.select(region.label("region"), field.label("field"), sa.func.count().label("count"))
        .where(
            DemandRow.answered_on.between(quarter.first_day, quarter.last_day),
            DemandRow.holder_path == holder_path,
        )
        .group_by(region, field)
    )
    return {(row["region"], row["field"]): row["count"] for row in rows}


async def counted_quarters(reader: Reader, most: int) -> list[Row]:
    """Return the counts that were published, the newest quarter first."""
    columns = BoardCountRow.__table__
    return await reader.all(sa.select(columns).order_by(columns.c.first_day.desc()).limit(most))


def keep_counts(tx: Transaction, quarter: Quarter, cells: list[dict[str, Any]], at: datetime) -> None:
    """Publish the counts of a quarter, for good."""
    tx.add(BoardCountRow, first_day=quarter.first_day, cells=cells, counted_at=at)
