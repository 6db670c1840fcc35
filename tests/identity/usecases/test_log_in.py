"""Logging in: who may, who may not, and what guessing costs."""

from __future__ import annotations

from datetime import timedelta
from itertools import count
from typing import Any

import httpx
import pyotp
import pytest

from identity.clients.passwords import Passwords, PasswordsBusy
from identity.domain.login_guard import FREE_FAILURES, is_solved

from tests.support.town import PASSWORD, Town


async def guess_wrongly(town: Town, login: str, times: int, **form: str) -> list[httpx.Response]:
    return [await town.token(login, password=f"a wrong guess {number}", **form) for number in range(times)]


def solve(challenge: str, bits: int) -> str:
    return next(f"{challenge}.{n}" for n in count() if is_solved(challenge, str(n), bits))


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


async def test_a_wrong_password_and_an_unknown_account_get_the_same_answer(town: Town) -> None:
    wrong = await town.token("office1.handler", password="not the password")
    unknown = await town.token("nobody.here", password="not the password")

    assert wrong.status_code == unknown.status_code == 400
    alike = [{**answer.json(), "trace_id": ""} for answer in (wrong, unknown)]
    assert alike[0] == alike[1]
    assert alike[0]["code"] == "login_refused"
    assert alike[0]["error"] == "invalid_grant"


async def test_after_some_failures_work_is_asked_for_and_then_the_right_password_still_works(
    town: Town,
) -> None:
    await guess_wrongly(town, "office1.handler", FREE_FAILURES)

    asked = await town.token("office1.handler")
    assert asked.json()["code"] == "login_proof_required"
    done = await town.token("office1.handler", proof=solve(asked.json()["challenge"], asked.json()["bits"]))

    assert asked.status_code == 400
    assert asked.json()["bits"] == 16
    assert done.status_code == 200, done.text


async def test_an_account_that_does_not_exist_asks_for_work_too(town: Town) -> None:
    refused = await guess_wrongly(town, "nobody.here", FREE_FAILURES + 1)

    assert [answer.json()["code"] for answer in refused[-2:]] == ["login_refused", "login_proof_required"]


async def test_failures_of_others_never_reach_a_device_that_logged_in_before(town: Town) -> None:
    device = (await town.token("office1.handler")).json()["device_token"]
    await guess_wrongly(town, "office1.handler", FREE_FAILURES + 3)

    elsewhere = await town.token("office1.handler")
    here = await town.token("office1.handler", device_token=device)

    assert elsewhere.json()["code"] == "login_proof_required"
    assert here.status_code == 200, here.text


async def test_a_known_device_is_slowed_down_by_its_own_failures(town: Town) -> None:
    device = (await town.token("office1.handler")).json()["device_token"]
    await guess_wrongly(town, "office1.handler", FREE_FAILURES, device_token=device)

    answer = await town.token("office1.handler", device_token=device)

    assert answer.json()["code"] == "login_proof_required"


async def test_a_device_token_of_somebody_else_is_worth_nothing(town: Town) -> None:
    device = (await town.token("office1.head")).json()["device_token"]
    await guess_wrongly(town, "office1.handler", FREE_FAILURES)

    answer = await town.token("office1.handler", device_token=device)

    assert answer.json()["code"] == "login_proof_required"


async def test_a_proof_counts_once(town: Town) -> None:
    await guess_wrongly(town, "office1.handler", FREE_FAILURES)
    asked = (await town.token("office1.handler")).json()
    proof = solve(asked["challenge"], asked["bits"])

    first = await town.token("office1.handler", password="wrong again", proof=proof)
    second = await town.token("office1.handler", proof=proof)

    assert first.json()["code"] == "login_refused"
    assert second.json()["code"] == "login_proof_required"


async def test_a_proof_for_one_account_does_not_count_for_another(town: Town) -> None:
    for login in ("office1.handler", "office1.head"):
        await guess_wrongly(town, login, FREE_FAILURES)
    asked = (await town.token("office1.handler")).json()

    answer = await town.token("office1.head", proof=solve(asked["challenge"], asked["bits"]))

    assert answer.json()["code"] == "login_proof_required"


