"""Logging in: who may, who may not, and what guessing costs."""

from __future__ import annotations

from tests.support.town import Town


async def test_the_right_password_gives_a_token_that_opens_the_own_page(town: Town) -> None:
    answer = await town.token("office1.handler")

    assert answer.status_code == 200, answer.text
    tokens = answer.json()
    assert tokens["token_type"] == "Bearer"
    assert tokens["expires_in"] == 300
    me = await town.http.get("/v1/me", headers={"Authorization": f"Bearer {tokens['access_token']}"})
    assert me.status_code == 200, me.text
    assert me.json()["organisation"]["code"] == "city-office-1"
    assert [role["role"] for role in me.json()["roles"]] == ["handler"]
    assert me.json()["clearance"] == "work_secret"
