"""Steps of rectification through the gateway, for the journey and for the demo's data."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any

from huiying.walk.caller import Caller

BASE = "/rectification/v1"
OFFICE, COMMISSION, DEPARTMENT = "inspection.office", "office1.handler", "orgdept.officer"
CITY = {"S1": "inspection.head", "S2": "deputy.city", "S4": "standing.city"}
OFFICE_1 = {"S1": "office1.head", "S2": "deputy.city", "S3": "principal.city"}
ORGANIZATION_DEPARTMENT = {"S1": "evaluator2"}
BODIES = (OFFICE, COMMISSION, DEPARTMENT)


def signers_at(principal: str) -> Mapping[str, str]:
    """Return who signs in an inspected organisation: its principal, for the Party group too."""
    return dict.fromkeys(("S1", "S2", "S3", "S4"), principal)


def today(caller: Caller) -> date:
    """Return the day it is where the services run; a demo may live at another date."""
    cut_off: str = caller.get(OFFICE, f"{BASE}/figures/measures")["cut_off"]
    return date.fromisoformat(cut_off[:10])


def make(caller: Caller, login: str, collection: str, body: Mapping[str, Any]) -> str:
    """Make an object; return its path."""
    made = caller.call(login, "POST", f"{BASE}/{collection}", body, expect=201)
    return f"{BASE}/{collection}/{made['id']}"


def open_round(caller: Caller, kind: str, began_on: date, name: str) -> str:
    """Open the next round of the term; return its id."""
    known = caller.get(OFFICE, f"{BASE}/inspection-rounds", kind=kind, limit=100)["items"]
    body = {
        "term": "第五届",
        "ordinal": max((one["ordinal"] for one in known), default=0) + 1,
        "kind": kind,
        "name": name,
        "began_on": began_on.isoformat(),
    }
    return make(caller, OFFICE, "inspection-rounds", body).rsplit("/", 1)[-1]


def findings_of(caller: Caller, path: str) -> list[dict[str, Any]]:
    """Return the findings of an organisation with their items."""
    found: list[dict[str, Any]] = caller.get(OFFICE, f"{path}/chain")["findings"]
    return found


def items_of(caller: Caller, path: str) -> list[str]:
    """Return the paths of an organisation's items in the order of their numbers."""
    items = [item for finding in findings_of(caller, path) for item in finding["items"]]
    return [
        f"{BASE}/rectification-items/{one['id']}" for one in sorted(items, key=lambda one: str(one["number"]))
    ]


def speak(caller: Caller, path: str, verdict: str = "agree", bodies: Iterable[str] = BODIES) -> None:
    """Let bodies give their opinions in the joint review that is open."""
    query: dict[str, Any] = {"inspected_organization_id": path.rsplit("/", 1)[-1], "state": "open"}
    (review,) = caller.get(OFFICE, f"{BASE}/joint-reviews", **query)["items"]
    for login in bodies:
        opinion = {
            "verdict": verdict,
            "text": "已逐项审核。" if verdict == "agree" else "时限安排不合理，请调整。",
        }
        caller.act(login, f"{BASE}/joint-reviews/{review['id']}", "give-opinion", opinion)


def evidence(caller: Caller, login: str, day: date, title: str = "整改佐证材料") -> dict[str, Any]:
    """Upload a file and return it as evidence that holds from a day on."""
    file = caller.upload(login, "rectification", "evidence.txt", "（演示）整改佐证材料".encode())
    return {"attachment_id": file, "title": title, "effective_on": day.isoformat()}


def submit_item(caller: Caller, item: str, clerk: str, principal: str, day: date) -> None:
    """Start an item, show what was done, and declare it done."""
    caller.act(clerk, item, "start")
    shown = {"progress": "已按方案完成整改。", "evidence": [evidence(caller, clerk, day)]}
    caller.act(clerk, item, "report-progress", shown)
    caller.act(clerk, item, "submit", {"opinion": "申请销号。"}, signers=signers_at(principal))


def verify_item(caller: Caller, item: str, action: str = "verify") -> None:
    """Let the commission's office verify an item, or reject it."""
    result = {
        "method": "field",
        "result": "现场核实，整改到位。" if action == "verify" else "佐证材料不足，退回。",
    }
    caller.act(COMMISSION, item, action, result, signers=OFFICE_1)


def plan_for(
    findings: list[dict[str, Any]], owners: list[str], day: date, long_term: set[int]
) -> dict[str, Any]:
    """Return a plan with one item for each finding; those whose ordinal is named are long-term."""
    items = []
    for finding in findings:
        ordinal = int(finding["ordinal"])
        due = day + timedelta(days=15 * (ordinal % 5) - 20)
        item: dict[str, Any] = {
            "finding_id": finding["id"],
            "title": f"整改“{finding['text'].removeprefix('（演示）')[:20]}”",
            "measures": "制定清单，明确措施，按月调度，完成后公示。",
            "owner": owners[ordinal % len(owners)],
            "due_on": due.isoformat(),
            "integration_theme": ("daily_work", "deeper_reform", "strict_party_governance", "team_building")[
                ordinal % 4
            ],
        }
        if ordinal in long_term:
            stages = (("完成排查摸底", 20), ("建立长效机制", 150))
            milestones = [
                {"title": title, "due_on": (day + timedelta(days=days)).isoformat()} for title, days in stages
            ]
            item |= {"is_long_term": True, "milestones": milestones, "due_on": milestones[-1]["due_on"]}
        items.append(item)
    return {"summary": "整改方案（演示）", "minutes": "党组会议研究同意。", "items": items}
