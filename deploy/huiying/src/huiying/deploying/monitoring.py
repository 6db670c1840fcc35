"""Files for Prometheus and Grafana: what to scrape, when to wake somebody, one page to look at."""

from __future__ import annotations

import json
from typing import Any

from huiying.deploying.alerts import ALERTS, LAG, RUNBOOK, Alert
from huiying.deploying.parts import MANAGEMENT_PORT, parts
from huiying.services import SERVICES

Panel = tuple[str, str, str, str]
PANELS: tuple[Panel, ...] = (
    ("超期事项 · overdue, by rule", "sum by (rule) (huiying_clocks_overdue)", "{{rule}}", "short"),
    ("未提醒的期限 · passed, not told", "huiying_clocks_untold_seconds", "{{instance}}", "s"),
    ("最早未封存审计 · oldest unsealed entry", "huiying_audit_oldest_unsealed_seconds", "{{instance}}", "s"),
    ("未封存审计条数 · unsealed entries", "huiying_audit_unsealed_rows", "{{instance}}", "short"),
    ("检查点 · age of the newest checkpoint", "huiying_audit_checkpoint_age_seconds", "{{instance}}", "s"),
    ("事件积压 · feed lag", LAG, "{{consumer}} ← {{source}}", "short"),
    ("未编号事件 · events not numbered", "huiying_feed_unnumbered", "{{instance}}", "short"),
    ("后台任务 · jobs", "sum by (kind, state) (huiying_jobs)", "{{kind}} {{state}}", "short"),
    ("任务等待 · longest wait of a job", "huiying_jobs_oldest_due_seconds", "{{instance}}", "s"),
    (
        "拒绝 · refusals by code",
        "sum by (code) (rate(huiying_refusals_total[5m]))",
        "{{code}}",
        "reqps",
    ),
    (
        "后台循环 · rounds that failed",
        'sum by (loop) (rate(huiying_worker_rounds_total{outcome="failed"}[5m]))',
        "{{loop}}",
        "ops",
    ),
    (
        "后台循环 · since the last good round",
        "time() - huiying_worker_last_round_timestamp_seconds",
        "{{loop}}",
        "s",
    ),
    ("数据库连接 · connections", "huiying_database_connections", "{{instance}} {{state}}", "short"),
    ("日历 · newest year known", "min(huiying_calendar_last_year)", "year", "none"),
)
_WIDTH, _HEIGHT, _ACROSS = 12, 8, 2


def rules() -> dict[str, Any]:
    """Return Prometheus' file of alert rules."""
    return {"groups": [{"name": "huiying", "rules": [_rule(alert) for alert in ALERTS]}]}


def scraping() -> dict[str, Any]:
    """Return an example of Prometheus' own file, for the names of the compose file."""
    targets = [f"{part.name}:{MANAGEMENT_PORT}" for service in SERVICES for part in parts(service)]
    return {
        "global": {"scrape_interval": "30s", "evaluation_interval": "30s"},
        "rule_files": ["alerts.yaml"],
        "scrape_configs": [{"job_name": "huiying", "static_configs": [{"targets": targets}]}],
    }


def dashboard() -> str:
    """Return the dashboard as Grafana imports it."""
    page = {
        "title": "回应 · Huiying",
        "uid": "huiying",
        "schemaVersion": 39,
        "timezone": "Asia/Shanghai",
        "refresh": "1m",
        "time": {"from": "now-24h", "to": "now"},
        "tags": ["huiying"],
        "templating": {"list": [{"name": "source", "type": "datasource", "query": "prometheus"}]},
        "panels": [_panel(number, panel) for number, panel in enumerate(PANELS)],
    }
    return json.dumps(page, ensure_ascii=False, indent=1) + "\n"


def _rule(alert: Alert) -> dict[str, Any]:
    return {
        "alert": alert.name,
        "expr": alert.expr,
        "for": alert.lasting,
        "labels": {"severity": "page" if alert.page else "ticket"},
        "annotations": {
            "summary": f"{alert.zh} · {alert.en}",
            "runbook_url": f"{RUNBOOK}#{alert.anchor}",
        },
    }


def _panel(number: int, panel: Panel) -> dict[str, Any]:
    title, expr, legend, unit = panel
    source = {"type": "prometheus", "uid": "${source}"}
    return {
        "id": number + 1,
        "type": "timeseries",
        "title": title,
        "datasource": source,
        "gridPos": {
            "x": number % _ACROSS * _WIDTH, "y": number // _ACROSS * _HEIGHT, "w": _WIDTH, "h": _HEIGHT,
        },
        "fieldConfig": {"defaults": {"unit": unit}, "overrides": []},
        "targets": [{"refId": "A", "expr": expr, "legendFormat": legend, "datasource": source}],
    }  # fmt: skip
