"""Inspected organisations with items, evidence and measures, and evaluations that wait to be confirmed.

Made inside PostgreSQL. One organisation has many more items than the others: its chain is what is measured.
"""

from __future__ import annotations

import asyncio
import json
import tomllib
from importlib.resources import files
from typing import Any

import asyncpg

from huiying.bench.bench import Scene
from huiying.bench.stage import Stage
from shared.auth.roles import Role

OFFICE, COMMISSION, DEPARTMENT, CITY = (
    "city/city-inspection-office", "city/city-office-1", "party:city-organization-department", "city",
)  # fmt: skip
ITEMS_EACH, ITEMS_OF_THE_FIRST, EVALUATORS = 20, 300, 3
FIRST = "00000000-0000-4000-8000-000000000001"
"""The organisation with many items."""
ROUND = "00000000-0000-4000-9000-000000000001"

_ROUND = f"""
INSERT INTO inspection_rounds (id, number, state, version, holder_path, secrecy, created_at, ordinal, term, name, kind,
    legal_regime, window_months, began_on)
VALUES ('{ROUND}', 'bench-round-1', 'open', 1, '{OFFICE}', 'work_secret', now(), 1, '第五届', '第五届市委第一轮巡察',
    'regular', '2025', 6, current_date - 300)
"""  # noqa: S608 - constants of this file

_ORGANIZATIONS = f"""
INSERT INTO inspected_organizations (id, number, state, version, holder_path, secrecy, created_at, round_id,
    organisation_path, commission_path, department_path, legal_regime, window_months, first_responsible, contact,
    members, feedback_on, window_ends_on, plan_version, report_version)
SELECT ('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, 'bench-inspected-' || n, $2, 5, '{OFFICE}',
    'work_secret', now() - interval '200 days', '{ROUND}', 'party:bureau-' || n, '{COMMISSION}', '{DEPARTMENT}',
    '2025', 6, '（化名）贺某', '', '[]', current_date - 200, current_date - 20, 1, 1
FROM generate_series(1, $1::int) n
"""  # noqa: S608

_FINDINGS = """
INSERT INTO findings (id, inspected_organization_id, ordinal, category, severity, basis, text)
SELECT gen_random_uuid(), o.id, n, 'strict_party_governance', 'ordinary', '有关规定',
    repeat('主体责任压得不实，存在问题。', 6)
FROM inspected_organizations o, generate_series(1, 10) n
"""

_ITEMS = """
INSERT INTO rectification_items (id, number, state, version, holder_path, secrecy, created_at, organisation_path,
    inspected_organization_id, finding_id, title, measures, owner, unit, due_on, first_due_on, is_long_term,
    submitted_on, verified_on, verifier_path, is_on_time, closed_on, rebounds, false_outcomes)
SELECT gen_random_uuid(), o.number || '-' || f.ordinal || '-' || n,
    (ARRAY['closed', 'closed', 'verified', 'submitted', 'in_progress'])[1 + kind], 3, o.holder_path,
    'work_secret', o.created_at, o.organisation_path, o.id, f.id, '整改任务' || n, repeat('逐项整改，建章立制。', 8),
    '（化名）王某', '办公室', o.feedback_on + 30 + n, o.feedback_on + 30 + n, false,
    CASE WHEN kind < 4 THEN o.feedback_on + 20 + n END, CASE WHEN kind < 3 THEN o.feedback_on + 25 + n END,
    CASE WHEN kind < 3 THEN o.commission_path END, CASE WHEN kind < 3 THEN true END,
    CASE WHEN kind < 2 THEN o.feedback_on + 28 + n END, 0, 0
FROM inspected_organizations o JOIN findings f ON f.inspected_organization_id = o.id,
    generate_series(1, CASE WHEN o.id = $1::uuid THEN $2::int ELSE $3::int END) n,
    LATERAL (SELECT (f.ordinal + n) % 5 AS kind) mixed
"""

_EVIDENCE = """
INSERT INTO evidence (id, item_id, series_id, version, title, attachment_id, sha256, effective_on, added_by, at)
SELECT gen_random_uuid(), id, gen_random_uuid(), 1, '整改报告', gen_random_uuid(), decode(repeat('ab', 32), 'hex'),
    due_on - 10, 'bench', created_at FROM rectification_items
"""

_VERDICTS = f"""
INSERT INTO item_verifications (id, item_id, result, method, text, body_path, officer_id, done_on, at)
SELECT gen_random_uuid(), id, 'verified', 'field', '现场核实属实。', '{COMMISSION}', 'bench', verified_on, created_at
FROM rectification_items WHERE verified_on IS NOT NULL
"""  # noqa: S608

_MEASURES = f"""
INSERT INTO supervision_measures (id, inspected_organization_id, kind, mechanism, focuses, held_on, object, problems,
    follow_up, item_ids, body_path, officer_id, at)
SELECT gen_random_uuid(), o.id, (ARRAY['sit_in_meeting', 'field_research', 'special_check'])[1 + n % 3], 'tracking',
    '{{}}', o.feedback_on + n * 10, '党组', '', '', '{{}}', '{COMMISSION}', 'bench', o.created_at
FROM inspected_organizations o, generate_series(1, 10) n
"""  # noqa: S608

