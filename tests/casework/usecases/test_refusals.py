"""What is refused, by which code, and that a refusal leaves the clue where it was."""

from __future__ import annotations

import asyncio
from uuid import uuid4

import pytest

from tests.casework.neighbours import Neighbours
from tests.casework.story import MEETING, SIGNERS, allocated, assessed, do, registered, verifying
from tests.support.house import House

QUESTIONS = ("facts_and_evidence", "duty_and_responsibility", "motive_and_gain", "system_gaps")
LOOKS = ("fault_tolerance", "false_or_to_clear")


async def refused(house: House, login: str, thing: str, action: str, **body: object) -> tuple[int, str]:
    """Return status and code of a refusal."""
    answer = await house.act(login, thing, action, body)
    return answer.status_code, answer.json()["code"]


async def test_a_clue_is_not_allocated_to_an_office_that_only_registers(house: House) -> None:
    clue, _ = await registered(house)

    found = await refused(house, "caseman.city", clue, "propose-allocation", to="city-petition")

    assert found == (409, "receiver_not_competent")


async def test_a_clue_is_not_allocated_to_nobody(house: House) -> None:
    clue, _ = await registered(house)

    found = await refused(house, "caseman.city", clue, "propose-allocation", to="city-office-99")

    assert found == (409, "organisation_unknown")


async def test_no_disposal_without_the_whole_path_before_it(house: House) -> None:
    clue = await allocated(house)

    found = await refused(house, "office1.handler", clue, "propose-disposal", way="closed")

    assert found == (409, "move_out_of_order")


async def test_a_case_of_accountability_needs_the_whole_gate(house: House) -> None:
    clue = await assessed(house, case_type="accountability")
    way = {"way": "preliminary_verification"}
    assert await refused(house, "office1.handler", clue, "propose-disposal", **way) == (
        409,
        "gate_incomplete",
    )

    half = {question: {"answer": True, "notes": "已查"} for question in QUESTIONS}
    await do(house, "office1.handler", clue, "assess", gate=half)
    assert await refused(house, "office1.handler", clue, "propose-disposal", **way) == (
        409,
        "gate_incomplete",
    )

    whole = {question: {"answer": False} for question in (*QUESTIONS, *LOOKS)}
    shown = await do(house, "office1.handler", clue, "assess", gate=whole)
    assert shown["gate_is_complete"]
    assert (await do(house, "office1.handler", clue, "propose-disposal", **way))["state"] == way["way"]


async def test_for_a_cadre_of_the_party_committee_the_principal_leader_signs_too(house: House) -> None:
    clue = await assessed(house, is_committee_managed=True)

    proposed = await house.act(
        "office1.handler", clue, "propose-disposal", {"way": "closed", "meeting": MEETING}
    )

    assert [step["level"] for step in proposed.json()["sign_off"]["steps"]] == ["S2", "S3"]
    await house.sign(SIGNERS["S2"], proposed)
    assert (await house.get("office1.handler", f"/v1/{clue}")).json()["state"] == "under_assessment"
    await house.sign(SIGNERS["S3"], proposed)
    assert (await house.get("office1.handler", f"/v1/{clue}")).json()["state"] == "disposal_approved"


async def test_what_the_approved_disposal_says_needs_no_second_signature_and_anything_else_does(
    house: House,
) -> None:
    clue = await assessed(house)
    await do(house, "office1.handler", clue, "propose-disposal", way="closed")

    other = await house.act("office1.handler", clue, "hold", {"opinion": "暂不具备条件", "meeting": MEETING})
    await house.sign("deputy.city", other, "return", opinion="按已批准的方式办")
    same = await house.act("office1.handler", clue, "close", {"ground": "no_possibility"})

    assert other.status_code == 202
    assert (same.status_code, same.json()["state"]) == (200, "closed")
    assert same.json()["truth_grade"] == "cannot_be_proved"


async def test_a_clue_on_hold_is_looked_at_again_within_six_months(house: House) -> None:
    clue = await assessed(house)
    await do(house, "office1.handler", clue, "propose-disposal", way="on_hold")

    held = await do(house, "office1.handler", clue, "hold", next_look_on="2026-06-01")

    assert (held["state"], held["next_look_on"]) == ("on_hold", "2026-06-01")
    assert {clock["rule"]: clock["due_on"] for clock in held["clocks"]}["DL-45"] == "2026-09-02"
    assert (await do(house, "office1.handler", clue, "propose-disposal", way="closed"))[
        "state"
    ] == "disposal_approved"


