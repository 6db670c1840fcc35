"""A signing right lent for some days: to whom, how long, and when it ends."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import httpx
import pytest

from tests.support.town import Town


async def lend(town: Town, by: str, to: str, **more: Any) -> httpx.Response:
    giver, taker = await town.id_of(by), await town.id_of(to)
    held = (await town.get("sysadmin", f"/v1/officers/{giver}/role-grants")).json()["items"][0]
    days = {"begins_on": str(town.clock.today()), "ends_on": str(town.clock.today() + timedelta(days=7))}
    body = {"grant_id": held["id"], "to_officer": str(taker), "reason": "出差", **days, **more}
    return await town.post(by, "/v1/delegations", body)


async def test_a_head_lends_his_signature_for_some_days(town: Town) -> None:
    answer = await lend(town, "office1.head", "office1.handler")

    assert answer.status_code == 201, answer.text
    me = (await town.get("office1.handler", "/v1/me")).json()
    lent = next(role for role in me["roles"] if role["role"] == "office_head")
    assert lent["delegation"] == answer.json()["id"]
    assert lent["organisation"] == "city-office-1"
    told = await town.told("delegation.changed")
    assert told[-1]["in_force"] is True


async def test_a_lent_signature_names_the_delegation_in_the_token(town: Town) -> None:
    delegation = (await lend(town, "deputy.city", "office2.head")).json()["id"]

    token = (await town.token("office2.head")).json()["access_token"]
    await town.versions.refresh()
    verified = await town.authenticator.caller([f"Bearer {token}"])

    lent = next(one for one in verified.grants if one.delegation is not None)
    assert lent.delegation == delegation
    assert lent.role == "deputy_leader"
    assert lent.until is not None


@pytest.mark.parametrize(
    ("by", "to", "more", "code"),
    [
        ("principal.city", "deputy.city", {}, "not_delegable"),
        ("office1.head", "district1.handler", {}, "delegate_of_other_organ"),
        ("office1.head", "auditor", {}, "roles_exclude_each_other"),
        ("office1.head", "office1.handler", {"ends_on": "2027-03-01"}, "delegation_too_long"),
        (
            "office1.head",
            "office1.handler",
            {"begins_on": "2026-01-01", "ends_on": "2026-02-01"},
            "period_is_over",
        ),
    ],
)
async def test_what_may_not_be_lent_is_refused(
    town: Town, by: str, to: str, more: dict[str, str], code: str
) -> None:
    answer = await lend(town, by, to, **more)

    assert answer.status_code == 409, answer.text
    assert answer.json()["code"] == code


async def test_one_signature_is_not_lent_to_two_at_once(town: Town) -> None:
    await lend(town, "deputy.city", "office1.head")

    answer = await lend(town, "deputy.city", "office2.head")

    assert answer.json()["code"] == "delegated_already"


async def test_nobody_lends_the_signature_of_somebody_else(town: Town) -> None:
    giver, taker = await town.id_of("office1.head"), await town.id_of("office2.head")
    held = (await town.get("sysadmin", f"/v1/officers/{giver}/role-grants")).json()["items"][0]
    body = {"grant_id": held["id"], "to_officer": str(taker), "reason": "代为", "begins_on": str(town.clock.today()),
            "ends_on": str(town.clock.today())}  # fmt: skip

    answer = await town.post("office2.head", "/v1/delegations", body)

    assert answer.status_code == 404


async def test_a_lent_signature_ends_with_the_role_it_comes_from(town: Town) -> None:
    await lend(town, "office1.head", "office1.handler")
    head = await town.id_of("office1.head")
    held = (await town.get("sysadmin", f"/v1/officers/{head}/role-grants")).json()["items"][0]

    await town.post("sysadmin", f"/v1/role-grants/{held['id']}/end", {"reason": "免职"}, version=1)

    assert await town.roles_of("office1.handler") == [("handler", "city-office-1")]
    assert (await town.told("delegation.changed"))[-1]["in_force"] is False
