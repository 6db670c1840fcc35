"""Bring the demo's matters in through the gateway and take each as far as its row says."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from huiying.places import RunDirectory
from huiying.seed.linkage import bring_linkage
from huiying.seed.matters import DEMANDS, REPORTS, Demand, Report
from huiying.walk.caller import Caller

OFFICER, HEAD = "petition.city", "petition-head.city"
SIGNERS = {"S1": HEAD}
DEMAND_STEPS = ("received", "registered", "classified", "forwarded", "answered", "closed")


def bring_matters(base_url: str, run_dir: Path) -> None:
    """Submit everything, then move each matter in the order a desk would."""
    caller = Caller.of_run(base_url, RunDirectory(run_dir).accounts, loud=False)
    for demand in DEMANDS:
        _bring_demand(caller, demand)
    for report in REPORTS:
        _bring_report(caller, report)
    bring_linkage(caller)


def _submit(caller: Caller, body: dict[str, Any], collection: str) -> str:
    """Submit and return the path of the fresh matter: the one that is received and not moved yet."""
    path = f"/intake/v1/{collection}"
    before = _received(caller, path)
    caller.call(None, "POST", "/intake/v1/public/submissions", body, expect=201)
    (fresh,) = _received(caller, path) - before
    return f"{path}/{fresh}"


def _received(caller: Caller, path: str) -> set[str]:
    return {one["id"] for one in caller.get(OFFICER, path, state="received", limit=100)["items"]}


def _bring_demand(caller: Caller, demand: Demand) -> None:
    body = {
        "category": "livelihood_demand",
        "content": demand.content,
        "region": demand.region,
        "field": demand.field,
    }
    path = _submit(caller, body, "demands")
    wanted = DEMAND_STEPS.index(demand.until)
    if wanted >= 1:
        caller.act(OFFICER, path, "register")
    if wanted >= 2:
        caller.act(OFFICER, path, "classify")
    if wanted >= 3:
        letter = {"to": "district-1-housing", "extract": "群众反映一项民生问题，请核实情况并按期答复。"}
        caller.act(OFFICER, path, "forward", letter, signers=SIGNERS)
    if wanted >= 4:
        answer = {"opinion": "已核实，相关事项正在按计划办理，结果将张贴公示。"}
        caller.act("housing1.clerk", path, "answer", answer, signers={"S1": "housing1.head"})
    if wanted >= 5:
        caller.act(OFFICER, path, "close", {"outcome": "solved", "households_helped": 12}, signers=SIGNERS)


def _bring_report(caller: Caller, report: Report) -> None:
    body: dict[str, Any] = {"category": report.category, "content": report.content, "region": report.region}
    if report.subject:
        body["subjects"] = [{"name": report.subject, "organisation": "某单位", "position": "工作人员"}]
    if report.named:
        body["reporter"] = {"name": "（化名）群众", "phone": "00000000000", "address": "某街道"}
    path = _submit(caller, body, "reports")
    if report.until == "received":
        return
    caller.act(OFFICER, path, "register")
    if report.until == "registered":
        return
    if report.named:
        caller.act(OFFICER, path, "verify-name", {"opinion": "电话核实属实。"})
    caller.act(OFFICER, path, "screen", signers=SIGNERS)
    if report.until == "transferred":
        caller.act(OFFICER, path, "transfer", {"to": "city-office-1"}, signers=SIGNERS)
    elif report.until == "declined":
        body = {"reason": "other_organ_duty", "competent_body": "市市场监督管理局"}
        caller.act(OFFICER, path, "decline", body, signers=SIGNERS)
