"""A few joint tasks of the demo, each left at another stage. Everything is invented."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, NamedTuple

from huiying.walk.caller import Caller

TASKS, LOANS = "/casework/v1/linkage-tasks", "/casework/v1/secondments"
HEAD = "office1.head"
SIGNERS = {"S1": HEAD, "S2": "deputy.city", "S3": "principal.city"}
HEADS = {"group1.member": "group1.lead", "district1.handler": "district1.head"}
STAGES = ("declared", "coordinated", "approved", "in_progress")


class Task(NamedTuple):
    """A joint task: who declares it, what it visits and when, and how far it has come."""

    login: str
    title: str
    matter: str
    kind: str
    unit: str
    begins_in_days: int
    until: str


LINKAGE = [
    Task(
        "group1.lead", "（演示）住建系统政务服务作风督查", "work_style", "work_style", "bureau-housing", 20, "in_progress"
    ),
    Task(
        "district1.head", "（演示）区级登记窗口联动监督", "special_rectification", "joint_supervision",
        "district-1-housing", 30, "approved",
    ),
    Task(
        "group1.lead", "（演示）卫健系统专项检查", "political_supervision", "special_check", "bureau-health", 60,
        "coordinated",
    ),
    Task(
        "district1.head", "（演示）巡察移交问题联动办理", "inspection_linkage", "inspection_linkage", "bureau-health", 200,
        "declared",
    ),
]  # fmt: skip


def bring_linkage(caller: Caller) -> None:
    """Declare each task and take it as far as its row says; what stands there already is left alone."""
    if caller.get(HEAD, TASKS, limit=1)["items"]:
        return
    for task in LINKAGE:
        _bring(caller, task)


def _bring(caller: Caller, task: Task) -> None:
    draft = {"title": task.title, "matter": task.matter, "kind": task.kind}
    path = f"{TASKS}/{caller.call(task.login, 'POST', TASKS, draft, expect=201)['id']}"
    today = date.fromisoformat(caller.get(task.login, f"{path}/history")["items"][0]["at"][:10])
    begins = today + timedelta(days=task.begins_in_days)
    need: dict[str, Any] = {
        "need": "（演示）群众反映集中，需要室组地一并查清。",
        "scope": "（演示）相关窗口和主管单位。",
        "people_wanted": 2,
        "units": [task.unit],
        "planned_from": begins.isoformat(),
        "planned_to": (begins + timedelta(days=14)).isoformat(),
    }
    caller.act(task.login, path, "declare", need)
    wanted = STAGES.index(task.until)
    if wanted >= 1:
        caller.act(HEAD, path, "coordinate", {"groups": ["group-1"], "regions": ["district-1"]})
    if wanted >= 2:
        caller.act(HEAD, path, "approve", {"plan": "（演示）分三步开展。"}, signers=SIGNERS)
    if wanted >= 3:
        _work(caller, path, today)


def _work(caller: Caller, path: str, today: date) -> None:
    task_id = path.rsplit("/", 1)[-1]
    for officer, head in HEADS.items():
        until = (today + timedelta(days=60)).isoformat()
        wanted = {"task_id": task_id, "officer": officer, "from_on": today.isoformat(), "to_on": until}
        loan = f"{LOANS}/{caller.call(HEAD, 'POST', LOANS, wanted, expect=201)['id']}"
        caller.act(head, loan, "release")
        caller.act(HEAD, loan, "accept")
    caller.act(HEAD, path, "form-team", {"members": ["office1.handler"]}, signers=SIGNERS)
    caller.act(HEAD, path, "begin")
    caller.call(
        "group1.member", "POST", f"{path}/notes", {"text": "（演示）已调取窗口办件台账。"}, expect=201
    )
    work = {"task_id": task_id, "title": "（演示）走访服务对象", "to": "district-1"}
    caller.call(HEAD, "POST", "/casework/v1/board-tasks", work, expect=201)
    result = {
        "kind": "problem", "what": "（演示）窗口未公示办结时限", "credit_owner": "group-1",
        "contributors": ["district-1"],
    }  # fmt: skip
    caller.call("group1.member", "POST", f"{path}/results", result, expect=201)
