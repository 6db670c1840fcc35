"""Search in sealed texts: exact, over what one may open, recorded without what was asked."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import httpx
import pytest
import sqlalchemy as sa

from shared.audit.tables import audit_entries
from shared.db import Scope
from shared.sealed_words.tables import sealed_words

from tests.support.house import House

TEXTS = ("小区门口的路灯坏了两周，夜里看不清路。", "路边的红灯不亮，灯罩也碎了。", "农民工工资拖欠三个月。")


async def registered(
    house: House, *texts: str, category: str = "livelihood_demand", **more: Any
) -> list[str]:
    kind = "demands" if category == "livelihood_demand" else "reports"
    found = []
    for text in texts:
        body = {"category": category, "content": text, "region": "district-1", **more}
        assert (await house.public("submissions", body)).status_code == 201
        listed = await house.get("petition.city", f"/v1/{kind}", state="received")
        (new,) = listed.json()["items"]
        answer = await house.act("petition.city", f"{kind}/{new['id']}", "register", {"opinion": "登记"})
        assert answer.status_code == 200, answer.text
        found.append(new["id"])
    return found


async def search(
    house: House, kind: str = "demands", login: str = "petition.city", **body: Any
) -> httpx.Response:
    return await house.http.post(f"/v1/{kind}/_search", headers=house.headers(login), json=body)


async def ids(house: House, *more: str, **body: Any) -> list[str]:
    answer = await search(house, *more, **body)
    assert answer.status_code == 200, answer.text
    return [one["id"] for one in answer.json()["items"]]


async def test_a_text_is_found_by_words_that_really_stand_in_it(house: House) -> None:
    lamp, traffic, wages = await registered(house, *TEXTS)

    assert await ids(house, q="路灯") == [lamp]
    assert await ids(house, q="红灯 灯罩") == [traffic]
    assert await ids(house, q="工资拖欠三个月") == [wages]
    assert await ids(house, q="灯坏") == [lamp]
    assert await ids(house, q="工资已经发放") == []


async def test_a_report_is_found_by_whom_it_is_about(house: House) -> None:
    subject = {"name": "欧阳青", "organisation": "晴川街道办事处", "position": "主任"}
    (report,) = await registered(house, "这名干部违规领取补贴。", category="accusation", subjects=[subject])

    assert await ids(house, "reports", subject="欧阳") == [report]
    assert await ids(house, "reports", subject="晴川街道", q="补贴") == [report]
    assert await ids(house, "reports", subject="欧阳", q="路灯") == []
    assert await ids(house, "reports", q="欧阳") == []


async def test_pages_are_full_and_follow_each_other_though_candidates_fall_away(house: House) -> None:
    texts = [f"第{number}号楼的路灯坏了。" for number in range(5)]
    wanted = await registered(house, *texts)

    first = (await search(house, q="路灯坏了", limit=2)).json()
    second = (await search(house, q="路灯坏了", limit=2, cursor=first["next_cursor"])).json()
    third = (await search(house, q="路灯坏了", limit=2, cursor=second["next_cursor"])).json()

    pages = [[one["id"] for one in page["items"]] for page in (first, second, third)]
    assert [len(page) for page in pages] == [2, 2, 1]
    assert sorted(one for page in pages for one in page) == sorted(wanted)
    assert third["next_cursor"] is None
    assert (await search(house, q="路灯", limit=2, cursor=first["next_cursor"])).status_code == 400


async def test_who_may_not_open_the_text_does_not_find_it(house: House) -> None:
    await registered(house, *TEXTS)

    assert await ids(house, "demands", "petition-head.city", q="路灯") != []
    assert await ids(house, "demands", "district1.petition", q="路灯") == []
    for login in ("principal.city", "housing1.clerk", "sysadmin", "auditor", "nobody"):
        answer = await search(house, "demands", login, q="路灯")
        assert answer.status_code == 403 or answer.json()["items"] == []


async def test_a_search_is_recorded_by_what_it_found_and_not_by_what_was_asked(house: House) -> None:
    lamp, *_ = await registered(house, *TEXTS)
    await search(house, q="路灯")

    async with house.desk.db.reader() as reader:
        row = await reader.one(sa.select(audit_entries).where(audit_entries.c.action == "demand:search"))
    assert row["details"]["found"] == [lamp]
    assert "路灯" not in str(row["details"])


@pytest.mark.parametrize("body", [{}, {"q": "路"}, {"q": "字" * 61}, {"text": "路灯"}, {"q": None}, {"q": 5}])
async def test_too_little_too_much_or_something_else_is_refused(house: House, body: dict[str, Any]) -> None:
    assert (await search(house, **body)).status_code == 400


async def test_candidates_that_share_numbers_by_chance_are_opened_and_left_out(house: House) -> None:
    lamp, _, wages = await registered(house, *TEXTS)
    of_text = sealed_words.c.field_group == "content"
    async with house.desk.db.transaction(Scope("worker")) as tx:
        numbers = await tx.scalar(
            sa.select(sealed_words.c.numbers).where(sealed_words.c.object_id == UUID(lamp), of_text)
        )
        changed = sa.update(sealed_words).where(sealed_words.c.object_id == UUID(wages), of_text)
        await tx.run(changed.values(numbers=numbers))

    assert await ids(house, q="路灯") == [lamp]
