"""Lists of clues, verifications and talks: what may be filtered and sorted, and what their Excel files hold."""

from typing import Annotated, Any
from uuid import UUID

from pydantic import Field

from casework.domain.likeness import Same, terms_of
from casework.store.lists import (
    CLUE_CONDITIONS,
    CLUE_SORTING,
    TALK_INQUIRY_CONDITIONS,
    TALK_INQUIRY_SORTING,
    VERIFICATION_CONDITIONS,
    VERIFICATION_SORTING,
)
from casework.store.terms import has_term, keyed_by
from casework.usecases.processes import CLUES, TALK_INQUIRIES, VERIFICATIONS
from shared.breakglass.listing import BREAK_GLASS_LIST
from shared.http.fields import Day
from shared.http.models import Line
from shared.http.paging import PageBody
from shared.process.desk import Call, Desk
from shared.process.listing import Codes, Listing, ObjectQuery, Search
from shared.sheets.columns import Column, Kind


class ClueQuery(ObjectQuery):
    """Filters of the list of clues."""

    source: Annotated[Codes, Field(description="来源 · sources")] = ()
    way: Annotated[Codes, Field(description="处置方式 · ways of disposal")] = ()
    region: Annotated[Codes, Field(description="区（市）· regions")] = ()
    field: Annotated[Codes, Field(description="领域 · fields")] = ()
    report_id: Annotated[UUID | None, Field(description="来件 · the report it comes from")] = None
    received_from: Annotated[Day | None, Field(description="收到日期起 · from")] = None
    received_to: Annotated[Day | None, Field(description="收到日期止 · to")] = None


class ClueSearch(PageBody):
    """按被反映人检索线索 · by whom clues are about; both must fit where both are given."""

    name: Annotated[str, Line(2, 100), Field(description="姓名 · name")]
    organisation: Annotated[str, Line(0, 200), Field(description="单位 · unit")] = ""


def about_person(desk: Desk, body: ClueSearch, _: Call) -> list[Any]:
    """Find clues by the keyed terms of a name: names lie sealed."""
    terms = terms_of(keyed_by(desk.seals), subjects=[(body.name, body.organisation)])
    kind = Same.PERSON_AT_UNIT if body.organisation else Same.PERSON
    return [has_term([one.value for one in terms if one.kind is kind])]


class BranchQuery(ObjectQuery):
    """Filters of the list of verifications."""

    clue_id: Annotated[UUID | None, Field(description="所属线索 · the clue")] = None


class TalkInquiryQuery(BranchQuery):
    """Filters of the list of talks and inquiries; with `overdue` and `due_to`, letters whose reply is late or due."""

    form: Annotated[Codes, Field(description="形式 · talk or letter")] = ()
    outcome: Annotated[Codes, Field(description="处置结果 · outcomes")] = ()
    awaits_reply: Annotated[
        bool | None, Field(description="函询尚未收到书面说明 · a letter without a written explanation yet")
    ] = None
    awaits_meeting: Annotated[
        bool | None,
        Field(description="尚未在民主生活会、组织生活会上说明 · not explained at a meeting yet"),
    ] = None


# fmt: off
CLUE_COLUMNS = (
    Column("source",          "来源",           vocabulary="clue_source"),
    Column("received_on",     "收到日期",       kind=Kind.DAY, width=12),
    Column("legal_regime",    "适用规定",       vocabulary="legal_regime"),
    Column("is_named",        "是否实名",       kind=Kind.YES_NO, width=10),
    Column("region",          "区（市）", kind=Kind.ORGANISATION),
    Column("field",           "领域",           vocabulary="livelihood_field"),
    Column("amount",          "涉及金额（元）", kind=Kind.MONEY),
    Column("office",          "主办部门", kind=Kind.ORGANISATION),
    Column("case_type",       "案件类型",       vocabulary="case_type"),
    Column("way",             "处置方式",       vocabulary="disposal_way"),
    Column("next_look_on",    "下次研判日期",   kind=Kind.DAY, width=12),
    Column("truth_grade",     "属实情况",       vocabulary="truth_grade"),
    Column("concluded_on",    "办结日期",       kind=Kind.DAY, width=12),
)
VERIFICATION_COLUMNS = (
    Column("proposal",        "核实处理建议",   vocabulary="verification_proposal", width=24),
    Column("truth_grade",     "属实情况",       vocabulary="truth_grade"),
    Column("report_version",  "报告版本",       kind=Kind.NUMBER, width=10),
)
TALK_INQUIRY_COLUMNS = (
    Column("form",            "形式",           vocabulary="talk_form"),
    Column("rounds",          "轮次",           kind=Kind.NUMBER, width=8),
    Column("outcome",         "处置结果",       vocabulary="talk_outcome", width=24),
    Column("is_countersigned","党组织负责人是否签署", kind=Kind.YES_NO),
    Column("letter_received_on", "函询签收日期", kind=Kind.DAY, width=12),
    Column("meeting_held_on", "会上说明日期",  kind=Kind.DAY, width=12),
)
# fmt: on

CLUE_LIST = Listing(
    CLUES, query=ClueQuery, sorting=CLUE_SORTING, conditions=CLUE_CONDITIONS, columns=CLUE_COLUMNS,
    search=Search(ClueSearch, about_person),
)  # fmt: skip
VERIFICATION_LIST = Listing(
    VERIFICATIONS, query=BranchQuery, sorting=VERIFICATION_SORTING, conditions=VERIFICATION_CONDITIONS,
    columns=VERIFICATION_COLUMNS,
)  # fmt: skip
TALK_INQUIRY_LIST = Listing(
    TALK_INQUIRIES, query=TalkInquiryQuery, sorting=TALK_INQUIRY_SORTING, conditions=TALK_INQUIRY_CONDITIONS,
    columns=TALK_INQUIRY_COLUMNS,
)  # fmt: skip

LISTS = (CLUE_LIST, VERIFICATION_LIST, TALK_INQUIRY_LIST, BREAK_GLASS_LIST)
