"""Clients: what another system may be, and for whom it gets tokens."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from identity.domain.call_graph import CALLS, SERVICES
from identity.domain.clients import Client, ClientKind, audiences_for, check_client, check_public_key
from shared.auth.roles import Role
from shared.lifecycle import Refused

HOTLINE = Client(
    id="hotline", kind=ClientKind.CLIENT, name="热线", path="city/city-petition", audiences=("intake",),
    roles=(Role.PETITION_OFFICER,), event_types=(), keys=(), is_enabled=True, version=1,
)  # fmt: skip
KEY = {"kty": "EC", "crv": "P-256", "x": "A", "y": "B", "kid": "1"}


def test_the_call_graph_names_services_only_and_nobody_calls_himself() -> None:
    for caller, called in CALLS.items():
        assert set(called) <= set(SERVICES)
        assert caller in SERVICES
        assert caller not in called


def test_a_client_gets_what_it_was_given_and_a_service_what_the_graph_says() -> None:
    intake = replace(HOTLINE, id="intake", kind=ClientKind.SERVICE)

    assert audiences_for(HOTLINE, []) == ("intake",)
    assert audiences_for(intake, ["casework"]) == ("casework",)


@pytest.mark.parametrize(
    ("client", "asked"),
    [
        (HOTLINE, ["casework"]),
        (HOTLINE, ["intake", "casework"]),
        (replace(HOTLINE, audiences=()), []),
        (replace(HOTLINE, id="identity", kind=ClientKind.SERVICE), ["intake"]),
    ],
)
def test_more_is_refused(client: Client, asked: list[str]) -> None:
    with pytest.raises(Refused) as refused:
        audiences_for(client, asked)

    assert refused.value.code == "audience_not_allowed"


@pytest.mark.parametrize(
    ("client_id", "roles", "audiences", "code"),
    [
        ("intake", [], ["intake"], "client_id_reserved"),
        ("system", [], ["intake"], "client_id_reserved"),
        ("hotline", [Role.AUDITOR], ["intake"], "role_not_for_clients"),
        ("hotline", [Role.OFFICE_HEAD], ["intake"], "role_not_for_clients"),
        ("hotline", [], ["elsewhere"], "audience_unknown"),
    ],
)
def test_no_system_is_a_service_a_leader_or_an_administrator(
    client_id: str, roles: list[Role], audiences: list[str], code: str
) -> None:
    with pytest.raises(Refused) as refused:
        check_client(client_id, roles, audiences)

    assert refused.value.code == code


@pytest.mark.parametrize(
    "change", [{"kty": "RSA"}, {"crv": "P-384"}, {"d": "secret"}, {"k": "secret"}, {"kid": ""}, {"kid": 7}]
)
def test_only_a_public_p256_key_is_taken(change: dict[str, Any]) -> None:
    check_public_key(KEY)
    with pytest.raises(Refused):
        check_public_key({**KEY, **change})
    with pytest.raises(Refused):
        check_public_key({name: value for name, value in KEY.items() if name != "y"})
