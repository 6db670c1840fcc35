"""A page of the clue ledger: the same SQL with rights and without, and the whole request."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator
from statistics import median

import asyncpg
import sqlalchemy as sa

from casework.domain.permissions import PERMISSIONS
from casework.store.lists import CLUE_SORTING
from casework.store.tables.clues import ClueRow
from huiying.bench.bench import Bench
from huiying.bench.entry import MS, SHARE, Entry, Figure, Reading, at_least
from huiying.bench.filling.casework import LEDGER, OFFICE, case_manager, casework_with, handler
from huiying.bench.http import get
from huiying.bench.stage import Stage
from shared.auth.actor import Actor, RoleGrant
from shared.auth.predicate import Protected, visible
from shared.auth.roles import Role
from shared.auth.secrecy import SecrecyLevel
from shared.clock import SystemClock
from shared.db.compiler import Fixed
from shared.process.find import is_read_by_index, page_of

PAGE, ROUNDS, CLUES = 50, 15, 200_000
_CALLERS = (("manager", LEDGER, Role.CASE_MANAGER), ("handler", OFFICE, Role.HANDLER))


def _measure(bench: Bench) -> Iterator[Reading]:
    stage = bench.stage(casework_with(bench.size(CLUES, 20_000)))
    found = asyncio.run(_in_rounds(stage, bench.size(ROUNDS, 5)))
    for name, (with_rights, without) in found.items():
        yield Reading(name, without / with_rights, {"with rights ms": with_rights, "without ms": without})
    for name, token in (("manager", case_manager(stage)), ("handler", handler(stage))):
        page = get(f"/v1/clues?limit={PAGE}", token)
        whole = bench.load.measure(stage.port, [page], connections=4, measure_s=3)
        yield Reading(f"{name}_request", whole.p50_ms, {"p99 ms": whole.p99_ms, "/s": whole.per_s})


async def _in_rounds(stage: Stage, rounds: int) -> dict[str, tuple[float, float]]:
    """Return the median milliseconds with rights, behind the second wall, and without either."""
    ours, bare = await asyncpg.connect(stage.access.app), await asyncpg.connect(stage.superuser)
    order = CLUE_SORTING.order(None)
    plain = order.fixed(sa.select(ClueRow.__table__), PAGE, goes_on=False)
    times: dict[str, tuple[list[float], list[float]]] = {}
    for _ in range(rounds):
        for name, place, role in _CALLERS:
            actor, at = _actor(place, role), SystemClock().now()
            knows_many = role is Role.CASE_MANAGER
            seen = visible(PERMISSIONS, actor, "clue:read", Protected.of(ClueRow), at, knows_many=knows_many)
            page = page_of(ClueRow.__table__, seen, order, PAGE)
            by_index = is_read_by_index(ClueRow.__table__, seen, order)
            begin = actor.scope(at).begin_sql(read_only=True, by_index=by_index)
            both = times.setdefault(name, ([], []))
            both[0].append(await _took(ours, page, seen.values, begin))
            both[1].append(await _took(bare, plain, {}, "BEGIN READ ONLY"))
    for connection in (ours, bare):
        await connection.close()
    return {name: (median(with_rights), median(without)) for name, (with_rights, without) in times.items()}


async def _took(connection: asyncpg.Connection, page: Fixed, values: dict[str, object], begin: str) -> float:
    began = time.perf_counter()
    for _ in range(10):
        await connection.execute(begin)
        await connection.fetch(page.text, *page.values(values))
        await connection.execute("COMMIT")
    return (time.perf_counter() - began) * 100


def _actor(place: str, role: Role) -> Actor:
    return Actor("officer", "bench", "bench", place, (RoleGrant(role, place),), SecrecyLevel.WORK_SECRET)


ENTRY = Entry(
    "ledger",
    f"线索台账一页，{CLUES // 10_000} 万条线索：带权限相对不带权限",
    f"a page of the ledger of {CLUES:,} clues: SQL with rights, of the same without",
    (
        Figure("manager", SHARE, at_least(0.6), "案管查看全部线索", "case management, which keeps all"),
        Figure("handler", SHARE, at_least(0.6), "承办人查看本室线索", "a handler of one office"),
        Figure("manager_request", MS, None, "案管：整个请求", "case management, the whole request"),
        Figure("handler_request", MS, None, "承办人：整个请求", "a handler, the whole request"),
    ),
    _measure,
)
