"""A service that is busy with its database is ready without asking it once more; one that cannot reach it is not."""

from __future__ import annotations

import time
from types import SimpleNamespace
from typing import Any

import pytest

from shared.db import DatabaseUnavailable
from shared.service.app import HEARD_WITHIN_S, management


class NoConnectionLeft:
    """A database whose connections are all in use, or that is gone."""

    def __init__(self, heard_ago_s: float) -> None:
        self.heard_at = time.monotonic() - heard_ago_s

    def reader(self) -> Any:
        raise DatabaseUnavailable("no connection within two seconds")


async def status(heard_ago_s: float) -> int:
    opened: Any = SimpleNamespace(
        desk=SimpleNamespace(db=NoConnectionLeft(heard_ago_s)),
        keys=SimpleNamespace(is_usable=True),
        versions=SimpleNamespace(is_stale=lambda: False),
    )
    spec: Any = SimpleNamespace(name="intake", version="1")
    sent: list[Any] = []

    async def send(message: Any) -> None:
        sent.append(message)

    await management(spec, [opened])({"path": "/readyz", "type": "http"}, None, send)  # type: ignore[arg-type]
    found: int = sent[0]["status"]
    return found


@pytest.mark.parametrize(
    ("heard_ago_s", "expected"), [(0, 200), (HEARD_WITHIN_S / 2, 200), (HEARD_WITHIN_S * 2, 503)]
)
async def test_what_was_heard_just_now_is_good_enough(heard_ago_s: float, expected: int) -> None:
    assert await status(heard_ago_s) == expected
