"""Steps of a case, told once for all tests that need one somewhere on its way."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

from casework.domain.clue import Clue
from casework.domain.clue_lifecycle import LEDGER, ClueState
from casework.store.objects import columns_of
from casework.store.tables.clues import ClueRow
from shared.needtoknow.store import grant

from tests.casework.story import MEETING, WORKER, with_minutes
from tests.support.house import House

HANDLER, HANDLER2, HEAD = "office1.handler", "office1.handler2", "office1.head"
REVIEWER, REVIEWER2 = "review.city", "review2.city"
LEDGER_OFFICE = "city/city-case-management"
SIGNERS = {
    "S1": HEAD,
    "S2": "deputy.city",
    "S3": "principal.city",
    "S4": "standing.city",
    "S5": "party-principal.city",
    "S6": "party-principal.city",
}
CADRE = {
    "name": "（化名）周某",
    "unit": "某局",
    "post": "科长",
    "organisation": "bureau-housing",
    "is_party_member": True,
    "supervisee_kind": "civil_servant",
    "subject_rank": "township_section",
}
LETTER = {
    "facts": "收受礼品礼金。",
    "basis": "依照有关条例和规定。",
    "remedy": "可以在收到决定之日起一个月内申请复审。",
}


async def move(house: House, login: str, thing: str, action: str, **body: Any) -> dict[str, Any]:
    """Make a move with whatever signatures it needs; return the object as the mover sees it afterwards."""
    answer = await house.act(login, thing, action, with_minutes(thing, action, body))
    assert answer.status_code in (200, 202), answer.text
    shown: dict[str, Any] = answer.json()
    if answer.status_code == 202:
        for step in answer.json()["sign_off"]["steps"]:
            minutes: dict[str, Any] = {"meeting": MEETING} if step["level"] == "S4" else {}
            signed = await house.sign(SIGNERS[step["level"]], answer, **minutes)
            assert signed.status_code == 200, signed.text
        shown = (await house.get(login, f"/v1/{thing}")).json()
    return shown


async def refused(house: House, login: str, thing: str, action: str, **body: Any) -> tuple[int, str]:
    """Return status and code of a refusal."""
    answer = await house.act(login, thing, action, body)
    return answer.status_code, answer.json()["code"]


async def opened(house: House, **codes: Any) -> str:
    """Return a case that both principals approved and nobody has filed yet; its clue was put where it has to be."""
    clue_id = await _clue_in_verification(house, **codes)
    return await filing_approved(house, f"clues/{clue_id}")


async def filing_approved(house: House, clue: str) -> str:
    """Return the case that a clue becomes."""
    await move(house, HANDLER, clue, "propose-filing", opinion="建议立案")
    found = (await house.get(HANDLER, "/v1/cases", clue_id=clue.split("/")[1])).json()["items"]
    return f"cases/{found[0]['id']}"


async def _clue_in_verification(house: House, **codes: Any) -> UUID:
    clue = Clue(
        id=uuid4(), number=None, state=ClueState.PRELIMINARY_VERIFICATION.value, version=1,
        holder_path="city/city-office-1", secrecy="work_secret", source="daily_supervision",
        received_on=house.clock.today(), legal_regime="2025", is_named=False, problem_types=("gifts",),
        region="district-1", **codes,
    )  # fmt: skip
    async with house.desk.db.transaction(WORKER) as tx:
        tx.add(ClueRow, **columns_of(clue, house.clock.now()))
        grant(tx, clue.id, LEDGER_OFFICE, LEDGER, by="test", since=house.clock.now())
    return clue.id


async def filed(house: House, *subjects: dict[str, Any], track: str = "both") -> str:
    """Return a filed case about a cadre, or about these persons."""
    case = await opened(house)
    await move(house, HANDLER, case, "file", track=track, subjects=list(subjects or (CADRE,)))
    return case


async def persons(house: House, case: str) -> list[str]:
    """Return the ids of the persons a case is about."""
    shown = (await house.get(HANDLER, f"/v1/{case}")).json()
    return [one["id"] for one in shown["subjects"]]


async def investigating(house: House, *subjects: dict[str, Any], track: str = "both") -> str:
    """Return a case that a team of two investigates."""
    case = await filed(house, *subjects, track=track)
    await move(house, HANDLER, case, "announce-filing", notice="立案通知")
    await move(house, HANDLER, case, "approve-plan", plan="审查调查方案", meeting=MEETING)
    await move(house, HEAD, case, "begin-investigation", members=[HANDLER, HANDLER2])
    return case


async def show_facts(house: House, case: str) -> dict[str, Any]:
    """Show the facts to everybody."""
    shown = [{"subject_id": one, "is_signed": True} for one in await persons(house, case)]
    return await move(
        house, HANDLER, case, "show-facts", facts="事实材料", participants=[HANDLER, HANDLER2], shown=shown
    )


async def report(house: House, case: str) -> dict[str, Any]:
    """Show the facts, write the investigation report, and let the leader sign it."""
    await show_facts(house, case)
    await move(house, HANDLER, case, "write-report", kind="investigation", report="审查调查报告")
    return await move(house, HANDLER, case, "complete-report", meeting=MEETING)


async def reviewing(house: House, *subjects: dict[str, Any], track: str = "both") -> str:
    """Return a case that a group of two reviews."""
    case = await investigating(house, *subjects, track=track)
    await report(house, case)
    await to_review(house, case)
    return case


async def to_review(house: House, case: str) -> None:
    """Submit a case and let the review begin."""
    await move(house, HANDLER, case, "submit-to-review", contents="卷宗三册")
    await move(house, REVIEWER, case, "accept-review")
    await move(house, REVIEWER, case, "begin-review", members=[REVIEWER, REVIEWER2])


async def finish_review(house: House, case: str) -> dict[str, Any]:
    """Talk, discuss, and finish."""
    (first, *_) = await persons(house, case)
    talk = {"subject_id": first, "participants": [REVIEWER, REVIEWER2], "transcript": "谈话笔录"}
    await move(house, REVIEWER, case, "talk-with-subject", **talk)
    await move(house, REVIEWER, case, "discuss-review", meeting=MEETING)
    return await move(house, REVIEWER, case, "finish-review", report="审理报告")


async def review_done(house: House, *subjects: dict[str, Any], track: str = "both") -> str:
    """Return a case whose review is done and whose opinions are heard."""
    case = await reviewing(house, *subjects, track=track)
    await finish_review(house, case)
    if track != "supervisory":
        await move(house, REVIEWER, case, "record-opinion", of="party_organisation", opinion="同意")
    return case


async def decided(house: House, **measures: Any) -> str:
    """Return a case in which one cadre got these measures, or a warning of each kind."""
    case = await review_done(house)
    (cadre,) = await persons(house, case)
    given = measures or {"party_sanction": "warning", "government_sanctions": ["warning"]}
    await move(house, REVIEWER, case, "decide", **LETTER, outcomes=[{"subject_id": cadre, **given}])
    return case


async def executing(house: House, **measures: Any) -> str:
    """Return a case whose decision was served and is being carried out."""
    case = await decided(house, **measures)
    await move(house, REVIEWER, case, "serve")
    await move(house, HANDLER, case, "begin-execution")
    return case


async def ready_to_close(house: House, **measures: Any) -> str:
    """Return a case in which everything was done that closing asks for."""
    case = await executing(house, **measures)
    (cadre,) = await persons(house, case)
    await move(house, REVIEWER, case, "announce-decision", place="某局会议室")
    await move(
        house, HANDLER, case, "report-execution", subject_id=cadre, body="bureau-housing", changes="已办理"
    )
    await move(house, HANDLER, case, "write-report", kind="analysis", report="案件剖析报告")
    await move(house, HANDLER, case, "waive-report", kind="remedial_proposal", reason="本案不涉及制度漏洞")
    return case
