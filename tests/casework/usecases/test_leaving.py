"""Who leaves the service leaves every team; nobody inherits what they were named for. Rule: C-9, 1.6."""

from __future__ import annotations

from uuid import UUID, uuid4

import sqlalchemy as sa

from shared.needtoknow.tables import need_to_know

from tests.casework.linkage_story import do as move
from tests.casework.linkage_story import staffed
from tests.casework.story import WORKER, do, tell, verifying
from tests.support.cast import actor
from tests.support.house import House

ORDER = {"reason": "承办人均在外地，须当晚核对线索内容。", "order_number": "〔2026〕7号"}


async def leaves(house: House, login: str, successor: str) -> None:
    """Let identity tell that somebody left, and who goes on."""
    told = {"successor": actor(successor).id, "grants_ended": 1}
    await tell(house, "officer.left", UUID(actor(login).id), told, source="identity")


async def rights_of(house: House, login: str) -> list[str]:
    """Return the capacities somebody holds in person from now on."""
    known = need_to_know.c
    at = house.clock.now()
    async with house.desk.db.reader(WORKER) as reader:
        rows = await reader.all(
            sa.select(known.capacity).where(
                known.grantee == actor(login).id, sa.or_(known.until.is_(None), known.until > at)
            )
        )
    return sorted(row["capacity"] for row in rows)


async def test_a_successor_inherits_nothing_a_lent_officer_knew(house: House) -> None:
    task, loans = await staffed(house)
    assert "member" in await rights_of(house, "group1.member")

    await leaves(house, "group1.member", "group1.lead")

    assert await rights_of(house, "group1.member") == []
    assert await rights_of(house, "group1.lead") == []
    loan = (await house.get("office1.head", f"/v1/{loans[0]}")).json()
    assert (loan["state"], loan["ended_on"]) == ("returned", "2026-03-02")
    shown = (await house.get("office1.head", f"/v1/{task}")).json()
    assert [one["login"] for one in shown["members"]] == ["district1.handler", "office1.handler"]


async def test_a_broken_glass_ends_with_whoever_broke_it(house: House) -> None:
    clue, _ = await verifying(house)
    await house.hear()
    headers = house.headers("office2.handler", key=str(uuid4()))
    opened = await house.http.post(f"/v1/{clue}/break-glass", headers=headers, json=ORDER)
    assert opened.status_code == 201, opened.text

    await leaves(house, "office2.handler", "office2.head")

    assert await rights_of(house, "office2.handler") == []
    assert await rights_of(house, "office2.head") == []
    assert (await house.get("office2.head", f"/v1/{clue}")).status_code == 404


async def test_a_report_waits_for_no_signature_of_somebody_who_left(house: House) -> None:
    _, verification = await verifying(house)
    report = {"report": "经核实，反映问题不存在。", "truth_grade": "untrue"}
    await do(house, "office1.handler", verification, "draft-report", **report)
    await do(house, "office1.handler", verification, "sign-report")

    await leaves(house, "office1.handler2", "office1.head")

    shown = (await house.get("office1.handler", f"/v1/{verification}")).json()
    assert [one["login"] for one in shown["members"]] == ["office1.handler"]
    assert (await house.get("office1.handler", f"/v1/{verification}")).status_code == 200


async def test_a_leaver_told_of_twice_left_once(house: House) -> None:
    _, loans = await staffed(house)
    await leaves(house, "group1.member", "group1.lead")
    before = (await house.get("office1.head", f"/v1/{loans[0]}")).json()

    await leaves(house, "group1.member", "group1.lead")

    assert (await house.get("office1.head", f"/v1/{loans[0]}")).json() == before
    await move(house, "office1.head", loans[0], "appraise", grade="competent", comment="工作扎实。")
