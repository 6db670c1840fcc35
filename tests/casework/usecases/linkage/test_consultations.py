"""Consultations: everybody is heard, dissent stays, and decisions are linked back."""

from __future__ import annotations

from typing import Any

from tests.casework.linkage_story import do, made, make, staffed
from tests.support.house import House

VOICES = ("office1.handler", "group1.member", "district1.handler")
RESOLUTION = {"resolution": "同意继续核查。"}


async def called(house: House) -> tuple[str, str]:
    """Return a task and a consultation of its three members."""
    task, _ = await staffed(house)
    consultation = await made(
        house, "office1.head", "consultations", task_id=task.split("/")[1], agenda=["下一步安排"],
        held_on="2026-03-02", participants=list(VOICES),
    )  # fmt: skip
    return task, consultation


async def code(house: House, login: str, thing: str, action: str, **body: Any) -> tuple[int, str | None]:
    """Try a move; return status and code."""
    answer = await house.act(login, thing, action, body)
    return answer.status_code, answer.json().get("code")


async def test_a_resolution_waits_for_every_voice_and_answers_dissent(house: House) -> None:
    _, consultation = await called(house)
    opinion = {"position": "agree", "text": "同意。"}
    assert await code(house, "office1.head", consultation, "give-opinion", **opinion) == (403, "forbidden")
    assert await code(house, "office1.handler2", consultation, "give-opinion", **opinion) == (
        404,
        "not_found",
    )
    await do(house, "office1.handler", consultation, "give-opinion", **opinion)
    assert await code(house, "office1.handler", consultation, "give-opinion", **opinion) == (
        409, "opinion_already_given",
    )  # fmt: skip
    await do(house, "district1.handler", consultation, "give-opinion", position="dissent", text="证据不足。")
    assert await code(house, "office1.head", consultation, "resolve", **RESOLUTION) == (
        409,
        "opinion_missing",
    )
    absent = {"absent": [{"officer": "group1.member", "reason": "外出取证。"}]}
    assert await code(house, "office1.head", consultation, "resolve", **RESOLUTION, **absent) == (
        409, "dissent_not_answered",
    )  # fmt: skip
    answered = {**RESOLUTION, **absent, "dissent_answer": "补充取证后再议。"}
    shown = await do(house, "office1.head", consultation, "resolve", **answered)
    dissent = [one for one in shown["voices"] if one["position"] == "dissent"]
    assert (shown["state"], dissent[0]["text"]) == ("resolved", "证据不足。")
    assert await code(house, "office1.head", consultation, "cancel", opinion="取消") == (
        409,
        "move_out_of_order",
    )


async def test_what_is_decided_is_made_once_and_linked_back(house: House) -> None:
    task, consultation = await called(house)
    for login in VOICES:
        await do(house, login, consultation, "give-opinion", position="agree", text="同意。")
    outside = {"board_tasks": [{"title": "外单位工作", "to": "district-2"}]}
    assert await code(house, "office1.head", consultation, "resolve", **RESOLUTION, **outside) == (
        409, "not_in_the_team",
    )  # fmt: skip
    assert (await house.get("caseman.city", "/v1/clues/_count", source="linkage")).json()["count"] == 0
    shown = await do(
        house, "office1.head", consultation, "resolve", **RESOLUTION,
        board_tasks=[{"title": "调取合同", "officer": "district1.handler"}],
        clues=[{"facts": "发现某人涉嫌挪用资金。", "subject_organisations": ["bureau-housing"]}],
        supervision_records=[{"organisation": "bureau-housing", "text": "整改公示", "due_on": "2026-04-01"}],
    )  # fmt: skip
    board = (await house.get("group1.member", f"/v1/{task}/board")).json()
    made_of = {one["kind"]: one["object_id"] for one in shown["decisions"]}
    assert board["board_tasks"][0]["id"] == made_of["board_task"]
    assert board["board_tasks"][0]["consultation_id"] == consultation.split("/")[1]
    watched = [one for one in board["board_tasks"] if one["is_supervision"]]
    assert [one["id"] for one in watched] == [made_of["supervision"]]
    clue = (await house.get("caseman.city", f"/v1/clues/{made_of['clue']}")).json()
    assert (clue["state"], clue["source"], clue["office"]) == ("registered", "linkage", "city-office-1")
    assert (await house.get("group1.member", f"/v1/clues/{made_of['clue']}")).status_code == 404


async def test_only_the_team_is_called_and_only_by_the_head(house: House) -> None:
    task, _ = await staffed(house)
    body = {"task_id": task.split("/")[1], "agenda": ["安排"], "held_on": "2026-03-02"}
    outsider = {**body, "participants": ["office1.handler", "office1.handler2"]}
    assert (await make(house, "office1.head", "consultations", outsider)).json()["code"] == "not_in_the_team"
    team = {**body, "participants": list(VOICES)}
    assert (await make(house, "office1.handler", "consultations", team)).status_code == 403
    alone = {**body, "agenda": [], "participants": ["office1.handler"]}
    errors = (await make(house, "office1.head", "consultations", alone)).json()["errors"]
    assert {one["pointer"] for one in errors} == {"/agenda", "/participants"}


async def test_what_an_organisation_is_watched_for_is_told_answered_and_closed(house: House) -> None:
    task, consultation = await called(house)
    for login in VOICES:
        await do(house, login, consultation, "give-opinion", position="agree", text="同意。")
    watched_for = {"organisation": "district-1-housing", "text": "公示办结时限", "due_on": "2026-04-01"}
    shown = await do(
        house, "office1.head", consultation, "resolve", **RESOLUTION, supervision_records=[watched_for]
    )
    matter = f"board-tasks/{shown['decisions'][0]['object_id']}"

    told = (await house.get("housing1.clerk", f"/v1/{matter}")).json()
    answered = await do(house, "housing1.clerk", matter, "report", report="已公示办结时限。")
    returned = await do(house, "office1.head", matter, "return", opinion="请附公示照片。")
    await do(house, "housing1.clerk", matter, "report", report="已补充照片。")
    closed = await do(house, "office1.head", matter, "confirm")

    assert (told["state"], told["is_supervision"], told["given_to"]) == (
        "assigned",
        True,
        "district-1-housing",
    )
    assert {one["rule"]: one["due_on"] for one in told["clocks"]} == {"P-E7": "2026-04-01"}
    assert (answered["state"], returned["returns"], closed["state"]) == ("reported", 1, "done")
    assert (await house.get("housing1.clerk", f"/v1/{task}")).status_code == 404
    assert (await house.get("housing1.clerk", f"/v1/{task}/board")).status_code == 404
