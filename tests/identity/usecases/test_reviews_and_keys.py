"""What keeps access sound over time: reviews, changed keys, outside log-in, many at once."""

from __future__ import annotations

import asyncio
import json
from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
import sqlalchemy as sa
from joserfc import jwt

from identity.clients.outside_issuer import OutsideIssuer
from identity.domain.login_guard import FREE_FAILURES
from identity.usecases.duties import duties
from identity.usecases.log_in_outside import ID_TOKEN_TYPE
from identity.usecases.rotate_keys import rotate_keys, withdraw_key
from shared.audit.tables import audit_entries
from shared.auth.claims import peek
from shared.auth.exchange import GRANT_TYPE
from shared.auth.jwks import IssuerKeys, from_file
from shared.auth.keys import SigningKey

from tests.support.town import Town

BUSY = "service_unavailable"


async def test_the_security_officer_reviews_the_grants_of_his_place(town: Town) -> None:
    heads = (await town.get("security.officer", "/v1/role-grants", role="office_head")).json()["items"]
    mine = await town.get("office1.head", "/v1/role-grants")

    assert {(one["role"], one["organisation"]) for one in heads} == {
        ("office_head", "city-office-1"), ("office_head", "city-office-2"),
    }  # fmt: skip
    assert mine.status_code == 403


async def test_a_new_key_is_published_before_it_signs_and_the_old_one_after(town: Town) -> None:
    before = (await town.http.get("/v1/jwks")).json()["keys"]
    town.clock.move(timedelta(days=31))
    await rotate_keys(town.desk, timedelta(days=30))
    await rotate_keys(town.desk, timedelta(days=30))

    waiting = (await town.http.get("/v1/jwks")).json()["keys"]
    town.clock.move(timedelta(minutes=11))
    signing = await town.token("office1.handler")

    assert len(before) == 1
    assert waiting[0]["kid"] == before[0]["kid"]
    assert len(waiting) == 2
    header, _ = peek(signing.json()["access_token"])
    assert header["kid"] == waiting[1]["kid"]
    assert {key["kid"] for key in (await town.http.get("/v1/jwks")).json()["keys"]} == {
        key["kid"] for key in waiting
    }


async def test_a_key_that_is_withdrawn_ends_its_tokens(town: Town) -> None:
    headers = await town.headers("office1.handler")
    kid = (await town.http.get("/v1/jwks")).json()["keys"][0]["kid"]

    assert await withdraw_key(town.desk, kid)

    assert kid not in {key["kid"] for key in (await town.http.get("/v1/jwks")).json()["keys"]}
    assert (await town.http.get("/v1/me", headers=headers)).json()["code"] == "token_invalid"
    assert (await town.token("office1.handler")).status_code == 200
    assert not await withdraw_key(town.desk, "nobody-knows-it")


async def test_twenty_guesses_at_once_are_worth_no_more_than_five(town: Town) -> None:
    async def guessed(text: str) -> str:
        """Return what a guess is told; whoever is told to come again does, as clients do."""
        while (code := (await town.token("office1.head", password=text)).json()["code"]) == BUSY:
            await asyncio.sleep(0.1)
        return str(code)

    codes = await asyncio.gather(*(guessed(f"guess {n}") for n in range(20)))

    assert codes.count("login_refused") == FREE_FAILURES
    assert codes.count("login_proof_required") == 20 - FREE_FAILURES


async def test_a_refresh_token_sent_ten_times_at_once_has_one_successor(town: Town) -> None:
    token = (await town.token("office1.head")).json()["refresh_token"]

    answers = await asyncio.gather(
        *(town.form(grant_type="refresh_token", refresh_token=token) for _ in range(10))
    )

    assert {answer.status_code for answer in answers} == {200}
    assert len({answer.json()["refresh_token"] for answer in answers}) == 1


