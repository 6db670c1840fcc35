"""Journey 3 inside casework: office, group and region work one case."""

from __future__ import annotations

from tests.casework.linkage_story import (
    LENT,
    approved,
    asked,
    declared,
    do,
    drafted,
    lent,
    log,
    made,
    make,
    reported,
)
from tests.casework.neighbours import Neighbours
from tests.support.house import House

SUBJECT = {"name": "（化名）郑某", "organisation": "某窗口", "position": "工作人员"}
JUDGED = {"timeliness": 25, "quality": 24, "cooperation": 30, "reason": "按期完成，配合主动。"}
MEMBERS = ("office1.handler", "group1.member", "district1.handler")


async def test_office_group_and_region_work_one_case(house: House, neighbours: Neighbours) -> None:
    task = await coordinated_with_a_second(house)
    await staffed_with_an_alternative(house, neighbours, task)
    await seen_by_members_alone(house, task)
    piece = await consulted(house, task)
    await logged(house, neighbours, task)
    await concluded_with_three_reports(house, task, piece)
    await assessed(house, task)


async def coordinated_with_a_second(house: House) -> str:
    """Merge the district's declaration into the group's."""
    second = await declared(house, "district1.head", units=["district-1-housing"])
    task = await declared(house, kind="joint_case", subjects=[SUBJECT])
    shown = await do(
        house, "office1.head", task, "coordinate",
        groups=["group-1"], regions=["district-1"], merge=[second.split("/")[1]],
    )  # fmt: skip
    assert shown["units"] == ["bureau-housing", "district-1-housing"]
    assert (await house.get("district1.head", f"/v1/{second}")).json()["merged_into"] == task.split("/")[1]
    await do(house, "office1.head", task, "approve", plan="分三步开展。")
    return task


async def staffed_with_an_alternative(house: House, neighbours: Neighbours, task: str) -> None:
    """One officer is lent, one is offered instead of another, one is blocked."""
    await lent(house, task, "group1.member", "group1.lead")
    secondment = await asked(house, task, "district1.principal")
    await do(
        house, "district1.head", secondment, "counter", officer="district1.handler", opinion="主要负责人不便离岗。"
    )  # fmt: skip
    neighbours.relations["group1.lead"] = [
        {"kind": "sibling", "name": SUBJECT["name"], "organisation": None, "unit": None}
    ]
    wanted = {"task_id": task.split("/")[1], "officer": "group1.lead", **LENT}
    blocked = await make(house, "office1.head", "secondments", wanted)
    assert (blocked.status_code, blocked.json()["code"]) == (409, "recusal_conflict")
    accepted = await do(house, "office1.head", secondment, "accept")
    assert (accepted["state"], accepted["login"]) == ("accepted", "district1.handler")
    formed = await do(house, "office1.head", task, "form-team", members=["office1.handler"])
    assert sorted(one["login"] for one in formed["members"]) == sorted(MEMBERS)
    await do(house, "office1.head", task, "begin")


async def seen_by_members_alone(house: House, task: str) -> None:
    """Members of three organisations see the task, nobody else."""
    for login in MEMBERS:
        assert (await house.get(login, f"/v1/{task}")).json()["title"]
        assert (await house.get(login, f"/v1/{task}/board")).status_code == 200
    for login in ("district2.handler", "office2.head", "petition.city", "housing1.head"):
        assert (await house.get(login, f"/v1/{task}")).status_code == 404


async def consulted(house: House, task: str) -> str:
    """Record a dissent; decide a piece of work, a clue and a supervision record."""
    consultation = await made(
        house, "office1.head", "consultations", task_id=task.split("/")[1], agenda=["是否转为线索"],
        held_on="2026-03-02", participants=list(MEMBERS),
    )  # fmt: skip
    for login, position in zip(MEMBERS, ("agree", "agree", "dissent"), strict=True):
        await do(house, login, consultation, "give-opinion", position=position, text="意见如上。")
    resolved = await do(
        house, "office1.head", consultation, "resolve", resolution="转为问题线索并继续核查。",
        dissent_answer="已记录，后续核查中关注。",
        board_tasks=[{"title": "核对台账", "to": "district-1", "due_on": "2026-03-20"}],
        clues=[{"facts": "窗口人员涉嫌收受服务对象财物。", "subjects": [SUBJECT]}],
        supervision_records=[{"organisation": "bureau-housing", "text": "公示办结时限", "due_on": "2026-04-01"}],
    )  # fmt: skip
    assert [one["kind"] for one in resolved["decisions"]] == ["board_task", "clue", "supervision"]
    assert resolved["dissents"] == 1
    ledger = (await house.get("caseman.city", "/v1/clues", source="linkage")).json()["items"]
    assert [one["id"] for one in ledger] == [resolved["decisions"][1]["object_id"]]
    piece = f"board-tasks/{resolved['decisions'][0]['object_id']}"
    await do(house, "district1.head", piece, "accept")
    await do(house, "district1.head", piece, "report", report="已核对，无遗漏。")
    return piece


