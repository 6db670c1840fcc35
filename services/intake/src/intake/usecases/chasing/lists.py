"""Lists of urgings, work reminders and quotations."""

from typing import Annotated
from uuid import UUID

from pydantic import Field

from intake.store.chasing_lists import (
    QUOTATION_CONDITIONS,
    QUOTATION_SORTING,
    REMINDER_CONDITIONS,
    REMINDER_SORTING,
    URGING_CONDITIONS,
    URGING_SORTING,
)
from intake.usecases.chasing.processes import URGINGS, WORK_REMINDERS
from intake.usecases.processes import QUOTATIONS
from shared.http.fields import Day
from shared.process.listing import Codes, Listing, ObjectQuery
from shared.sheets.columns import Column, Kind


class UrgingQuery(ObjectQuery):
    """Filters of the list of urgings."""

    object_id: Annotated[UUID | None, Field(description="所督办的事项 · the matter")] = None
    level: Annotated[Codes, Field(description="级别 · green, yellow, red")] = ()
    kind: Annotated[Codes, Field(description="方式 · chase, assign, urge")] = ()
    issued_from: Annotated[Day | None, Field(description="发出日期起 · from")] = None
    issued_to: Annotated[Day | None, Field(description="发出日期止 · to")] = None


class WorkReminderQuery(ObjectQuery):
    """Filters of the list of work reminders."""

    sent_from: Annotated[Day | None, Field(description="发出日期起 · from")] = None
    sent_to: Annotated[Day | None, Field(description="发出日期止 · to")] = None


class QuotationQuery(ObjectQuery):
    """Filters of the list of quotations."""

    object_id: Annotated[UUID | None, Field(description="所涉事项 · the matter")] = None


# fmt: off
URGING_COLUMNS = (
    Column("kind",        "方式",     vocabulary="urging_kind", width=10),
    Column("level",       "级别",     vocabulary="urging_level", width=8),
    Column("basis",       "事由",     vocabulary="urging_basis"),
    Column("to",          "被督办单位"),
    Column("round",       "次数",     kind=Kind.NUMBER, width=8),
    Column("issued_on",   "发出日期", kind=Kind.DAY, width=12),
    Column("due_on",      "答复期限", kind=Kind.DAY, width=12),
    Column("answered_on", "答复日期", kind=Kind.DAY, width=12),
)
REMINDER_COLUMNS = (
    Column("to",          "主管部门"),
    Column("sent_on",     "发出日期", kind=Kind.DAY, width=12),
    Column("due_on",      "答复期限", kind=Kind.DAY, width=12),
    Column("answered_on", "回复日期", kind=Kind.DAY, width=12),
)
# fmt: on

CHASING_LISTS = (
    Listing(
        URGINGS, query=UrgingQuery, sorting=URGING_SORTING, conditions=URGING_CONDITIONS, columns=URGING_COLUMNS
    ),
    Listing(
        WORK_REMINDERS, query=WorkReminderQuery, sorting=REMINDER_SORTING, conditions=REMINDER_CONDITIONS,
        columns=REMINDER_COLUMNS,
    ),
    Listing(QUOTATIONS, query=QuotationQuery, sorting=QUOTATION_SORTING, conditions=QUOTATION_CONDITIONS),
)  # fmt: skip
