"""Letters from a sheet: each row becomes a report or a demand, all of them or none. Receipts are printed afterwards."""

from __future__ import annotations

from types import MappingProxyType
from typing import Any

from intake.domain.demand_lifecycle import DEMAND
from intake.domain.report_lifecycle import REPORT
from intake.store.sources import Source, add_source, find_source, known_numbers
from intake.usecases.matters.enter_matter import (
    EnterDemand,
    EnterMatter,
    EnterReport,
    entry_of,
    faults_of_entry,
    must_not_name_leader,
    office_of,
    source_of,
)
from intake.usecases.matters.take_in import check_told, take_in
from shared.db import Transaction
from shared.http.problems import Problem
from shared.process.desk import Call, Desk
from shared.sheets.columns import Column, Kind
from shared.sheets.importing import Add, Rows, SheetImport

MOST_LETTERS = 5_000
LETTERS_AT_ONCE = 50

# fmt: off
LETTERS = (
    Column("category",             "类别",         "检举控告、申诉、批评建议或者民生诉求", required=True,
           vocabulary="report_category", example="检举控告"),
    Column("channel",              "来件渠道",     "不填为来信", vocabulary="report_channel", example="来信"),
    Column("received_on",          "收到日期",     "不填为当日", kind=Kind.DAY, width=12, example="2026-03-02"),
    Column("region",               "区（市）代码", "如 district-1", example="district-1"),
    Column("field",                "领域",         "民生领域", vocabulary="livelihood_field", example="教育"),
    Column("address",              "问题发生地址", "", width=30, example="某小区"),
    Column("content",              "反映内容",     "10 至 5000 字", required=True, width=60,
           example="（示例）反映某学校收费没有公示。"),
    Column("subject_name",         "被反映人",     "姓名或者单位名称", example="（化名）王某"),
    Column("subject_organisation", "被反映人单位", "", example="某学校"),
    Column("subject_position",     "被反映人职务", "", example="后勤主任"),
    Column("reporter_name",        "反映人",       "匿名不填", example="（化名）李某"),
    Column("reporter_phone",       "联系电话",     "", example="00000000000"),
    Column("reporter_address",     "住址",         "", width=30, example="某街道"),
    Column("source_system",        "来源系统",     "与来源编号一并填写，重复的行会被拒绝", example="letters-2025"),
    Column("source_ref",           "来源编号",     "", example="2025-0001"),
)
# fmt: on
CATEGORY, SUBJECT, REPORTER = "category", "subject_", "reporter_"


async def adding_letters(tx: Transaction, rows: Rows) -> Add:
    """Read at once which numbers of other systems came before, and return what takes one row in."""
    given = {(str(fields.get("source_system")), str(fields.get("source_ref"))) for _, fields in rows}
    taken = await known_numbers(tx, sorted(given))

    async def is_taken_unasked(tx: Transaction, source: Source) -> bool:
        """Look a number up that does not stand in its row as it counts."""
        return source.number not in given and await find_source(tx, source) is not None

    async def add_letter(tx: Transaction, desk: Desk, fields: dict[str, Any], call: Call) -> str:
        is_demand = fields.get(CATEGORY) == "livelihood_demand"
        process = desk.processes[DEMAND.name if is_demand else REPORT.name]
        kind: type[EnterMatter] = EnterDemand if is_demand else EnterReport
        body = kind.model_validate(_nested(fields, with_category=not is_demand))
        source = source_of(desk, body, call)
        holder = office_of(desk, process, call)
        await check_told(desk, body, *faults_of_entry(body, call))
        await must_not_name_leader(desk, body, holder, tx)
        if source is not None and (source.number in taken or await is_taken_unasked(tx, source)):
            raise Problem("source_ref_reused")
        matter, _ = await take_in(
            tx, desk, body, call, entry_of(body, call, holder, source), with_receipt=False
        )
        if source is not None:
            taken.add(source.number)
            add_source(tx, source, process.name, matter.id)
        return str(matter.id)

    return add_letter


def _nested(fields: dict[str, Any], *, with_category: bool) -> dict[str, Any]:
    """Return a row as the body of an entry has it: the subject and the reporter are objects of their own."""
    body: dict[str, Any] = {"channel": "letter"}
    subject: dict[str, Any] = {}
    reporter: dict[str, Any] = {}
    for name, value in fields.items():
        if name.startswith(SUBJECT):
            subject[name.removeprefix(SUBJECT)] = value
        elif name.startswith(REPORTER):
            reporter[name.removeprefix(REPORTER)] = value
        elif name != CATEGORY or with_category:
            body[name] = value
    if subject:
        body["subjects"] = [subject]
    if reporter:
        body["reporter"] = reporter
    return body


IMPORTS = (
    SheetImport(
        name="letters", title="来信", permission="report:enter", columns=LETTERS, prepare=adding_letters,
        at_once=LETTERS_AT_ONCE, most_rows=MOST_LETTERS,
        column_of=MappingProxyType({
            "subjects": "subject_name", "reporter": "reporter_name", "source_ref_reused": "source_ref",
            "belongs_to_superior": "subject_name",
        }),
    ),
)  # fmt: skip
