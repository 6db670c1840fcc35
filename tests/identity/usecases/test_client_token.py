"""Systems with keys of their own, and services that act for an officer."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import httpx
import pytest
import pytest_asyncio
import sqlalchemy as sa

from identity.app import SPEC
from identity.usecases.keep_services import keep_services
from shared.auth.assertions import ASSERTION_TYPE, assertion
from shared.auth.claims import peek
from shared.auth.exchange import ACCESS_TOKEN_TYPE, GRANT_TYPE
from shared.auth.keys import SigningKey
from shared.service.app import document_of

from tests.support.town import ISSUER, Town

AUDIENCE = {"client_assertion_type": ASSERTION_TYPE}


class System:
    """A system that keeps a key and asks for tokens."""

    def __init__(self, town: Town, name: str, key: SigningKey) -> None:
        self.town, self.name, self.key = town, name, key

    @property
    def public_key(self) -> dict[str, Any]:
        return self.key.public()

    def proof(self, audience: str = ISSUER) -> str:
        return assertion(self.name, audience, self.key, self.town.clock.now())

    async def own_token(self, audience: str, proof: str | None = None) -> httpx.Response:
        return await self.town.form(
            grant_type="client_credentials",
            audience=audience,
            client_assertion=proof or self.proof(),
            **AUDIENCE,
        )

    async def acting_token(self, subject_token: str, audience: str) -> httpx.Response:
        return await self.town.form(
            grant_type=GRANT_TYPE, subject_token=subject_token, subject_token_type=ACCESS_TOKEN_TYPE,
            audience=audience, client_assertion=self.proof(), **AUDIENCE,
        )  # fmt: skip


@pytest.fixture
def hotline(town: Town, tmp_path: Path) -> System:
    return System(town, "hotline-12345", SigningKey.create(tmp_path / "hotline.jwk", town.clock.now()))


@pytest_asyncio.fixture
async def intake(town: Town, tmp_path: Path) -> System:
    """Our own service, known by the key an operator put into the folder."""
    key = SigningKey.create(tmp_path / "intake.jwk", town.clock.now())
    folder = tmp_path / "public"
    folder.mkdir()
    (folder / "intake.jwk").write_text(json.dumps(key.public()))
    await keep_services(town.desk, folder)
    return System(town, "intake", key)


async def register(town: Town, system: System, **changes: Any) -> httpx.Response:
    body = {"id": system.name, "name": "便民热线", "organisation": "city-petition", "keys": [system.public_key],
            "audiences": ["intake"], "roles": ["petition_officer"],
            "event_types": ["huiying.intake.demand.closed.v1"]}  # fmt: skip
    return await town.post("sysadmin", "/v1/clients", {**body, **changes})


async def test_a_registered_system_gets_a_token_with_its_roles_and_event_types(
    town: Town, hotline: System
) -> None:
    registered = await register(town, hotline)
    assert registered.status_code == 201, registered.text

    answer = await hotline.own_token("intake")

    assert answer.status_code == 200, answer.text
    assert "refresh_token" not in answer.json()
    shown = document_of(town.app, SPEC)["components"]["schemas"]["TokenOut"]
    assert set(shown["required"]) == set(answer.json())
    _, claims = peek(answer.json()["access_token"])
    assert (claims["kind"], claims["sub"], claims["aud"]) == ("client", "hotline-12345", ["intake"])
    assert claims["grants"] == [["petition_officer", "city/city-petition", 0, None]]
    assert claims["events"] == ["huiying.intake.demand.closed.v1"]


async def test_an_assertion_is_good_once_and_for_us_only(town: Town, hotline: System) -> None:
    await register(town, hotline)
    proof = hotline.proof()

    answers = [
        await hotline.own_token("intake", proof),
        await hotline.own_token("intake", proof),
        await hotline.own_token("intake", hotline.proof("https://somebody.else")),
    ]

    assert [answer.status_code for answer in answers] == [200, 401, 401]
    assert answers[1].json()["error"] == "invalid_client"


async def test_a_system_gets_no_token_for_a_service_it_may_not_call(town: Town, hotline: System) -> None:
    await register(town, hotline)

    answer = await hotline.own_token("casework")

    assert answer.status_code == 400
    assert answer.json()["error"] == "invalid_target"


async def test_a_disabled_system_is_shut_out(town: Town, hotline: System) -> None:
    await register(town, hotline)

    done = await town.post(
        "security.officer", "/v1/clients/hotline-12345/disable", {"reason": "停用"}, version=1
    )

    assert done.status_code == 200, done.text
    assert (await hotline.own_token("intake")).status_code == 401
    assert (await town.told("grant.changed"))[-1]["subject"] == "hotline-12345"


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"id": "casework"}, "client_id_reserved"),
        ({"roles": ["system_admin"]}, "role_not_for_clients"),
        ({"roles": ["principal_leader"]}, "role_not_for_clients"),
        ({"audiences": ["payroll"]}, "audience_unknown"),
        ({"organisation": "nowhere"}, "organisation_unknown"),
    ],
)
async def test_what_a_system_may_not_be_is_refused(
    town: Town, hotline: System, changes: dict[str, Any], code: str
) -> None:
    answer = await register(town, hotline, **changes)

    assert answer.json()["code"] == code


async def test_a_private_key_is_never_taken(town: Town, hotline: System) -> None:
    private = {**hotline.public_key, "d": "A" * 43}

    answer = await register(town, hotline, keys=[private])

    assert answer.status_code == 400
    assert "A" * 43 not in answer.text


async def test_a_service_speaks_for_itself_where_the_call_graph_says_so(intake: System) -> None:
    there = await intake.own_token("casework")
    elsewhere = await intake.own_token("rectification")

    assert there.status_code == 200, there.text
    _, claims = peek(there.json()["access_token"])
    assert (claims["kind"], claims["sub"], claims["grants"]) == ("service", "intake", [])
    assert elsewhere.status_code == 400


async def test_a_service_acts_for_an_officer_who_stays_the_subject(town: Town, intake: System) -> None:
    officer = (await town.token("office1.handler")).json()["access_token"]

    answer = await intake.acting_token(officer, "casework")

    assert answer.status_code == 200, answer.text
    _, claims = peek(answer.json()["access_token"])
    assert claims["sub"] == str(await town.id_of("office1.handler"))
    assert claims["act"] == {"sub": "intake"}
    assert claims["aud"] == ["casework"]
    assert answer.json()["expires_in"] <= 300


async def test_a_service_does_not_act_with_a_token_whose_rights_have_changed(
    town: Town, intake: System
) -> None:
    officer = (await town.token("office1.handler")).json()["access_token"]
    handler = await town.id_of("office1.handler")
    await town.post("sysadmin", f"/v1/officers/{handler}/suspend", {}, version=1)

    answer = await intake.acting_token(officer, "casework")

    assert answer.json()["code"] == "exchange_refused"


async def test_another_system_cannot_act_for_an_officer(town: Town, hotline: System) -> None:
    await register(town, hotline)
    officer = (await town.token("office1.handler")).json()["access_token"]

    answer = await hotline.acting_token(officer, "intake")

    assert answer.json()["code"] == "exchange_refused"


async def test_a_service_reads_what_recusal_needs_and_officers_do_not(town: Town, intake: System) -> None:
    handler = await town.id_of("office1.handler")
    relation = {"kind": "spouse", "name": "沈砚", "organisation": "bureau-housing", "position": "科长"}
    declared = await town.post("office1.handler", f"/v1/officers/{handler}/relations", relation)
    assert declared.status_code == 201, declared.text
    for post in (
        {"organisation": "bureau-housing", "from_on": "2018-01-01", "to_on": "2024-06-30"},
        {"unit": "某镇政府", "from_on": "2012-01-01", "to_on": "2017-12-31"},
    ):
        assert (
            await town.post("office1.handler", f"/v1/officers/{handler}/former-posts", post)
        ).status_code == 201
    token = (await intake.own_token("identity")).json()["access_token"]

    path = f"/v1/officers/{handler}/recusal-facts"
    facts = await town.http.get(path, headers={"Authorization": f"Bearer {token}"})
    by_officer = await town.get("principal.city", path)

    assert facts.status_code == 200, facts.text
    assert facts.json()["relations"][0]["name"] == "沈砚"
    assert [post["organisation"] for post in facts.json()["former_posts"]] == ["bureau-housing"]
    assert by_officer.status_code == 403


async def test_a_service_learns_what_an_officer_may_do_and_whose_a_name_is(
    town: Town, intake: System
) -> None:
    handler = str(await town.id_of("office1.handler"))
    token = (await intake.own_token("identity")).json()["access_token"]
    headers = {"Authorization": f"Bearer {token}"}
    await town.headers("principal.city")  # the service has heard of all rights

    by_login = await town.http.post(
        "/v1/officers/_rights", headers=headers, json={"officer": "office1.handler"}
    )
    by_id = await town.http.post("/v1/officers/_rights", headers=headers, json={"officer": handler})
    nobody = await town.http.post("/v1/officers/_rights", headers=headers, json={"officer": "nobody"})
    named = await town.http.post("/v1/officers/_names", headers=headers, json={"names": ["林一鸣", "无此人"]})
    by_officer = await town.post("principal.city", "/v1/officers/_rights", {"officer": handler})
    names_by_officer = await town.post("principal.city", "/v1/officers/_names", {"names": ["林一鸣"]})

    told = by_login.json()
    assert told == by_id.json()
    assert [(one["role"], one["path"]) for one in told["grants"]] == [("handler", "city/city-office-1")]
    assert (told["state"], told["clearance"], nobody.status_code) == ("active", "work_secret", 404)
    assert [one["id"] for one in named.json()["items"]] == [handler]
    assert (by_officer.status_code, names_by_officer.status_code) == (403, 403)


async def test_a_declared_relation_is_sealed_and_unseen_by_administrators(town: Town) -> None:
    handler = await town.id_of("office1.handler")
    await town.post(
        "office1.handler", f"/v1/officers/{handler}/relations", {"kind": "sibling", "name": "林二鸣"}
    )

    by_admin = await town.get("sysadmin", f"/v1/officers/{handler}/relations")
    by_colleague = await town.get("office2.head", f"/v1/officers/{handler}/relations")

    assert (by_admin.status_code, by_colleague.status_code) == (403, 404)
    async with town.desk.db.reader() as reader:
        stored = await reader.scalar(sa.text("SELECT string_agg(d::text, '') FROM declared_relations d"))
    assert "林二鸣".encode().hex() not in stored
