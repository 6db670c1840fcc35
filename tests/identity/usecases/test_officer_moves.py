"""Officers: taken on, found by those in whose place they are, leaving with everything handed over."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from tests.support.town import Town

NEW = {"login": "office1.new", "name": "顾念秋", "organisation": "city-office-1", "position": "四级主任科员"}


async def take_on(town: Town, **changes: Any) -> UUID:
    answer = await town.post("sysadmin", "/v1/officers", {**NEW, **changes})
    assert answer.status_code == 201, answer.text
    return UUID(answer.json()["id"])


async def test_a_new_officer_has_an_account_that_cannot_be_used_yet(town: Town) -> None:
    officer = await take_on(town)

    assert (await town.token("office1.new")).json()["code"] == "login_refused"
    shown = (await town.get("sysadmin", f"/v1/officers/{officer}")).json()
    assert shown["state"] == "active"
    assert shown["organisation"] == "city-office-1"
    assert shown["allowed_actions"] == ["suspend", "leave"]


async def test_two_officers_never_share_a_login(town: Town) -> None:
    await take_on(town)

    answer = await town.post("sysadmin", "/v1/officers", {**NEW, "name": "另一人"})

    assert answer.status_code == 409
    assert answer.json()["code"] == "login_taken"


async def test_an_administrator_of_the_city_takes_nobody_on_elsewhere(town: Town) -> None:
    answer = await town.post("sysadmin", "/v1/officers", {**NEW, "organisation": "bureau-housing"})

    assert answer.status_code == 403


async def test_a_head_sees_his_office_and_nobody_else(town: Town) -> None:
    listed = (await town.get("office1.head", "/v1/officers")).json()["items"]
    elsewhere = await town.id_of("office2.head")

    assert {officer["login"] for officer in listed} == {"office1.head", "office1.handler"}
    assert (await town.get("office1.head", f"/v1/officers/{elsewhere}")).status_code == 404


async def test_a_leader_sees_the_organ_but_not_the_districts(town: Town) -> None:
    listed = (await town.get("principal.city", "/v1/officers", limit=100)).json()["items"]

    logins = {officer["login"] for officer in listed}
    assert {"office1.head", "office2.head", "deputy.city"} <= logins
    assert "district1.handler" not in logins


async def test_officers_are_found_by_two_characters_of_their_name(town: Town) -> None:
    found = await town.post("principal.city", "/v1/officers/_search", {"q": "一鸣"})

    assert [officer["login"] for officer in found.json()["items"]] == ["office1.handler"]


async def test_a_list_goes_on_where_its_cursor_says(town: Town) -> None:
    first = (await town.get("sysadmin", "/v1/officers", limit=4)).json()
    second = (await town.get("sysadmin", "/v1/officers", limit=4, cursor=first["next_cursor"])).json()
    counted = (await town.get("sysadmin", "/v1/officers/_count")).json()

    logins = [officer["login"] for officer in first["items"] + second["items"]]
    assert logins == sorted(set(logins))
    assert len(logins) == 8
    assert counted == {"count": 9, "at_least": False}


async def test_names_behind_ids_are_told(town: Town) -> None:
    handler, unknown = await town.id_of("office1.handler"), UUID(int=7)

    answer = await town.post(
        "district1.handler", "/v1/officers/_names", {"ids": [str(handler), str(unknown)]}
    )

    assert [(one["name"], one["organisation"]) for one in answer.json()["items"]] == [
        ("林一鸣", "city-office-1")
    ]


async def test_an_officer_who_changes_office_gets_another_token(town: Town) -> None:
    handler = await town.id_of("office1.handler")
    headers = await town.headers("office1.handler")
    body = {"name": "林一鸣", "organisation": "city-office-2", "position": "主任科员"}

    changed = await town.put("sysadmin", f"/v1/officers/{handler}", body, version=1)
    await town.versions.refresh()

    assert changed.status_code == 200, changed.text
    assert changed.json()["path"] == "city/city-office-2"
    assert (await town.http.get("/v1/me", headers=headers)).status_code == 401


async def test_a_change_on_an_old_version_is_refused(town: Town) -> None:
    handler = await town.id_of("office1.handler")
    body = {"name": "林一鸣", "organisation": "city-office-2"}
    await town.put("sysadmin", f"/v1/officers/{handler}", body, version=1)

    answer = await town.put("sysadmin", f"/v1/officers/{handler}", body, version=1)

    assert answer.status_code == 412


async def test_leaving_ends_everything_in_one_call_and_names_the_successor(town: Town) -> None:
    head, handler = await town.id_of("office1.head"), await town.id_of("office1.handler")
    headers = await town.headers("office1.head")
    held = (await town.get("sysadmin", f"/v1/officers/{head}/role-grants")).json()["items"][0]
    day = str(town.clock.today())
    lent = {
        "grant_id": held["id"],
        "to_officer": str(handler),
        "begins_on": day,
        "ends_on": day,
        "reason": "出差",
    }
    await town.post("office1.head", "/v1/delegations", lent)

    left = await town.post(
        "sysadmin",
        f"/v1/officers/{head}/leave",
        {"successor": str(handler), "opinion": "调任外地"},
        version=1,
    )
    await town.versions.refresh()

    assert left.status_code == 200, left.text
    assert left.json()["state"] == "left"
    assert left.json()["successor_id"] == str(handler)
    told = (await town.told("officer.left"))[-1]
    assert (told["subject"], told["successor"]) == (str(head), str(handler))
    assert (await town.http.get("/v1/me", headers=headers)).json()["code"] == "token_revoked"
    assert (await town.token("office1.head")).json()["code"] == "account_not_active"
    me = (await town.get("office1.handler", "/v1/me")).json()
    assert [role["role"] for role in me["roles"]] == ["handler"]
    grants = (await town.get("sysadmin", f"/v1/officers/{head}/role-grants")).json()["items"]
    assert grants == []


async def test_a_successor_must_be_here_and_of_the_same_duty(town: Town) -> None:
    head, auditor = await town.id_of("office1.head"), await town.id_of("auditor")

    answer = await town.post("sysadmin", f"/v1/officers/{head}/leave", {"successor": str(auditor)}, version=1)

    assert answer.status_code == 409
    assert answer.json()["code"] == "successor_not_active"


async def test_nobody_suspends_himself(town: Town) -> None:
    own = await town.id_of("sysadmin")

    answer = await town.post("sysadmin", f"/v1/officers/{own}/suspend", {}, version=1)

    assert answer.json()["code"] == "own_account"


async def test_who_left_does_not_come_back(town: Town) -> None:
    head = await town.id_of("office1.head")
    await town.post("sysadmin", f"/v1/officers/{head}/leave", {}, version=1)

    answer = await town.post("sysadmin", f"/v1/officers/{head}/resume", {}, version=2)

    assert answer.status_code == 409
    assert answer.json()["code"] == "move_out_of_order"


async def test_the_history_of_an_account_is_kept(town: Town) -> None:
    handler = await town.id_of("office1.handler")
    await town.post("sysadmin", f"/v1/officers/{handler}/suspend", {"opinion": "借调"}, version=1)
    await town.post("sysadmin", f"/v1/officers/{handler}/resume", {"opinion": "返回"}, version=2)

    moves = (await town.get("sysadmin", f"/v1/officers/{handler}/history")).json()["items"]

    assert [(move["action"], move["opinion"]) for move in moves] == [
        ("create", ""), ("suspend", "借调"), ("resume", "返回"),
    ]  # fmt: skip
