"""The trend report on paper: what the counts tell, and what the office makes of them."""

from collections.abc import Mapping
from typing import Any

from intake.domain.trend_report_lifecycle import TrendReport, TrendReportAction, TrendReportState
from intake.store.trends import analysis_of
from shared.db import Reader
from shared.documents import Document, OrganisationName, Rows, Value
from shared.documents.gathering import SIGNATURES, moved_on, signatures_on
from shared.process.desk import Desk
from shared.process.process import Viewer

LISTS = {"problem": "problem_type", "field": "livelihood_field"}
"""Which list the codes of a dimension come from; regions and units are organisations."""


async def trend_report(reader: Reader, desk: Desk, report: TrendReport, _: Viewer) -> dict[str, Value]:
    """Return period, counts, findings and analysis. Rule: R-A7, RPT Art 31."""
    return {
        "recipients": "、".join(_label(desk, "trend_recipient", one) for one in report.recipients),
        "period_from": report.period_from,
        "period_to": report.period_to,
        "total": report.figures["total"],
        "text": await analysis_of(reader, desk.seals, report.id) or "",
        "findings": [_finding(desk, one) for one in report.figures["findings"]],
        "issued_on": await moved_on(reader, report.id, TrendReportAction.ISSUE),
        "signatures": await signatures_on(reader, desk, report.id, TrendReportAction.ISSUE),
    }


def _finding(desk: Desk, one: Mapping[str, Any]) -> dict[str, Any]:
    growth = one["growth"]
    return {
        "kind": _label(desk, "trend_kind", one["kind"]),
        "subject": _subject(desk, one["dimension"], one["code"]),
        "count": one["count"],
        "last": one["last"],
        "growth": "—" if growth is None else f"{growth}%",
        "share": f"{one['share']}%",
        "recommend": "建议提出纪检监察建议" if one["recommend"] else "",
    }


def _subject(desk: Desk, dimension: str, code: str) -> Any:
    if dimension in LISTS:
        return _label(desk, LISTS[dimension], code)
    return OrganisationName(code)


def _label(desk: Desk, vocabulary: str, code: str) -> str:
    return desk.vocabularies.label(vocabulary, code, "zh-CN")


TREND_DOCUMENTS = (
    Document(
        "trend-report", ("信访举报形势分析报告", "Trend report"), "trend_report:read", trend_report,
        {"recipients": "报送对象", "period_from": "起", "period_to": "止", "total": "收到件数", "text": "分析意见",
         "findings": Rows("研判情况", kind="类型", subject="事项", count="本期", last="上年同期", growth="同比", share="占比",
                          recommend="建议"),
         "issued_on": "报送日期", "signatures": SIGNATURES},
        exists=lambda report: report.state == TrendReportState.ISSUED,
    ),
)  # fmt: skip
