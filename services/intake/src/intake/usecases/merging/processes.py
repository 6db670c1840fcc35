"""The process of notices of repeats, and their list."""

from __future__ import annotations

from types import MappingProxyType
from typing import Annotated, Any

from pydantic import Field

from intake.domain.duplicate_notice_lifecycle import DUPLICATE_NOTICE, DuplicateNotice
from intake.domain.duplicate_notice_lifecycle import DuplicateNoticeAction as A
from intake.domain.quarters import quarter_named
from intake.store.duplicate_notices import (
    NOTICE_SORTING,
    PARTS,
    duplicate_notice_of,
    quarter_is,
    sent_to,
)
from intake.store.tables.merging import DuplicateNoticeRow
from intake.usecases.merging import notices
from shared.process.listing import Codes, Listing, ObjectQuery
from shared.process.process import Move, Process, no_facts
from shared.sheets.columns import Column, Kind

DUPLICATE_NOTICES: Process[DuplicateNotice] = Process(
    name=DUPLICATE_NOTICE.name, collection="duplicate-notices", tag="检举控告", lifecycle=DUPLICATE_NOTICE,
    table=DuplicateNoticeRow.__table__, of=duplicate_notice_of, view=notices.view_duplicate_notice,
    out=notices.DuplicateNoticeOut, facts=no_facts, hangs_on_each=PARTS,
    moves=MappingProxyType({A.ACKNOWLEDGE: Move(apply=notices.acknowledge_notice)}),
)  # fmt: skip


class DuplicateNoticeQuery(ObjectQuery):
    """Filters of the list of notices of repeats."""

    to: Annotated[Codes, Field(description="承办部门或者机关 · to which office or organ")] = ()
    quarter: Annotated[
        str | None, Field(pattern=r"^20[0-9]{2}-Q[1-4]$", description="季度 · quarter", examples=["2021-Q3"])
    ] = None


def _quarter_is(name: str) -> Any:
    return quarter_is(quarter_named(name).first_day)


NOTICE_LIST = Listing(
    DUPLICATE_NOTICES,
    query=DuplicateNoticeQuery,
    sorting=NOTICE_SORTING,
    conditions={"to": sent_to, "quarter": _quarter_is},
    columns=(
        Column("quarter", "季度", width=12),
        Column("to", "承办部门", kind=Kind.ORGANISATION),
        Column("report_count", "首件数", kind=Kind.NUMBER),
        Column("repeat_count", "重复件数", kind=Kind.NUMBER),
        Column("last_received_on", "最近一件收到日期", kind=Kind.DAY),
        Column("acknowledged_on", "阅知日期", kind=Kind.DAY),
    ),
)