_KNOWN = """
INSERT INTO need_to_know (id, object_id, grantee, capacity, since, granted_by)
SELECT gen_random_uuid(), known.id, path, CASE WHEN path = organisation_path THEN 'inspected' ELSE 'supervising' END,
    known.created_at, 'bench'
FROM (SELECT id, id AS organization_id, created_at FROM inspected_organizations
      UNION ALL SELECT id, inspected_organization_id, created_at FROM rectification_items) known
JOIN inspected_organizations o ON o.id = known.organization_id,
    unnest(ARRAY[o.organisation_path, o.commission_path, o.department_path]) path
"""

_EVALUATIONS = f"""
INSERT INTO evaluations (id, number, state, version, holder_path, secrecy, created_at, inspected_organization_id,
    organisation_path, index_code, index_version, daily_weight, central_weight, leader, evaluators, ratios)
SELECT gen_random_uuid(), 'bench-evaluation-' || number, 'opinion_heard', 9, '{OFFICE}', 'work_secret', now(), id,
    organisation_path, 'default', '1', 0.4, 0.6, 'evaluator-1', ARRAY['evaluator-1', 'evaluator-2', 'evaluator-3'],
    $1::jsonb
FROM inspected_organizations
"""  # noqa: S608

_MARKS = """
INSERT INTO evaluation_marks (id, evaluation_id, source, item, evaluator, points, reason, at)
SELECT gen_random_uuid(), e.id, source, item->>'code', source || '-' || evaluator,
    round((item->>'points')::numeric * (0.86 + 0.04 * evaluator), 2), '依据台账和现场情况评分。', now()
FROM evaluations e, jsonb_array_elements($1::jsonb) item, unnest(ARRAY['daily', 'central']) source,
    generate_series(1, $2::int) evaluator
WHERE item->>'method' <> 'ratio' AND item->>'source' IN (source, 'both')
"""

_SUBMISSIONS = """
INSERT INTO evaluation_submissions (evaluation_id, source, evaluator, at)
SELECT DISTINCT evaluation_id, source, evaluator, now() FROM evaluation_marks
"""


def organizations_with_items(organizations: int) -> Scene:
    """Return so many inspected organisations after their window, with all that their chains hold."""

    async def fill(connection: asyncpg.Connection[Any]) -> None:
        await connection.execute(_ROUND)
        await connection.execute(_ORGANIZATIONS, organizations, "daily_supervision")
        await connection.execute(_FINDINGS)
        await connection.execute(_ITEMS, FIRST, ITEMS_OF_THE_FIRST // 10, ITEMS_EACH // 10)
        for statement in (_EVIDENCE, _VERDICTS, _MEASURES, _KNOWN):
            await connection.execute(statement)

    return Scene(
        f"rectification-{organizations}", "rectification", lambda dsn: asyncio.run(_filled(dsn, fill))
    )


def evaluations_to_confirm(organizations: int) -> Scene:
    """Return a round whose evaluations all wait to be confirmed, marked by three evaluators."""

    async def fill(connection: asyncpg.Connection[Any]) -> None:
        await connection.execute(_ROUND)
        await connection.execute(_ORGANIZATIONS, organizations, "centralised_evaluation")
        items = _items()
        ratios = [
            {
                "item": one["code"],
                "metric": one["metric"],
                "numerator": 9,
                "denominator": 10,
                "records": [FIRST] * 10,
            }
            for one in items
            if one["method"] == "ratio"
        ]
        await connection.execute(_EVALUATIONS, json.dumps(ratios))
        await connection.execute(_MARKS, json.dumps(items), EVALUATORS)
        await connection.execute(_SUBMISSIONS)

    return Scene(f"evaluations-{organizations}", "rectification", lambda dsn: asyncio.run(_filled(dsn, fill)))


async def _filled(dsn: str, fill: Any) -> None:
    connection = await asyncpg.connect(dsn)
    try:
        await fill(connection)
        await connection.execute("VACUUM ANALYZE")
        await connection.execute("CHECKPOINT")
    finally:
        await connection.close()


def _items() -> list[dict[str, Any]]:
    shipped = files("rectification").joinpath("vocabularies/evaluation_index/default.toml")
    index = tomllib.loads(shipped.read_text("utf-8"))
    return [
        item
        for dimension in index["dimensions"]
        for content in dimension["contents"]
        for item in content["items"]
    ]


def inspection_officer(stage: Stage) -> str:
    """Return a fresh token of an officer of the inspection office."""
    return stage.issuer.token(0, OFFICE, Role.INSPECTION_OFFICE)


def inspection_head(stage: Stage) -> str:
    """Return a fresh token of the head of the inspection office."""
    return stage.issuer.token(1, OFFICE, Role.INSPECTION_OFFICE, Role.OFFICE_HEAD)


def leading_group(stage: Stage) -> str:
    """Return a fresh token of who signs for the leading group."""
    return stage.issuer.token(2, CITY, Role.STANDING_COMMITTEE)
