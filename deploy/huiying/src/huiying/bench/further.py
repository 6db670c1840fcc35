"""Further measurements of intake: a named submission with a picture, and lists and searches as reports grow in number."""

from __future__ import annotations

import asyncio
import json
import time
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from io import BytesIO
from statistics import quantiles
from typing import Any
from uuid import uuid4

from PIL import Image

from huiying.bench.cases import PAGE, SUBMISSION, Case
from huiying.bench.filling import fill_words
from huiying.bench.measuring import LoadGenerator
from huiying.bench.stage import Stage, staged
from huiying.places import RunDirectory

MAY_GROW = 1.5
"""How many times longer than among the fewest the slowest hundredth may take among the most."""
WORD = "围标串标"
MATCHES = 40
FIELD = "housing_registration"
"""What no report that PostgreSQL made is about."""
PEOPLE, AT_ONCE = 200, 4
GROWN_CONNECTIONS = 4
NAMED = {
    **SUBMISSION,
    "subjects": [
        *SUBMISSION["subjects"],
        {"name": "（化名）赵某", "organisation": "某公司", "position": "经理"},
    ],
    "reporter": {"name": "（化名）李某", "phone": "00000000000", "consent_to_share": False},
}


def named_submissions() -> int:
    """Let people upload a picture and submit under their names with two subjects; show what each step takes."""
    with _intake(2_000) as stage, ThreadPoolExecutor(AT_ONCE) as people:
        times = list(people.map(lambda _: _one_person(stage), range(PEOPLE)))
    for title, step in (("上传图片 · upload of a picture", 0), ("实名提交 · named submission", 1)):
        p50, p99 = _p50_p99([one[step] for one in times])
        print(f"{title:<40} p50 {p50:7.1f} ms   p99 {p99:7.1f} ms   ({PEOPLE}, {AT_ONCE} at once)")
    return 0


def growth(sizes: Sequence[int]) -> int:
    """Measure lists and searches over each number of reports; 1 when the most take too much longer than the fewest."""
    found: dict[tuple[str, int], float] = {}
    for size in sizes:
        with _intake(size) as stage:
            token = stage.issuer.token(0)
            _file_matches(stage, token)
            load = LoadGenerator()
            for case in _cases(token):
                told = load.measure(_order(stage, case))
                if set(told["statuses"]) != {str(case.status)}:
                    raise SystemExit(f"{case.name} answered {told['statuses']}")
                found[case.name, size] = told["p99_ms"]
                print(
                    f"{case.title:<32}{size:>10,}   p50 {told['p50_ms']:7.2f}   p99 {told['p99_ms']:7.2f} ms"
                )
            load.close()
    ratios = {name: found[name, max(sizes)] / found[name, min(sizes)] for name, _ in found}
    for name, ratio in ratios.items():
        print(f"{name}: p99 × {ratio:.2f}, at most {MAY_GROW} {'✓' if ratio <= MAY_GROW else '✗'}")
    return int(max(ratios.values()) > MAY_GROW)


@contextmanager
def _intake(reports: int) -> Iterator[Stage]:
    with staged(RunDirectory.current().root / "bench", reports) as stage:
        asyncio.run(fill_words(stage.superuser))
        stage.start("intake", "intake", stage.intake_settings(), stage.ports["intake health"])
        yield stage


def _cases(token: str) -> list[Case]:
    head = f"Host: localhost\r\nAuthorization: Bearer {token}\r\n"
    body = json.dumps({"q": WORD, "limit": PAGE}, ensure_ascii=False)
    sent = f"Content-Type: application/json\r\nContent-Length: {len(body.encode())}\r\n\r\n{body}"
    return [
        Case("list", "列表 · list", 0, [f"GET /v1/reports?limit={PAGE} HTTP/1.1\r\n{head}\r\n"], 200),
        Case("count", "计数 · count", 0, [f"GET /v1/reports/_count HTTP/1.1\r\n{head}\r\n"], 200),
        Case("search", "检索 · search", 0, [f"POST /v1/reports/_search HTTP/1.1\r\n{head}{sent}"], 200),
    ]


def _order(stage: Stage, case: Case) -> dict[str, Any]:
    return {
        "port": stage.ports["intake"], "requests": case.requests, "connections": GROWN_CONNECTIONS, "watch": stage.pids,
        "warm_up_s": 1.0, "measure_s": 5.0,
    }  # fmt: skip


def _file_matches(stage: Stage, token: str) -> None:
    """File and register reports that a search finds: those made in PostgreSQL have texts nobody can open."""
    for _ in range(MATCHES):
        _send(stage, "/v1/public/submissions", json.dumps({**SUBMISSION, "field": FIELD}).encode())
    listed = _send(stage, f"/v1/reports?state=received&field={FIELD}&limit={MATCHES}", None, token)
    for one in listed["items"]:
        _send(stage, f"/v1/reports/{one['id']}/register", b"{}", token, **{"If-Match": f'"{one["version"]}"'})


def _one_person(stage: Stage) -> tuple[float, float]:
    picture, boundary = BytesIO(), uuid4().hex
    Image.new("RGB", (1600, 1200), (120, 40, 40)).save(picture, "JPEG")
    head = (
        f'--{boundary}\r\nContent-Disposition: form-data; name="file"; filename="p.jpg"\r\n'
        "Content-Type: image/jpeg\r\n\r\n"
    )
    form = head.encode() + picture.getvalue() + f"\r\n--{boundary}--\r\n".encode()
    kind = {"Content-Type": f"multipart/form-data; boundary={boundary}"}
    upload_s, file = _timed(lambda: _send(stage, "/v1/public/attachments", form, **kind))
    body = json.dumps({**NAMED, "attachments": [file["id"]]}).encode()
    submit_s, _ = _timed(lambda: _send(stage, "/v1/public/submissions", body))
    return upload_s, submit_s


def _timed(work: Callable[[], Any]) -> tuple[float, Any]:
    started = time.perf_counter()
    found = work()
    return time.perf_counter() - started, found


def _p50_p99(times: list[float]) -> tuple[float, float]:
    cuts = quantiles(times, n=100, method="inclusive")
    return cuts[49] * 1000, cuts[98] * 1000


def _send(stage: Stage, path: str, body: bytes | None, token: str = "", **headers: str) -> Any:
    sent = {"Content-Type": "application/json", "Idempotency-Key": str(uuid4()), **headers}
    if token:
        sent["Authorization"] = f"Bearer {token}"
    request = urllib.request.Request(
        f"http://127.0.0.1:{stage.ports['intake']}{path}", data=body, headers=sent
    )
    with urllib.request.urlopen(request, timeout=30) as answer:  # noqa: S310 - a program of this run
        return json.loads(answer.read())
