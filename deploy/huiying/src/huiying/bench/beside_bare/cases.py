"""What is asked for: the same three requests through the gateway, of intake itself, and of the bare handlers."""

from __future__ import annotations

from dataclasses import dataclass

from huiying.bench.filling.intake import SUBMISSION
from huiying.bench.http import get, post
from huiying.bench.load import FRESH

GATEWAY, DIRECT, BARE, ALONE = "gateway", "direct", "bare", "postgres"
TARGETS = (GATEWAY, DIRECT, BARE, ALONE)
PAGE = 50


@dataclass(frozen=True, slots=True)
class Case:
    """One kind of request, as raw HTTP for a service that answers at `/v1`."""

    name: str
    requests: list[str]
    status: int

    def requests_to(self, target: str) -> list[str]:
        """Return the requests as this target takes them; the gateway's paths begin with the service."""
        if target != GATEWAY:
            return self.requests
        return [request.replace(" /v1/", " /intake/v1/", 1) for request in self.requests]


def cases(tokens: list[str], reports: list[str]) -> list[Case]:
    """Return the three cases; every token belongs to another officer of the same office."""
    ones = [get(f"/v1/reports/{one}", tokens[number % len(tokens)]) for number, one in enumerate(reports)]
    submission = post("/v1/public/submissions", SUBMISSION, **{"Idempotency-Key": FRESH.decode()})
    return [
        Case("submit", [submission], 201),
        Case("list", [get(f"/v1/reports?limit={PAGE}", token) for token in tokens], 200),
        Case("read", ones, 200),
    ]
