"""The public board: answered demands in approved words, and counts by quarter in which small numbers are hidden."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field

from intake.domain.quarters import quarter_of
from intake.domain.suppression import suppressed
from intake.store.publications import (
    BOARD_SORTING,
    answered_in,
    counted_quarters,
    follow_ratings,
    keep_counts,
    published,
)
from intake.usecases.publishing.declare_channel import PUBLIC_SCOPE
from shared.feed.consume import WORKER
from shared.http.answers import Answer
from shared.http.paging import PageQuery
from shared.process.bodies import Code
from shared.process.desk import Desk

QUARTERS = 8
"""How many quarters the board shows."""
ANYBODY = "public"
_SHOWN = ("id", "published_on", "field", "region", "request", "answer", "satisfaction")


class BoardQuery(PageQuery):
    """What the board is filtered by."""

    field: Annotated[Code | None, Field(description="领域 · field")] = None
    region: Annotated[Code | None, Field(description="区（市）· region")] = None


async def show_board(desk: Desk, query: BoardQuery) -> Answer:
    """Return a page of the board, the newest first. Raises: those of cursors."""
    window = desk.cursors.window(BOARD_SORTING, query, caller=ANYBODY)
    async with desk.db.reader(PUBLIC_SCOPE) as reader:
        rows = await reader.all(window.apply(published(query.field, query.region)))
    return Answer(200, window.page(rows, lambda row: {name: row[name] for name in _SHOWN}))


async def show_board_counts(desk: Desk) -> Answer:
    """Return the published counts, the newest quarter first."""
    async with desk.db.reader(PUBLIC_SCOPE) as reader:
        rows = await counted_quarters(reader, QUARTERS)
    return Answer(200, {"items": [_shown(row) for row in rows]})


async def count_board(desk: Desk) -> bool:
    """Count the quarter that ended last, once: counts that moved from day to day would tell who was answered when.

    Returns whether there is more to do, which there never is.
    """
    quarter = quarter_of(desk.clock.today()).before
    regions = [*await desk.directory.codes_of_kind("district_commission"), ""]
    fields = [one.code for one in desk.vocabularies["livelihood_field"].entries if one.parent is None] + [""]
    async with desk.db.transaction(WORKER) as tx:
        newest = await counted_quarters(tx, 1)
        if newest and newest[0]["first_day"] >= quarter.first_day:
            return False
        counts = await answered_in(tx, quarter, desk.settings.receiving_path)
        known: dict[tuple[str, str], int] = {}
        for (region, field), count in counts.items():
            place = (region if region in regions else "", field if field in fields else "")
            known[place] = known.get(place, 0) + count
        cells = [
            {"region": region, "field": field, "answered": count}
            for (region, field), count in suppressed(known, regions, fields).items()
        ]
        keep_counts(tx, quarter, cells, desk.clock.now())
    return False


async def rate_board(desk: Desk) -> bool:
    """Let the board follow how answers were rated until yesterday. Returns whether there is more to do: never."""
    async with desk.db.transaction(WORKER) as tx:
        await follow_ratings(tx, desk.clock.today())
    return False


def _shown(row: Any) -> dict[str, Any]:
    return {"quarter": str(quarter_of(row["first_day"])), "cells": row["cells"]}
