"""Steps of journey 2 inside casework, told once for all tests that need a clue somewhere on its way."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

from casework.usecases.follow import follows
from shared.db import Scope
from shared.feed.consume import Event

from tests.support.house import House

WORKER = Scope("worker")
SIGNERS = {
    "S1": "office1.head",
    "S2": "deputy.city",
    "S3": "principal.city",
    "S5": "party-principal.city",
}
TRANSFERRED = {
    "to": "city/city-office-1",
    "category": "accusation",
    "problem_types": ["gifts"],
    "region": "district-1",
    "field": None,
    "named": True,
    "received_on": "2026-03-02",
}


async def tell(house: House, name: str, subject: UUID, data: dict[str, Any], source: str = "intake") -> None:
    """Apply an event of another service as the worker does."""
    handler, event = follows(house.desk)[source][name], Event(1, name, str(subject), data)
    prepared = await handler.prepare(event) if handler.prepare else None
    async with house.desk.db.transaction(WORKER) as tx:
        await handler.apply(tx, event, prepared)


async def registered(house: House, **data: Any) -> tuple[str, UUID]:
    """Return a clue, as `clues/<id>`, and the report it comes from."""
    report = uuid4()
    await tell(house, "report.transferred", report, {**TRANSFERRED, **data})
    found = (await house.get("caseman.city", "/v1/clues", report_id=str(report))).json()["items"]
    return f"clues/{found[0]['id']}", report


MEETING = {
    "held_on": "2026-03-02",
    "place": "第一会议室",
    "chair": "室主任",
    "attendees": [{"officer": "甲", "present": True}, {"officer": "乙", "present": True}],
    "resolution": "同意",
}
STUDIED = ("propose-disposal", "review-collectively", "hold", "close")
"""What the office studies together first, so that its minutes go along."""


async def do(house: House, login: str, thing: str, action: str, **body: Any) -> dict[str, Any]:
    """Make a move with whatever signatures it needs; return the object as the mover sees it afterwards."""
    answer = await house.act(login, thing, action, with_minutes(thing, action, body))
    assert answer.status_code in (200, 202), answer.text
    if answer.status_code == 202:
        for step in answer.json()["sign_off"]["steps"]:
            signed = await house.sign(SIGNERS[step["level"]], answer)
            assert signed.status_code == 200, signed.text
    seen = await house.get(login, f"/v1/{thing}")
    shown: dict[str, Any] = seen.json()
    return shown


def with_minutes(thing: str, action: str, body: dict[str, Any]) -> dict[str, Any]:
    """Return what is sent with a move: of clues and verifications the minutes too, where the office studies them first."""
    is_studied = action in STUDIED and thing.startswith(("clues/", "verifications/"))
    return {"meeting": MEETING, **body} if is_studied else body


async def allocated(house: House, **data: Any) -> str:
    """Return a clue that office 1 holds."""
    clue, _ = await registered(house, **data)
    await do(house, "caseman.city", clue, "propose-allocation", opinion="建议由一室承办")
    await do(house, "caseman.city", clue, "allocate")
    return clue


async def assessed(house: House, **body: Any) -> str:
    """Return a clue under assessment."""
    clue = await allocated(house)
    await do(house, "office1.handler", clue, "assess", opinion="具有可查性", **body)
    return clue


async def verifying(house: House, clue: str = "") -> tuple[str, str]:
    """Return a clue, this one or a new one, and its verification, which a team of two has begun."""
    clue = clue or await assessed(house)
    shown = await do(house, "office1.handler", clue, "propose-disposal", way="preliminary_verification")
    verification = f"verifications/{shown['verification_id']}"
    await do(house, "office1.handler", verification, "submit-plan", opinion="核查方案")
    team = ["office1.handler", "office1.handler2"]
    await do(house, "office1.handler", verification, "form-team", members=team)
    await do(house, "office1.handler", verification, "begin")
    return clue, verification


async def verified(house: House, grade: str = "untrue", *, clue: str = "", **body: Any) -> str:
    """Return a clue, this one or a new one, whose verification the leaders have decided."""
    clue, verification = await verifying(house, clue)
    report = {"report": "经核实，反映问题不存在。", "truth_grade": grade}
    await do(house, "office1.handler", verification, "draft-report", **report)
    for member in ("office1.handler", "office1.handler2"):
        await do(house, member, verification, "sign-report")
    await do(house, "office1.handler", verification, "review-collectively", opinion="一致同意")
    await do(house, "office1.handler", verification, "report")
    await do(house, "office1.handler", verification, "decide", **body)
    return clue
