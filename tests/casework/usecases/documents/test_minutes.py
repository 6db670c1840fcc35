"""Minutes on paper: everybody's voice, dissent with its answer, and what was decided about which clue."""

from __future__ import annotations

from tests.casework.linkage_story import do, make
from tests.casework.story import allocated
from tests.casework.usecases.documents.test_linkage_documents import text, write
from tests.casework.usecases.linkage.test_consultations import called
from tests.support.house import House

MEETING = {
    "held_on": "2026-03-02", "place": "第一会议室", "chair": "principal.city", "resolution": "同意",
    "attendees": [{"officer": "caseman.city", "present": True}, {"officer": "deputy.city", "present": False}],
}  # fmt: skip


async def test_the_minutes_of_a_consultation_keep_dissent_and_who_was_not_heard(house: House) -> None:
    task, consultation = await called(house)
    await do(house, "office1.handler", consultation, "give-opinion", position="agree", text="同意继续核查。")
    await do(house, "district1.handler", consultation, "give-opinion", position="dissent", text="证据不足。")
    early = await write(house, "office1.head", consultation, "consultation-minutes")
    await do(
        house, "office1.head", consultation, "resolve", resolution="补充取证。", dissent_answer="已安排补证。",
        absent=[{"officer": "group1.member", "reason": "外出取证。"}],
        board_tasks=[{"title": "调取合同", "officer": "district1.handler"}],
        supervision_records=[{"organisation": "bureau-housing", "text": "整改公示", "due_on": "2026-04-01"}],
    )  # fmt: skip

    minutes = await text(house, "group1.member", consultation, "consultation-minutes")

    assert early.status_code == 409
    for said in (
        "下一步安排",
        "人员district1.handler",
        "不同意",
        "证据不足。",
        "外出取证。",
        "补充取证。",
        "已安排补证。",
    ):
        assert said in minutes
    assert "调取合同" in minutes
    assert "机构bureau-housing" in minutes
    number = (await house.get("office1.head", f"/v1/{task}")).json()["number"]
    assert number in minutes
    assert (await write(house, "group1.lead", consultation, "consultation-minutes")).status_code == 404


async def test_the_minutes_of_a_meeting_on_clues_name_clues_by_their_number(house: House) -> None:
    clue = await allocated(house)
    number = (await house.get("caseman.city", f"/v1/{clue}")).json()["number"]
    decisions = [
        {"clue_id": clue.split("/")[1], "decision": "一个月内提出处置意见", "responsible": "第一监督检查室"},
        {"decision": "集中反映登记窗口问题的线索按季研判"},
    ]
    answer = await make(house, "caseman.city", "clue-meetings", {"meeting": MEETING, "decisions": decisions})
    assert answer.status_code == 201, answer.text
    thing = f"clue-meetings/{answer.json()['id']}"

    minutes = await text(house, "principal.city", thing, "clue-meeting-minutes")

    assert number in minutes
    for said in (
        "一个月内提出处置意见",
        "第一监督检查室",
        "按季研判",
        "人员principal.city",
        "人员deputy.city",
    ):
        assert said in minutes
    assert (await write(house, "office1.head", thing, "clue-meeting-minutes")).status_code == 404
