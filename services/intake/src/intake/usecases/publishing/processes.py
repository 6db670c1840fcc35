"""The processes of what is published and reported upward, each action beside the function that carries it out."""

from __future__ import annotations

from types import MappingProxyType

from intake.domain.publication_lifecycle import PUBLICATION, Publication
from intake.domain.publication_lifecycle import PublicationAction as P
from intake.domain.trend_report_lifecycle import TREND_REPORT, TrendReport
from intake.domain.trend_report_lifecycle import TrendReportAction as T
from intake.domain.unit_data_lifecycle import UNIT_DATA_REQUEST, UnitDataRequest
from intake.domain.unit_data_lifecycle import UnitDataAction as U
from intake.store.publications import publication_of
from intake.store.tables.publishing import PublicationRow, TrendReportRow, UnitDataRequestRow
from intake.store.trends import trend_report_of, unit_data_request_of
from intake.usecases.publishing import publish_answer as publish
from intake.usecases.trends import report_trend as trend
from intake.usecases.trends import supply_unit_data as data
from shared.process.process import Move, Process, no_facts

# fmt: off
PUBLICATIONS: Process[Publication] = Process(
    name=PUBLICATION.name, collection="publications", tag="公开", lifecycle=PUBLICATION,
    table=PublicationRow.__table__, of=publication_of, view=publish.view_publication, out=publish.PublicationOut,
    facts=publish.publication_facts, hangs_on="demand_id", moves=MappingProxyType({
        P.REVISE:   Move(publish.RevisePublication, publish.revise_publication),
        P.PUBLISH:  Move(apply=publish.publish_answer),
        P.DISCARD:  Move(),
        P.WITHDRAW: Move(apply=publish.withdraw_publication),
    }),
)

TREND_REPORTS: Process[TrendReport] = Process(
    name=TREND_REPORT.name, collection="trend-reports", tag="形势分析", lifecycle=TREND_REPORT,
    table=TrendReportRow.__table__, of=trend_report_of, view=trend.view_trend_report, out=trend.TrendReportOut,
    facts=trend.trend_report_facts, moves=MappingProxyType({
        T.REVISE:  Move(trend.ReviseTrendReport, trend.revise_trend_report),
        T.ISSUE:   Move(apply=trend.issue_trend_report),
        T.DISCARD: Move(),
        T.ACKNOWLEDGE: Move(apply=trend.acknowledge_trend_report),
    }),
)

UNIT_DATA_REQUESTS: Process[UnitDataRequest] = Process(
    name=UNIT_DATA_REQUEST.name, collection="unit-data-requests", tag="形势分析", lifecycle=UNIT_DATA_REQUEST,
    table=UnitDataRequestRow.__table__, of=unit_data_request_of, view=data.view_unit_data_request,
    out=data.UnitDataRequestOut, facts=no_facts, moves=MappingProxyType({
        U.SUPPLY:  Move(apply=data.supply_unit_data),
        U.DECLINE: Move(),
    }),
)
# fmt: on

PUBLIC_PROCESSES = (PUBLICATIONS, TREND_REPORTS, UNIT_DATA_REQUESTS)