async def test_failures_are_forgotten_with_time(town: Town) -> None:
    await guess_wrongly(town, "office1.handler", FREE_FAILURES)

    town.clock.move(timedelta(hours=1))

    assert (await town.token("office1.handler")).status_code == 200


async def enrol(town: Town, login: str) -> str:
    begun = await town.post(login, "/v1/me/totp", {"password": PASSWORD})
    assert begun.status_code == 200, begun.text
    secret: str = begun.json()["secret"]
    code = pyotp.TOTP(secret).at(town.clock.now())
    confirmed = await town.post(login, "/v1/me/totp/confirm", {"totp": code})
    assert confirmed.status_code == 204, confirmed.text
    return secret


async def test_who_enrolled_a_second_factor_needs_it_and_each_code_is_good_once(town: Town) -> None:
    secret = await enrol(town, "office1.head")
    town.clock.move(timedelta(seconds=60))
    code = pyotp.TOTP(secret).at(town.clock.now())

    without = await town.token("office1.head")
    wrong = await town.token("office1.head", totp="000000" if code != "000000" else "111111")
    right = await town.token("office1.head", totp=code)
    again = await town.token("office1.head", totp=code)

    assert without.json()["code"] == "totp_required"
    assert wrong.json()["code"] == "login_refused"
    assert right.status_code == 200, right.text
    assert again.json()["code"] == "login_refused"


async def test_a_suspended_officer_cannot_log_in_and_the_old_token_dies(town: Town) -> None:
    headers = await town.headers("office1.handler")
    handler = await town.id_of("office1.handler")

    done = await town.post("sysadmin", f"/v1/officers/{handler}/suspend", {"opinion": "长期外出"}, version=1)
    await town.versions.refresh()

    assert done.status_code == 200, done.text
    assert (await town.http.get("/v1/me", headers=headers)).json()["code"] == "token_revoked"
    assert (await town.token("office1.handler")).json()["code"] == "account_not_active"


async def test_a_one_time_password_opens_nothing_but_its_own_change(town: Town) -> None:
    handler = await town.id_of("office1.handler")
    reset = await town.post("sysadmin", f"/v1/officers/{handler}/reset-credentials", {"reason": "忘记口令"})
    given = reset.json()["one_time_password"]

    restricted = (await town.token("office1.handler", password=given)).json()
    await town.versions.refresh()
    headers = {"Authorization": f"Bearer {restricted['access_token']}"}
    listed = await town.http.get("/v1/officers", headers=headers)
    body = {"old_password": given, "new_password": "another quiet river town"}
    changed = await town.http.post("/v1/me/password", headers=headers, json=body)
    after = await town.token("office1.handler", password="another quiet river town")

    assert restricted["restricted_until"] == "password_change"
    assert listed.status_code == 403
    assert changed.status_code == 204, changed.text
    assert "restricted_until" not in after.json()
    assert (await town.token("office1.handler")).json()["code"] == "login_refused"


async def test_a_password_that_is_easily_guessed_is_refused(town: Town) -> None:
    def body(new: str) -> dict[str, Any]:
        return {"old_password": PASSWORD, "new_password": new}

    codes = [
        (await town.post("office1.handler", "/v1/me/password", body(new))).json()["code"]
        for new in ("short", "office1.handler123", "Password123456!!", "aaaaaaaaaaaaaaaa")
    ]

    assert codes == ["password_too_short", "password_guessable", "password_guessable", "password_guessable"]


async def test_who_is_told_to_come_again_has_not_failed(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    async def busy(*_: object) -> bool:
        raise PasswordsBusy

    with monkeypatch.context() as while_busy:
        while_busy.setattr(Passwords, "verify", busy)
        refused = [await town.token("office1.handler") for _ in range(FREE_FAILURES + 1)]
    assert {(one.status_code, one.json()["code"]) for one in refused} == {(503, "overloaded")}
    assert (await town.token("office1.handler")).status_code == 200