async def logged(house: House, neighbours: Neighbours, task: str) -> None:
    """Log problems, persons and a recommendation, each with one credit owner."""
    assert (
        await log(house, "group1.member", task, kind="problem", what="窗口未公示办结时限")
    ).status_code == 201
    assert (
        await log(house, "group1.member", task, kind="person_handled", what="（化名）郑某")
    ).status_code == 201
    drafted_there = await log(
        house, "office1.handler", task, kind="recommendation", what="关于规范窗口服务的建议",
        credit_owner="city-office-1", contributors=[],
        recommendation={
            "kind": "supervisory", "addressee": "bureau-housing", "facts": "窗口办理时间长。", "problems": "时限未公示。",
            "advice": "公示并严格执行。", "reply_by": "2026-04-10",
        },
    )  # fmt: skip
    assert drafted_there.status_code == 201, drafted_there.text
    (sent,) = neighbours.drafted.values()
    assert sent["origin"] == {"linkage_task_id": task.split("/")[1]}


async def concluded_with_three_reports(house: House, task: str, piece: str) -> None:
    """Refuse the conclusion while work is open or reports are missing; then end everybody's access."""
    early = await house.act("office1.head", task, "conclude", {"conclusion": "任务完成。"})
    assert early.json()["code"] == "board_task_open"
    await do(house, "office1.head", piece, "confirm")
    early = await house.act("office1.head", task, "conclude", {"conclusion": "任务完成。"})
    assert (early.status_code, early.json()["code"]) == (409, "three_reports_missing")
    await reported(house, task)
    answer = await house.act("office1.head", task, "conclude", {"conclusion": "任务完成。"})
    assert [step["level"] for step in answer.json()["sign_off"]["steps"]] == ["S3"]
    await house.sign("principal.city", answer)
    for login in MEMBERS:
        assert (await house.get(login, f"/v1/{task}/board")).status_code in (403, 404)
    assert (await house.get("group1.member", f"/v1/{task}")).status_code == 404


async def assessed(house: House, task: str) -> None:
    """Score every party."""
    judged = [{"organisation": code, **JUDGED} for code in ("city-office-1", "group-1", "district-1")]
    scored = await do(house, "caseman.city", task, "assess", judged=judged)
    points = {(one["organisation"], one["dimension"]): one["points"] for one in scored["scores"]}
    assert scored["state"] == "assessed"
    assert points["group-1", "cooperation"] == 100
    assert points["district-1", "timeliness"] == 95


async def test_a_member_drafts_and_the_head_signs_the_declaration(house: House) -> None:
    task = await drafted(house, "group1.member")
    answer = await house.act("group1.member", task, "declare", {"need": "需要联动。", "scope": "某单位"})

    assert [step["level"] for step in answer.json()["sign_off"]["steps"]] == ["S1"]
    own = await house.sign("group1.member", answer)
    assert own.json()["code"] == "own_proposal"
    assert (await house.sign("group1.lead", answer)).status_code == 200
    shown = (await house.get("office1.head", f"/v1/{task}")).json()
    assert (shown["state"], shown["number"]) == ("declared", "city-linkage_task-2026-0001")
    assert (await house.get("group1.member", f"/v1/{task}")).status_code == 404


async def test_the_plan_of_a_check_is_signed_by_the_deputy(house: House) -> None:
    task = await approved(house)

    assert (await house.get("office1.head", f"/v1/{task}")).json()["state"] == "approved"
