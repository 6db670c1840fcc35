"""Sessions: refreshed, repeated, stolen, ended."""

from __future__ import annotations

from datetime import timedelta

import httpx

from tests.support.town import Town


async def refresh(town: Town, token: str) -> httpx.Response:
    return await town.form(grant_type="refresh_token", refresh_token=token)


async def test_a_refresh_token_is_exchanged_for_the_next_one(town: Town) -> None:
    first = (await town.token("office1.handler")).json()["refresh_token"]

    answer = await refresh(town, first)

    assert answer.status_code == 200, answer.text
    assert answer.json()["refresh_token"] != first
    assert (await refresh(town, answer.json()["refresh_token"])).status_code == 200


async def test_an_answer_lost_on_the_way_can_be_asked_for_again(town: Town) -> None:
    first = (await town.token("office1.handler")).json()["refresh_token"]
    lost = (await refresh(town, first)).json()["refresh_token"]

    town.clock.move(timedelta(seconds=20))
    again = await refresh(town, first)

    assert again.status_code == 200, again.text
    assert again.json()["refresh_token"] == lost


async def test_a_token_used_twice_ends_the_session_and_every_access_token(town: Town) -> None:
    tokens = (await town.token("office1.handler")).json()
    second = (await refresh(town, tokens["refresh_token"])).json()
    await refresh(town, second["refresh_token"])

    stolen = await refresh(town, tokens["refresh_token"])
    await town.versions.refresh()

    assert stolen.json()["code"] == "refresh_refused"
    assert stolen.json()["error"] == "invalid_grant"
    assert (await refresh(town, second["refresh_token"])).status_code == 400
    headers = {"Authorization": f"Bearer {second['access_token']}"}
    assert (await town.http.get("/v1/me", headers=headers)).json()["code"] == "token_revoked"


async def test_a_leader_rests_a_quarter_of_an_hour_and_a_handler_an_hour(town: Town) -> None:
    leader = (await town.token("principal.city")).json()["refresh_token"]
    handler = (await town.token("office1.handler")).json()["refresh_token"]

    town.clock.move(timedelta(minutes=16))

    assert (await refresh(town, leader)).status_code == 400
    assert (await refresh(town, handler)).status_code == 200


async def test_a_session_ends_after_eight_hours_however_busy(town: Town) -> None:
    token = (await town.token("office1.handler")).json()["refresh_token"]
    for _ in range(16):
        town.clock.move(timedelta(minutes=29))
        token = (await refresh(town, token)).json()["refresh_token"]

    town.clock.move(timedelta(minutes=29))

    assert (await refresh(town, token)).status_code == 400


async def test_logging_out_ends_the_session_and_its_access_tokens(town: Town) -> None:
    tokens = (await town.token("office1.handler")).json()

    gone = await town.http.post("/v1/token/revoke", data={"token": tokens["refresh_token"]})
    unknown = await town.http.post("/v1/token/revoke", data={"token": "nobody-knows-this-token"})
    await town.versions.refresh()

    assert gone.status_code == unknown.status_code == 204
    assert (await refresh(town, tokens["refresh_token"])).status_code == 400
    headers = {"Authorization": f"Bearer {tokens['access_token']}"}
    assert (await town.http.get("/v1/me", headers=headers)).status_code == 401


async def test_a_refreshed_token_carries_the_rights_of_today(town: Town) -> None:
    refresh_token = (await town.token("office1.handler")).json()["refresh_token"]
    handler = await town.id_of("office1.handler")
    grants = (await town.get("sysadmin", f"/v1/officers/{handler}/role-grants")).json()["items"]
    ended = await town.post(
        "sysadmin", f"/v1/role-grants/{grants[0]['id']}/end", {"reason": "调整分工"}, version=1
    )
    assert ended.status_code == 200, ended.text

    fresh = (await refresh(town, refresh_token)).json()["access_token"]
    await town.versions.refresh()

    me = await town.http.get("/v1/me", headers={"Authorization": f"Bearer {fresh}"})
    assert me.json()["roles"] == []
    officers = await town.http.get("/v1/officers", headers={"Authorization": f"Bearer {fresh}"})
    assert officers.status_code == 403
