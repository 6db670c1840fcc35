"""The shared board: visible to exactly the team, and nobody waits for anybody there."""

from __future__ import annotations

import asyncio
from uuid import uuid4

from tests.casework.linkage_story import do, made, make, staffed
from tests.casework.neighbours import Neighbours
from tests.support.house import House

MEMBERS = ("office1.handler", "group1.member", "district1.handler")


async def test_exactly_the_team_and_the_head_of_the_lead_office_see_the_board(house: House) -> None:
    task, _ = await staffed(house)
    await make(house, "group1.member", f"{task}/notes", {"text": "已进驻窗口。"})

    for login in (*MEMBERS, "office1.head"):
        assert (await house.get(login, f"/v1/{task}/board")).json()["notes"][0]["text"] == "已进驻窗口。"
    for login in ("office1.handler2", "group1.lead", "district1.head", "deputy.city", "principal.city"):
        assert (await house.get(login, f"/v1/{task}/board")).status_code == 403, login
        assert (await make(house, login, f"{task}/notes", {"text": "旁观"})).status_code == 403
    for login in ("office2.head", "district2.handler", "petition.city", "sysadmin", "caseman.city"):
        assert (await house.get(login, f"/v1/{task}/board")).status_code == 404, login


async def test_heads_of_participants_see_the_outline_and_no_content(house: House) -> None:
    task, _ = await staffed(house)
    for login in ("group1.lead", "district1.head"):
        shown = (await house.get(login, f"/v1/{task}")).json()
        assert (shown["title"], shown["members"], shown["papers"]) == (None, [], [])
        assert [one["organisation"] for one in shown["participants"]] == [
            "city-office-1",
            "group-1",
            "district-1",
        ]


async def test_many_members_write_at_once_and_nothing_is_lost(house: House) -> None:
    task, _ = await staffed(house)
    notes = [make(house, MEMBERS[n % 3], f"{task}/notes", {"text": f"第{n}条记录"}) for n in range(30)]

    answers = await asyncio.gather(*notes)

    assert {one.status_code for one in answers} == {201}
    board = (await house.get("office1.head", f"/v1/{task}/board")).json()
    assert len(board["notes"]) == 30


async def test_work_is_given_to_a_participant_or_member_with_a_day(house: House) -> None:
    task, _ = await staffed(house)
    task_id = task.split("/")[1]
    work = {"task_id": task_id, "title": "调取台账"}
    both = await make(
        house, "office1.head", "board-tasks", {**work, "to": "group-1", "officer": "group1.member"}
    )
    assert both.json()["errors"][0]["code"] == "one_doer_needed"
    past = await make(house, "office1.head", "board-tasks", {**work, "to": "group-1", "due_on": "2026-03-01"})
    assert past.json()["errors"][0]["code"] == "day_in_past"
    outsider = await make(house, "office1.head", "board-tasks", {**work, "to": "district-2"})
    assert outsider.json()["code"] == "not_in_the_team"
    assert (await make(house, "group1.member", "board-tasks", {**work, "to": "group-1"})).status_code == 403

    piece = await made(
        house, "office1.head", "board-tasks", **work, officer="group1.member", due_on="2026-03-20"
    )
    seen = (await house.get("group1.member", f"/v1/{piece}")).json()
    assert seen["allowed_actions"] == ["accept", "report"]
    assert [(one["rule"], one["due_on"], one["state"]) for one in seen["clocks"]] == [
        ("P-E7", "2026-03-20", "running")
    ]
    assert (await house.get("district1.handler", f"/v1/{piece}")).json()["allowed_actions"] == []
    await do(house, "group1.member", piece, "report", report="已调取。")
    await do(house, "office1.head", piece, "return", opinion="缺少二月台账。")
    await do(house, "group1.member", piece, "report", report="已补齐。")
    shown = await do(house, "office1.head", piece, "confirm")
    assert (shown["state"], shown["returns"]) == ("done", 1)
    assert [one["state"] for one in shown["clocks"]] == ["met", "met"]


async def test_work_for_an_organisation_is_seen_by_its_heads(house: House) -> None:
    task, _ = await staffed(house)
    piece = await made(
        house, "office1.head", "board-tasks", task_id=task.split("/")[1], title="属地走访", to="district-1"
    )  # fmt: skip
    assert (await house.get("district1.head", f"/v1/{piece}")).json()["allowed_actions"] == [
        "accept",
        "report",
    ]
    assert (await house.get("district1.petition", f"/v1/{piece}")).status_code == 404


async def test_a_member_who_comes_later_sees_earlier_work_and_one_who_left_sees_none(house: House) -> None:
    task, (first, _) = await staffed(house)
    piece = await made(
        house, "office1.head", "board-tasks", task_id=task.split("/")[1], title="核对名册", to="group-1"
    )  # fmt: skip
    assert (await house.get("office1.handler2", f"/v1/{piece}")).status_code == 404
    await do(house, "office1.head", task, "change-team", members=["office1.handler", "office1.handler2"])
    assert (await house.get("office1.handler2", f"/v1/{piece}")).status_code == 200
    await do(house, "office1.head", first, "return")
    assert (await house.get("group1.member", f"/v1/{piece}")).status_code == 404


async def test_who_is_told_to_keep_away_loses_the_task_and_all_its_parts(house: House) -> None:
    task, _ = await staffed(house)
    piece = await made(
        house, "office1.head", "board-tasks", task_id=task.split("/")[1], title="核对名册", officer="group1.member"
    )  # fmt: skip
    away = {"officer": "group1.member", "ground": "other_doubt", "keeps_away": True}
    assert (await make(house, "principal.city", f"{task}/recusals", away)).status_code == 201
    later = await made(
        house, "office1.head", "board-tasks", task_id=task.split("/")[1], title="另一项", to="group-1"
    )  # fmt: skip
    for thing in (task, piece, later):
        assert (await house.get("group1.member", f"/v1/{thing}")).status_code == 404
    assert (await house.get("group1.member", "/v1/board-tasks")).json()["items"] == []


async def test_no_part_is_found_by_guessing_ids(house: House, neighbours: Neighbours) -> None:
    for collection in ("linkage-tasks", "secondments", "board-tasks", "shares", "consultations"):
        assert (await house.get("office1.head", f"/v1/{collection}/{uuid4()}")).status_code == 404
        assert (await house.get("sysadmin", f"/v1/{collection}")).status_code == 403
