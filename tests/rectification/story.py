"""Steps of journey 4 before the evaluation, told once for all tests that need a matter somewhere on its way."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import httpx

from tests.support.house import House

OFFICE, CLERK, PRINCIPAL = "inspection.office", "inspected1.clerk", "inspected1.principal"
COMMISSION, DEPARTMENT = "office1.handler", "orgdept.officer"
CITY = {"S1": "inspection.head", "S2": "deputy.city", "S4": "standing.city"}
SIGNERS: dict[str, dict[str, str]] = {
    OFFICE: CITY,
    CLERK: dict.fromkeys(("S1", "S2", "S3", "S4"), PRINCIPAL),
    COMMISSION: {"S1": "office1.head", "S2": "deputy.city", "S3": "principal.city"},
    DEPARTMENT: {"S1": "evaluator2"},
    "housing1.clerk": {"S1": "housing1.head"},
}
MEETING = {
    "held_on": "2026-03-02",
    "place": "会议室",
    "chair": "书记",
    "attendees": [{"officer": "甲", "present": True}, {"officer": "乙", "present": True}],
    "resolution": "同意。",
}
ROUND = {
    "term": "第五届",
    "ordinal": 3,
    "kind": "regular",
    "name": "第五届市委第三轮巡察",
    "began_on": "2026-01-05",
}
FINDINGS = [
    {"category": "strict_party_governance", "severity": "serious", "basis": "《巡视工作条例》", "text": "主体责任压得不实。"},
    {"category": "organisational_line", "severity": "ordinary", "basis": "《干部任用条例》", "text": "轮岗交流不及时。"},
    {"category": "party_lines_and_policies", "severity": "prominent", "basis": "上级部署", "text": "老旧小区改造推进缓慢。"},
]  # fmt: skip


async def post(house: House, login: str, path: str, body: dict[str, Any]) -> httpx.Response:
    """Make something as a person."""
    return await house.http.post(f"/v1/{path}", headers=house.headers(login, key=str(uuid4())), json=body)


async def made(house: House, login: str, path: str, body: dict[str, Any]) -> dict[str, Any]:
    """Make something that must come about; return it."""
    answer = await post(house, login, path, body)
    assert answer.status_code == 201, answer.text
    shown: dict[str, Any] = answer.json()
    return shown


async def do(house: House, login: str, thing: str, action: str, **body: Any) -> dict[str, Any]:
    """Make a move with whatever signatures it needs; return the object as the mover sees it afterwards."""
    answer = await house.act(login, thing, action, body)
    assert answer.status_code in (200, 202), answer.text
    if answer.status_code == 202:
        for step in answer.json()["sign_off"]["steps"]:
            with_minutes: dict[str, Any] = {"meeting": MEETING} if step["level"] == "S4" else {}
            signed = await house.sign(SIGNERS[login][step["level"]], answer, **with_minutes)
            assert signed.status_code == 200, signed.text
    shown: dict[str, Any] = (await house.get(login, f"/v1/{thing}")).json()
    return shown


async def shown(house: House, login: str, thing: str) -> dict[str, Any]:
    """Return an object as somebody sees it."""
    answer = await house.get(login, f"/v1/{thing}")
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


async def refused(house: House, login: str, thing: str, action: str, **body: Any) -> tuple[int, str]:
    """Return status and code of a refusal."""
    answer = await house.act(login, thing, action, body)
    return answer.status_code, answer.json()["code"]


async def opened(house: House, organisation: str = "party-bureau-housing", **more: Any) -> str:
    """Return an organisation in a fresh round, as `inspected-organizations/<id>`, with three findings."""
    inspection = await made(house, OFFICE, "inspection-rounds", {**ROUND, **more})
    return await listed(house, inspection["id"], organisation)


async def listed(house: House, round_id: str, organisation: str = "party-bureau-housing") -> str:
    """Put an organisation into a round, with three findings."""
    body = {
        "round_id": round_id,
        "organisation": organisation,
        "commission_office": "city-office-1",
        "first_responsible": "（化名）贺某",
        "members": [{"name": "（化名）王某", "position": "副局长", "portfolio": "城市更新"}],
    }
    one = await made(house, OFFICE, "inspected-organizations", body)
    thing = f"inspected-organizations/{one['id']}"
    await do(house, OFFICE, thing, "add-findings", findings=FINDINGS)
    return thing


async def looked_back_at(house: House, thing: str) -> str:
    """Return the same organisation in a round that looks back at it."""
    look_back = {**ROUND, "ordinal": 1, "kind": "look_back", "name": "巡察“回头看”"}
    inspection = await made(house, OFFICE, "inspection-rounds", look_back)
    body = {
        "round_id": inspection["id"],
        "organisation": "party-bureau-housing",
        "commission_office": "city-office-1",
        "first_responsible": "（化名）贺某",
        "earlier_id": thing.split("/")[1],
    }
    later = await made(house, OFFICE, "inspected-organizations", body)
    return f"inspected-organizations/{later['id']}"


async def fed_back(house: House, **more: Any) -> str:
    """Return an organisation that has its feedback."""
    thing = await opened(house, **more)
    await do(house, OFFICE, thing, "deliver-feedback", text="反馈意见")
    return thing


async def findings_of(house: House, thing: str) -> list[dict[str, Any]]:
    """Return the findings as the chain shows them."""
    chain = (await house.get(OFFICE, f"/v1/{thing}/chain")).json()
    found: list[dict[str, Any]] = chain["findings"]
    return found


async def plan_for(house: House, thing: str, due_on: str = "2026-06-30") -> dict[str, Any]:
    """Return a plan with one item for each finding, the last of them long-term."""
    items: list[dict[str, Any]] = [
        {
            "finding_id": finding["id"],
            "title": f"整改任务{finding['ordinal']}",
            "measures": "逐项整改",
            "owner": "（化名）王某",
            "due_on": due_on,
        }
        for finding in await findings_of(house, thing)
    ]
    stages = [{"title": "完成排查", "due_on": "2026-05-31"}, {"title": "完成改造", "due_on": "2027-05-31"}]
    items[-1] |= {"is_long_term": True, "milestones": stages, "due_on": "2027-06-30"}
    return {"summary": "整改方案", "minutes": "党组会研究同意", "items": items}


async def review_with(house: House, thing: str, verdicts: dict[str, str]) -> None:
    """Let bodies speak in the joint review that is open."""
    identity = thing.split("/")[1]
    found = await house.get(OFFICE, "/v1/joint-reviews", inspected_organization_id=identity, state="open")
    (review,) = found.json()["items"]
    for login, verdict in verdicts.items():
        await do(house, login, f"joint-reviews/{review['id']}", "give-opinion", verdict=verdict, text="意见")


ALL_AGREE = dict.fromkeys((OFFICE, COMMISSION, DEPARTMENT), "agree")


async def rectifying(house: House, **more: Any) -> str:
    """Return an organisation whose plan passed and that has begun."""
    thing = await fed_back(house, **more)
    await do(house, CLERK, thing, "submit-plan", **await plan_for(house, thing))
    await review_with(house, thing, ALL_AGREE)
    await do(house, OFFICE, thing, "review-plan")
    await do(house, CLERK, thing, "begin-rectification")
    return thing


async def supervised(house: House, **more: Any) -> str:
    """Return an organisation whose reports were accepted."""
    thing = await rectifying(house, **more)
    await do(house, CLERK, thing, "submit-report", progress_report="进展", principal_report="履责")
    await do(house, OFFICE, thing, "review-report")
    await review_with(house, thing, ALL_AGREE)
    await do(house, OFFICE, thing, "accept-report")
    return thing


async def items_of(house: House, thing: str) -> list[str]:
    """Return the items of an organisation, as `rectification-items/<id>`, in the order of their numbers."""
    chain = (await house.get(OFFICE, f"/v1/{thing}/chain")).json()
    found = [item for finding in chain["findings"] for item in finding["items"]]
    return [f"rectification-items/{one['id']}" for one in sorted(found, key=lambda one: one["number"])]


async def uploaded(house: House, login: str, name: str = "佐证.txt", content: bytes = b"shown") -> str:
    """Return the id of a file that was uploaded."""
    headers = house.headers(login, key=str(uuid4()))
    answer = await house.http.post(
        "/v1/attachments", headers=headers, files={"file": (name, content, "text/plain")}
    )
    assert answer.status_code == 201, answer.text
    return str(answer.json()["id"])


async def submitted(house: House, item: str, login: str = CLERK) -> None:
    """Bring an item from open to submitted, with one piece of evidence."""
    await do(house, login, item, "start")
    evidence = [
        {"attachment_id": await uploaded(house, login), "title": "整改报告", "effective_on": "2026-03-01"}
    ]
    await do(house, login, item, "report-progress", progress="已完成", evidence=evidence)
    await do(house, login, item, "submit")


async def accepted(house: House, item: str) -> None:
    """Bring an item to struck off."""
    await submitted(house, item)
    await do(house, COMMISSION, item, "verify", method="field", result="现场核实属实")
    await do(house, OFFICE, item, "close")
