"""Whoever follows a service has a client of it, may get tokens for it, and is let in by it."""

from __future__ import annotations

from importlib import import_module
from types import SimpleNamespace
from typing import Any, cast

import pytest

from huiying.services import WITH_DATABASE
from identity.domain.call_graph import CALLS
from shared.http.client import Tokens
from shared.process.desk import Desk
from shared.service.spec import ServiceSpec

DESK = SimpleNamespace(clients=dict.fromkeys(WITH_DATABASE))
SPECS: dict[str, ServiceSpec] = {name: import_module(f"{name}.app").SPEC for name in WITH_DATABASE}
URLS: Any = SimpleNamespace(**{f"{name}_url": f"http://{name}" for name in WITH_DATABASE})


@pytest.mark.parametrize("name", [name for name, spec in SPECS.items() if spec.follows])
def test_who_is_followed_is_known_may_be_called_and_shows_its_feed(name: str) -> None:
    spec = SPECS[name]
    assert spec.follows
    assert spec.clients
    followed = set(spec.follows(cast("Desk", DESK)))

    assert followed <= set(spec.clients(URLS, cast("Tokens", None)))
    assert followed <= set(CALLS[name])
    assert all(name in SPECS[one].feed_readers for one in followed)
