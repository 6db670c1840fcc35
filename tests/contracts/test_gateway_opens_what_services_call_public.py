"""What a service calls public, the gateway asks no token for; and it writes nothing about who comes."""

from __future__ import annotations

import importlib
from importlib.util import find_spec

import pytest

from gateway.domain.routes import SERVICES, Door, find
from shared.auth.declare import PublicRoute
from shared.service.common_routes import DOCUMENTS

BUILT = [service for service in SERVICES if find_spec(f"{service}.app")]


def public_routes(service: str) -> tuple[PublicRoute, ...]:
    found: tuple[PublicRoute, ...] = importlib.import_module(f"{service}.app").SPEC.public
    return (*DOCUMENTS, *found)


@pytest.mark.parametrize("service", BUILT)
def test_a_public_route_needs_no_token_at_the_gateway(service: str) -> None:
    for route in public_routes(service):
        row = find(f"/{service}{route.path}")
        assert row is not None
        assert row.door is not Door.OFFICER, route.path


@pytest.mark.parametrize("service", BUILT)
def test_a_public_route_is_written_only_if_a_token_is_asked_for_there(service: str) -> None:
    for route in public_routes(service):
        row = find(f"/{service}{route.path}")
        assert row is not None
        assert row.door is Door.OPEN or route.path.startswith("/v1/token"), route.path
