"""Documents about a clue: allocation sheet, disposal opinion, closing report, letter of transfer, filing report."""

from datetime import date
from typing import Any

from casework.domain.articles import Matter, basis
from casework.domain.clue import Clue
from casework.domain.clue_lifecycle import CLUE, ClueAction, ClueState
from casework.usecases.documents.written import (
    NO_NAME,
    listed,
    officers,
    paper_fields,
    subjects_of,
    units_of,
)
from casework.usecases.papers import may_read_papers
from shared.chinese import in_yuan
from shared.clocks.counting import day_of
from shared.db import Reader
from shared.directory.paths import code_of
from shared.documents import Document, OrganisationName, Value
from shared.documents.gathering import SIGNATURES, moved_on, signatures_on
from shared.process.desk import Desk
from shared.process.process import Viewer

S, A = ClueState, ClueAction
_CLUE = {
    "source": "线索来源", "received_on": "收到日期", "region": "所属区（市）", "amount": "涉及金额",
    "units": "被反映人所在单位", "case_type": "问题性质",
}  # fmt: skip
HANDING_OVER = (A.ALLOCATE, A.REALLOCATE, A.TRANSFER_WITHIN, A.DESIGNATE)
_NOT_ALLOCATED = (S.REGISTERED, S.ALLOCATION_PROPOSED)


async def allocation_sheet(reader: Reader, desk: Desk, clue: Clue, viewer: Viewer) -> dict[str, Value]:
    """Return who handles the clue from when. What was written beside stays with who may read papers."""
    paper = await paper_fields(reader, desk, clue.id, "allocation")
    opinion = paper.get("opinion", "") if may_read_papers(desk, CLUE.name, viewer) else ""
    return {
        **_described(desk, clue),
        "basis": basis(Matter.ALLOCATION, clue.legal_regime),
        "handling_office": OrganisationName(code_of(str(clue.office_path))),
        "handlers": officers(paper.get("handlers", [])),
        "overlaps": clue.overlaps,
        "opinion": opinion,
        "allocated_on": await _handed_on(reader, clue),
        "received_by": officers([clue.signed_for_by]) if clue.signed_for_by else NO_NAME,
        "received_on": day_of(clue.signed_for_at) if clue.signed_for_at else NO_NAME,
        "signatures": await signatures_on(reader, desk, clue.id, A.ALLOCATE),
    }


async def disposal_opinion(reader: Reader, desk: Desk, clue: Clue, _: Viewer) -> dict[str, Value]:
    """Return the approved way of disposal with its plan."""
    paper = await paper_fields(reader, desk, clue.id, "disposal")
    return {
        **_described(desk, clue),
        "basis": basis(Matter.DISPOSAL, clue.legal_regime),
        "subjects": await subjects_of(reader, desk, clue),
        "way": listed(desk, "disposal_way", paper["way"]),
        "plan": paper.get("plan") or paper.get("opinion", ""),
        "gate": "已完成" if clue.gate_is_complete else "未完成",
        "proposed_on": await moved_on(reader, clue.id, A.PROPOSE_DISPOSAL),
        "signatures": await signatures_on(reader, desk, clue.id, A.PROPOSE_DISPOSAL),
    }


async def closing_report(reader: Reader, desk: Desk, clue: Clue, _: Viewer) -> dict[str, Value]:
    """Return why the clue is closed, and how true it was."""
    paper = await paper_fields(reader, desk, clue.id, "conclusion")
    return {
        **_described(desk, clue),
        "basis": basis(Matter.DISPOSAL, clue.legal_regime),
        "subjects": await subjects_of(reader, desk, clue),
        "ground": listed(desk, "close_reason", clue.ground),
        "truth_grade": listed(desk, "truth_grade", clue.truth_grade),
        "opinion": paper.get("opinion", ""),
        "concluded_on": clue.concluded_on,
        "signatures": await signatures_on(reader, desk, clue.id, A.CLOSE),
    }


