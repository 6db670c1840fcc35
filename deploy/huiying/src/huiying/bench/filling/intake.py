"""Reports by the hundred thousand, made inside PostgreSQL with everything a real report brings along.

Shares: two fifths lie with the city's petition office, the rest with ten districts'; half were handed to an
office, one in twenty assigned down, one in a hundred waits for a signature, one in two hundred has a recusal. Of a million
reports three hundred have any one number of sealed words, fifteen any one of a name; half are about one of eight fields.
"""

from __future__ import annotations

import asyncio
from typing import Any

import asyncpg

from huiying.bench.bench import Scene
from huiying.bench.filling.bulk import execute_all, filling
from huiying.bench.stage import Stage
from shared.auth.roles import Role

OFFICE = "city/city-petition"
"""Where the measured officer works."""
SUBMISSION: dict[str, Any] = {
    "category": "accusation",
    "content": "反映某单位在项目招投标中存在围标串标问题，相关负责人收受财物，请予核查。" * 6,
    "region": "district-1",
    "subjects": [{"name": "（化名）张某", "organisation": "某局", "position": "科长"}],
}

_REPORTS = """
INSERT INTO reports (id, number, state, version, holder_path, secrecy, created_at, category, channel, region,
    field, received_on, legal_regime, named_status, problem_types, office_path, truth_grade, concluded_on)
SELECT gen_random_uuid(), CASE WHEN age > 3 THEN 'city-report-' || day_year || '-' || lpad(n::text, 6, '0') END,
    CASE WHEN age <= 3 THEN 'received' WHEN age <= 10 THEN 'registered' WHEN age <= 15 THEN 'screened'
         WHEN age <= 60 THEN (ARRAY['transferred', 'in_disposal', 'assigned_down'])[1 + n % 3]
         ELSE (ARRAY['archived', 'archived', 'archived', 'concluded', 'not_accepted'])[1 + n % 5] END,
    CASE WHEN age <= 3 THEN 1 WHEN age <= 10 THEN 2 WHEN age <= 15 THEN 3 WHEN age <= 60 THEN 4 ELSE 6 END,
    CASE WHEN place < 4 THEN 'city/city-petition'
         ELSE format('city:district-%1$s/district-%1$s-petition', 1 + n % 10) END,
    'work_secret', received_on + interval '9 hours', (ARRAY['accusation', 'appeal', 'suggestion'])[1 + n % 3],
    'online', 'district-' || (1 + n % 10),
    CASE WHEN n % 2 = 0 THEN (ARRAY['education', 'medical_health', 'medical_insurance', 'labour_wages',
        'urban_environment', 'social_assistance', 'rural_collective', 'ecology'])[1 + n % 16 / 2] END,
    received_on, 'rules_2022',
    (ARRAY['anonymous', 'anonymous', 'named'])[1 + n % 3],
    CASE WHEN age > 3 THEN ARRAY['party_conduct'] ELSE '{}'::text[] END,
    CASE WHEN age > 15 THEN 'city/city-office-' || (1 + n % 8) END,
    CASE WHEN age > 60 AND n % 5 = 3 THEN 'confirmed' END,
    CASE WHEN age > 60 AND n % 5 = 3 THEN received_on + 50 END
FROM (SELECT n, age, place, current_date - age AS received_on,
             extract(year FROM current_date - age)::int AS day_year
      FROM (SELECT n, (random() * 1000)::int AS age, (random() * 10)::int % 10 AS place
            FROM generate_series(1, $1::int) n) drawn) dated
"""

_HISTORY = """
INSERT INTO history (id, object_id, object_type, version, rule, action, from_state, to_state, by_kind, by_id,
    by_organisation, at)
SELECT gen_random_uuid(), r.id, 'report', v, 'A' || v, 'step', CASE WHEN v > 1 THEN 'before' END, 'after',
    'officer', 'bench', r.holder_path, r.created_at + v * interval '1 day'
FROM reports r, generate_series(greatest(r.version - 1, 1), r.version) v
"""

_CLOCKS = """
INSERT INTO clocks (id, object_type, object_id, rule, trigger_on, started_at, amount, unit, due_on, soon_at,
    ends_at, state, provisional, calendar_version, fixed, is_window, extensions, held_by, held_since, closed_on)
SELECT gen_random_uuid(), 'report', r.id, c.rule, r.received_on, r.created_at, c.amount, 'working_day',
    r.received_on + c.amount, r.received_on + c.amount - 1, r.received_on + c.amount + 1,
    CASE WHEN c.is_open THEN 'running' ELSE 'met' END, false, '2026.1', false, false, 0, r.holder_path,
    r.created_at, CASE WHEN NOT c.is_open THEN r.received_on + 1 END
FROM reports r, LATERAL (VALUES ('P-A2', 1, r.version = 1, true),
                                ('DL-01', 15, r.version IN (2, 3), r.version > 1)) c (rule, amount, is_open, exists)
WHERE c.exists
"""

