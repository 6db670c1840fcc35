"""What the inspection advised about persons, and demands linked to findings: who may, in which order, what is counted."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

from rectification.store.metrics import find_records
from rectification.usecases.follow import follows
from shared.db import Scope
from shared.feed.consume import WORKER, Event

from tests.rectification.story import (
    CLERK,
    COMMISSION,
    DEPARTMENT,
    OFFICE,
    do,
    fed_back,
    findings_of,
    rectifying,
    refused,
)
from tests.support.house import House


async def counted(house: House, thing: str, metric: str) -> list[bool]:
    async with house.desk.db.reader(Scope("worker")) as reader:
        found = await find_records(reader, UUID(thing.split("/")[1]))
    return [one.counts for one in found if one.metric == metric]


async def advices(house: House, login: str, thing: str) -> list[dict[str, Any]]:
    await house.hear()
    answer = await house.get(login, f"/v1/{thing}/handling-advices")
    assert answer.status_code == 200, answer.text
    items: list[dict[str, Any]] = answer.json()["items"]
    return items


async def test_advised_handling_is_carried_out_by_the_organisation_department_and_hidden_from_the_inspected(
    house: House,
) -> None:
    early = await fed_back(house)
    body = {"text": "建议对（化名）某人予以组织调整。"}
    assert await refused(house, OFFICE, early, "advise-handling", **body) == (409, "move_out_of_order")
    thing = await rectifying(house, ordinal=4, name="第五届市委第四轮巡察")
    assert (await refused(house, COMMISSION, thing, "advise-handling", **body))[0] == 403
    assert (await refused(house, OFFICE, thing, "advise-handling", text=""))[0] == 400
    await do(house, OFFICE, thing, "advise-handling", **body)
    assert await counted(house, thing, "handling_carried_out") == [False]

    (advice,) = await advices(house, DEPARTMENT, thing)
    assert (advice["ordinal"], advice["text"], advice["done"]) == (1, body["text"], "")
    await house.hear()
    hidden = (await house.get(CLERK, f"/v1/{thing}/handling-advices")).status_code
    assert (hidden, (await house.get("petition.city", f"/v1/{thing}/handling-advices")).status_code) == (
        403,
        404,
    )
    done = {"advice_id": advice["id"], "held_on": "2026-03-02", "text": "已调整岗位。"}
    assert (await refused(house, CLERK, thing, "carry-out-handling", **done))[0] == 403
    unknown = {**done, "advice_id": str(uuid4())}
    assert await refused(house, DEPARTMENT, thing, "carry-out-handling", **unknown) == (
        409,
        "advice_not_open",
    )
    await do(house, DEPARTMENT, thing, "carry-out-handling", **done)

    assert await refused(house, DEPARTMENT, thing, "carry-out-handling", **done) == (409, "advice_not_open")
    assert [(one["done"], one["carried_out_on"]) for one in await advices(house, OFFICE, thing)] == [
        ("已调整岗位。", "2026-03-02"),
    ]
    assert await counted(house, thing, "handling_carried_out") == [True]


async def test_a_linked_demand_counts_when_intake_told_that_it_was_answered_before_or_after(
    house: House,
) -> None:
    thing = await rectifying(house)
    finding = (await findings_of(house, thing))[0]["id"]
    before, after, never = (str(uuid4()) for _ in range(3))
    hear = follows(house.desk)["intake"]["demand.answered"].apply

    async def answered(demand: str, sequence: int) -> None:
        async with house.desk.db.transaction(WORKER) as tx:
            await hear(tx, Event(sequence, "demand.answered", demand, {}), None)

    await answered(before, 1)
    for demand in (before, after, never):
        await do(house, OFFICE, thing, "link-demand", demand_id=demand, finding_id=finding)
    await answered(after, 2)
    await answered(after, 3)

    assert sorted(await counted(house, thing, "linked_demands_answered")) == [False, True, True]
    again = {"demand_id": before, "finding_id": finding}
    assert await refused(house, OFFICE, thing, "link-demand", **again) == (409, "demand_already_linked")
    other = {"demand_id": str(uuid4()), "finding_id": str(uuid4())}
    assert await refused(house, OFFICE, thing, "link-demand", **other) == (409, "finding_unknown")
    assert (await refused(house, CLERK, thing, "link-demand", **again))[0] == 403
    assert (await refused(house, OFFICE, thing, "link-demand", demand_id="x", finding_id=finding))[0] == 400
