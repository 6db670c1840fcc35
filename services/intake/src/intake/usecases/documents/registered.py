"""All documents of intake, by process."""

from types import MappingProxyType

from intake.domain.demand_lifecycle import DEMAND
from intake.domain.report_lifecycle import REPORT
from intake.domain.trend_report_lifecycle import TREND_REPORT
from intake.usecases.documents.of_demand_routing import ROUTING_DOCUMENTS
from intake.usecases.documents.of_demands import DEMAND_DOCUMENTS
from intake.usecases.documents.of_reports import REPORT_DOCUMENTS
from intake.usecases.documents.of_trends import TREND_DOCUMENTS
from shared.documents import Documents

DOCUMENTS: Documents = MappingProxyType(
    {
        DEMAND.name: (*DEMAND_DOCUMENTS, *ROUTING_DOCUMENTS),
        REPORT.name: REPORT_DOCUMENTS,
        TREND_REPORT.name: TREND_DOCUMENTS,
    }
)
