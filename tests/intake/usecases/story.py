"""Steps of intake told once, for tests that need a matter somewhere on its way."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

import sqlalchemy as sa

from intake.usecases.follow import follows
from shared.db import Scope
from shared.feed.consume import Event

from tests.support.house import House

WORKER = Scope("worker")
SIGNERS = {"S1": "petition-head.city", "S2": "deputy.city", "S3": "principal.city"}
HOUSING: dict[str, Any] = {
    "category": "livelihood_demand",
    "content": "小区的不动产登记证书已经拖延多年，多次到窗口询问都没有结果。",
    "region": "district-1",
    "field": "housing_registration",
}
GIFTS: dict[str, Any] = {
    "category": "accusation",
    "content": "反映某单位工作人员在项目验收中收受礼金，并多次要求企业安排宴请。",
    "region": "district-1",
    "subjects": [{"name": "（化名）王某", "organisation": "某局", "position": "科长"}],
}
NAMED = {"name": "（化名）李某", "phone": "00000000000", "address": "某街道", "consent_to_share": False}


async def do(house: House, login: str, thing: str, action: str, **body: Any) -> dict[str, Any]:
    """Make a move with whatever signatures it needs; return the object as the mover sees it afterwards.

    A department's own head signs for it as S1.
    """
    answer = await house.act(login, thing, action, body)
    assert answer.status_code in (200, 202), answer.text
    if answer.status_code == 202:
        for step in answer.json()["sign_off"]["steps"]:
            signed = await house.sign(signer(login, step["level"]), answer)
            assert signed.status_code == 200, signed.text
    shown: dict[str, Any] = (await house.get(login, f"/v1/{thing}")).json()
    return shown


def signer(login: str, level: str) -> str:
    """Return who signs at a level for somebody."""
    heads = {"housing1": "housing1.head", "office1": "office1.head"}
    return heads.get(login.partition(".")[0], SIGNERS[level]) if level == "S1" else SIGNERS[level]


async def refused(house: House, login: str, thing: str, action: str, **body: Any) -> tuple[int, str]:
    """Try a move that must not be; return status and code."""
    answer = await house.act(login, thing, action, body)
    assert answer.status_code >= 400, answer.text
    return answer.status_code, answer.json()["code"]


async def post(house: House, login: str, path: str, **body: Any) -> Any:
    """Make something as a person."""
    return await house.http.post(
        f"/v1/{path}", headers=house.headers(login, key=str(uuid4())), json=dict(body)
    )


async def submit(house: House, body: dict[str, Any], **changes: Any) -> tuple[str, str]:
    """Return the receipt of a submission and the matter, as `demands/<id>` or `reports/<id>`."""
    kind = "demands" if {**body, **changes}["category"] == "livelihood_demand" else "reports"
    before = await _ids(house, kind)
    answer = await house.public("submissions", {**body, **changes})
    assert answer.status_code == 201, answer.text
    (made,) = await _ids(house, kind) - before
    return answer.json()["receipt"], f"{kind}/{made}"


async def _ids(house: House, kind: str) -> set[UUID]:
    table = house.desk.processes[kind.removesuffix("s")].table
    async with house.desk.db.reader(WORKER) as reader:
        return {row["id"] for row in await reader.all(sa.select(table.c.id))}


async def opened(house: House, receipt: str) -> dict[str, Any]:
    """Return what the holder of a receipt reads."""
    shown: dict[str, Any] = (await house.public("receipts/_open", {"receipt": receipt})).json()
    return shown


async def classified(house: House, **changes: Any) -> tuple[str, str]:
    """Return a demand that waits for where to go."""
    receipt, demand = await submit(house, HOUSING, **changes)
    await do(house, "petition.city", demand, "register")
    await do(house, "petition.city", demand, "classify")
    return receipt, demand


async def forwarded(house: House, **changes: Any) -> tuple[str, str]:
    """Return a demand that lies with the department."""
    receipt, demand = await classified(house, **changes)
    await do(house, "petition.city", demand, "forward", to="district-1-housing", extract="请核实登记进度。")
    return receipt, demand


async def answered(house: House, **changes: Any) -> tuple[str, str]:
    """Return a demand that the department answered."""
    receipt, demand = await forwarded(house, **changes)
    await do(house, "housing1.clerk", demand, "answer", opinion="证书已于本周发放，请持身份证领取。")
    return receipt, demand


async def screened(house: House, **changes: Any) -> tuple[str, str]:
    """Return a report whose jurisdiction is decided; a named one was verified."""
    receipt, report = await submit(house, GIFTS, **changes)
    await do(house, "petition.city", report, "register")
    if changes.get("reporter"):
        await do(house, "petition.city", report, "verify-name")
    await do(house, "petition.city", report, "screen")
    return receipt, report


async def transferred(house: House, **changes: Any) -> tuple[str, str]:
    """Return a report that lies with the office that handles it."""
    receipt, report = await screened(house, **changes)
    await do(house, "petition.city", report, "transfer", to="city-office-1")
    return receipt, report


async def tell(house: House, name: str, subject: UUID | str, data: dict[str, Any]) -> None:
    """Apply an event of casework as the worker does."""
    handler = follows(house.desk)["casework"][name]
    async with house.desk.db.transaction(WORKER) as tx:
        await handler.apply(tx, Event(1, name, str(subject), data), None)


async def concluded(house: House, **changes: Any) -> tuple[str, str]:
    """Return a report whose handling has ended."""
    receipt, report = await transferred(house, **changes)
    clue = uuid4()
    ids = [report.removeprefix("reports/")]
    await tell(house, "clue.allocated", clue, {"report_ids": ids})
    await tell(house, "clue.concluded", clue, {"report_ids": ids, "truth_grade": "partly_true"})
    return receipt, report
