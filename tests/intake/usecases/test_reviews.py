"""Review and final review: asked for in time and once each, answered by the body above and nobody who answered before."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import NAMESPACE_URL, uuid4, uuid5

import sqlalchemy as sa

from shared.auth.actor import Actor, RoleGrant
from shared.auth.roles import Role
from shared.auth.secrecy import SecrecyLevel
from shared.directory.tables import directory

from tests.intake.usecases.story import WORKER, answered, do, forwarded, opened, refused
from tests.support.house import House

EXTRACT = {"extract": "请就发证进度提出复查意见。"}
OPINION = "经复查，发证时限符合规定，维持原意见。"


def employ(house: House, name: str, path: str) -> None:
    """Let a clerk and a head of a body that the demo does not staff work here."""
    for login, role in ((f"{name}.clerk", Role.COMPETENT_DEPARTMENT), (f"{name}.head", Role.OFFICE_HEAD)):
        who = Actor(
            kind="officer", id=str(uuid5(NAMESPACE_URL, login)), login=login, organisation=path,
            grants=(RoleGrant(role, path),), clearance=SecrecyLevel.WORK_SECRET, permission_version=1, token_id=str(uuid4()),
        )  # fmt: skip
        house.tokens[login] = house.token(who)


async def review(house: House, demand: str, name: str, to: str, text: str = OPINION) -> None:
    house.clock.move(timedelta(minutes=1))
    await do(house, "petition.city", demand, "assign-review", to=to, **EXTRACT)
    proposed = await house.act(f"{name}.clerk", demand, "answer-review", {"answer": text})
    signed = await house.sign(f"{name}.head", proposed)
    assert signed.status_code == 200, signed.text


async def test_a_review_is_answered_by_the_body_above_and_then_finally_by_another(house: House) -> None:
    employ(house, "government", "government")
    employ(house, "province", "province")
    async with house.desk.db.transaction(WORKER) as tx:
        await tx.run(
            sa.insert(directory).values(
                code="province", path="province", kind="competent_department", is_open=True
            )
        )
    receipt, demand = await answered(house)
    asked = await house.public("receipts/request-review", {"receipt": receipt, "text": "进度仍然太慢。"})
    assert asked.json()["state"] == "being_handled", asked.text

    assert (await refused(house, "housing1.clerk", demand, "answer", answer="维持。"))[0] == 409
    for to in ("district-1-housing", "bureau-health"):
        wrong = await refused(house, "petition.city", demand, "assign-review", to=to, **EXTRACT)
        assert wrong == (409, "reviewer_not_above")
    assert (await house.get("government.clerk", f"/v1/{demand}")).status_code == 404
    await review(house, demand, "government", "government")
    shown = await opened(house, receipt)
    assert (shown["state"], shown["answer"]["text"], shown["can_request_review"]) == (
        "answered",
        OPINION,
        False,
    )
    assert (await house.public("receipts/request-review", {"receipt": receipt, "text": "再次。"})).json()[
        "code"
    ] == "review_already_requested"

    await house.public("receipts/request-final-review", {"receipt": receipt, "text": "申请复核。"})
    again = await refused(house, "petition.city", demand, "assign-review", to="government", **EXTRACT)
    assert again == (409, "reviewer_not_above")
    await review(house, demand, "province", "province", "经复核，维持复查意见。")
    assert "不再受理" in (await opened(house, receipt))["answer"]["remedy"]
    last = await house.public("receipts/request-final-review", {"receipt": receipt, "text": "再次。"})
    assert last.json()["code"] == "final_review_already_requested"
    assert (await opened(house, receipt))["can_object"] is False
    objected = await house.public("receipts/object", {"receipt": receipt, "text": "还是不服。"})
    assert (objected.status_code, objected.json()["code"]) == (409, "final_review_already_requested")
    seen = (await house.get("petition.city", f"/v1/{demand}")).json()
    charged = {clock["rule"]: clock["held_by"] for clock in seen["clocks"] if clock["state"] == "met"}
    assert (charged["DL-36"], charged["DL-37"]) == ("government", "province")


async def test_the_days_of_a_hearing_are_not_counted(house: House) -> None:
    for body in ("government", "province"):
        employ(house, body, body)
    async with house.desk.db.transaction(WORKER) as tx:
        await tx.run(
            sa.insert(directory).values(
                code="province", path="province", kind="competent_department", is_open=True
            )
        )
    receipt, demand = await answered(house)
    await house.public("receipts/request-review", {"receipt": receipt, "text": "进度仍然太慢。"})
    await review(house, demand, "government", "government")
    await house.public("receipts/request-final-review", {"receipt": receipt, "text": "申请复核。"})
    house.clock.move(timedelta(minutes=1))
    await do(house, "petition.city", demand, "assign-review", to="province", **EXTRACT)
    before = await final_clock(house, demand)
    assert await refused(house, "province.clerk", demand, "end-hearing", conclusion="无。无。") == (
        409,
        "hearing_not_begun",
    )

    house.clock.move(timedelta(days=1))
    begun = await house.act("province.clerk", demand, "begin-hearing", {"place": "第二会议室"})
    house.clock.move(timedelta(days=7))
    during = await final_clock(house, demand)
    early = await refused(house, "province.clerk", demand, "answer-review", answer="维持。")
    ended = await house.act("province.clerk", demand, "end-hearing", {"conclusion": "双方陈述完毕。"})
    after = await final_clock(house, demand)

    assert (begun.status_code, ended.status_code, early) == (200, 200, (409, "hearing_still_open"))
    assert (during["state"], after["state"]) == ("suspended", "running")
    assert date.fromisoformat(after["due_on"]) - date.fromisoformat(before["due_on"]) == timedelta(days=7)


async def final_clock(house: House, demand: str) -> dict[str, str]:
    clocks = (await house.get("petition.city", f"/v1/{demand}")).json()["clocks"]
    return next(clock for clock in clocks if clock["rule"] == "DL-37")


async def test_a_review_is_asked_for_within_thirty_days(house: House) -> None:
    receipt, _ = await answered(house)
    house.clock.move(timedelta(days=40))

    late = await house.public("receipts/request-review", {"receipt": receipt, "text": "进度太慢。"})
    early = await house.public("receipts/request-final-review", {"receipt": receipt, "text": "进度太慢。"})

    assert (late.status_code, late.json()["code"]) == (409, "review_window_over")
    assert early.json()["code"] == "review_comes_first"


async def test_an_objection_goes_back_to_the_department_and_a_new_answer_opens_the_window_anew(
    house: House,
) -> None:
    receipt, demand = await answered(house)
    await house.public("receipts/object", {"receipt": receipt, "text": "证书至今没有拿到。"})
    await do(house, "housing1.clerk", demand, "answer", opinion="已电话通知，请于周一领取。")

    seen = (await house.get("petition.city", f"/v1/{demand}")).json()

    windows = [clock["state"] for clock in seen["clocks"] if clock["rule"] == "DL-36w"]
    assert sorted(windows) == ["met", "running"]


async def test_who_objects_after_a_review_keeps_the_right_to_the_final_one(house: House) -> None:
    employ(house, "government", "government")
    receipt, demand = await answered(house)
    await house.public("receipts/request-review", {"receipt": receipt, "text": "进度仍然太慢。"})
    await review(house, demand, "government", "government")
    await house.public("receipts/object", {"receipt": receipt, "text": "事实有误。"})
    again = await house.act("housing1.clerk", demand, "answer", {"answer": "经再次核实，维持原意见。"})
    await house.sign("housing1.head", again)

    windows = {
        clock["rule"]
        for clock in (await house.get("petition.city", f"/v1/{demand}")).json()["clocks"]
        if clock["state"] == "running"
    }
    final = await house.public("receipts/request-final-review", {"receipt": receipt, "text": "申请复核。"})

    assert "DL-37w" in windows
    assert "DL-36w" not in windows
    assert final.status_code == 200, final.text


async def test_closing_takes_nobody_the_days_to_ask_for_a_review(house: House) -> None:
    receipt, demand = await answered(house)
    await do(house, "petition.city", demand, "close", outcome="explained")
    told = await opened(house, receipt)
    asked = await house.public("receipts/request-review", {"receipt": receipt, "text": "进度仍然太慢。"})

    assert (told["state"], told["can_request_review"], told["can_request_final_review"]) == (
        "closed",
        True,
        False,
    )
    assert asked.json()["state"] == "being_handled", asked.text
    seen = (await house.get("petition.city", f"/v1/{demand}")).json()
    held = {one["rule"]: one["held_by"] for one in seen["clocks"] if one["state"] == "running"}
    assert (seen["state"], held) == ("reviewed", {"DL-36": "city/city-petition"})
    employ(house, "government", "government")
    await review(house, demand, "government", "government")
    again = await do(house, "petition.city", demand, "close", outcome="explained")
    assert (again["state"], again["later_check"]["verdict"]) == ("closed", None)
    assert (await opened(house, receipt))["can_request_final_review"]
    house.clock.move(timedelta(days=40))
    assert not (await opened(house, receipt))["can_request_final_review"]


async def test_an_opinion_without_words_is_given_to_nobody_to_sign(house: House) -> None:
    _, demand = await forwarded(house)

    assert await refused(house, "housing1.clerk", demand, "answer", facts="已查明。") == (
        409,
        "answer_missing",
    )