async def test_one_role_given_twice_at_once_is_given_once(town: Town) -> None:
    officer, headers = await town.id_of("office1.handler"), await town.headers("sysadmin")
    body = {"role": "petition_officer", "organisation": "city-petition"}

    def give() -> Any:
        one = {**headers, "Idempotency-Key": str(uuid4())}
        return town.http.post(f"/v1/officers/{officer}/role-grants", headers=one, json=body)

    answers = await asyncio.gather(*(give() for _ in range(4)))

    assert sorted(answer.status_code for answer in answers) == [201, 409, 409, 409]


async def test_changed_versions_are_listed_for_services(town: Town) -> None:
    answer = await town.get("principal.city", "/v1/permission-versions")

    assert answer.status_code == 403


@pytest.fixture
def provider(town: Town) -> Any:
    """An outside identity provider, trusted by configuration."""
    key = SigningKey.create(town.folder / "outside.jwk", town.clock.now())
    published = town.folder / "outside.json"
    published.write_text(json.dumps({"keys": [key.public()]}))
    keys = IssuerKeys("https://sso.example", from_file(published))
    outside = OutsideIssuer(
        "https://sso.example", "huiying", keys, frozenset({"ES256"}), "preferred_username"
    )
    town.desk.clients["access"] = replace(town.access, outside=outside)  # type: ignore[index]

    def token(**changes: Any) -> str:
        now = int(town.clock.now().timestamp())
        claims = {"iss": "https://sso.example", "aud": "huiying", "sub": "x1", "iat": now, "exp": now + 300,
                  "preferred_username": "office1.head", **changes}  # fmt: skip
        return jwt.encode({"alg": "ES256", "kid": key.kid}, claims, key.private, algorithms=["ES256"])

    return token


async def exchange(town: Town, token: str) -> Any:
    return await town.form(grant_type=GRANT_TYPE, subject_token=token, subject_token_type=ID_TOKEN_TYPE)


async def test_an_outside_provider_says_who_and_our_grants_say_what(town: Town, provider: Any) -> None:
    token = provider()

    first = await exchange(town, token)
    again = await exchange(town, token)

    assert first.status_code == 200, first.text
    headers = {"Authorization": f"Bearer {first.json()['access_token']}"}
    me = (await town.http.get("/v1/me", headers=headers)).json()
    assert [role["role"] for role in me["roles"]] == ["office_head"]
    assert again.json()["code"] == "login_refused"


@pytest.mark.parametrize(
    "changes",
    [
        {"iss": "https://somebody.else"},
        {"aud": "another-client"},
        {"aud": ["huiying", "another-client"]},
        {"exp": 1_700_000_000},
        {"iat": 1_700_000_000},
        {"preferred_username": "nobody.here"},
        {"preferred_username": None},
    ],
)
async def test_an_outside_token_that_does_not_fit_is_refused(
    town: Town, provider: Any, changes: dict[str, Any]
) -> None:
    answer = await exchange(town, provider(**changes))

    assert answer.status_code == 400
    assert answer.json()["code"] == "login_refused"


async def test_without_a_provider_nobody_comes_from_outside(town: Town) -> None:
    answer = await exchange(town, "a.b.c")

    assert answer.json()["code"] == "grant_type_unsupported"


async def test_every_duty_of_the_worker_goes_well_on_a_quiet_day(town: Town) -> None:
    for loop in duties(town.desk):
        assert await loop.round() is False, loop.name


async def test_what_was_done_is_in_the_audit_log_with_who_did_it(town: Town) -> None:
    handler = await town.id_of("office1.handler")
    await town.post("sysadmin", f"/v1/officers/{handler}/suspend", {"opinion": "借调"}, version=1)
    sysadmin = str(await town.id_of("sysadmin"))

    async with town.desk.db.reader() as reader:
        rows = await reader.all(sa.select(audit_entries).where(audit_entries.c.actor_id == sysadmin))

    actions = {row["action"] for row in rows}
    assert {"session:begin", "officer:suspend"} <= actions
    assert "借调" not in json.dumps([dict(row)["details"] for row in rows], ensure_ascii=False)
