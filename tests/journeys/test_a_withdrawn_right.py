"""A right that was withdrawn stops working in every service within five seconds, whatever token its holder has."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from huiying.services import WITH_DATABASE
from huiying.walk.caller import Caller, Unexpected

from tests.support.figures import Figures
from tests.support.running_set import RunningSet

WITHIN_S = 5.0
REASON = {"reason": "测试：收回权限。"}


def the_roles(caller: Caller, officer: str) -> list[dict[str, Any]]:
    """End every role of an officer; return what they were."""
    path = f"/identity/v1/officers/{officer}/role-grants"
    held: list[dict[str, Any]] = caller.get("sysadmin", path)["items"]
    for one in held:
        end = f"/identity/v1/role-grants/{one['id']}/end"
        caller.call("sysadmin", "POST", end, REASON, version=one["version"], expect=200)
    return held


def give_back(caller: Caller, officer: str, roles: list[dict[str, Any]]) -> None:
    """Give an officer the roles again."""
    for one in roles:
        body = {name: one[name] for name in ("role", "organisation", "subtree")}
        path = f"/identity/v1/officers/{officer}/role-grants"
        caller.call("sysadmin", "POST", path, body, expect=201)


def test_an_ended_role_stops_every_token_within_five_seconds(
    running_set: RunningSet, figures: Figures
) -> None:
    for login in ("district1.petition", "statistician", "office1.handler2"):
        told = ", ".join(
            f"{service} {after:.1f} s" for service, after in withdrawn(running_set, login).items()
        )
        figures.say(f"{login} refused after: {told}")


def withdrawn(one: RunningSet, login: str) -> dict[str, float]:
    """End an officer's roles; return after how many seconds each service refused; give the roles back."""
    caller = one.caller()
    officer = caller.get(login, "/identity/v1/me")["id"]
    with refused_in_time(one, caller, login) as refused_after_s:
        roles = the_roles(caller, officer)
    assert one.caller().get(login, "/identity/v1/me")["roles"] == []
    give_back(caller, officer, roles)
    return refused_after_s


def test_a_suspended_officer_is_out_within_five_seconds(running_set: RunningSet, figures: Figures) -> None:
    login, caller = "district1.head", running_set.caller()
    officer = f"/identity/v1/officers/{caller.get(login, '/identity/v1/me')['id']}"
    with refused_in_time(running_set, caller, login) as refused_after_s:
        caller.act("security.officer", officer, "suspend", {"opinion": "测试：停用。"}, expect=200)
    with pytest.raises(Unexpected, match="account_not_active"):
        running_set.caller().token(login)
    caller.act("sysadmin", officer, "resume", {"opinion": "测试：恢复。"}, expect=200)
    figures.say(f"{login} out after at most {max(refused_after_s.values()):.1f} s")


@contextmanager
def refused_in_time(one: RunningSet, caller: Caller, login: str) -> Iterator[dict[str, float]]:
    """Use a token before the block, and after it until every service refuses it; fail if that takes too long.

    Gives the seconds each service took.
    """
    services = [service for service in WITH_DATABASE if service in one.programs]
    for service in services:
        caller.get(login, f"/{service}/v1/sign-offs")
    refused_after_s: dict[str, float] = {}
    yield refused_after_s
    began = time.monotonic()
    while len(refused_after_s) < len(services) and time.monotonic() - began < 2 * WITHIN_S:
        for service in services:
            answer = caller.call(login, "GET", f"/{service}/v1/sign-offs", expect=(200, 401))
            if answer.status == 401:
                refused_after_s.setdefault(service, time.monotonic() - began)
                assert answer["code"] == "token_revoked"
            else:
                assert service not in refused_after_s, "refused, and then let in again"
    assert set(refused_after_s) == set(services)
    assert max(refused_after_s.values()) <= WITHIN_S
    for service in services:
        caller.call(login, "GET", f"/{service}/v1/sign-offs", expect=401)
