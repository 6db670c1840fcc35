"""Bring a round of inspection to life: three organisations at different stages, and all that goes with them."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

from huiying.places import RunDirectory
from huiying.seed.findings import EDUCATION, HEALTH, HOUSING, Inspected
from huiying.walk.caller import Caller
from huiying.walk.evaluating import LEADER as TEAM_LEADER
from huiying.walk.evaluating import begin_evaluation, give_marks, hear_and_confirm, settle_a_spread
from huiying.walk.putting_right import (
    BASE,
    CITY,
    COMMISSION,
    DEPARTMENT,
    OFFICE,
    OFFICE_1,
    ORGANIZATION_DEPARTMENT,
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

CLOSED, VERIFIED, SUBMITTED = 6, 8, 10
"""Items of the first organisation up to these ordinals have come so far."""
STARTED = 13
LONG_TERM = {16, 17}


def put_right(base_url: str, run_dir: Path) -> None:
    """Open the round and take each organisation as far as the demo shows it."""
    caller = Caller.of_run(base_url, RunDirectory(run_dir).accounts, loud=False)
    day = today(caller)
    round_id = open_round(caller, "regular", day - timedelta(days=120), "第五届市委第一轮巡察（演示）")
    housing, health, education = (_list(caller, round_id, one, day) for one in (HOUSING, HEALTH, EDUCATION))
    for path, one in ((housing, HOUSING), (health, HEALTH), (education, EDUCATION)):
        _plan(caller, path, one, day)
    for path, one in ((housing, HOUSING), (health, HEALTH)):
        speak(caller, path)
        caller.act(OFFICE, path, "review-plan", signers=CITY)
        caller.act(one.clerk, path, "begin-rectification")
    speak(caller, education, "agree", [COMMISSION])
    _run_housing(caller, housing, day)
    _run_health(caller, health, day)
    _supervise(caller, housing, health, day)
    _recommend(caller, day)
    _evaluate(caller, housing, day)


def _list(caller: Caller, round_id: str, one: Inspected, day: date) -> str:
    """List an organisation with its findings and deliver the feedback some weeks ago."""
    body = {
        "round_id": round_id,
        "organisation": one.organisation,
        "commission_office": "city-office-1",
        "unit": one.unit,
        "first_responsible": one.first_responsible,
        "members": [
            {"name": name, "position": post, "portfolio": portfolio} for name, post, portfolio in one.members
        ],
    }
    path = make(caller, OFFICE, "inspected-organizations", body)
    findings = [
        {
            "category": category,
            "severity": severity,
            "basis": "《中国共产党巡视工作条例》",
            "text": f"（演示）{text}",
        }
        for category, severity, text in one.findings
    ]
    caller.act(OFFICE, path, "add-findings", {"findings": findings})
    feedback = {"text": "（演示）巡察反馈意见。", "feedback_on": (day - timedelta(days=75)).isoformat()}
    caller.act(OFFICE, path, "deliver-feedback", feedback, signers=CITY)
    return path


def _plan(caller: Caller, path: str, one: Inspected, day: date) -> None:
    owners = [name for name, _, _ in one.members]
    plan = plan_for(findings_of(caller, path), owners, day, LONG_TERM)
    caller.act(one.clerk, path, "submit-plan", plan, signers=signers_at(one.principal))


def _run_housing(caller: Caller, path: str, day: date) -> None:
    """Let items stand at every stage, and bring the organisation under daily supervision."""
    clerk, principal = HOUSING.clerk, HOUSING.principal
    for days in (50, 20):
        checked = {
            "held_on": (day - timedelta(days=days)).isoformat(),
            "text": "（演示）逐项听取进展，督促滞后事项。",
        }
        caller.act(clerk, path, "check-progress", checked)
    items = items_of(caller, path)
    for ordinal, item in enumerate(items[:STARTED], start=1):
        if ordinal <= SUBMITTED:
            submit_item(caller, item, clerk, principal, day)
        else:
            caller.act(clerk, item, "start")
        if ordinal <= VERIFIED:
            verify_item(caller, item)
        if ordinal <= CLOSED:
            caller.act(OFFICE, item, "close", {"opinion": "予以销号。"})
    verify_item(caller, items[SUBMITTED - 1], "reject")
    stage = caller.get(clerk, items[15])["milestones"][0]
    reached = {"milestone_id": stage["id"], "evidence": [evidence(caller, clerk, day)]}
    caller.act(clerk, items[15], "reach-milestone", reached)
    _report(caller, path, HOUSING)
    grounds = {
        "outcome": "superficial",
        "found_by": "sampling",
        "grounds": "（演示）抽查发现台账与现场不一致。",
    }
    caller.act(OFFICE, items[0], "find-false", grounds, signers=CITY)
    system = {
        "title": "（演示）老旧小区改造项目调度办法",
        "kind": "made",
        "text": "第一条 实行项目月调度、季通报，停工项目限期复工。",
        "effective_on": day.isoformat(),
        "item_id": items[1].rsplit("/", 1)[-1],
    }
    built = make(caller, clerk, "systems-built", system)
    caller.act(COMMISSION, built, "confirm", signers=OFFICE_1)


def _report(caller: Caller, path: str, one: Inspected) -> None:
    reports = {
        "progress_report": "（演示）整改进展情况报告。",
        "principal_report": "（演示）主要负责人组织落实情况报告。",
    }
    signers = signers_at(one.principal)
    caller.act(one.clerk, path, "submit-report", reports, signers=signers)
    caller.act(OFFICE, path, "review-report")
    speak(caller, path)
    caller.act(OFFICE, path, "accept-report", signers=CITY)
    text = {"scope": "party", "place": "机关公示栏", "text": "（演示）巡察整改进展情况通报。"}
    caller.act(one.clerk, path, "publish", text, signers=signers)


def _run_health(caller: Caller, path: str, day: date) -> None:
    items = items_of(caller, path)
    for item in items[:3]:
        submit_item(caller, item, HEALTH.clerk, HEALTH.principal, day)
    verify_item(caller, items[0])
    for item in items[3:6]:
        caller.act(HEALTH.clerk, item, "start")


def _supervise(caller: Caller, housing: str, health: str, day: date) -> None:
    """Leave something in every list of daily supervision."""
    ids = [path.rsplit("/", 1)[-1] for path in (housing, health)]
    measure: dict[str, Any] = {"mechanism": "tracking", "focuses": ["effect"], "held_on": day.isoformat()}
    for path, kind, what in (
        (housing, "sit_in_meeting", "党组专题会议"),
        (housing, "field_research", "老旧小区改造现场"),
        (health, "document_inspection", "整改台账"),
    ):
        record = {**measure, "kind": kind, "object": what, "problems": "（演示）个别事项进度偏慢。"}
        caller.act(COMMISSION, path, "supervise", record, signers=OFFICE_1)
    interview = {**measure, "kind": "individual_interview", "object": "分管负责人"}
    caller.act(DEPARTMENT, housing, "supervise", interview, signers=ORGANIZATION_DEPARTMENT)
    plan = {
        "inspected_organization_id": ids[1],
        "kind": "periodic_report",
        "mechanism": "tracking",
        "planned_on": (day + timedelta(days=7)).isoformat(),
        "recurrence": "monthly",
    }
    make(caller, COMMISSION, "planned-measures", plan)
    check = {
        "title": "（演示）整改情况专项检查",
        "planned_on": day.isoformat(),
        "inspectors": ["（化名）甲", "（化名）乙"],
        "organizations": ids,
    }
    path = make(caller, OFFICE, "special-checks", check)
    caller.act(OFFICE, path, "begin", signers=CITY)
    caller.act(
        OFFICE, path, "record-result", {"inspected_organization_id": ids[0], "result": "problems_found"}
    )
    undone = items_of(caller, housing)[SUBMITTED - 1].rsplit("/", 1)[-1]
    again = {
        "item_ids": [undone],
        "text": "（演示）请补充佐证并限期完成。",
        "reply_by": (day + timedelta(days=30)).isoformat(),
    }
    caller.act(OFFICE, housing, "re-feedback", again, signers=CITY)
    advised = {"text": "（演示）建议对有关责任人予以组织调整。"}
    caller.act(OFFICE, housing, "advise-handling", advised, signers=CITY)
    _link(caller, ids, day)


def _link(caller: Caller, ids: list[str], day: date) -> None:
    """Hand material over, consult, and hand a clue over that nobody inspected will see."""
    make(caller, OFFICE, "material-handovers", {
        "inspected_organization_id": ids[1], "to": "city-office-1", "materials": ["（演示）问题底稿目录"],
    })  # fmt: skip
    make(caller, DEPARTMENT, "issue-consultations", {
        "inspected_organization_id": ids[0], "topic": "（演示）历史遗留办证问题", "held_on": day.isoformat(),
        "conclusion": "由主管部门牵头提出方案。", "asks_inspected": True,
    })  # fmt: skip
    clue = {
        "inspected_organization_id": ids[1],
        "facts": "（演示）巡察中了解到某采购环节情况异常，需要核查。",
        "subjects": [{"name": "（化名）某人", "organisation": "某科室", "position": "工作人员"}],
        "region": "district-1",
        "to": "city-case-management",
    }
    listed = make(caller, OFFICE, "transferred-clues", clue)
    caller.act(OFFICE, listed, "transfer", {"opinion": "按程序移交。"}, signers=CITY)


def _recommend(caller: Caller, day: date) -> None:
    """Draft two recommendations and a reminder, and serve one of the former and the latter."""
    body = {
        "kind": "supervisory",
        "addressee": "district-1-housing",
        "origin": {"case_id": str(uuid4())},
        "facts": "（演示）经查，验收环节缺少复核。",
        "problems": "（演示）制度缺位，岗位权力集中。",
        "advice": "（演示）建立验收复核和轮岗制度。",
        "reply_by": (day + timedelta(days=30)).isoformat(),
    }
    served = make(caller, COMMISSION, "recommendations", body)
    caller.act("review.city", served, "check-legality", {"opinion": "要素齐全。"})
    caller.act(COMMISSION, served, "approve", signers=OFFICE_1)
    caller.act(COMMISSION, served, "issue")
    caller.act(COMMISSION, served, "deliver", {"received_by": "（化名）康某"})
    caller.act("housing1.clerk", served, "acknowledge")
    finding = findings_of(caller, f"{BASE}/inspected-organizations/{_any_organization(caller)}")[0]["id"]
    draft = {"kind": "discipline", "addressee": "party-bureau-housing", "origin": {"finding_id": finding}}
    make(caller, COMMISSION, "recommendations", {**body, **draft})
    text = {"kind": "work_reminder", "addressee": "bureau-health", "text": "（演示）请重视采购环节廉政风险。"}
    reminder = make(caller, COMMISSION, "reminders", text)
    caller.act(COMMISSION, reminder, "deliver", signers=OFFICE_1)


def _evaluate(caller: Caller, housing: str, day: date) -> None:
    """Let one evaluation be confirmed with the grade poor, and another stand where marks are given."""
    poor = begin_evaluation(caller, housing, HOUSING.clerk, HOUSING.principal)
    settle_a_spread(caller, poor)
    hear_and_confirm(caller, poor, HOUSING.clerk)
    round_id = open_round(caller, "special", day - timedelta(days=90), "第五届市委专项巡察（演示）")
    few = HEALTH._replace(findings=HEALTH.findings[:2])
    health = _list(caller, round_id, few, day)
    _plan(caller, health, few, day)
    speak(caller, health)
    caller.act(OFFICE, health, "review-plan", signers=CITY)
    caller.act(few.clerk, health, "begin-rectification")
    _report(caller, health, few)
    scoring = begin_evaluation(caller, health, few.clerk, few.principal)
    give_marks(caller, scoring, "central", TEAM_LEADER, "0.8")


def _any_organization(caller: Caller) -> str:
    found: str = caller.get(OFFICE, f"{BASE}/inspected-organizations", limit=1)["items"][0]["id"]
    return found
