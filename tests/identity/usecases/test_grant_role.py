"""Roles given and taken away: by whom, to whom, and never together with another duty."""

from __future__ import annotations

from uuid import UUID

import asyncpg
import pytest
import sqlalchemy as sa

from identity.store.rights import grants

from tests.support.town import Town


async def test_a_granted_role_is_in_the_next_token_and_told_to_others(town: Town) -> None:
    handler = await town.id_of("office1.handler")

    answer = await town.grant("office1.handler", "petition_officer", "city-petition")

    assert answer.status_code == 201, answer.text
    assert ("petition_officer", "city-petition") in await town.roles_of("office1.handler")
    last = (await town.told("grant.changed"))[-1]
    assert last["subject"] == str(handler)
    assert last["permission_version"] > 1


async def test_the_three_administrators_exclude_each_other_and_all_business(town: Town) -> None:
    answers = [
        await town.grant("auditor", "security_officer"),
        await town.grant("auditor", "handler", "city-office-1"),
        await town.grant("office1.handler", "system_admin"),
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
    answer = await town.grant("sysadmin", "auditor")

    assert answer.status_code == 403
    assert answer.json()["code"] == "own_account"


async def test_only_a_system_administrator_gives_roles(town: Town) -> None:
    answers = [
        await town.grant("office1.handler", "case_reviewer", by=login)
        for login in ("security.officer", "principal.city", "office1.head")
    ]

    assert [answer.status_code for answer in answers] == [403, 403, 403]


async def test_who_gave_up_business_can_become_an_administrator(town: Town) -> None:
    handler = await town.id_of("office1.handler")
    held = (await town.get("sysadmin", f"/v1/officers/{handler}/role-grants")).json()["items"][0]
    await town.post(
        "sysadmin", f"/v1/role-grants/{held['id']}/end", {"reason": "转岗"}, version=held["version"]
    )

    answer = await town.grant("office1.handler", "auditor")

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


async def test_everybody_reads_his_own_rights_and_not_those_of_others(town: Town) -> None:
    handler, head = await town.id_of("office1.handler"), await town.id_of("office2.head")

    own = await town.get("office1.handler", f"/v1/officers/{handler}/role-grants")
    other = await town.get("office1.handler", f"/v1/officers/{head}/role-grants")

    assert own.status_code == 200
    assert other.status_code == 404
