"""Documents about a joint task: declaration, plan, jurisdiction, handover, three reports, work summary, assessment."""

from collections import Counter
from typing import Any

from casework.domain.linkage.assessment import Dimension
from casework.domain.linkage.linkage_task import LinkageTask, Report
from casework.domain.linkage.linkage_task_lifecycle import LinkageTaskAction as A
from casework.domain.linkage.linkage_task_lifecycle import LinkageTaskState as S
from casework.domain.linkage.results import ResultKind
from casework.store.linkage.participants import participants_of
from casework.store.linkage.records import scores_of
from casework.store.linkage.results import results_of
from casework.store.linkage.team import team_of
from casework.store.papers import PAPERS
from casework.usecases.documents.written import listed, paper_fields
from shared.chinese import in_yuan
from shared.db import Reader
from shared.directory.paths import code_of
from shared.documents import (
    Chart,
    Document,
    Fields,
    Joined,
    OfficerName,
    OrganisationName,
    Placeholders,
    Rows,
    Value,
)
from shared.documents.gathering import SIGNATURES, moved_on, signatures_on
from shared.process.desk import Desk
from shared.process.process import Viewer

PERMISSION = "linkage_task:read_papers"
PARTICIPANTS = Rows("参与方", part="角色", organisation="单位")
_TASK: Placeholders = {
    "title": "任务名称", "matter": "联动事项", "kind": "联动方式", "declared_by": "申报单位", "lead": "牵头室",
    "units": "涉及单位", "planned_from": "开展日期起", "planned_to": "开展日期止", "participants": PARTICIPANTS,
}  # fmt: skip


async def described(reader: Reader, desk: Desk, task: LinkageTask) -> dict[str, Value]:
    """Return what every document of a joint task may say of it."""
    return {
        "title": (await paper_fields(reader, desk, task.id, "title"))["title"],
        "matter": listed(desk, "linkage_matter", task.matter),
        "kind": listed(desk, "linkage_kind", task.kind),
        "declared_by": OrganisationName(code_of(task.declared_by_path)),
        "lead": OrganisationName(code_of(task.lead_path)),
        "units": Joined(tuple(OrganisationName(code) for code in task.units)),
        "planned_from": task.planned_from,
        "planned_to": task.planned_to,
        "participants": [
            {
                "part": listed(desk, "linkage_part", one.part),
                "organisation": OrganisationName(code_of(one.organisation_path)),
            }
            for one in await participants_of(reader, task.id)
        ],
    }


async def declaration(reader: Reader, desk: Desk, task: LinkageTask, _: Viewer) -> dict[str, Value]:
    """Return why and how far a group or district asks for joint work. Rule: E1."""
    paper = await paper_fields(reader, desk, task.id, "declaration")
    return {
        **await described(reader, desk, task),
        "need": paper["need"],
        "scope": paper["scope"],
        "people_wanted": paper.get("people_wanted", 0),
        "declared_on": await moved_on(reader, task.id, A.DECLARE),
        "signatures": await signatures_on(reader, desk, task.id, A.DECLARE),
    }


async def plan(reader: Reader, desk: Desk, task: LinkageTask, _: Viewer) -> dict[str, Value]:
    """Return the plan as leaders signed it, and the team where it is formed. Rule: E3, E4."""
    paper = await paper_fields(reader, desk, task.id, "plan")
    return {
        **await described(reader, desk, task),
        "plan": paper["plan"],
        "members": [
            {
                "name": OfficerName(one.officer_id),
                "organisation": OrganisationName(code_of(one.organisation_path)),
            }
            for one in await team_of(reader, task.id)
        ],
        "approved_on": await moved_on(reader, task.id, A.APPROVE),
        "signatures": await signatures_on(reader, desk, task.id, A.APPROVE),
    }


async def jurisdiction(reader: Reader, desk: Desk, task: LinkageTask, _: Viewer) -> dict[str, Value]:
    """Return the last decision on who has the matter, and why. Rule: E6, SL Arts 16-17."""
    paper = await paper_fields(reader, desk, task.id, "jurisdiction")
    return {
        **await described(reader, desk, task),
        "form": listed(desk, "jurisdiction_form", paper["form"]),
        "receiver": OrganisationName(paper["organ"]),
        "ground": paper["ground"],
        "is_disputed": paper["is_disputed"],
        "decided_on": await moved_on(reader, task.id, A.DESIGNATE_JURISDICTION),
        "signatures": await signatures_on(reader, desk, task.id, A.DESIGNATE_JURISDICTION),
    }


async def handover(reader: Reader, desk: Desk, task: LinkageTask, _: Viewer) -> dict[str, Value]:
    """Return what the office that led before handed over, and how it stood. Rule: 6.1."""
    paper = await paper_fields(reader, desk, task.id, "handover")
    return {
        **await described(reader, desk, task),
        "receiver": OrganisationName(paper["to"]),
        "handover": paper["handover"],
        "is_consultant": paper["keep_as_consultant"],
        "handed_over_on": await moved_on(reader, task.id, A.CHANGE_LEAD),
        "signatures": await signatures_on(reader, desk, task.id, A.CHANGE_LEAD),
    }


def report_of(kind: Report) -> Fields:
    """Return what fills one of the three reports. Rule: E8."""

    async def fields(reader: Reader, desk: Desk, task: LinkageTask, _: Viewer) -> dict[str, Value]:
        paper = await paper_fields(reader, desk, task.id, kind.paper)
        return {
            **await described(reader, desk, task),
            "report": paper["report"],
            "written_on": await moved_on(reader, task.id, A.WRITE_REPORT),
        }

    return fields


