"""Lists of cases and appeals: what may be filtered and sorted, and what their Excel files hold."""

from typing import Annotated
from uuid import UUID

from pydantic import Field

from casework.store.cases.lists import APPEAL_CONDITIONS, APPEAL_SORTING, CASE_CONDITIONS, CASE_SORTING
from casework.usecases.cases.processes import APPEALS, CASES
from shared.http.fields import Day
from shared.process.listing import Codes, Listing, ObjectQuery
from shared.sheets.columns import Column, Kind


class CaseQuery(ObjectQuery):
    """Filters of the list of cases."""

    track: Annotated[Codes, Field(description="立案类别 · tracks")] = ()
    case_type: Annotated[Codes, Field(description="问题性质 · kinds of breach")] = ()
    region: Annotated[Codes, Field(description="区（市）· regions")] = ()
    field: Annotated[Codes, Field(description="领域 · fields")] = ()
    clue_id: Annotated[UUID | None, Field(description="所属线索 · the clue it comes from")] = None
    filed_from: Annotated[Day | None, Field(description="立案日期起 · from")] = None
    filed_to: Annotated[Day | None, Field(description="立案日期止 · to")] = None
    decided_from: Annotated[Day | None, Field(description="决定日期起 · from")] = None
    decided_to: Annotated[Day | None, Field(description="决定日期止 · to")] = None


class AppealQuery(ObjectQuery):
    """Filters of the list of appeals."""

    kind: Annotated[Codes, Field(description="申诉类别 · kinds")] = ()
    case_id: Annotated[UUID | None, Field(description="所属案件 · the case")] = None
    result: Annotated[Codes, Field(description="结果 · results")] = ()


# fmt: off
CASE_COLUMNS = (
    Column("track",              "立案类别",     vocabulary="case_track", width=20),
    Column("case_type",          "问题性质",     vocabulary="case_type"),
    Column("legal_regime",       "适用规定",     vocabulary="legal_regime"),
    Column("region",             "区（市）", kind=Kind.ORGANISATION),
    Column("field",              "领域",         vocabulary="livelihood_field"),
    Column("filed_on",           "立案日期",     kind=Kind.DAY, width=12),
    Column("review_office",      "审理部门"),
    Column("authority",          "处分机关", kind=Kind.ORGANISATION),
    Column("decided_on",         "决定日期",     kind=Kind.DAY, width=12),
    Column("served_on",          "送达日期",     kind=Kind.DAY, width=12),
    Column("closed_on",          "结案日期",     kind=Kind.DAY, width=12),
    Column("is_clearing_needed", "需要澄清正名", kind=Kind.YES_NO, width=12),
)
APPEAL_COLUMNS = (
    Column("kind",               "申诉类别",     vocabulary="appeal_kind", width=20),
    Column("lodged_on",          "收到日期",     kind=Kind.DAY, width=12),
    Column("result",             "结果",         vocabulary="appeal_result"),
    Column("decided_on",         "决定日期",     kind=Kind.DAY, width=12),
    Column("served_on",          "送达日期",     kind=Kind.DAY, width=12),
)
# fmt: on

CASE_LISTS = (
    Listing(CASES, query=CaseQuery, sorting=CASE_SORTING, conditions=CASE_CONDITIONS, columns=CASE_COLUMNS),
    Listing(
        APPEALS,
        query=AppealQuery,
        sorting=APPEAL_SORTING,
        conditions=APPEAL_CONDITIONS,
        columns=APPEAL_COLUMNS,
    ),
)
