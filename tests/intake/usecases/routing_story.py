"""Steps of a report's and a demand's way between organs, each signed by the leaders of the organ that makes it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from shared.process.desk import Desk

from tests.intake.test_a_demand_is_answered import DEMAND
from tests.intake.test_a_report_goes_to_casework import ACCUSATION
from tests.intake.usecases.story import WORKER, opened
from tests.support.house import House

__all__ = ["MEETING", "clocks", "conclude", "demanded", "do", "opened", "refused", "screened", "submitted"]
SIGNERS = {
    "petition.city": {"S1": "petition-head.city", "S2": "deputy.city", "S3": "principal.city"},
    "district1.petition": {"S1": "district1.head", "S2": "district1.deputy", "S3": "district1.principal",
                           "S4": "standing.district1"},
    "office1.handler": {"S1": "office1.head", "S2": "deputy.city", "S3": "principal.city"},
    "cadre.supervisor": {"S1": "cadre.head", "S2": "deputy.city", "S3": "principal.city"},
    "housing1.clerk": {"S1": "housing1.head"},
}  # fmt: skip
MEETING = {
    "held_on": "2026-03-02",
    "place": "会议室",
    "chair": "（化名）主持人",
    "attendees": [{"officer": "甲", "present": True}, {"officer": "乙", "present": True}],
    "resolution": "同意。",
}


async def do(house: House, login: str, thing: str, action: str, **body: Any) -> dict[str, Any]:
    """Make a move with whatever signatures it needs; return the object as the mover sees it afterwards."""
    answer = await house.act(login, thing, action, body)
    assert answer.status_code in (200, 202), answer.text
    if answer.status_code == 202:
        for step in answer.json()["sign_off"]["steps"]:
            minutes: dict[str, Any] = {"meeting": MEETING} if step["level"] == "S4" else {}
            signed = await house.sign(SIGNERS[login][step["level"]], answer, **minutes)
            assert signed.status_code == 200, signed.text
    seen = await house.get(login, f"/v1/{thing}")
    shown: dict[str, Any] = seen.json()
    return shown


async def refused(house: House, login: str, thing: str, action: str, **body: Any) -> tuple[int, str]:
    """Try a move that must not go, at once or when the last leader signs; return status and code."""
    answer = await house.act(login, thing, action, body)
    if answer.status_code == 202:
        for step in answer.json()["sign_off"]["steps"]:
            minutes: dict[str, Any] = {"meeting": MEETING} if step["level"] == "S4" else {}
            answer = await house.sign(SIGNERS[login][step["level"]], answer, **minutes)
    return answer.status_code, answer.json()["code"]


async def submitted(house: House, **changes: Any) -> tuple[str, str]:
    """Return receipt and path of a fresh submission."""
    body = {**ACCUSATION, **changes}
    kind = "demands" if body["category"] == "livelihood_demand" else "reports"
    answer = await house.public("submissions", body)
    assert answer.status_code == 201, answer.text
    found = (await house.get("petition.city", f"/v1/{kind}", state="received")).json()["items"]
    return answer.json()["receipt"], f"{kind}/{found[0]['id']}"


async def demanded(house: House, **changes: Any) -> tuple[str, str]:
    """Return receipt and path of a classified demand."""
    receipt, thing = await submitted(house, **{**DEMAND, "subjects": [], "reporter": None, **changes})
    await do(house, "petition.city", thing, "register")
    await do(house, "petition.city", thing, "classify")
    return receipt, thing


async def screened(
    house: House, *, subjects: list[dict[str, Any]] | None = None, **changes: Any
) -> tuple[str, str]:
    """Return receipt and path of a named report whose name was found true, screened as proposed."""
    receipt, thing = await submitted(house, **changes)
    await do(house, "petition.city", thing, "register", subjects=subjects or [])
    if changes.get("reporter", True):
        await do(house, "petition.city", thing, "verify-name")
    await do(house, "petition.city", thing, "screen")
    return receipt, thing


def clocks(shown: dict[str, Any]) -> dict[str, str]:
    """Return the states of an object's clocks by rule; of several with one rule the last."""
    return {clock["rule"]: clock["state"] for clock in shown["clocks"]}


async def conclude(desk: Desk, thing: str, grade: Any) -> None:
    """Conclude a transferred report as an event of casework does."""
    from intake.domain.report_lifecycle import ReportAction
    from intake.usecases.reports.conclude_report import ConcludeReport
    from shared.process.load import load_subject
    from shared.process.system import make_move

    process = desk.processes["report"]
    async with desk.db.transaction(WORKER) as tx:
        report = await load_subject(tx, process, UUID(thing.split("/")[1]), lock=True)
        await make_move(tx, desk, process, report, ReportAction.CONCLUDE, ConcludeReport(truth_grade=grade))
