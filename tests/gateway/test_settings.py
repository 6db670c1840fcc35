from __future__ import annotations

import pytest
from pydantic import ValidationError

from gateway.settings import Endpoint, Settings, parse_endpoints


def test_an_endpoint_without_a_health_port_has_the_one_a_thousand_higher() -> None:
    assert parse_endpoints("127.0.0.1:8101") == (Endpoint("127.0.0.1", 8101, 9101),)


def test_a_service_may_have_several_processes() -> None:
    found = parse_endpoints("10.0.0.1:80/81, intake-b:8000,[::1]:7/8")
    assert found == (Endpoint("10.0.0.1", 80, 81), Endpoint("intake-b", 8000, 9000), Endpoint("::1", 7, 8))
    assert [one.is_address for one in found] == [True, False, True]


@pytest.mark.parametrize("text", ["8101", "host", "host:", "host:x", "host:1/x", ":1", ""])
def test_an_endpoint_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not host:port"):
        parse_endpoints(text)


def test_an_upstream_nobody_knows_is_refused() -> None:
    with pytest.raises(ValidationError, match="no such service"):
        Settings(upstreams={"warehouse": "127.0.0.1:1"})


def test_a_service_of_which_nothing_was_said_is_looked_for_at_its_local_port() -> None:
    settings = Settings(upstreams={"intake": "127.0.0.1:7000"})
    assert settings.endpoints("intake")[0].port == 7000
    assert settings.endpoints("rectification")[0] == Endpoint("127.0.0.1", 8104, 9104)


def test_variables_name_the_service(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GATEWAY_UPSTREAMS__CASEWORK", "127.0.0.1:7001,127.0.0.1:7002")
    assert [one.port for one in Settings().endpoints("casework")] == [7001, 7002]
