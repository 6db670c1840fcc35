"""What is asked for: the same three requests through the gateway, of intake itself, and of the bare handlers."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from huiying.bench.load import FRESH

GATEWAY, DIRECT, BARE, ALONE = "gateway", "direct", "bare", "postgres"
TARGETS = (GATEWAY, DIRECT, BARE, ALONE)
PAGE = 50
CONTENT = "反映某单位在项目招投标中存在围标串标问题，相关负责人收受财物，请予核查。" * 6
SUBMISSION: dict[str, Any] = {
    "category": "accusation",
    "content": CONTENT,
    "region": "district-1",
    "subjects": [{"name": "（化名）张某", "organisation": "某局", "position": "科长"}],
}


@dataclass(frozen=True, slots=True)
class Case:
    """One kind of request, as raw HTTP for a service that answers at `/v1`; `aim` is the share of `bare` wished for."""

    name: str
    title: str
    aim: float
    requests: list[str]
    status: int

    def requests_to(self, target: str) -> list[str]:
        """Return the requests as this target takes them; the gateway's paths begin with the service."""
        if target != GATEWAY:
            return self.requests
        return [request.replace(" /v1/", " /intake/v1/", 1) for request in self.requests]


def cases(tokens: list[str], reports: list[str]) -> list[Case]:
    """Return the three cases; every token belongs to another officer of the same office."""
    officers = [f"Authorization: Bearer {token}\r\n" for token in tokens]
    lists = [_get(f"/v1/reports?limit={PAGE}", officer) for officer in officers]
    ones = [
        _get(f"/v1/reports/{report}", officers[number % len(officers)])
        for number, report in enumerate(reports)
    ]
    return [
        Case("a", "匿名提交 · anonymous submission", 0.5, [_submission()], 201),
        Case("b", f"列表 {PAGE} 件 · officer's list of {PAGE}", 0.6, lists, 200),
        Case("c", "单件查看 · one report by id", 0.6, ones, 200),
    ]


def _get(path: str, headers: str) -> str:
    return f"GET {path} HTTP/1.1\r\nHost: localhost\r\n{headers}\r\n"


def _submission() -> str:
    body = json.dumps(SUBMISSION, ensure_ascii=False, separators=(",", ":"))
    head = f"POST /v1/public/submissions HTTP/1.1\r\nHost: localhost\r\nIdempotency-Key: {FRESH.decode()}\r\n"
    return f"{head}Content-Type: application/json\r\nContent-Length: {len(body.encode())}\r\n\r\n{body}"
