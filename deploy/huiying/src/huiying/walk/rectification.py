"""Journey 4: an inspected organisation is put right, supervised, scored, and listed to be looked back at."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from huiying.walk.caller import Caller, Unexpected
from huiying.walk.evaluating import (
    begin_evaluation,
    check_the_result,
    hear_and_confirm,
    settle_a_spread,
)
from huiying.walk.putting_right import (
    BASE,
    CITY,
    COMMISSION,
    DEPARTMENT,
    OFFICE,
    OFFICE_1,
    evidence,
    findings_of,
    items_of,
    make,
    open_round,
    plan_for,
    signers_at,
    speak,
    submit_item,
    today,
    verify_item,
)

CLERK, PRINCIPAL = "inspected1.clerk", "inspected1.principal"
SIGNERS = signers_at(PRINCIPAL)
FINDINGS = [
    {"category": "strict_party_governance", "severity": "serious", "basis": "《巡视工作条例》", "text": "主体责任压得不实。"},
    {"category": "organisational_line", "severity": "ordinary", "basis": "《干部任用条例》", "text": "轮岗交流不及时。"},
    {"category": "party_lines_and_policies", "severity": "prominent", "basis": "上级部署", "text": "老旧小区改造推进缓慢。"},
]  # fmt: skip
CLUE = {
    "facts": "巡察中了解到一名工作人员插手工程项目，情况需要核查。",
    "subjects": [{"name": "（化名）孙某", "organisation": "某科室", "position": "工作人员"}],
    "region": "district-1",
    "to": "city-case-management",
}


def put_an_organisation_right(caller: Caller) -> None:
    """Feed back, plan, review jointly, run items, hand a clue over, report, supervise, feed back again, evaluate.

    Raises: Unexpected.
    """
    day = today(caller)
    path = _feed_back(caller, day)
    _hand_a_clue_over(caller, path)
    _plan(caller, path, day)
    _run_items(caller, path, day)
    _report(caller, path)
    _supervise(caller, path, day)
    chain = caller.get(CLERK, f"{path}/chain")
    if chain["transferred_clues"] is not None:
        raise Unexpected("the inspected organisation must learn nothing of clues")
    print(f"      完成率 · completion: {chain['completion']}；超期 · late: {len(chain['late'])}")
    evaluation = begin_evaluation(caller, path, CLERK, PRINCIPAL)
    settle_a_spread(caller, evaluation)
    hear_and_confirm(caller, evaluation, CLERK)
    check_the_result(caller, evaluation, path, CLERK)


def _feed_back(caller: Caller, day: date) -> str:
    round_id = open_round(caller, "regular", day - timedelta(days=60), "第五届市委常规巡察（演示）")
    body = {
        "round_id": round_id,
        "organisation": "party-bureau-housing",
        "commission_office": "city-office-1",
        "first_responsible": "（化名）贺某",
        "members": [{"name": "（化名）王某", "position": "副局长", "portfolio": "城市更新"}],
    }
    path = make(caller, OFFICE, "inspected-organizations", body)
    caller.act(OFFICE, path, "deliver-feedback", expect=409)
    caller.act(OFFICE, path, "add-findings", {"findings": FINDINGS})
    caller.get(CLERK, path, expect=404)
    caller.act(OFFICE, path, "deliver-feedback", {"text": "巡察反馈意见。"}, signers=CITY)
    caller.get("inspected2.clerk", path, expect=404)
    return path


def _hand_a_clue_over(caller: Caller, path: str) -> None:
    clue = make(
        caller, OFFICE, "transferred-clues", {**CLUE, "inspected_organization_id": path.rsplit("/", 1)[-1]}
    )
    caller.act(OFFICE, clue, "transfer", {"opinion": "按程序移交。"}, signers=CITY)
    for login in (CLERK, DEPARTMENT):
        caller.get(login, clue, expect=404)
    caller.get("caseman.city", clue)


def _plan(caller: Caller, path: str, day: date) -> None:
    findings = findings_of(caller, path)
    plan = plan_for(findings, ["（化名）王某"], day + timedelta(days=60), {3})
    short = {**plan, "items": plan["items"][1:]}
    caller.act(CLERK, path, "submit-plan", short, expect=409)
    caller.act(CLERK, path, "submit-plan", plan, signers=SIGNERS)
    speak(caller, path, "return", [DEPARTMENT])
    caller.act(OFFICE, path, "return-plan", {"reasons": "时限安排不合理。"}, signers=CITY)
    caller.act(CLERK, path, "submit-plan", plan, signers=SIGNERS)
    caller.act(OFFICE, path, "review-plan", expect=409)
    speak(caller, path)
    caller.act(OFFICE, path, "review-plan", signers=CITY)
    caller.act(CLERK, path, "begin-rectification")


def _run_items(caller: Caller, path: str, day: date) -> None:
    first, second, long_term = items_of(caller, path)
    submit_item(caller, first, CLERK, PRINCIPAL, day)
    caller.act(CLERK, first, "verify", {"method": "desk", "result": "自行核实。"}, expect=403)
    verify_item(caller, first)
    caller.act(OFFICE, first, "close", {"opinion": "予以销号。"})
    submit_item(caller, second, CLERK, PRINCIPAL, day)
    verify_item(caller, second, "reject")
    stage = caller.get(CLERK, long_term)["milestones"][0]
    reached = {"milestone_id": stage["id"], "evidence": [evidence(caller, CLERK, day)]}
    caller.act(CLERK, long_term, "reach-milestone", reached)


def _report(caller: Caller, path: str) -> None:
    caller.act(CLERK, path, "submit-report", {"progress_report": "整改进展。"}, expect=409)
    reports = {"progress_report": "整改进展情况。", "principal_report": "主要负责人组织落实情况。"}
    caller.act(CLERK, path, "submit-report", reports, signers=SIGNERS)
    caller.act(OFFICE, path, "review-report")
    speak(caller, path)
    caller.act(OFFICE, path, "accept-report", signers=CITY)


def _supervise(caller: Caller, path: str, day: date) -> None:
    measure: dict[str, Any] = {
        "kind": "field_research",
        "mechanism": "tracking",
        "focuses": ["effect"],
        "held_on": day.isoformat(),
        "object": "老旧小区改造现场",
        "problems": "进度仍偏慢。",
    }
    caller.act(COMMISSION, path, "supervise", measure, signers=OFFICE_1)
    undone = items_of(caller, path)[1].rsplit("/", 1)[-1]
    again = {
        "item_ids": [undone],
        "text": "请补充佐证并限期完成。",
        "reply_by": (day + timedelta(days=30)).isoformat(),
    }
    caller.act(OFFICE, path, "re-feedback", again, signers=CITY)
    query: dict[str, Any] = {"inspected_organization_id": path.rsplit("/", 1)[-1]}
    (letter,) = caller.get(CLERK, f"{BASE}/re-feedbacks", **query)["items"]
    caller.act(
        CLERK,
        f"{BASE}/re-feedbacks/{letter['id']}",
        "answer",
        {"answer": "已制定补充措施。"},
        signers=SIGNERS,
    )
    caller.act(OFFICE, f"{BASE}/re-feedbacks/{letter['id']}", "settle", signers=CITY)