async def test_a_clue_is_not_closed_over_an_undecided_verification(house: House) -> None:
    clue, _ = await verifying(house)

    assert await refused(house, "office1.handler", clue, "close") == (409, "branch_not_decided")


async def test_a_team_of_one_is_no_team_and_naming_one_officer_twice_is_one(house: House) -> None:
    clue = await assessed(house)
    shown = await do(house, "office1.handler", clue, "propose-disposal", way="preliminary_verification")
    verification = f"verifications/{shown['verification_id']}"
    await do(house, "office1.handler", verification, "submit-plan")

    for members in (["office1.handler"], ["office1.handler", "office1.handler"]):
        found = await refused(house, "office1.handler", verification, "form-team", members=members)
        assert found == (409, "team_too_small")
    found = await refused(
        house, "office1.handler", verification, "form-team", members=["office1.handler", "x"]
    )
    assert found == (409, "officer_unknown")


async def test_every_member_signs_the_report_once_and_again_after_a_change(house: House) -> None:
    _, verification = await verifying(house)
    report = {"report": "核查报告", "truth_grade": "untrue"}
    await do(house, "office1.handler", verification, "draft-report", **report)
    await do(house, "office1.handler", verification, "sign-report")

    again = await refused(house, "office1.handler", verification, "sign-report")
    early = await refused(house, "office1.handler", verification, "review-collectively")
    await do(house, "office1.handler2", verification, "sign-report")
    changed = await do(house, "office1.handler", verification, "draft-report", report="补充后的报告")
    late = await refused(house, "office1.handler", verification, "review-collectively")

    assert again == (409, "report_already_signed")
    assert early == late == (409, "report_not_signed_by_all")
    assert (changed["report_version"], changed["truth_grade"]) == (2, "untrue")
    assert [member["has_signed"] for member in changed["members"]] == [False, False]


async def test_who_is_not_of_the_team_cannot_sign_its_report(house: House) -> None:
    _, verification = await verifying(house)
    await do(house, "office1.handler", verification, "draft-report", report="核查报告")

    assert await refused(house, "office1.head", verification, "sign-report") == (403, "forbidden")


async def test_the_plan_for_the_head_of_a_lower_committee_is_signed_by_the_party_principal(
    house: House,
) -> None:
    clue = await assessed(house, heads_lower_committee=True)
    shown = await do(house, "office1.handler", clue, "propose-disposal", way="preliminary_verification")
    verification = f"verifications/{shown['verification_id']}"

    proposed = await house.act("office1.handler", verification, "submit-plan", {"opinion": "方案"})

    assert [step["level"] for step in proposed.json()["sign_off"]["steps"]] == ["S2", "S5"]


async def test_two_handlers_close_one_clue_and_one_of_them_is_told_to_look_again(house: House) -> None:
    clue = await assessed(house)
    await do(house, "office1.handler", clue, "propose-disposal", way="closed")
    version = (await house.get("office1.handler", f"/v1/{clue}")).json()["version"]

    async def close(login: str) -> int:
        headers = house.headers(login, key=str(uuid4()), version=version)
        return (await house.http.post(f"/v1/{clue}/close", headers=headers, json={})).status_code

    assert sorted(await asyncio.gather(close("office1.handler"), close("office1.handler2"))) == [200, 412]


@pytest.mark.parametrize("action", ["close", "transfer", "hold"])
async def test_an_opinion_alone_is_body_enough(house: House, action: str) -> None:
    clue = await assessed(house)

    shown = await do(house, "office1.handler", clue, action, opinion="拟办意见")

    assert shown["state"] in {"closed", "transferred", "on_hold"}


async def test_when_identity_does_not_answer_no_team_is_formed_and_the_caller_is_told_to_wait(
    house: House, neighbours: Neighbours
) -> None:
    _, verification = await verifying(house)
    neighbours.is_down = True

    answer = await house.act(
        "office1.head", verification, "change-team", {"members": ["office1.handler", "office1.handler2"]}
    )

    assert (answer.status_code, answer.json()["code"]) == (503, "recusal_check_unavailable")
    assert answer.headers["Retry-After"] == "5"
