"""Events of a service, in order, from where one stood: store the position with what was done, and nothing is done twice."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from huiying_client.client import Client


@dataclass(frozen=True, slots=True)
class Event:
    """One event (CloudEvents 1.0). `after` is what to store once it took effect."""

    after: int
    type: str
    subject: str
    data: dict[str, Any]


def follow(client: Client, service: str, after: int = 0, *, wait_s: float = 20) -> Iterator[Event]:
    """Yield events as they come, for ever; with `wait_s` of zero, those that are there. Raises: Refused, Unreachable."""
    while True:
        batch = client.get(f"/{service}/v1/feed", after=after, limit=200, wait=wait_s)
        for event in batch["events"]:
            yield Event(int(event["sequence"]), event["type"], event["subject"], event["data"])
        if wait_s == 0 and batch["next_after"] == after:
            return
        after = batch["next_after"]
