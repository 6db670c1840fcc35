"""Who asks about a matter, meddles or pleads is on record for good, and never sees the record. Rule: 1.7."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import httpx
import pytest
import sqlalchemy as sa
from asyncpg import InsufficientPrivilegeError

from casework.store.tables.conduct import InterferenceRow
from shared.db import Scope

from tests.casework.story import allocated, do
from tests.support.house import House

ENTRY: dict[str, Any] = {
    "kind": "pleading",
    "channel": "phone",
    "occurred_at": "2026-03-02T08:40:00+08:00",
    "by_whom": {"name": "（化名）周某", "organisation": "某局", "position": "副局长", "relation": "同学"},
    "words": "来电询问能否从轻处理。",
    "response": "已告知不得过问。",
}


async def register(house: House, login: str = "office1.handler", **body: Any) -> httpx.Response:
    matter = {"object_type": "clue", "object_id": str(uuid4())}
    headers = house.headers(login, key=str(uuid4()))
    return await house.http.post(
        "/v1/interferences", headers=headers, json={"matter": matter, **ENTRY, **body}
    )


async def entered(house: House, login: str = "office1.handler", **body: Any) -> str:
    answer = await register(house, login, **body)
    assert answer.status_code == 201, answer.text
    return f"interferences/{answer.json()['id']}"


async def sees(house: House, thing: str) -> set[str]:
    logins = (
        "office1.handler", "office1.handler2", "office1.head", "cadre.city", "principal.city", "deputy.city",
        "caseman.city", "security.officer", "sysadmin", "district1.principal",
    )  # fmt: skip
    return {login for login in logins if (await house.get(login, f"/v1/{thing}")).status_code == 200}


async def test_it_is_seen_by_the_supervisors_the_head_and_whoever_reported_it(house: House) -> None:
    thing = await entered(house)

    assert await sees(house, thing) == {"office1.handler", "cadre.city", "principal.city"}
    shown = (await house.get("cadre.city", f"/v1/{thing}")).json()
    assert (shown["is_late"], shown["papers"][0]["fields"]["words"]) == (False, ENTRY["words"])


async def test_whom_an_entry_names_sees_it_neither_by_login_nor_by_name(house: House) -> None:
    by_login = await entered(house, by_whom={"name": "（化名）方某", "login": "principal.city"})
    by_name = await entered(house, by_whom={"name": "人员cadre.city"})

    assert await sees(house, by_login) == {"office1.handler", "cadre.city"}
    assert await sees(house, by_name) == {"office1.handler", "principal.city"}
    for login, thing in (("principal.city", by_login), ("cadre.city", by_name)):
        listed = (await house.get(login, "/v1/interferences")).json()["items"]
        assert thing.split("/")[1] not in {one["id"] for one in listed}


async def test_what_was_not_registered_on_the_day_is_marked_late(house: House) -> None:
    late = await register(house, occurred_at="2026-02-27T23:59:59+08:00")
    known = await register(house, occurred_at="2026-02-27T23:59:59+08:00", known_on="2026-03-02")

    assert (late.json()["is_late"], known.json()["is_late"]) == (True, False)


@pytest.mark.parametrize(
    ("pointer", "value", "code"),
    [
        ("/occurred_at", "2026-03-02T23:00:00+08:00", "instant_in_future"),
        ("/occurred_at", "2026-03-02", "instant_invalid"),
        ("/occurred_at", "2026-03-02T08:40:00", "instant_without_offset"),
        ("/known_on", "2026-03-03", "day_in_future"),
    ],
)
async def test_what_has_not_happened_yet_or_has_no_time_is_refused(
    house: House, pointer: str, value: str, code: str
) -> None:
    answer = await register(house, **{pointer[1:]: value})

    assert answer.status_code == 400
    assert [(one["pointer"], one["code"]) for one in answer.json()["errors"]] == [(pointer, code)]


async def test_it_has_the_time_and_is_found_by_the_day_of_the_town(house: House) -> None:
    made = (await register(house, occurred_at="2026-02-28T16:30:00Z")).json()

    assert (made["occurred_at"], made["occurred_on"]) == ("2026-03-01T00:30:00+08:00", "2026-03-01")
    for day, found in (("2026-02-28", 0), ("2026-03-01", 1)):
        on = {"occurred_from": day, "occurred_to": day}
        assert len((await house.get("cadre.city", "/v1/interferences", **on)).json()["items"]) == found


async def test_an_entry_from_before_the_time_was_asked_keeps_midnight(house: House) -> None:
    thing = await entered(house)
    async with house.desk.db.transaction(Scope("worker")) as tx:
        await tx.run(sa.update(InterferenceRow).values(occurred_at=None))

    shown = (await house.get("cadre.city", f"/v1/{thing}")).json()
    assert shown["occurred_at"] == "2026-03-02T00:00:00+08:00"


async def test_it_is_followed_up_and_disposed_of(house: House) -> None:
    thing = await entered(house)

    await do(house, "cadre.city", thing, "follow-up", note="已向当事人核实")
    shown = await do(house, "cadre.city", thing, "dispose", outcome="reminded", reason="情节轻微，予以提醒")

    assert (shown["state"], shown["outcome"], shown["allowed_actions"]) == ("disposed", "reminded", [])
    assert [one["kind"] for one in shown["papers"]] == ["disposal", "entry", "follow_up"] or len(
        shown["papers"]
    ) == 3
    seen = (await house.get("office1.handler", f"/v1/{thing}")).json()
    assert seen["outcome"] == "reminded"


async def test_one_that_becomes_a_clue_needs_the_head_and_goes_to_the_supervisors(house: House) -> None:
    thing = await entered(house)

    shown = await do(house, "cadre.city", thing, "dispose", outcome="transferred_as_clue", reason="涉嫌违纪")

    clue = (await house.get("cadre.city", f"/v1/clues/{shown['clue_id']}")).json()
    assert (clue["state"], clue["source"], clue["office"]) == (
        "registered",
        "daily_supervision",
        "city-cadre-supervision",
    )
    assert (await house.get("caseman.city", f"/v1/clues/{shown['clue_id']}")).status_code == 404
    history = (await house.get("cadre.city", f"/v1/{thing}/history")).json()["items"]
    assert history[-1]["sign_off_id"] is not None


async def test_nobody_disposes_of_an_entry_of_his_own(house: House) -> None:
    thing = await entered(house, "cadre.city")

    answer = await house.act("cadre.city", thing, "dispose", {"outcome": "noted", "reason": "备查"})

    assert (answer.status_code, answer.json()["code"]) == (403, "own_interference_entry")


@pytest.mark.parametrize("login", ["housing1.clerk", "sysadmin", "statistician", "inspected1.clerk"])
async def test_who_is_not_of_a_commission_registers_nothing(house: House, login: str) -> None:
    assert (await register(house, login)).status_code == 403


async def test_an_entry_is_never_taken_out(house: House) -> None:
    await entered(house)

    with pytest.raises(InsufficientPrivilegeError):
        async with house.desk.db.transaction(Scope("worker")) as tx:
            await tx.run(sa.delete(InterferenceRow))


async def test_bad_input_is_named_whole(house: House) -> None:
    answer = await register(house, kind="gossip", words="", matter={"object_type": "Clue!"})

    assert answer.status_code == 400
    pointers = {one["pointer"] for one in answer.json()["errors"]}
    assert pointers == {"/kind", "/words", "/matter/object_type", "/matter/object_id"}
    assert await allocated(house)
