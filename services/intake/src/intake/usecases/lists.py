"""Lists of reports and demands: what may be filtered and sorted, and what their Excel files hold."""

from collections.abc import Sequence
from typing import Annotated, Any

from pydantic import Field

from intake.domain.disclosure import Crossing
from intake.store.disclosures import record_disclosure
from intake.store.lists import (
    DEMAND_CONDITIONS,
    DEMAND_SORTING,
    REPORT_CONDITIONS,
    REPORT_SORTING,
    STUB_SORTING,
    demand_is_breach,
    report_is_breach,
)
from intake.usecases.matters.search_matters import search_of
from intake.usecases.processes import DEMANDS, REPORTS, STUBS
from shared.db import Transaction
from shared.http.fields import Day
from shared.http.filters import is_true
from shared.process.desk import Call
from shared.process.listing import Codes, ForCaller, Listing, ObjectQuery, Taken
from shared.sheets.columns import Column, Kind


class MatterQuery(ObjectQuery):
    """What reports and demands alike are filtered by."""

    channel: Annotated[
        Codes, Field(description="来件渠道，online 含各网络渠道 · channels; online is every way of it")
    ] = ()
    region: Annotated[Codes, Field(description="区（市）· regions")] = ()
    field: Annotated[Codes, Field(description="领域 · fields")] = ()
    received_from: Annotated[Day | None, Field(description="收到日期起 · from")] = None
    received_to: Annotated[Day | None, Field(description="收到日期止 · to")] = None
    repeated: Annotated[
        bool | None,
        Field(description="有重复件 · others tell the same and were kept with it or merged into it"),
    ] = None
    breach: Annotated[
        bool | None,
        Field(
            description="满 15 日未转办、移送、督办、不予受理或者转检举控告 · nobody routed it in fifteen days"
        ),
    ] = None


class DemandQuery(MatterQuery):
    """Filters of the list of demands."""


class ReportQuery(MatterQuery):
    """Filters of the list of reports."""

    category: Annotated[Codes, Field(description="类别 · categories")] = ()
    named_status: Annotated[Codes, Field(description="实名情况 · named, anonymous, unverified")] = ()
    jurisdiction: Annotated[Codes, Field(description="管辖 · jurisdiction decided")] = ()


def _taken(object_type: str) -> Taken:
    """Return what writes every matter of a file into its privacy ledger. Rule: C-1, 1.4(7)."""

    def record(tx: Transaction, matters: Sequence[Any], call: Call) -> None:
        for one in matters:
            record_disclosure(
                tx, object_type, one.id, Crossing.LIST, from_path=one.holder_path, to=call.actor.organisation,
                number=one.number, by=call.actor.id, at=call.at,
            )  # fmt: skip

    return record


def _report_breach(wanted: bool, call: Call) -> Any:
    return is_true(report_is_breach(call.at))(wanted)


def _demand_breach(wanted: bool, call: Call) -> Any:
    return is_true(demand_is_breach(call.at))(wanted)


# fmt: off
REPORT_COLUMNS = (
    Column("category",          "类别",           vocabulary="report_category"),
    Column("channel",           "来件渠道",       vocabulary="report_channel"),
    Column("region",            "区（市）", kind=Kind.ORGANISATION),
    Column("field",             "领域",           vocabulary="livelihood_field"),
    Column("problem_types",     "问题类型",       vocabulary="problem_type", many=True, width=30),
    Column("received_on",       "收到日期",       kind=Kind.DAY, width=12),
    Column("legal_regime",      "适用规定",       vocabulary="legal_regime"),
    Column("priority",          "优先级",         vocabulary="priority", width=12),
    Column("named_status",      "实名情况",       vocabulary="named_status", width=12),
    Column("repeats",           "重复件数",       kind=Kind.NUMBER, width=10),
    Column("office",            "办理部门", kind=Kind.ORGANISATION),
    Column("truth_grade",       "属实情况",       vocabulary="truth_grade"),
    Column("concluded_on",      "办结日期",       kind=Kind.DAY, width=12),
)
DEMAND_COLUMNS = (
    Column("channel",           "来件渠道",       vocabulary="report_channel"),
    Column("region",            "区（市）", kind=Kind.ORGANISATION),
    Column("field",             "领域",           vocabulary="livelihood_field"),
    Column("received_on",       "收到日期",       kind=Kind.DAY, width=12),
    Column("problem_since",     "问题起始日期",   kind=Kind.DAY, width=14),
    Column("repeats",           "重复件数",       kind=Kind.NUMBER, width=10),
    Column("department",        "主管部门", kind=Kind.ORGANISATION),
    Column("view",              "处理意见",       vocabulary="answer_view"),
    Column("answered_on",       "答复日期",       kind=Kind.DAY, width=12),
    Column("satisfaction",      "满意度",         vocabulary="satisfaction", width=12),
    Column("households_helped", "惠及户数",       kind=Kind.NUMBER, width=10),
    Column("money_paid_back",   "退还金额（元）", kind=Kind.MONEY),
    Column("documents_issued",  "办发证件数",     kind=Kind.NUMBER, width=12),
)
# fmt: on

REPORT_LIST = Listing(
    REPORTS, query=ReportQuery, sorting=REPORT_SORTING,
    conditions={**REPORT_CONDITIONS, "breach": ForCaller(_report_breach)}, columns=REPORT_COLUMNS,
    codes={"jurisdiction": "jurisdiction"}, search=search_of(REPORTS), taken=_taken(REPORTS.name),
)  # fmt: skip
DEMAND_LIST = Listing(
    DEMANDS,
    query=DemandQuery,
    sorting=DEMAND_SORTING,
    conditions={**DEMAND_CONDITIONS, "breach": ForCaller(_demand_breach)},
    columns=DEMAND_COLUMNS,
    search=search_of(DEMANDS),
    taken=_taken(DEMANDS.name),
)
STUB_LIST = Listing(STUBS, query=ObjectQuery, sorting=STUB_SORTING, conditions={})
LISTS = (REPORT_LIST, DEMAND_LIST, STUB_LIST)