_KNOWN = """
INSERT INTO need_to_know (id, object_id, grantee, capacity, since, granted_by)
SELECT gen_random_uuid(), id, office_path, 'handling', created_at, 'bench' FROM reports
    WHERE office_path IS NOT NULL AND get_byte(uuid_send(id), 15) < 128
UNION ALL
SELECT gen_random_uuid(), id, 'city:district-1', 'assigned', created_at, 'bench' FROM reports
    WHERE office_path IS NOT NULL AND get_byte(uuid_send(id), 15) >= 242
"""

_RECUSALS = """
INSERT INTO recusals (id, object_id, officer_id, ground, decided_by, at)
SELECT gen_random_uuid(), id, gen_random_uuid()::text, 'relative', 'bench', created_at FROM reports
    WHERE get_byte(uuid_send(id), 14) = 7
"""

_WAITING = """
INSERT INTO sign_offs (id, object_id, object_type, object_version, action, rule, proposed_by, proposer_path,
    levels, next_level, document, document_sha256, state, version, proposed_at)
SELECT gen_random_uuid(), id, 'report', version, 'screen', 'A3', gen_random_uuid()::text, holder_path,
    '{S1}', 'S1', decode(repeat(md5(id::text), 10), 'hex'), sha256(uuid_send(id)), 'waiting', 1, created_at
FROM reports WHERE get_byte(uuid_send(id), 13) < 3
"""

_SEALED = """
INSERT INTO contents (object_id, content, subjects)
SELECT id, decode(repeat(md5(id::text), 20), 'hex'), decode(repeat(md5(id::text), 8), 'hex') FROM reports
"""

_RECEIPTS = """
INSERT INTO receipts (id, receipt_hash, object_type, object_id, commitment, audit_id, voided)
SELECT gen_random_uuid(), sha256(uuid_send(id)), 'report', id, sha256('c' || uuid_send(id)), gen_random_uuid(),
    false FROM reports
"""

_DIRECTORY = """
INSERT INTO directory (code, path, kind, is_open)
SELECT 'city-petition', 'city/city-petition', 'petition_office', true
UNION ALL SELECT 'city-office-' || n, 'city/city-office-' || n, 'supervision_office', true
    FROM generate_series(1, 8) n
UNION ALL SELECT 'district-' || n, 'city:district-' || n, 'district_commission', true FROM generate_series(1, 10) n
"""

_CALENDAR = """
INSERT INTO calendar_years (year, edition, source, digest, imported_at)
SELECT year, 1, 'bench', 'bench', now() FROM generate_series(2020, 2040) year
"""

_DAYS = """
INSERT INTO calendar_days (day, edition, year, kind, name)
SELECT day, 1, extract(year FROM day), CASE WHEN extract(isodow FROM day) > 5 THEN 'weekend' ELSE 'workday' END, ''
FROM generate_series(date '2020-01-01', date '2040-12-31', interval '1 day') day
"""

_WORDS = """
INSERT INTO sealed_words (object_id, field_group, numbers)
SELECT id, 'content', ARRAY(SELECT (random() * 66667)::int FROM generate_series(1, 20) WHERE reports.id IS NOT NULL)
FROM reports WHERE version > 1
"""

_TERMS = """
INSERT INTO sealed_terms (object_id, object_type, names, facts)
SELECT id, 'report', ARRAY[(random() * 65535)::int],
    ARRAY(SELECT band << 20 | (random() * 1048575)::int FROM generate_series(0, 23) band WHERE reports.id IS NOT NULL)
FROM reports WHERE version > 1
"""

_FILLED = (
    "reports",
    "history",
    "clocks",
    "need_to_know",
    "recusals",
    "sign_offs",
    "contents",
    "receipts",
    "sealed_words",
    "sealed_terms",
)
_AROUND = (_CALENDAR, _DAYS, _DIRECTORY)
_OF_REPORTS = (_HISTORY, _WORDS, _TERMS, _CLOCKS, _RECEIPTS, _SEALED, _KNOWN, _RECUSALS, _WAITING)


def intake_with(reports: int) -> Scene:
    """Return intake with that many reports and everything that belongs to them."""
    return Scene(f"intake-{reports}", "intake", lambda dsn: asyncio.run(_fill(dsn, reports)))


async def _fill(dsn: str, reports: int) -> None:
    async with filling(dsn, _FILLED) as filler:
        await execute_all(filler, (*_AROUND, _REPORTS), reports)
        await filler.together(_OF_REPORTS)


def petition_officer(stage: Stage, number: int) -> str:
    """Return a fresh token of an officer of the office."""
    return stage.issuer.token(number, OFFICE, Role.PETITION_OFFICER)


def visible_ids(dsn: str, most: int) -> list[str]:
    """Return ids of reports that the measured office holds, spread over the whole time."""
    return asyncio.run(_visible_ids(dsn, most))


async def _visible_ids(dsn: str, most: int) -> list[str]:
    connection = await asyncpg.connect(dsn)
    try:
        rows = await connection.fetch(
            "SELECT id FROM reports WHERE holder_path = $1 ORDER BY md5(id::text) LIMIT $2", OFFICE, most
        )
    finally:
        await connection.close()
    return [str(row["id"]) for row in rows]
