"""Clues by the hundred thousand: a tenth still with case management, the rest allocated to eight offices.

Case management keeps the ledger of all of them. Fifty units have thousands of clues each; every clue has a person,
and eight numbers of its facts.
"""

from __future__ import annotations

import asyncio

from huiying.bench.bench import Scene
from huiying.bench.filling.bulk import execute_all, filling
from huiying.bench.stage import Stage
from shared.auth.roles import Role

OFFICE, LEDGER = "city/city-office-1", "city/city-case-management"
"""Where the measured handler works, and the measured case manager."""

_CLUES = """
INSERT INTO clues (id, number, state, version, holder_path, secrecy, created_at, source, received_on, legal_regime,
    is_named, problem_types, subject_organisations, is_committee_managed, heads_lower_committee, gate_is_complete,
    "overlaps", region)
SELECT gen_random_uuid(), 'city-clue-' || n,
    CASE WHEN n % 10 = 0 THEN 'registered'
         ELSE (ARRAY['allocated', 'under_assessment', 'on_hold', 'closed'])[1 + n / 8 % 4] END,
    CASE WHEN n % 10 = 0 THEN 1 ELSE 3 END,
    CASE WHEN n % 10 = 0 THEN 'city/city-case-management' ELSE 'city/city-office-' || (1 + n % 8) END,
    'work_secret', current_date - n % 1000, 'report', current_date - n % 1000, '2025', true, '{party_conduct}', '{}',
    false, false, false, 0, 'district-' || (1 + n % 10)
FROM generate_series(1, $1::int) n
"""

_KEPT = """
INSERT INTO need_to_know (id, object_id, grantee, capacity, since, granted_by)
SELECT gen_random_uuid(), id, 'city/city-case-management', 'ledger', created_at, 'bench' FROM clues WHERE version > 1
"""

_CLOCKS = """
INSERT INTO clocks (id, object_type, object_id, rule, trigger_on, started_at, amount, unit, due_on, soon_at,
    ends_at, state, provisional, calendar_version, fixed, is_window, extensions, held_by, held_since)
SELECT gen_random_uuid(), 'clue', id, 'DL-09', received_on, created_at, 30, 'working_day', received_on + 30, received_on + 28,
    received_on + 31, 'running', false, '2026.1', false, false, 0, holder_path, created_at
FROM clues WHERE state IN ('allocated', 'under_assessment')
"""

_TERMS = """
INSERT INTO clue_terms (term, clue_id, kind, is_open)
SELECT DISTINCT ON (term, id) term, id, kind, state <> 'closed' FROM clues, LATERAL (
    SELECT 1000000 + hashtext(number) % 50 AS term, 'unit' AS kind
    UNION ALL SELECT 2000000 + hashtext(number) % 100000, 'person'
    UNION ALL SELECT 900000000::bigint * 10 + hashtext(number || 'p'), 'person_at_unit'
    UNION ALL SELECT 800000000::bigint * 100 + hashtext(number || place::text), 'facts' FROM generate_series(1, 8) place
) told
"""

_DIRECTORY = """
INSERT INTO directory (code, path, kind, is_open)
SELECT 'city-case-management', 'city/city-case-management', 'case_management_office', true
UNION ALL SELECT 'city-office-' || n, 'city/city-office-' || n, 'supervision_office', true FROM generate_series(1, 8) n
"""

_STATEMENTS = (_DIRECTORY, _CLUES, _KEPT, _CLOCKS, _TERMS)
_FILLED = ("clues", "need_to_know", "clocks", "clue_terms")


def casework_with(clues: int) -> Scene:
    """Return casework with that many clues."""
    return Scene(f"casework-{clues}", "casework", lambda dsn: asyncio.run(_fill(dsn, clues)))


async def _fill(dsn: str, clues: int) -> None:
    async with filling(dsn, _FILLED) as filler:
        await execute_all(filler, _STATEMENTS, clues)


def handler(stage: Stage, number: int = 0) -> str:
    """Return a fresh token of a handler of the office."""
    return stage.issuer.token(number, OFFICE, Role.HANDLER)


def case_manager(stage: Stage) -> str:
    """Return a fresh token of the officer who keeps the ledger."""
    return stage.issuer.token(1000, LEDGER, Role.CASE_MANAGER)
