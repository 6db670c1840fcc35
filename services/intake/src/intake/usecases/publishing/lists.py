"""Lists of texts for the board, trend reports, and requests for data on a unit."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from pydantic import Field

from intake.store.publications import PUBLICATION_CONDITIONS, PUBLICATION_SORTING
from intake.store.trends import TREND_CONDITIONS, TREND_SORTING, UNIT_SORTING
from intake.usecases.publishing.processes import PUBLICATIONS, TREND_REPORTS, UNIT_DATA_REQUESTS
from shared.http.fields import Day
from shared.process.listing import Codes, Listing, ObjectQuery


class PublicationQuery(ObjectQuery):
    """Filters of the list of texts for the board."""

    demand_id: Annotated[UUID | None, Field(description="诉求 · the demand")] = None
    field: Annotated[Codes, Field(description="领域 · fields")] = ()
    region: Annotated[Codes, Field(description="区（市）· regions")] = ()


class TrendReportQuery(ObjectQuery):
    """Filters of the list of trend reports."""

    period_from: Annotated[Day | None, Field(description="期间起 · begins on or after")] = None
    period_to: Annotated[Day | None, Field(description="期间止 · ends on or before")] = None


PUBLIC_LISTS = (
    Listing(
        PUBLICATIONS,
        query=PublicationQuery,
        sorting=PUBLICATION_SORTING,
        conditions=PUBLICATION_CONDITIONS,
        codes={"field": "livelihood_field"},
    ),
    Listing(TREND_REPORTS, query=TrendReportQuery, sorting=TREND_SORTING, conditions=TREND_CONDITIONS),
    Listing(UNIT_DATA_REQUESTS, query=ObjectQuery, sorting=UNIT_SORTING, conditions={}),
)
