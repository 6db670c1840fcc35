"""Journey 2, its other ending: a clue that proves true is filed as a case, reviewed by others, decided and carried out."""

from __future__ import annotations

from typing import Any

from huiying.walk.accusation import GATE, OFFICE
from huiying.walk.caller import MEETING, Caller, Unexpected

HANDLER, HANDLER2, HEAD = "office1.handler", "office1.handler2", "office1.head"
REVIEWER, REVIEWER2 = "review.city", "review2.city"
SIGNERS = {**OFFICE, "S4": "standing.city"}
CLUE: dict[str, Any] = {
    "source": "daily_supervision",
    "facts": "日常监督中发现某单位工作人员在项目验收中收受礼品礼金。",
    "to": "city-office-1",
    "problem_types": ["gifts"],
}
CADRE: dict[str, Any] = {
    "name": "（化名）孙某",
    "unit": "某建设单位",
    "post": "工程科科长",
    "is_party_member": True,
    "supervisee_kind": "civil_servant",
    "subject_rank": "township_section",
}
LETTER = {
    "facts": "在项目验收中收受礼品礼金。",
    "basis": "依照有关条例和规定，给予党内警告、政务警告处分。",
    "remedy": "不服本决定的，可以在收到之日起一个月内申请复审。",
}


def file_and_decide_a_case(caller: Caller) -> None:
    """File, investigate, review, decide, serve, carry out, report three times, close. Raises: Unexpected."""
    case = _file(caller, _verify(caller))
    (person,) = [one["id"] for one in caller.get(HANDLER, case)["subjects"]]
    _investigate(caller, case, person)
    _review(caller, case, person)
    _decide(caller, case, person)
    _carry_out(caller, case, person)
    if caller.get(HANDLER, case)["state"] != "closed":
        raise Unexpected("the case is not closed")


def _verify(caller: Caller) -> str:
    """Return a clue whose verification found it true."""
    made = caller.call("caseman.city", "POST", "/casework/v1/clues", CLUE, expect=201)
    clue = f"/casework/v1/clues/{made['id']}"
    caller.act("caseman.city", clue, "propose-allocation", {"opinion": "建议由第一监督检查室承办。"})
    caller.act("caseman.city", clue, "allocate", {"opinion": "呈批。"}, signers=SIGNERS)
    caller.act(HANDLER, clue, "assess", {"opinion": "具有可查性。", "gate": GATE}, signers=SIGNERS)
    way = {"way": "preliminary_verification", "opinion": "建议初步核实。", "meeting": MEETING}
    caller.act(HANDLER, clue, "propose-disposal", way, signers=SIGNERS)
    verification = f"/casework/v1/verifications/{caller.get(HANDLER, clue)['verification_id']}"
    caller.act(HANDLER, verification, "submit-plan", {"opinion": "核查方案报批。"}, signers=SIGNERS)
    caller.act(HANDLER, verification, "form-team", {"members": [HANDLER, HANDLER2]})
    caller.act(HANDLER, verification, "begin")
    found = {"opinion": "核查报告已成稿，问题属实。", "truth_grade": "true"}
    caller.act(HANDLER, verification, "draft-report", found)
    for member in (HANDLER, HANDLER2):
        caller.act(member, verification, "sign-report")
    caller.act(
        HANDLER, verification, "review-collectively", {"opinion": "集体研究，同意立案。", "meeting": MEETING}
    )
    caller.act(HANDLER, verification, "report", signers=SIGNERS)
    caller.act(HANDLER, verification, "decide", {"proposal": "file_case"}, signers=SIGNERS)
    return clue


