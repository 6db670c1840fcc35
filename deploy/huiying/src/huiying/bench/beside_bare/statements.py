"""The hand-written SQL of the baseline."""

SUBMIT = """
WITH report AS (
  INSERT INTO reports (id, state, version, holder_path, secrecy, created_at, category, channel, region, field,
    received_on, legal_regime, named_status, problem_types)
  VALUES ($1, 'received', 1, $3, 'work_secret', $2, $4, 'online', $5, $6, $7, 'rules_2022', 'anonymous', '{}')
), content AS (
  INSERT INTO contents (object_id, content, subjects) VALUES ($1, $8, $9)
), move AS (
  INSERT INTO history (id, object_id, object_type, version, rule, action, to_state, by_kind, by_id,
    by_organisation, at)
  VALUES ($10, $1, 'report', 1, 'A1', 'receive', 'received', 'public', 'public', '', $2)
), entries AS (
  INSERT INTO audit_entries (id, at, actor_kind, actor_id, action, object_type, object_id, rule, outcome,
    row_hash, details)
  VALUES ($11, $2, 'public', 'public', 'report:receive', 'report', $12, 'A1', 'done', $13, $14),
         ($19, $2, 'public', 'public', 'receipt:issue', 'receipt', NULL, NULL, 'done', NULL, $20)
), event AS (
  INSERT INTO events (id, type, subject, at, data) VALUES ($15, 'huiying.intake.report.received.v1', $12, $2, $16)
), clock AS (
  INSERT INTO clocks (id, object_type, object_id, rule, trigger_on, started_at, amount, unit, due_on, soon_at,
    ends_at, state, provisional, calendar_version, fixed, is_window, extensions, held_by, held_since)
  VALUES ($17, 'report', $1, 'P-A2', $7, $2, 1, 'working_day', $7, $2, $18, 'running', false, '2026.1', false,
    false, 0, $3, $2)
), receipt AS (
  INSERT INTO receipts (id, receipt_hash, object_type, object_id, commitment, audit_id, voided)
  VALUES ($21, $22, 'report', $1, $23, $19, false)
)
INSERT INTO idempotency_answers (scope_hash, request_hash, sealed, expires_at) VALUES ($24, $25, $26, $27)
"""

_SHOWN = """
id, number, state, version, holder_path AS holder, secrecy, category, channel, region, field, received_on,
legal_regime, named_status, problem_types, is_duplicate_of, split_from, office_path AS office, clue_id, reason,
truth_grade, concluded_on
"""

LIST = f"SELECT {_SHOWN} FROM reports WHERE holder_path = $1 ORDER BY received_on DESC, id DESC LIMIT $2"  # noqa: S608 - our own columns

ONE = f"SELECT {_SHOWN} FROM reports WHERE id = $1"  # noqa: S608 - our own columns

CLOCKS = """
SELECT object_id, rule, due_on, amount, unit,
    CASE WHEN state <> 'running' THEN state WHEN now() >= ends_at THEN 'overdue' WHEN now() >= soon_at THEN 'due_soon'
    ELSE state END AS state, provisional, calendar_version, held_by
FROM clocks WHERE object_id = ANY($1) ORDER BY trigger_on, rule
"""

WAITING = """
SELECT id, object_type, object_id, action, rule, state, version, document_sha256, proposed_at, levels
FROM sign_offs WHERE object_id = ANY($1) AND state = 'waiting'
"""

READ = """
INSERT INTO audit_entries (id, at, actor_kind, actor_id, session, organisation, action, object_type, object_id,
    outcome, request_id, details)
VALUES ($1, $2, 'officer', $3, $4, $5, 'report:read', 'report', $6, 'done', $7, '{}')
"""
