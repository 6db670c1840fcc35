"""Documents that end a case or part of it: decision, withdrawal, transfer, closing; the decision on an appeal."""

from typing import Any

from casework.domain.appeal import Appeal
from casework.domain.articles import Matter, basis
from casework.domain.case import Case
from casework.domain.case_lifecycle import CASE
from casework.domain.case_words import CaseAction as A
from casework.store.cases.cases import identities_of
from casework.store.papers import PAPERS
from casework.usecases.cases.measures_in import MeasuresIn
from casework.usecases.documents.of_cases import CASE_FIELDS, PERMISSION, described
from casework.usecases.documents.sanctions_in_words import in_sentences
from casework.usecases.documents.written import listed, paper_fields
from shared.db import Reader
from shared.directory.paths import code_of
from shared.documents import Document, OrganisationName, Rows, Value
from shared.documents.gathering import SIGNATURES, moved_on, signatures_on
from shared.lifecycle import Refused
from shared.process.desk import Desk
from shared.process.load import load_subject
from shared.process.process import Viewer

DECIDED = Rows("受处理人，每人一份", name="姓名", unit="单位", post="职务", measures="处理决定")


async def decision(reader: Reader, desk: Desk, case: Case, _: Viewer) -> dict[str, Value]:
    """Return what was decided about each person, as it was decided. Rule: D14, D16, SANC Art 45."""
    paper = await paper_fields(reader, desk, case.id, "decision")
    identities = await identities_of(reader, desk.seals, case.id)
    given = [MeasuresIn.model_validate(one) for one in paper.get("outcomes", [])]
    return {
        "law": basis(Matter.OUTCOME, case.legal_regime),
        "authority": OrganisationName(code_of(case.authority_path)) if case.authority_path else "",
        "facts": paper["facts"],
        "basis": paper["basis"],
        "remedy": paper["remedy"],
        "persons": [
            {
                "name": identities[one.subject_id].name,
                "unit": identities[one.subject_id].unit,
                "post": identities[one.subject_id].post,
                "measures": in_sentences(desk, one.measures),
            }
            for one in given
        ],
        "decided_on": case.decided_on,
    }


async def withdrawal_decision(reader: Reader, desk: Desk, case: Case, _: Viewer) -> dict[str, Value]:
    """Return why the case is withdrawn. Rule: D18."""
    paper = await paper_fields(reader, desk, case.id, "withdrawal")
    return {
        **await described(reader, desk, case, Matter.WITHDRAWAL),
        "reason": paper.get("reason") or paper.get("opinion", ""),
        "clearing": "需要澄清正名" if paper["is_clearing_needed"] else "",
        "withdrawn_on": await moved_on(reader, case.id, A.WITHDRAW),
    }


async def indictment_opinion(reader: Reader, desk: Desk, case: Case, _: Viewer) -> dict[str, Value]:
    """Return whom the procuratorate is asked to indict, and on what. Rule: D19."""
    paper = await paper_fields(reader, desk, case.id, "indictment_opinion")
    identities = {str(key): one for key, one in (await identities_of(reader, desk.seals, case.id)).items()}
    return {
        "basis": basis(Matter.OUTCOME, case.legal_regime),
        "procuratorate": paper["procuratorate"],
        "persons": "、".join(identities[one].name for one in dict.fromkeys(paper["subject_ids"])),
        "indictment_opinion": paper["indictment_opinion"],
        "evidence": paper.get("evidence", ""),
        "property_list": paper.get("property_list", ""),
        "transferred_on": await moved_on(reader, case.id, A.TRANSFER_TO_PROCURATORATE),
    }


async def case_summary(reader: Reader, desk: Desk, case: Case, _: Viewer) -> dict[str, Value]:
    """Return the closing report. Rule: D17."""
    paper = await paper_fields(reader, desk, case.id, "closing")
    return {
        **await described(reader, desk, case, Matter.OUTCOME),
        "report": paper.get("report") or paper.get("opinion", ""),
        "decided_on": case.decided_on,
        "served_on": case.served_on,
        "closed_on": case.closed_on,
    }


async def appeal_decision(reader: Reader, desk: Desk, appeal: Appeal, _: Viewer) -> dict[str, Value]:
    """Return what came of an appeal, and what stands instead. Rule: DL-25 to DL-29."""
    paper = await paper_fields(reader, desk, appeal.id, "decision")
    case: Case | None = await load_subject(reader, desk.processes[CASE.name], appeal.case_id, lock=False)
    if case is None:
        raise Refused("document_not_yet")
    identity = (await identities_of(reader, desk.seals, case.id))[appeal.subject_id]
    measures = paper.get("measures")
    return {
        "basis": basis(Matter.APPEAL, case.legal_regime),
        "case_number": case.number,
        "kind": listed(desk, "appeal_kind", appeal.kind),
        "name": identity.name,
        "lodged_on": appeal.lodged_on,
        "result": listed(desk, "appeal_result", appeal.result),
        "reasons": paper["reasons"],
        "measures": in_sentences(desk, MeasuresIn.model_validate(measures).measures) if measures else "",
        "decided_on": appeal.decided_on,
        "signatures": await signatures_on(reader, desk, appeal.id, "decide"),
    }


def _is_decided(subject: Any) -> bool:
    return subject.decided_on is not None


DECISION_DOCUMENTS = (
    Document(
        "decision", ("处分决定书", "Decision"), PERMISSION, decision,
        {"law": "依据条文", "authority": "作出处分的机关，未指定时为空", "facts": "违纪违法事实", "basis": "处分种类和依据",
         "remedy": "申诉途径和期限", "persons": DECIDED, "decided_on": "决定日期"},
        exists=_is_decided,
    ),
    Document(
        "withdrawal-decision", ("撤销案件决定书", "Withdrawal decision"), PERMISSION, withdrawal_decision,
        {**CASE_FIELDS, "reason": "撤销理由", "clearing": "澄清正名意见", "withdrawn_on": "决定日期"},
        is_written=PAPERS.has("withdrawal"),
    ),
    Document(
        "indictment-opinion", ("起诉意见书", "Opinion on indictment"), PERMISSION, indictment_opinion,
        {"basis": "依据", "procuratorate": "人民检察院", "persons": "移送人员", "indictment_opinion": "起诉意见",
         "evidence": "案卷和证据清单", "property_list": "涉案财物清单", "transferred_on": "移送日期"},
        is_written=PAPERS.has("indictment_opinion"),
    ),
    Document(
        "case-closing-report", ("结案报告", "Closing report (case)"), PERMISSION, case_summary,
        {**CASE_FIELDS, "report": "报告内容", "decided_on": "决定日期", "served_on": "送达日期", "closed_on": "结案日期"},
        is_written=PAPERS.has("closing"),
    ),
)  # fmt: skip

APPEAL_DOCUMENTS = (
    Document(
        "appeal-decision", ("申诉复查决定书", "Decision on an appeal"), "appeal:read_papers", appeal_decision,
        {"basis": "依据", "case_number": "案件编号", "kind": "申诉类别", "name": "申诉人", "lodged_on": "提出日期",
         "result": "结果", "reasons": "理由", "measures": "变更后的处理", "decided_on": "决定日期", "signatures": SIGNATURES},
        is_written=PAPERS.has("decision"),
    ),
)  # fmt: skip