async def summary(reader: Reader, desk: Desk, task: LinkageTask, _: Viewer) -> dict[str, Value]:
    """Return the conclusion with what was achieved, as a table and as a chart. Rule: E7, E8, J-3."""
    paper = await paper_fields(reader, desk, task.id, "conclusion")
    results = await results_of(reader, desk.seals, task.id)
    return {
        **await described(reader, desk, task),
        "conclusion": paper["conclusion"],
        "results": [
            {
                "kind": listed(desk, "linkage_result_kind", one["kind"]),
                "what": one["details"]["what"],
                "owner": OrganisationName(code_of(one["credit_path"])),
                "amount": in_yuan(one["amount"]) if one["amount"] else "",
            }
            for one in results
        ],
        "recovered": in_yuan(sum(one["amount"] for one in results)),
        "chart": _chart(desk, Counter(one["kind"] for one in results)),
        "concluded_on": task.concluded_on,
        "signatures": await signatures_on(reader, desk, task.id, A.CONCLUDE),
    }


def _chart(desk: Desk, counted: Counter[str]) -> Chart:
    kinds = [kind for kind in ResultKind if kind in counted] or [ResultKind.PROBLEM]
    names = tuple(listed(desk, "linkage_result_kind", kind) for kind in kinds)
    return Chart("联动成果", names, {"项": tuple(counted[kind] for kind in kinds)})


async def assessment(reader: Reader, desk: Desk, task: LinkageTask, _: Viewer) -> dict[str, Value]:
    """Return the points of every party, and why. Rule: E9."""
    paper = await paper_fields(reader, desk, task.id, "assessment")
    points: dict[str, dict[str, int]] = {}
    for row in await scores_of(reader, task.id):
        points.setdefault(row["organisation_path"], {})[row["dimension"]] = row["points"]
    return {
        **await described(reader, desk, task),
        "scores": [
            {
                "organisation": OrganisationName(code_of(path)),
                **{one.value: given.get(one) for one in Dimension},
            }
            for path, given in points.items()
        ],
        "opinion": paper.get("opinion", ""),
        "assessed_on": await moved_on(reader, task.id, A.ASSESS),
        "signatures": await signatures_on(reader, desk, task.id, A.ASSESS),
    }


def _three(kind: Report, name: str, title: tuple[str, str]) -> Document:
    more = {**_TASK, "report": "报告内容", "written_on": "报告日期"}
    return Document(name, title, PERMISSION, report_of(kind), more, is_written=PAPERS.has(kind.paper))


def _is_declared(task: Any) -> bool:
    return bool(task.state != S.DRAFTED)


LINKAGE_DOCUMENTS = (
    Document(
        "linkage-declaration", ("联动申报表", "Declaration of joint work"), PERMISSION, declaration,
        {**_TASK, "need": "联动事由", "scope": "联动范围", "people_wanted": "拟抽调人数", "declared_on": "申报日期",
         "signatures": SIGNATURES},
        exists=_is_declared,
    ),
    Document(
        "joint-plan", ("联动工作方案", "Plan of joint work"), PERMISSION, plan,
        {**_TASK, "plan": "工作方案", "members": Rows("专班成员", name="姓名", organisation="单位"),
         "approved_on": "批准日期", "signatures": SIGNATURES},
        is_written=PAPERS.has("plan"),
    ),
    Document(
        "jurisdiction-decision", ("管辖决定书", "Decision on jurisdiction"), PERMISSION, jurisdiction,
        {**_TASK, "form": "管辖方式", "receiver": "管辖机关", "ground": "理由和依据", "is_disputed": "是否存在管辖争议",
         "decided_on": "决定日期", "signatures": SIGNATURES},
        is_written=PAPERS.has("jurisdiction"),
    ),
    Document(
        "handover-record", ("牵头交接单", "Record of a change of lead"), PERMISSION, handover,
        {**_TASK, "receiver": "接收室", "handover": "交接情况", "is_consultant": "原牵头室是否留作咨询",
         "handed_over_on": "交接日期", "signatures": SIGNATURES},
        is_written=PAPERS.has("handover"),
    ),
    _three(Report.INVESTIGATION, "joint-investigation-report", ("联合审查调查报告", "Joint investigation report")),
    _three(Report.ANALYSIS, "joint-analysis", ("联合剖析报告", "Joint analysis")),
    _three(Report.REMEDIAL_PROPOSAL, "joint-remedial-proposal", ("联合以案促改建议报告", "Joint remedial proposal")),
    Document(
        "work-summary", ("联动工作总结", "Work summary"), PERMISSION, summary,
        {**_TASK, "conclusion": "总结报告",
         "results": Rows("成果", kind="类别", what="内容", owner="统计归属", amount="金额"),
         "recovered": "追回资金合计", "chart": "成果图", "concluded_on": "办结日期", "signatures": SIGNATURES},
        is_written=PAPERS.has("conclusion"),
    ),
    Document(
        "assessment-sheet", ("考核问效表", "Assessment sheet"), PERMISSION, assessment,
        {**_TASK, "scores": Rows("得分", organisation="单位", timeliness="时效", quality="质量", cooperation="配合"),
         "opinion": "考核意见", "assessed_on": "考核日期", "signatures": SIGNATURES},
        is_written=PAPERS.has("assessment"),
    ),
)  # fmt: skip
