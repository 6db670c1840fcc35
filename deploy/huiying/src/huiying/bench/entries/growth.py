"""Lists, counts, searches and what tells the same as reports grow in number, round by round over few and over many."""

from __future__ import annotations

from collections.abc import Iterator
from statistics import median

from huiying.bench.bench import Bench
from huiying.bench.entry import TIMES, Entry, Figure, Reading, at_most
from huiying.bench.filling.intake import SUBMISSION, intake_with, petition_officer
from huiying.bench.http import get, post, send
from huiying.bench.stage import Stage

PAGE, MATCHES, CONNECTIONS, ROUNDS = 50, 40, 4, 5
NAMES = ("list", "count", "search", "duplicates")
WORD = "围标串标"
FIELD = "housing_registration"
"""What no report that PostgreSQL made is about."""
CROWDED = "education"
"""What hundreds of reports of the last half year in one region are about: as many are compared as ever are."""


def _measure(bench: Bench) -> Iterator[Reading]:
    sizes = bench.size(10_000, 5_000), bench.size(1_000_000, 50_000)
    stages = [bench.stage(intake_with(size)) for size in sizes]
    for stage in stages:
        _file_matches(stage, petition_officer(stage, 0))
    repeated = {stage.port: _file_repeat(stage, petition_officer(stage, 0)) for stage in stages}
    p99: dict[tuple[str, int], list[float]] = {}
    for _ in range(bench.size(ROUNDS, 2)):
        for name in NAMES:
            for size, stage in zip(sizes, stages, strict=True):
                stage.hear_of_rights()
                requests = [_request(name, petition_officer(stage, 0), repeated[stage.port])]
                found = bench.load.measure(stage.port, requests, connections=CONNECTIONS, measure_s=3)
                bench.tell(f"  {name:<11}{size:>10,}   p50 {found.p50_ms:7.2f}   p99 {found.p99_ms:7.2f} ms")
                p99.setdefault((name, size), []).append(found.p99_ms)
    few, many = sizes
    for name in NAMES:
        short, long = median(p99[name, few]), median(p99[name, many])
        yield Reading(name, long / short, {f"p99 ms/{few:,}": short, f"p99 ms/{many:,}": long})


def _request(name: str, token: str, repeated: str) -> str:
    if name == "search":
        return post("/v1/reports/_search", {"q": WORD, "limit": PAGE}, token)
    paths = {
        "list": f"/v1/reports?limit={PAGE}",
        "count": "/v1/reports/_count",
        "duplicates": f"/v1/reports/{repeated}/duplicates",
    }
    return get(paths[name], token)


def _file_matches(stage: Stage, token: str) -> None:
    """File and register reports that a search finds: those made in PostgreSQL have texts nobody can open."""
    for _ in range(MATCHES):
        send(stage.port, "/v1/public/submissions", {**SUBMISSION, "field": FIELD})
    listed = send(stage.port, f"/v1/reports?state=received&field={FIELD}&limit={MATCHES}", token=token)
    for one in listed["items"]:
        version = {"If-Match": f'"{one["version"]}"'}
        send(stage.port, f"/v1/reports/{one['id']}/register", {}, token, **version)


def _file_repeat(stage: Stage, token: str) -> str:
    """Enter and register a report in a crowded place and field; return its id."""
    told = {name: value for name, value in SUBMISSION.items() if name != "category"}
    entered = send(stage.port, "/v1/reports", {**told, "channel": "letter", "field": CROWDED}, token)
    send(stage.port, f"/v1/reports/{entered['id']}/register", {}, token, **{"If-Match": '"1"'})
    identity: str = entered["id"]
    return identity


ENTRY = Entry(
    "growth",
    "列表、计数、检索、查重：一百万件相对一万件",
    "list, count, search and what tells the same over a million reports, of those over ten thousand",
    (
        Figure("list", TIMES, at_most(1.5), "列表 p99", "list, p99"),
        Figure("count", TIMES, None, "计数 p99（最多数到一万）", "count, p99; counts up to 10,000"),
        Figure("search", TIMES, at_most(1.5), "检索 p99", "search, p99"),
        Figure("duplicates", TIMES, at_most(1.5), "查找重复件 p99", "what tells the same, p99"),
    ),
    _measure,
)
