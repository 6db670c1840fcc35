"""Documents about a case up to its review: filing, plan, the three reports, review."""

from typing import Any

from casework.domain.articles import Matter, basis
from casework.domain.case import Case
from casework.domain.case_words import CaseAction as A
from casework.store.cases.cases import identities_of, subjects_of
from casework.store.cases.members import participants_of
from casework.store.papers import PAPERS
from casework.usecases.documents.written import listed, paper_fields
from shared.db import Reader
from shared.directory.paths import code_of
from shared.documents import (
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

PERMISSION = "case:read_papers"
SUBJECTS = Rows(
    "被审查调查人",
    name="姓名",
    unit="单位",
    post="职务",
    kind="监察对象类别",
    rank="职级",
    member="是否中共党员",
)
CASE_FIELDS: Placeholders = {
    "basis": "依据", "names": "被审查调查人姓名", "subjects": SUBJECTS, "track": "立案类型", "filed_on": "立案日期",
    "team": "审查调查组成员",
}  # fmt: skip


async def described(reader: Reader, desk: Desk, case: Case, matter: Matter) -> dict[str, Value]:
    """Return what every document of a case may say of it."""
    identities = await identities_of(reader, desk.seals, case.id)
    subjects = await subjects_of(reader, case.id)
    members = await participants_of(reader, case.id)
    return {
        "basis": basis(matter, case.legal_regime),
        "names": "、".join(identities[one.id].name for one in subjects),
        "subjects": [
            {
                "name": identities[one.id].name,
                "unit": identities[one.id].unit,
                "post": identities[one.id].post,
                "kind": listed(desk, "supervisee_kind", one.supervisee_kind),
                "rank": listed(desk, "subject_rank", one.subject_rank),
                "member": "是" if one.is_party_member else "否",
            }
            for one in subjects
        ],
        "track": listed(desk, "case_track", case.track),
        "filed_on": case.filed_on,
        "team": Joined(tuple(OfficerName(one.officer_id) for one in members if one.part == "team")),
    }


async def filing_decision(reader: Reader, desk: Desk, case: Case, _: Viewer) -> dict[str, Value]:
    """Return under which power the case is filed and about whom. Rule: D2."""
    return await described(reader, desk, case, Matter.FILING)


async def filing_notice(reader: Reader, desk: Desk, case: Case, _: Viewer) -> dict[str, Value]:
    """Return what is announced to the subject. Rule: D3."""
    paper = await paper_fields(reader, desk, case.id, "filing_notice")
    return {
        **await described(reader, desk, case, Matter.FILING),
        "notice": paper.get("notice") or paper.get("opinion", ""),
        "announced_on": await moved_on(reader, case.id, A.ANNOUNCE_FILING),
    }


async def investigation_plan(reader: Reader, desk: Desk, case: Case, _: Viewer) -> dict[str, Value]:
    """Return the plan as the special meeting fixed it. Rule: D4."""
    paper = await paper_fields(reader, desk, case.id, "plan")
    return {
        **await described(reader, desk, case, Matter.PLAN),
        "plan": paper.get("plan") or paper.get("opinion", ""),
        "measures": paper.get("measures", ""),
        "approved_on": await moved_on(reader, case.id, A.APPROVE_PLAN),
        "signatures": await signatures_on(reader, desk, case.id, A.APPROVE_PLAN),
    }


def written_as(paper: str, action: A, matter: Matter) -> Fields:
    """Return what fills a report from the newest version of its paper. Rule: D9, D12."""

    async def fields(reader: Reader, desk: Desk, case: Case, _: Viewer) -> dict[str, Value]:
        found = await paper_fields(reader, desk, case.id, paper)
        return {
            **await described(reader, desk, case, matter),
            "report": found.get("report") or found.get("opinion", ""),
            "written_on": await moved_on(reader, case.id, action),
            "review_office": OrganisationName(code_of(case.review_path)) if case.review_path else "",
        }

    return fields


def _report(name: str, title: tuple[str, str], paper: str, action: A, matter: Matter) -> Document:
    more = {"report": "报告内容", "written_on": "报告日期", "review_office": "审理部门"}
    fields = written_as(paper, action, matter)
    return Document(name, title, PERMISSION, fields, {**CASE_FIELDS, **more}, is_written=PAPERS.has(paper))


def _is_filed(case: Any) -> bool:
    return case.filed_on is not None


CASE_DOCUMENTS = (
    Document(
        "filing-decision", ("立案决定书", "Filing decision"), PERMISSION, filing_decision, CASE_FIELDS,
        exists=_is_filed,
    ),
    Document(
        "filing-notice", ("立案通知书", "Filing notice"), PERMISSION, filing_notice,
        {**CASE_FIELDS, "notice": "通知内容", "announced_on": "宣布日期"}, is_written=PAPERS.has("filing_notice"),
    ),
    Document(
        "investigation-plan", ("审查调查方案", "Investigation plan"), PERMISSION, investigation_plan,
        {**CASE_FIELDS, "plan": "方案", "measures": "拟采取的措施", "approved_on": "批准日期", "signatures": SIGNATURES},
        is_written=PAPERS.has("plan"),
    ),
    _report("investigation-report", ("审查调查报告", "Investigation report"), "report_investigation", A.WRITE_REPORT,
            Matter.INVESTIGATION_REPORT),
    _report("case-analysis", ("案件剖析报告", "Case analysis"), "report_analysis", A.WRITE_REPORT,
            Matter.INVESTIGATION_REPORT),
    _report("remedial-proposal", ("以案促改建议报告", "Remedial proposal"), "report_remedial_proposal", A.WRITE_REPORT,
            Matter.INVESTIGATION_REPORT),
    _report("review-report", ("审理报告", "Review report"), "review_report", A.FINISH_REVIEW, Matter.REVIEW),
)  # fmt: skip
