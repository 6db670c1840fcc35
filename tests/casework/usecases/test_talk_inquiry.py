"""Talk and inquiry: approved before anything happens, answered in time, decided. Rule: 4.3."""

from __future__ import annotations

from tests.casework.story import assessed, do
from tests.support.house import House

BY_TWO = ["office1.handler", "office1.handler2"]


async def planned(house: House, **assessment: object) -> tuple[str, str]:
    """Return a clue and the talk or inquiry the approved disposal began."""
    clue = await assessed(house, **assessment)
    shown = await do(house, "office1.handler", clue, "propose-disposal", way="talk_inquiry")
    assert shown["state"] == "talk_inquiry"
    return clue, f"talk-inquiries/{shown['talk_inquiry_id']}"


async def test_a_letter_is_answered_and_the_clue_closed(house: House) -> None:
    clue, talk = await planned(house)
    await do(
        house, "office1.handler", talk, "submit-plan", form="letter", plan="函询方案", emergency_plan="预案"
    )

    sent = await do(house, "office1.handler", talk, "send-letter", letter="请就有关问题作出说明")
    assert {clock["rule"]: clock["state"] for clock in sent["clocks"]} == {"DL-10": "running"}
    unsigned = await house.act("office1.handler", talk, "receive-explanation", {"explanation": "情况说明"})
    assert (unsigned.status_code, unsigned.json()["code"]) == (409, "countersignature_missing")
    answered = await do(
        house, "office1.handler", talk, "receive-explanation", explanation="情况说明", is_countersigned=True
    )
    assert {clock["rule"]: clock["state"] for clock in answered["clocks"]} == {
        "DL-10": "met",
        "DL-11": "running",
    }
    await do(house, "office1.handler", talk, "draft-report", report="情况报告", outcome="accepted_and_closed")
    decided = await do(house, "office1.handler", talk, "decide")
    assert (decided["state"], decided["outcome"]) == ("decided", "accepted_and_closed")
    filed = await do(house, "office1.handler", talk, "file")
    closed = await do(house, "office1.handler", clue, "close", ground="untrue")

    assert (filed["state"], closed["state"], closed["truth_grade"]) == ("filed", "closed", "untrue")


async def test_a_talk_is_held_by_two_and_may_lead_to_a_measure(house: House) -> None:
    clue, talk = await planned(house)
    await do(house, "office1.handler", talk, "submit-plan")

    alone = await house.act("office1.handler", talk, "hold-talk", {"participants": BY_TWO[:1]})
    assert (alone.status_code, alone.json()["code"]) == (409, "two_participants_needed")
    held = await do(house, "office1.handler", talk, "hold-talk", participants=BY_TWO, place="谈话室")
    assert (held["state"], held["form"]) == ("talk_held", "talk")
    early = await house.act("office1.handler", clue, "dispose", {})
    assert (early.status_code, early.json()["code"]) == (409, "branch_not_decided")
    await do(house, "office1.handler", talk, "draft-report", opinion="建议谈话提醒", outcome="light_measure")
    await do(house, "office1.handler", talk, "decide")
    disposed = await do(house, "office1.handler", clue, "dispose", measure="reminder_talk")

    assert (disposed["state"], disposed["ground"]) == ("disposed", "reminder_talk")


async def test_a_talk_may_lead_to_a_verification(house: House) -> None:
    clue, talk = await planned(house)
    await do(house, "office1.handler", talk, "submit-plan")
    await do(house, "office1.handler", talk, "hold-talk", participants=BY_TWO)
    await do(house, "office1.handler", talk, "draft-report", opinion="具有可查性", outcome="to_verification")
    await do(house, "office1.handler", talk, "decide")

    shown = await do(house, "office1.handler", clue, "propose-disposal", way="preliminary_verification")

    assert shown["state"] == "preliminary_verification"
    assert shown["verification_id"] is not None


async def test_who_denies_without_good_grounds_is_asked_again(house: House) -> None:
    _, talk = await planned(house)
    await do(house, "office1.handler", talk, "submit-plan")
    await do(house, "office1.handler", talk, "hold-talk", participants=BY_TWO)
    await do(house, "office1.handler", talk, "draft-report", opinion="否认且无正当理由")

    again = await do(house, "office1.handler", talk, "start-second-round")

    assert (again["state"], again["rounds"]) == ("approved", 2)


async def test_the_plan_for_the_head_of_a_lower_committee_goes_to_the_principal_leader(house: House) -> None:
    _, talk = await planned(house, heads_lower_committee=True)

    proposed = await house.act("office1.handler", talk, "submit-plan", {"opinion": "方案"})

    assert [step["level"] for step in proposed.json()["sign_off"]["steps"]] == ["S3"]
