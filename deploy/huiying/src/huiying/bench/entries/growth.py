"""Lists, counts and searches as reports grow in number, measured round by round over few and over many."""

from __future__ import annotations

from collections.abc import Iterator
from statistics import median

from huiying.bench.bench import Bench
from huiying.bench.entry import TIMES, Entry, Figure, Reading, at_most
from huiying.bench.filling.intake import SUBMISSION, intake_with, petition_officer
from huiying.bench.http import get, post, send
from huiying.bench.stage import Stage

PAGE, MATCHES, CONNECTIONS, ROUNDS = 50, 40, 4, 5
WORD = "围标串标"
FIELD = "housing_registration"
"""What no report that PostgreSQL made is about."""


def _measure(bench: Bench) -> Iterator[Reading]:
    sizes = bench.size(10_000, 5_000), bench.size(1_000_000, 50_000)
    stages = [bench.stage(intake_with(size)) for size in sizes]
    for stage in stages:
        _file_matches(stage, petition_officer(stage, 0))
    p99: dict[tuple[str, int], list[float]] = {}
    for _ in range(bench.size(ROUNDS, 2)):
        for name in ("list", "count", "search"):
            for size, stage in zip(sizes, stages, strict=True):
                requests = [_request(name, petition_officer(stage, 0))]
                found = bench.load.measure(stage.port, requests, connections=CONNECTIONS, measure_s=3)
                bench.tell(f"  {name:<7}{size:>10,}   p50 {found.p50_ms:7.2f}   p99 {found.p99_ms:7.2f} ms")
                p99.setdefault((name, size), []).append(found.p99_ms)
    few, many = sizes
    for name in ("list", "count", "search"):
        short, long = median(p99[name, few]), median(p99[name, many])
        yield Reading(name, long / short, {f"p99 ms/{few:,}": short, f"p99 ms/{many:,}": long})


def _request(name: str, token: str) -> str:
    if name == "search":
        return post("/v1/reports/_search", {"q": WORD, "limit": PAGE}, token)
    return get(f"/v1/reports?limit={PAGE}" if name == "list" else "/v1/reports/_count", token)


def _file_matches(stage: Stage, token: str) -> None:
    """File and register reports that a search finds: those made in PostgreSQL have texts nobody can open."""
    for _ in range(MATCHES):
        send(stage.port, "/v1/public/submissions", {**SUBMISSION, "field": FIELD})
    listed = send(stage.port, f"/v1/reports?state=received&field={FIELD}&limit={MATCHES}", token=token)
    for one in listed["items"]:
        version = {"If-Match": f'"{one["version"]}"'}
        send(stage.port, f"/v1/reports/{one['id']}/register", {}, token, **version)


ENTRY = Entry(
    "growth",
    "列表、计数、检索：一百万件相对一万件",
    "list, count and search over a million reports, of those over ten thousand",
    (
        Figure("list", TIMES, at_most(1.5), "列表 p99", "list, p99"),
        Figure("count", TIMES, None, "计数 p99（最多数到一万）", "count, p99; counts up to 10,000"),
        Figure("search", TIMES, at_most(1.5), "检索 p99", "search, p99"),
    ),
    _measure,
)