async def transfer_letter(reader: Reader, desk: Desk, clue: Clue, _: Viewer) -> dict[str, Value]:
    """Return to whom the clue goes."""
    paper = await paper_fields(reader, desk, clue.id, "conclusion")
    receiver: Value = OrganisationName(paper["to"]) if paper.get("to") else paper.get("receiver", "")
    return {
        **_described(desk, clue),
        "basis": basis(Matter.DISPOSAL, clue.legal_regime),
        "subjects": await subjects_of(reader, desk, clue),
        "receiver": receiver or listed(desk, "transfer_target", clue.ground),
        "opinion": paper.get("opinion", ""),
        "concluded_on": clue.concluded_on,
    }


async def filing_report(reader: Reader, desk: Desk, clue: Clue, _: Viewer) -> dict[str, Value]:
    """Return what asks the leaders for a case."""
    paper = await paper_fields(reader, desk, clue.id, "filing")
    return {
        **_described(desk, clue),
        "basis": basis(Matter.FILING, clue.legal_regime),
        "subjects": await subjects_of(reader, desk, clue),
        "track": listed(desk, "case_track", paper["track"]),
        "report": paper.get("report") or paper.get("opinion", ""),
        "filed_on": clue.concluded_on,
        "signatures": await signatures_on(reader, desk, clue.id, A.PROPOSE_FILING),
    }


async def _handed_on(reader: Reader, clue: Clue) -> date | None:
    """Return the day its office was last given it, by whichever move."""
    days = [await moved_on(reader, clue.id, action) for action in HANDING_OVER]
    return max((day for day in days if day is not None), default=None)


def _described(desk: Desk, clue: Clue) -> dict[str, Value]:
    return {
        "source": listed(desk, "clue_source", clue.source),
        "received_on": clue.received_on,
        "region": OrganisationName(clue.region) if clue.region else "",
        "amount": "" if clue.amount is None else in_yuan(clue.amount),
        "units": units_of(clue),
        "case_type": listed(desk, "case_type", clue.case_type),
    }


def _in(*states: ClueState) -> Any:
    return lambda clue: clue.state in states


CLUE_DOCUMENTS = (
    Document(
        "allocation-sheet", ("问题线索分办单", "Allocation sheet"), "clue:read", allocation_sheet,
        {**_CLUE, "basis": "依据", "handling_office": "承办部门", "handlers": "拟承办人", "overlaps": "相近在办线索件数",
         "opinion": "分办意见", "allocated_on": "分办日期", "received_by": "接收人",
         "received_on": "签收日期", "signatures": SIGNATURES},
        exists=lambda clue: clue.state not in _NOT_ALLOCATED,
    ),
    Document(
        "disposal-opinion", ("问题线索处置意见", "Disposal opinion"), "clue:read_papers", disposal_opinion,
        {**_CLUE, "basis": "依据", "subjects": "被反映人", "way": "处置方式", "plan": "处置方案", "gate": "四查两看",
         "proposed_on": "提出日期", "signatures": SIGNATURES},
        exists=lambda clue: clue.way is not None,
    ),
    Document(
        "closing-report", ("问题线索了结报告", "Closing report"), "clue:read_papers", closing_report,
        {**_CLUE, "basis": "依据", "subjects": "被反映人", "ground": "了结理由", "truth_grade": "属实情况",
         "opinion": "了结意见", "concluded_on": "了结日期", "signatures": SIGNATURES},
        exists=lambda clue: clue.concluded_on is not None and clue.way == "closed",
    ),
    Document(
        "transfer-letter", ("问题线索移送函", "Letter of transfer"), "clue:read_papers", transfer_letter,
        {**_CLUE, "basis": "依据", "subjects": "被反映人", "receiver": "接收单位", "opinion": "移送意见",
         "concluded_on": "移送日期"},
        exists=lambda clue: clue.concluded_on is not None and clue.way == "transferred",
    ),
    Document(
        "filing-report", ("立案呈批报告", "Filing report"), "clue:read_papers", filing_report,
        {**_CLUE, "basis": "依据", "subjects": "被反映人", "track": "立案类型", "report": "立案理由", "filed_on": "批准日期",
         "signatures": SIGNATURES},
        exists=_in(S.CASE_FILED),
    ),
)  # fmt: skip
