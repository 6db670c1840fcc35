"""Journey 2: a named accusation becomes a clue, is verified, and the reporter is told."""

from __future__ import annotations

from typing import Any

from huiying.walk.caller import MEETING, Caller, Unexpected

ACCUSATION: dict[str, Any] = {
    "category": "accusation",
    "content": "反映某单位一名工作人员在工程验收过程中多次接受施工方安排的活动，并收取了礼品。",
    "region": "district-1",
    "subjects": [{"name": "（化名）赵某", "organisation": "某建设单位", "position": "工程科工作人员"}],
    "reporter": {
        "name": "（化名）钱某",
        "phone": "00000000000",
        "address": "某街道某号",
        "consent_to_share": False,
    },
    "attachments": [],
}
PETITION = {"S1": "petition-head.city"}
OFFICE = {"S1": "office1.head", "S2": "deputy.city", "S3": "principal.city", "S5": "party-principal.city"}
GATE = {
    name: {"answer": True, "notes": "已逐项核对。"}
    for name in (
        "facts_and_evidence", "duty_and_responsibility", "motive_and_gain", "system_gaps", "fault_tolerance",
        "false_or_to_clear",
    )
}  # fmt: skip


def verify_an_accusation(caller: Caller) -> None:
    """Submit by name, transfer, allocate, assess, verify with a team of two, close, tell. Raises: Unexpected."""
    receipt, report = _take_in(caller)
    clue = _wait_for_clue(caller, report)
    _allocate(caller, clue)
    _verify(caller, clue)
    caller.act(
        "office1.handler", clue, "close", {"opinion": "经核实部分属实，已批评教育，予以了结。", "truth_grade": "partly_true"},
        signers=OFFICE,
    )  # fmt: skip
    concluded = caller.wait_for("the report concluded", lambda: _concluded(caller, report))
    if concluded["truth_grade"] != "partly_true":
        raise Unexpected(f"the report has the grade {concluded['truth_grade']}")
    if "DL-02" not in {clock["rule"] for clock in concluded["clocks"] if clock["state"] == "running"}:
        raise Unexpected("the time to tell the reporter does not run")
    caller.act(
        "office1.handler", report, "give-feedback", {"opinion": "您反映的问题已核查，部分属实，已作出相应处理，感谢监督。"},
        signers=OFFICE,
    )  # fmt: skip
    opened = caller.call(None, "POST", "/intake/v1/public/receipts/_open", {"receipt": receipt}, expect=200)
    if opened["state"] != "answered" or not opened["answer"]:
        raise Unexpected(f"the reporter is not told: {opened.body}")
    print(f"      反馈 · the feedback: {opened['answer']['text']}")


def _take_in(caller: Caller) -> tuple[str, str]:
    path = "/intake/v1/reports"
    before = {one["id"] for one in caller.get("petition.city", path, state="received", limit=100)["items"]}
    taken = caller.call(None, "POST", "/intake/v1/public/submissions", ACCUSATION, expect=201)
    found = caller.get("petition.city", path, state="received", limit=100)["items"]
    (fresh,) = [one["id"] for one in found if one["id"] not in before]
    report = f"{path}/{fresh}"
    caller.act("petition.city", report, "register", {"opinion": "予以登记。"})
    caller.act("petition.city", report, "verify-name", {"opinion": "电话核实，署名属实。"})
    caller.act("petition.city", report, "screen", {"opinion": "属本机关管辖。"}, signers=PETITION)
    caller.act(
        "petition.city",
        report,
        "transfer",
        {"to": "city-office-1", "opinion": "移送承办。"},
        signers=PETITION,
    )
    caller.get("district2.handler", report, expect=404)
    return taken["receipt"], report


def _wait_for_clue(caller: Caller, report: str) -> str:
    """Wait the five seconds within which casework must have the clue, and return its path."""
    report_id = report.rsplit("/", 1)[-1]

    def look() -> str | None:
        for one in caller.get("caseman.city", "/casework/v1/clues", state="registered", limit=100)["items"]:
            if report_id in one["report_ids"]:
                return f"/casework/v1/clues/{one['id']}"
        return None

    found: str = caller.wait_for("the clue in casework", look, within_s=5)
    return found


def _allocate(caller: Caller, clue: str) -> None:
    caller.act("caseman.city", clue, "propose-allocation", {"opinion": "建议由第一监督检查室承办。"})
    caller.act("caseman.city", clue, "allocate", {"opinion": "呈批。"}, signers=OFFICE)
    caller.act("office1.handler", clue, "assess", {"opinion": "线索具体可查。", "gate": GATE}, signers=OFFICE)
    caller.act(
        "office1.handler", clue, "propose-disposal",
        {"way": "preliminary_verification", "opinion": "建议初步核实。", "meeting": MEETING},
        signers=OFFICE,
    )  # fmt: skip


def _verify(caller: Caller, clue: str) -> None:
    seen = caller.get("office1.handler", clue)
    path = f"/casework/v1/verifications/{seen['verification_id']}"
    caller.act("office1.handler", path, "submit-plan", {"opinion": "核查方案报批。"}, signers=OFFICE)
    team = {"members": ["office1.handler", "office1.handler2"]}
    caller.act("office1.handler", path, "form-team", team)
    caller.act("office1.handler", path, "begin", {"opinion": "开始核实。"})
    caller.act(
        "office1.handler",
        path,
        "draft-report",
        {"opinion": "核查报告已成稿，问题部分属实。", "truth_grade": "partly_true"},
    )
    caller.act(
        "office1.handler",
        path,
        "review-collectively",
        {"opinion": "集体研究。", "meeting": MEETING},
        expect=409,
    )
    for member in team["members"]:
        caller.act(member, path, "sign-report", {"opinion": "同意报告。"})
    caller.act(
        "office1.handler",
        path,
        "review-collectively",
        {"opinion": "集体研究，同意报告。", "meeting": MEETING},
    )
    caller.act("office1.handler", path, "report", {"opinion": "呈报。"}, signers=OFFICE)
    caller.act(
        "office1.handler", path, "decide", {"opinion": "建议予以了结。", "proposal": "close"}, signers=OFFICE
    )


def _concluded(caller: Caller, report: str) -> Any:
    seen = caller.get("office1.handler", report)
    return seen.body if seen["state"] == "concluded" else None