def _file(caller: Caller, clue: str) -> str:
    caller.act(HANDLER, clue, "propose-filing", {"opinion": "建议立案。", "track": "both"}, signers=SIGNERS)
    clue_id = clue.rsplit("/", 1)[-1]
    (found,) = caller.get(HANDLER, "/casework/v1/cases", clue_id=clue_id)["items"]
    case = f"/casework/v1/cases/{found['id']}"
    caller.act(HANDLER, case, "file", {"opinion": "立案。"}, expect=409)
    caller.act(HANDLER, case, "file", {"opinion": "立案。", "subjects": [CADRE]})
    caller.get("district2.handler", case, expect=404)
    caller.get(REVIEWER, case, expect=404)
    return case


def _investigate(caller: Caller, case: str, person: str) -> None:
    caller.act(HANDLER, case, "announce-filing", {"notice": "已向本人宣布。"}, signers=SIGNERS)
    plan = {"plan": "审查调查方案。", "meeting": MEETING}
    caller.act(HANDLER, case, "approve-plan", plan, signers=SIGNERS)
    caller.act(HEAD, case, "begin-investigation", {"members": [HANDLER]}, expect=409)
    caller.act(HEAD, case, "begin-investigation", {"members": [HANDLER, HANDLER2]})
    shown = {
        "facts": "违纪违法事实材料。",
        "participants": [HANDLER, HANDLER2],
        "shown": [{"subject_id": person, "is_signed": True, "view": "无异议。"}],
    }
    caller.act(HANDLER, case, "show-facts", shown, signers=SIGNERS)
    caller.act(HANDLER, case, "write-report", {"kind": "investigation", "report": "审查调查报告。"})
    caller.act(HANDLER2, case, "complete-report", {"meeting": MEETING}, expect=409)
    caller.act(HANDLER, case, "complete-report", {"meeting": MEETING})
    caller.act(HANDLER, case, "submit-to-review", {"contents": "卷宗二册。"}, signers=SIGNERS)


def _review(caller: Caller, case: str, person: str) -> None:
    caller.act(REVIEWER, case, "accept-review")
    caller.act(REVIEWER, case, "begin-review", {"members": [REVIEWER, HANDLER2]}, expect=409)
    caller.act(REVIEWER, case, "begin-review", {"members": [REVIEWER, REVIEWER2]})
    talk = {"subject_id": person, "participants": [REVIEWER, REVIEWER2], "transcript": "审理谈话笔录。"}
    caller.act(REVIEWER, case, "talk-with-subject", talk)
    caller.act(REVIEWER, case, "discuss-review", {"meeting": MEETING})
    caller.act(REVIEWER, case, "finish-review", {"report": "审理报告。"})


def _decide(caller: Caller, case: str, person: str) -> None:
    measures = {"subject_id": person, "party_sanction": "warning", "government_sanctions": ["warning"]}
    decision = {**LETTER, "outcomes": [measures]}
    caller.act(REVIEWER, case, "decide", decision, expect=409)
    caller.act(REVIEWER, case, "record-opinion", {"of": "party_organisation", "opinion": "同意处分意见。"})
    unlawful = {**decision, "outcomes": [{**measures, "term_months": 48, "probation_years": 2}]}
    caller.act(REVIEWER, case, "decide", unlawful, expect=400)
    caller.act(REVIEWER, case, "decide", decision, signers=SIGNERS)
    caller.act(REVIEWER, case, "serve")
    caller.act(REVIEWER, case, "announce-decision", {"place": "某建设单位"})


def _carry_out(caller: Caller, case: str, person: str) -> None:
    caller.act(HANDLER, case, "begin-execution")
    done = {"subject_id": person, "body": "bureau-housing", "changes": "已办理有关手续。"}
    caller.act(HANDLER, case, "report-execution", done)
    caller.act(HANDLER, case, "close", expect=409)
    caller.act(HANDLER, case, "write-report", {"kind": "analysis", "report": "案件剖析报告。"})
    waived = {"kind": "remedial_proposal", "reason": "已在整改建议中提出。"}
    caller.act(HANDLER, case, "waive-report", waived, signers=SIGNERS)
    caller.act(HANDLER, case, "close", {"opinion": "同意结案。"})
