"""Lists of joint work: what may be filtered and sorted, and what their Excel files hold."""

from typing import Annotated
from uuid import UUID

from pydantic import Field

from casework.store.linkage.lists import (
    BOARD_TASK_SORTING,
    CONSULTATION_SORTING,
    LINKAGE_TASK_CONDITIONS,
    LINKAGE_TASK_SORTING,
    OF_TASK,
    SECONDMENT_CONDITIONS,
    SECONDMENT_SORTING,
    SHARE_SORTING,
)
from casework.usecases.linkage.processes import (
    BOARD_TASKS,
    CONSULTATIONS,
    LINKAGE_TASKS,
    SECONDMENTS,
    SHARES,
)
from shared.process.listing import Codes, Listing, ObjectQuery
from shared.sheets.columns import Column, Kind


class LinkageTaskQuery(ObjectQuery):
    """Filters of the list of joint tasks."""

    matter: Annotated[Codes, Field(description="联动事项 · matters")] = ()
    kind: Annotated[Codes, Field(description="联动方式 · kinds")] = ()


class OfTaskQuery(ObjectQuery):
    """Filters of the lists of what belongs to a joint task."""

    task_id: Annotated[UUID | None, Field(description="联动任务 · task")] = None


class SecondmentQuery(OfTaskQuery):
    """Filters of the list of secondments."""

    officer_id: Annotated[str | None, Field(max_length=100, description="人员 · officer")] = None


# fmt: off
LINKAGE_TASK_COLUMNS = (
    Column("matter",        "联动事项",     vocabulary="linkage_matter"),
    Column("kind",          "联动方式",     vocabulary="linkage_kind"),
    Column("declared_by",   "申报单位"),
    Column("lead_office",   "牵头室"),
    Column("people_wanted", "拟抽调人数",   kind=Kind.NUMBER, width=12),
    Column("planned_from",  "开展日期起",   kind=Kind.DAY, width=12),
    Column("planned_to",    "开展日期止",   kind=Kind.DAY, width=12),
    Column("concluded_on",  "办结日期",     kind=Kind.DAY, width=12),
)
SECONDMENT_COLUMNS = (
    Column("login",         "人员"),
    Column("home_body",     "派出单位"),
    Column("from_on",       "起始日期",     kind=Kind.DAY, width=12),
    Column("to_on",         "终止日期",     kind=Kind.DAY, width=12),
    Column("ended_on",      "实际返回日期", kind=Kind.DAY, width=14),
    Column("grade",         "考评等次",     vocabulary="secondment_grade"),
)
BOARD_TASK_COLUMNS = (
    Column("given_to",      "承办单位"),
    Column("login",         "承办人"),
    Column("due_on",        "办结期限",     kind=Kind.DAY, width=12),
    Column("reported_on",   "报告日期",     kind=Kind.DAY, width=12),
    Column("returns",       "退回次数",     kind=Kind.NUMBER, width=10),
)
LINKAGE_LISTS = (
    Listing(LINKAGE_TASKS, query=LinkageTaskQuery, sorting=LINKAGE_TASK_SORTING, conditions=LINKAGE_TASK_CONDITIONS,
            columns=LINKAGE_TASK_COLUMNS),
    Listing(SECONDMENTS,   query=SecondmentQuery,  sorting=SECONDMENT_SORTING,   conditions=SECONDMENT_CONDITIONS,
            columns=SECONDMENT_COLUMNS),
    Listing(BOARD_TASKS,   query=OfTaskQuery,      sorting=BOARD_TASK_SORTING,   conditions=OF_TASK["board_tasks"],
            columns=BOARD_TASK_COLUMNS),
    Listing(SHARES,        query=OfTaskQuery,      sorting=SHARE_SORTING,        conditions=OF_TASK["shares"]),
    Listing(CONSULTATIONS, query=OfTaskQuery,      sorting=CONSULTATION_SORTING, conditions=OF_TASK["consultations"]),
)
# fmt: on
