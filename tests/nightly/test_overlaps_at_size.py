"""The overlap check stays quick among 200,000 clues, units with thousands of them included. Rule: C2."""

from __future__ import annotations

import time
from statistics import median
from uuid import UUID

import pytest
import sqlalchemy as sa

from casework.domain.likeness import overlaps_in
from casework.store.terms import sharing_with
from shared.db import Database, Reader, Scope

from tests.support.figures import Figures

pytestmark = [pytest.mark.nightly, pytest.mark.service("casework"), pytest.mark.timeout(600)]
CLUES, AT_ONCE = 200_000, 2_500
WORKER = Scope("worker")
FILL = sa.text("""
WITH made AS (
  INSERT INTO clues (id, number, state, version, holder_path, secrecy, created_at, source, received_on, legal_regime,
    is_named, problem_types, subject_organisations, is_committee_managed, heads_lower_committee, gate_is_complete, "overlaps")
  SELECT gen_random_uuid(), 'n' || n, 'allocated', 1, 'city/city-office-1', 'work_secret', now(), 'report', '2026-03-02',
    '2025', true, '{}', '{}', false, false, false, 0
  FROM generate_series(CAST(:first AS int), CAST(:last AS int)) n RETURNING id, number)
INSERT INTO clue_terms (term, clue_id, kind, is_open)
SELECT term, id, kind, true FROM made, LATERAL (VALUES
  (1000000 + hashtext(number) % 50, 'unit'), (2000000 + hashtext(number) % 100000, 'person'),
  (900000000::bigint * 10 + hashtext(number || 'p'), 'person_at_unit')) AS t(term, kind)
UNION ALL
SELECT 800000000::bigint * 100 + hashtext(number || place::text), id, 'facts', true FROM made, generate_series(1, 8) place
ON CONFLICT DO NOTHING
""")


async def test_a_clue_is_compared_with_200_000_others_in_less_than_20_ms(
    database: Database, figures: Figures
) -> None:
    for first in range(1, CLUES, AT_ONCE):
        async with database.transaction(WORKER) as tx:
            await tx.run(FILL, first=first, last=first + AT_ONCE - 1)

    async with database.reader(WORKER) as reader:
        rows = await reader.all(sa.text("SELECT id FROM clues ORDER BY number LIMIT 40"))
        took = sorted([await compared(reader, row["id"]) for row in rows])

    middle, worst = median(took) * 1000, took[-1] * 1000
    figures.say(
        f"overlaps among {CLUES:,} clues: median {middle:.1f} ms, worst of {len(took)} {worst:.1f} ms"
    )
    assert middle < 20


async def compared(reader: Reader, clue_id: UUID) -> float:
    """Return the seconds one comparison takes: reading the clue's terms, finding the others, weighing them."""
    began = time.perf_counter()
    overlaps_in((await sharing_with(reader, clue_id, past=True)).now)
    return time.perf_counter() - began
