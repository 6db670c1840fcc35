"""What wakes somebody: each alert with its condition, and its section in `deploy/runbook.md`."""

from __future__ import annotations

from dataclasses import dataclass

RUNBOOK = "https://huiying.example/runbook"
"""Where the operator publishes `deploy/runbook.md`; the anchor is the alert's name in lower case."""

LAG = (
    "max by (source) (huiying_feed_head) - on (source) group_right () "
    "max by (consumer, source) (huiying_feed_position)"
)
"""How many events a consumer has not applied yet."""


@dataclass(frozen=True, slots=True)
class Alert:
    """One alert. `page` means at once, also at night; everything else can wait for the morning."""

    name: str
    expr: str
    lasting: str
    zh: str
    en: str
    page: bool = False

    @property
    def anchor(self) -> str:
        """The alert's section in the runbook."""
        return self.name.lower()


ALERTS = (
    Alert("ServiceDown", 'up{job="huiying"} == 0', "1m", "服务没有应答", "a service does not answer", page=True),
    Alert(
        "DatabaseUnknown", "huiying_standing_known == 0", "2m",
        "服务连不上自己的数据库", "a service cannot ask its database", page=True,
    ),
    Alert(
        "AuditNotSealed", "max by (job, instance) (huiying_audit_oldest_unsealed_seconds) > 60", "5m",
        "审计记录没有封存", "audit entries wait to be sealed", page=True,
    ),
    Alert(
        "CheckpointOld", "huiying_audit_checkpoint_age_seconds > 7200", "10m",
        "审计检查点超过两小时没有更新", "no audit checkpoint for two hours",
    ),
    Alert(
        "DeadlinesNotTold", "huiying_clocks_untold_seconds > 300", "5m",
        "期限已过而没有提醒", "deadlines have passed and nobody was told", page=True,
    ),
    Alert(
        "DeadlinesOverdue", "sum by (rule) (huiying_clocks_overdue) > 0", "1d",
        "超期未办结，须通报承办部门", "matters are overdue: tell who leads the holders",
    ),
    Alert("FeedBehind", f"({LAG}) > 200", "5m", "服务之间的事件积压", "a service lags behind another's events"),
    Alert("FeedNotNumbered", "huiying_feed_unnumbered > 1000", "5m", "事件没有编号", "events wait to be numbered"),
    Alert("JobsWaiting", "huiying_jobs_oldest_due_seconds > 600", "5m", "后台任务积压", "jobs wait too long"),
    Alert(
        "JobsFailed", 'sum by (kind) (delta(huiying_jobs{state="failed"}[1h])) > 3', "1m",
        "后台任务连续失败", "jobs of one kind keep failing",
    ),
    Alert(
        "WorkerLoopFails", 'sum by (loop) (increase(huiying_worker_rounds_total{outcome="failed"}[10m])) > 20', "5m",
        "后台循环反复失败", "a worker's loop keeps failing",
    ),
    Alert(
        "InternalErrors", 'sum(increase(huiying_refusals_total{code="internal_error"}[10m])) > 0', "1m",
        "出现内部错误", "requests ended in internal errors",
    ),
    Alert(
        "GuessedReceipts", 'sum(rate(huiying_refusals_total{code="receipt_unknown"}[10m])) > 1', "10m",
        "有人在猜查询码", "somebody is guessing receipts",
    ),
    Alert(
        "ConnectionsUsedUp",
        'huiying_database_connections{state="open"} - on (instance) huiying_database_connections{state="idle"} '
        '>= on (instance) huiying_database_connections{state="limit"}', "2m",
        "数据库连接用尽", "all database connections are in use",
    ),
    Alert(
        "Overloaded", 'sum by (job) (rate(huiying_refusals_total{code="overloaded"}[5m])) > 1', "5m",
        "请求多于处理能力，正在按轻重拒绝", "a service refuses requests because there are too many", page=True,
    ),
    Alert(
        "CalendarMissing", "(month() == 12) and on () (min(huiying_calendar_last_year) < scalar(year()) + 1)", "1h",
        "下一年度放假安排未导入", "next year's days off are not imported",
    ),
)  # fmt: skip
