"""E5: one clue or file, signed for by the deputy, known to the list and to nobody else of the team."""

from __future__ import annotations

from datetime import timedelta

from tests.casework.linkage_story import do, made, make, staffed
from tests.casework.neighbours import Neighbours
from tests.casework.story import allocated
from tests.support.house import House


async def test_a_clue_is_known_to_the_list_after_the_signature_and_until_the_loan_ends(house: House) -> None:
    task, _ = await staffed(house)
    clue = await allocated(house)
    share = await made(
        house, "office1.head", "shares", task_id=task.split("/")[1], object_type="clue", object_id=clue.split("/")[1],
        officers=["district1.handler"], purpose="核对关联人员。",
    )  # fmt: skip
    assert (await house.get("district1.handler", f"/v1/{clue}")).status_code == 404
    assert (await house.get("district1.handler", f"/v1/{share}")).status_code == 404

    answer = await house.act("office1.head", share, "share")
    assert [one["level"] for one in answer.json()["sign_off"]["steps"]] == ["S2"]
    await house.sign("deputy.city", answer)

    seen = (await house.get("district1.handler", f"/v1/{clue}")).json()
    assert (seen["allowed_actions"], seen["state"]) == ([], "allocated")
    assert (await house.get("group1.member", f"/v1/{clue}")).status_code == 404
    house.clock.move(timedelta(days=40))
    assert (await house.get("district1.handler", f"/v1/{clue}")).status_code == 404


async def test_a_share_that_is_ended_and_a_member_who_returns_know_nothing_more(house: House) -> None:
    task, (loan, _) = await staffed(house)
    shares = []
    for officer in ("district1.handler", "group1.member"):
        clue = await allocated(house)
        share = await made(
            house, "office1.head", "shares", task_id=task.split("/")[1], object_type="clue",
            object_id=clue.split("/")[1], officers=[officer], purpose="核对关联人员。",
        )  # fmt: skip
        await do(house, "office1.head", share, "share")
        shares.append((share, clue, officer))
    await do(house, "office1.head", shares[0][0], "end")
    await do(house, "group1.lead", loan, "return")
    for _, clue, officer in shares:
        assert (await house.get(officer, f"/v1/{clue}")).status_code == 404


async def test_only_members_without_a_ground_and_only_own_clues_are_named(
    house: House, neighbours: Neighbours
) -> None:
    task, _ = await staffed(house)
    clue = await allocated(house)
    body = {
        "task_id": task.split("/")[1], "object_type": "clue", "object_id": clue.split("/")[1], "purpose": "核对人员。",
    }  # fmt: skip
    outsider = await make(house, "office1.head", "shares", {**body, "officers": ["office1.handler2"]})
    assert outsider.json()["code"] == "not_in_the_team"
    neighbours.subjects = [{"name": "（化名）王某", "organisation": "某局", "position": "科长"}]
    neighbours.relations["group1.member"] = [
        {"kind": "spouse", "name": "（化名）王某", "organisation": None, "unit": None}
    ]
    blocked = await make(house, "office1.head", "shares", {**body, "officers": ["group1.member"]})
    assert blocked.json()["code"] == "recusal_conflict"
    elsewhere = await make(house, "group1.member", "shares", {**body, "officers": ["group1.member"]})
    assert elsewhere.status_code == 403
    unknown = {**body, "object_id": task.split("/")[1], "officers": ["district1.handler"]}
    assert (await make(house, "office1.head", "shares", unknown)).status_code == 404


async def test_who_left_before_the_signature_is_not_let_in_by_it(house: House) -> None:
    task, (loan, _) = await staffed(house)
    clue = await allocated(house)
    share = await made(
        house, "office1.head", "shares", task_id=task.split("/")[1], object_type="clue", object_id=clue.split("/")[1],
        officers=["group1.member"], purpose="核对人员。",
    )  # fmt: skip
    answer = await house.act("office1.head", share, "share")
    await do(house, "group1.lead", loan, "return")
    signed = await house.sign("deputy.city", answer)
    assert (signed.status_code, signed.json()["code"]) == (409, "not_in_the_team")
