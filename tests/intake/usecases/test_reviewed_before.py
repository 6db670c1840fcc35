"""After a final review the same facts are not accepted again; only who brought them before is told which answer stands."""

from __future__ import annotations

from typing import Any

import pytest
import sqlalchemy as sa

from shared.audit.tables import audit_entries
from shared.directory.tables import directory

from tests.intake.usecases.story import HOUSING, NAMED, WORKER, answered, classified, do, opened, refused
from tests.intake.usecases.test_entering import enter
from tests.intake.usecases.test_reviews import employ, review
from tests.support.house import House

OTHER = {**HOUSING, "content": "公园的路灯坏了两周，晚上看不清路，希望尽快修好。"}


async def finally_reviewed(house: House) -> str:
    """Return a named person's demand that the province reviewed last."""
    employ(house, "government", "government")
    employ(house, "province", "province")
    async with house.desk.db.transaction(WORKER) as tx:
        await tx.run(
            sa.insert(directory).values(
                code="province", path="province", kind="competent_department", is_open=True
            )
        )
    receipt, demand = await answered(house, reporter=NAMED)
    await house.public("receipts/request-review", {"receipt": receipt, "text": "进度仍然太慢。"})
    await review(house, demand, "government", "government")
    await house.public("receipts/request-final-review", {"receipt": receipt, "text": "申请复核。"})
    await review(house, demand, "province", "province", "经复核，维持复查意见。")
    return demand


def ground(demand: str) -> dict[str, Any]:
    return {"reason": "finally_reviewed", "reviewed_demand": demand.removeprefix("demands/")}


async def test_the_same_facts_are_not_accepted_again_and_only_their_reporter_learns_what_stands(
    house: House,
) -> None:
    reviewed = await finally_reviewed(house)
    own, own_demand = await classified(house, reporter=NAMED)
    others, others_demand = await classified(house, reporter={**NAMED, "name": "（化名）赵某"})
    nameless, nameless_demand = await classified(house)
    claimed, claimed_demand = await classified(house, reporter=NAMED)

    for demand in (own_demand, others_demand, nameless_demand, claimed_demand):
        body = {**ground(reviewed), "reporter_confirmed": demand != claimed_demand}
        shown = await do(house, "petition.city", demand, "decline", **body)
        assert (shown["state"], shown["reason"]) == ("not_accepted", "finally_reviewed")
        assert f"demands/{shown['reviewed_demand']}" == reviewed

    told = [(await opened(house, one))["messages"][-1]["text"] for one in (own, others, nameless, claimed)]
    assert "作出复核意见，以该意见为准" in told[0]
    assert told[1] == told[2] == told[3] == "同一事实和理由已经复核终结，不再受理。"
    async with house.desk.db.reader(WORKER) as reader:
        compared = await reader.all(
            sa.select(audit_entries.c.object_id).where(
                audit_entries.c.action == "demand:decline", audit_entries.c.field_group == "identity"
            )
        )
    assert {f"demands/{row['object_id']}" for row in compared} == {own_demand, others_demand}, (
        "names are compared where the officer confirmed, and both gave one"
    )


async def test_other_facts_and_answers_that_are_not_final_bar_nothing(house: House) -> None:
    reviewed = await finally_reviewed(house)
    _, unlike = await classified(house, **OTHER)
    _, again = await classified(house)
    _, only_answered = await answered(house)

    assert await refused(house, "petition.city", unlike, "decline", **ground(reviewed)) == (
        409,
        "facts_not_alike",
    )
    for wrong in (
        ground(only_answered),
        ground(again),
        {"reason": "finally_reviewed"},
        {**ground(reviewed), "reason": "no_substance"},
        ground("demands/00000000-0000-4000-8000-000000000000"),
    ):
        answer = await refused(house, "petition.city", again, "decline", **wrong)
        assert answer == (409, "final_review_not_given"), wrong


@pytest.mark.parametrize(("login", "status"), [("housing1.clerk", 404), ("deputy.city", 403)])
async def test_who_may_not_decline_learns_of_no_review(house: House, login: str, status: int) -> None:
    _, demand = await classified(house)

    assert (await refused(house, login, demand, "decline", **ground(demand)))[0] == status


async def test_a_review_at_another_organ_is_as_if_it_were_not(house: House) -> None:
    reviewed = await finally_reviewed(house)
    entered = await enter(house, "district1.petition", "demands", content=HOUSING["content"])
    demand = f"demands/{entered.json()['id']}"
    await do(house, "district1.petition", demand, "register", region="district-1")
    await do(house, "district1.petition", demand, "classify")

    refusal = await refused(house, "district1.petition", demand, "decline", **ground(reviewed))

    assert refusal == (409, "final_review_not_given")
