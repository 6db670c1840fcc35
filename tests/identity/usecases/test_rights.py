"""Dated rights: given, lent, set, ended, and known everywhere when a day turns."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import asyncpg
import httpx
import pytest
import sqlalchemy as sa

from identity.store.rights import grants
from identity.usecases.turn_the_day import turn_the_day

from tests.support.town import Town


async def grant(
    town: Town, login: str, role: str, organisation: str = "city", by: str = "sysadmin", **more: Any
) -> httpx.Response:
    officer = await town.id_of(login)
    body = {"role": role, "organisation": organisation, **more}
    return await town.post(by, f"/v1/officers/{officer}/role-grants", body)


async def roles_of(town: Town, login: str) -> list[tuple[str, str]]:
    """Return what the person's fresh token carries."""
    me = (await town.get(login, "/v1/me")).json()
    return [(role["role"], role["organisation"]) for role in me["roles"] if role["in_force"]]


async def test_a_granted_role_is_in_the_next_token_and_told_to_others(town: Town) -> None:
    handler = await town.id_of("office1.handler")

    answer = await grant(town, "office1.handler", "petition_officer", "city-petition")

    assert answer.status_code == 201, answer.text
    assert ("petition_officer", "city-petition") in await roles_of(town, "office1.handler")
    last = (await town.told("grant.changed"))[-1]
    assert last["subject"] == str(handler)
    assert last["permission_version"] > 1


async def test_the_three_administrators_exclude_each_other_and_all_business(town: Town) -> None:
    answers = [
        await grant(town, "auditor", "security_officer"),
        await grant(town, "auditor", "handler", "city-office-1"),
        await grant(town, "office1.handler", "system_admin"),
    ]

    assert [answer.status_code for answer in answers] == [409, 409, 409]
    assert {answer.json()["code"] for answer in answers} == {"roles_exclude_each_other"}


async def test_the_database_itself_keeps_the_administrators_apart(town: Town) -> None:
    auditor = await town.id_of("auditor")

    async def copy_as_administrator() -> None:
        async with town.desk.db.transaction() as tx:
            row = await tx.one(sa.select(grants).where(grants.c.officer_id == auditor))
            copied = {name: value for name, value in row.items() if name not in ("duty", "id")}
            await tx.run(sa.insert(grants).values(**copied | {"id": UUID(int=1), "role": "system_admin"}))

    with pytest.raises(asyncpg.ForeignKeyViolationError):
        await copy_as_administrator()


async def test_nobody_gives_a_role_to_himself(town: Town) -> None:
    answer = await grant(town, "sysadmin", "auditor")

    assert answer.status_code == 403
    assert answer.json()["code"] == "own_account"


async def test_only_a_system_administrator_gives_roles(town: Town) -> None:
    answers = [
        await grant(town, "office1.handler", "case_reviewer", by=login)
        for login in ("security.officer", "principal.city", "office1.head")
    ]

    assert [answer.status_code for answer in answers] == [403, 403, 403]


async def test_who_gave_up_business_can_become_an_administrator(town: Town) -> None:
    handler = await town.id_of("office1.handler")
    held = (await town.get("sysadmin", f"/v1/officers/{handler}/role-grants")).json()["items"][0]
    await town.post(
        "sysadmin", f"/v1/role-grants/{held['id']}/end", {"reason": "转岗"}, version=held["version"]
    )

    answer = await grant(town, "office1.handler", "auditor")

    assert answer.status_code == 201, answer.text


async def test_an_ended_role_stops_a_token_that_is_still_young(town: Town) -> None:
    headers = await town.headers("office1.head")
    assert (await town.http.get("/v1/officers", headers=headers)).status_code == 200
    head = await town.id_of("office1.head")
    held = (await town.get("sysadmin", f"/v1/officers/{head}/role-grants")).json()["items"][0]

    ended = await town.post("sysadmin", f"/v1/role-grants/{held['id']}/end", {"reason": "免职"}, version=1)
    await town.versions.refresh()

    assert ended.status_code == 200, ended.text
    refused = await town.http.get("/v1/officers", headers=headers)
    assert refused.json()["code"] == "token_revoked"


async def test_a_role_begins_and_ends_on_its_days(town: Town) -> None:
    begins, ends = town.clock.today() + timedelta(days=3), town.clock.today() + timedelta(days=5)
    await grant(town, "office1.handler", "case_reviewer", begins_on=str(begins), ends_on=str(ends))
    before = len(await town.told("grant.changed"))

    held: list[bool] = []
    for _ in range(7):
        await turn_the_day(town.desk)
        held.append(("case_reviewer", "city") in await roles_of(town, "office1.handler"))
        town.clock.move(timedelta(days=1))

    assert held == [False, False, False, True, True, True, False]
    assert len(await town.told("grant.changed")) - before == 2


async def test_a_day_that_turned_is_made_known_once(town: Town) -> None:
    begins = town.clock.today() + timedelta(days=1)
    await grant(town, "office1.handler", "case_reviewer", begins_on=str(begins))
    town.clock.move(timedelta(days=1))

    await turn_the_day(town.desk)
    told = len(await town.told("grant.changed"))
    await turn_the_day(town.desk)

    assert len(await town.told("grant.changed")) == told


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

    assert await roles_of(town, "office1.handler") == [("handler", "city-office-1")]
    assert (await town.told("delegation.changed"))[-1]["in_force"] is False


async def test_only_the_security_officer_sets_clearances(town: Town) -> None:
    handler = await town.id_of("office1.handler")
    path = f"/v1/officers/{handler}/clearances"

    by_admin = await town.post("sysadmin", path, {"level": "internal"})
    by_security = await town.post(
        "security.officer", path, {"level": "internal", "order_number": "云保〔2026〕3号"}
    )

    assert by_admin.status_code == 403
    assert by_security.status_code == 201, by_security.text
    assert (await town.get("office1.handler", "/v1/me")).json()["clearance"] == "internal"


@pytest.mark.parametrize(
    ("level", "code"),
    [("confidential", "classified_network_needed"), ("top_secret", "level_above_municipal")],
)
async def test_state_secret_clearances_need_a_classified_network(town: Town, level: str, code: str) -> None:
    handler = await town.id_of("office1.handler")

    answer = await town.post("security.officer", f"/v1/officers/{handler}/clearances", {"level": level})

    assert answer.status_code == 409
    assert answer.json()["code"] == code


async def test_a_clearance_that_runs_out_leaves_what_everybody_has(town: Town) -> None:
    handler = await town.id_of("office1.handler")
    until = date(2026, 3, 4)
    await town.post(
        "security.officer",
        f"/v1/officers/{handler}/clearances",
        {"level": "work_secret", "ends_on": str(until)},
    )

    town.clock.move(timedelta(days=3))
    await turn_the_day(town.desk)

    assert (await town.get("office1.handler", "/v1/me")).json()["clearance"] == "internal"


async def test_everybody_reads_his_own_rights_and_not_those_of_others(town: Town) -> None:
    handler, head = await town.id_of("office1.handler"), await town.id_of("office2.head")

    own = await town.get("office1.handler", f"/v1/officers/{handler}/role-grants")
    other = await town.get("office1.handler", f"/v1/officers/{head}/role-grants")

    assert own.status_code == 200
    assert other.status_code == 404
