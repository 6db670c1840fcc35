"""Steps of journey 3 inside casework, told once for all tests that need a joint task somewhere on its way."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import httpx

from tests.casework.story import SIGNERS
from tests.support.house import House

DRAFT = {"title": "某片区登记服务联动监督", "matter": "special_rectification", "kind": "joint_supervision"}
DECLARATION: dict[str, Any] = {
    "need": "窗口办理时间长，单独监督难以查清。",
    "scope": "某片区登记窗口及其主管单位。",
    "people_wanted": 2,
    "units": ["bureau-housing"],
    "planned_from": "2026-03-09",
    "planned_to": "2026-04-10",
}
SIGNS = {
    **SIGNERS,
    "S6": "party-principal.city",
    "own": {"group1.member": "group1.lead", "district1.handler": "district1.head"},
}
LENT = {"from_on": "2026-03-02", "to_on": "2026-03-31"}


async def make(house: House, login: str, collection: str, body: dict[str, Any]) -> httpx.Response:
    """Make something new as a person."""
    headers = house.headers(login, key=str(uuid4()))
    return await house.http.post(f"/v1/{collection}", headers=headers, json=body)


async def made(house: House, login: str, collection: str, **body: Any) -> str:
    """Make something new, and return it as `collection/<id>`."""
    answer = await make(house, login, collection, body)
    assert answer.status_code == 201, answer.text
    return f"{collection}/{answer.json()['id']}"


async def do(house: House, login: str, thing: str, action: str, **body: Any) -> dict[str, Any]:
    """Make a move with whatever signatures it needs; return the object as the mover sees it afterwards."""
    answer = await house.act(login, thing, action, body)
    assert answer.status_code in (200, 202), answer.text
    if answer.status_code == 202:
        for step in answer.json()["sign_off"]["steps"]:
            level = step["level"]
            own: Any = SIGNS["own"]
            signer = own.get(login, SIGNS[level]) if level == "S1" else SIGNS[level]
            signed = await house.sign(str(signer), answer)
            assert signed.status_code == 200, signed.text
    shown: dict[str, Any] = (await house.get(login, f"/v1/{thing}")).json()
    return shown


async def drafted(house: House, login: str = "group1.lead", **body: Any) -> str:
    """Return a task that a group or district has drafted."""
    return await made(house, login, "linkage-tasks", **{**DRAFT, **body})


async def declared(house: House, login: str = "group1.lead", /, **body: Any) -> str:
    """Return a task that its declarer's head has sent to the lead office."""
    kind = body.pop("kind", DRAFT["kind"])
    task = await drafted(house, login, kind=kind)
    await do(house, login, task, "declare", **{**DECLARATION, **body})
    return task


async def coordinated(house: House, **body: Any) -> str:
    """Return a task in the lead office's plan, with group and region taking part."""
    task = await declared(house, **body)
    await do(house, "office1.head", task, "coordinate", groups=["group-1"], regions=["district-1"])
    return task


async def approved(house: House, **body: Any) -> str:
    """Return a task whose plan the leaders have signed."""
    task = await coordinated(house, **body)
    await do(house, "office1.head", task, "approve", plan="分三步开展，五周内完成。")
    return task


async def asked(house: House, task: str, officer: str, **body: Any) -> str:
    """Return a secondment the lead office has asked for."""
    wanted = {"task_id": task.split("/")[1], "officer": officer, **LENT, **body}
    return await made(house, "office1.head", "secondments", **wanted)


async def lent(house: House, task: str, officer: str, head: str, **body: Any) -> str:
    """Return a secondment that home body and lead office agreed on."""
    secondment = await asked(house, task, officer, **body)
    await do(house, head, secondment, "release")
    await do(house, "office1.head", secondment, "accept")
    return secondment


async def staffed(house: House, **body: Any) -> tuple[str, list[str]]:
    """Return a task under way, worked by three organisations, and its two secondments."""
    task = await approved(house, **body)
    loans = [
        await lent(house, task, "group1.member", "group1.lead"),
        await lent(house, task, "district1.handler", "district1.head"),
    ]
    await do(house, "office1.head", task, "form-team", members=["office1.handler"])
    await do(house, "office1.head", task, "begin")
    return task, loans


async def concluded(house: House, **body: Any) -> str:
    """Return a task that is concluded, with one problem and one warning education logged."""
    task, _ = await staffed(house, **body)
    for kind, what in (("problem", "窗口未公示办结时限"), ("warning_education", "召开警示教育会")):
        await log(house, "group1.member", task, kind=kind, what=what)
    await reported(house, task)
    await do(house, "office1.head", task, "conclude", conclusion="任务按期完成，问题已移交整改。")
    return task


async def log(house: House, login: str, task: str, **body: Any) -> httpx.Response:
    """Log a result; by default the group's, with the district's help."""
    result = {"credit_owner": "group-1", "contributors": ["district-1"], **body}
    return await make(house, login, f"{task}/results", result)


async def reported(house: House, task: str) -> None:
    """Write the three reports."""
    for kind in ("investigation", "analysis", "remedial_proposal"):
        await do(house, "office1.handler", task, "write-report", kind=kind, report="报告正文若干。")
