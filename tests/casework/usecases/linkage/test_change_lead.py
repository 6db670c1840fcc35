"""Another office takes the lead; the old one loses sight unless it is kept to be asked."""

from __future__ import annotations

from tests.casework.linkage_story import do, made, staffed
from tests.support.house import House

HANDOVER = {"to": "city-office-2", "handover": "移交方案、名册和台账，两项工作未完。"}


async def test_the_old_lead_sees_nothing_more_and_the_new_one_everything(house: House) -> None:
    task, (loan, _) = await staffed(house)
    piece = await made(
        house, "office1.head", "board-tasks", task_id=task.split("/")[1], title="核对", to="group-1"
    )  # fmt: skip
    answer = await house.act("office1.head", task, "change-lead", HANDOVER)
    assert [one["level"] for one in answer.json()["sign_off"]["steps"]] == ["S2"]
    await house.sign("deputy.city", answer)

    for login in ("office1.head", "office1.handler", "office1.handler2"):
        for thing in (task, piece, loan):
            assert (await house.get(login, f"/v1/{thing}")).status_code == 404
        assert (await house.get(login, "/v1/linkage-tasks")).json()["items"] == []
    shown = (await house.get("office2.head", f"/v1/{task}")).json()
    assert (shown["lead_office"], shown["holder"]) == ("city-office-2", "city-office-2")
    assert [one["fields"]["handover"] for one in shown["papers"] if one["kind"] == "handover"] == [
        HANDOVER["handover"]
    ]
    assert (await house.get("office2.head", f"/v1/{piece}")).status_code == 200
    assert (await house.get("group1.member", f"/v1/{task}/board")).status_code == 200


async def test_a_consultant_keeps_reading_and_does_nothing(house: House) -> None:
    task, _ = await staffed(house)
    await house.sign(
        "deputy.city", await house.act("office1.head", task, "change-lead", {**HANDOVER, "keep_as_consultant": True})
    )  # fmt: skip
    shown = (await house.get("office1.head", f"/v1/{task}")).json()
    assert (shown["allowed_actions"], shown["title"] is not None) == ([], True)
    assert (await house.get("office1.head", f"/v1/{task}/board")).status_code == 403
    assert (await house.get("office1.handler", f"/v1/{task}")).status_code == 404


async def test_the_lead_goes_to_an_office_that_can_lead_and_does_not_already(house: House) -> None:
    task, _ = await staffed(house)
    for to in ("city-office-1", "city-petition", "group-1"):
        answer = await house.act("office1.head", task, "change-lead", {**HANDOVER, "to": to})
        assert answer.json()["code"] == "lead_office_not_fit"
    await do(house, "office1.head", task, "suspend", opinion="等待鉴定结论。")
    answer = await house.act("office1.head", task, "change-lead", HANDOVER)
    assert answer.json()["code"] == "move_out_of_order"
    shown = await do(house, "office1.head", task, "resume")
    assert shown["state"] == "in_progress"
