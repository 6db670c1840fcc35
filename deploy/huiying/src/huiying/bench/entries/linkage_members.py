"""Fifty members act on one joint task at once: notes on the board, and each takes up a piece of work twice."""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from urllib.error import HTTPError
from uuid import NAMESPACE_URL, UUID, uuid4, uuid5

import asyncpg

from huiying.bench.bench import Bench
from huiying.bench.entry import EACH, PER_S, TIMES, Entry, Figure, Reading, at_least, at_most
from huiying.bench.filling.bulk import execute_all
from huiying.bench.filling.casework import OFFICE, casework_with, handler
from huiying.bench.http import post, send
from huiying.bench.load import FRESH
from huiying.bench.stage import Stage

MEMBERS, NOTES, TRIES = 50, 10, 5
TASK = uuid5(NAMESPACE_URL, "bench-task")
_MADE = f"""
INSERT INTO linkage_tasks (id, number, state, version, holder_path, secrecy, created_at, matter, kind, declared_by_path,
    lead_path, units, people_wanted)
SELECT '{TASK}', 'city-task-1', 'in_progress', 5, '{OFFICE}', 'work_secret', now(), 'major_case', 'case', '{OFFICE}',
    '{OFFICE}', '{{}}', {MEMBERS};
INSERT INTO linkage_members (id, task_id, officer_id, login, organisation_path, since)
SELECT gen_random_uuid(), '{TASK}', id, 'bench', '{OFFICE}', now() FROM unnest($1::text[]) id;
INSERT INTO board_tasks (id, state, version, holder_path, secrecy, created_at, task_id, given_to_path, due_on, officer_id,
    login, returns)
SELECT md5('work' || id)::uuid, 'assigned', 1, '{OFFICE}', 'work_secret', now(), '{TASK}', '{OFFICE}', current_date + 9,
    id, 'bench', 0 FROM unnest($1::text[]) id;
INSERT INTO need_to_know (id, object_id, grantee, capacity, since, granted_by)
SELECT gen_random_uuid(), '{TASK}', id, 'member', now() - interval '1 day', 'bench' FROM unnest($1::text[]) id
UNION ALL SELECT gen_random_uuid(), md5('work' || id)::uuid, id, 'assignee', now() - interval '1 day', 'bench'
    FROM unnest($1::text[]) id
"""  # noqa: S608 - our own constants


def _measure(bench: Bench) -> Iterator[Reading]:
    stage = bench.stage(casework_with(bench.size(200_000, 20_000)))
    officers = [str(uuid5(NAMESPACE_URL, f"bench-{number}")) for number in range(MEMBERS)]
    asyncio.run(_make(stage.superuser, officers))
    tokens = [handler(stage, number) for number in range(MEMBERS)]
    with ThreadPoolExecutor(MEMBERS) as people:
        notes = Counter(people.map(lambda n: _note(stage, tokens[n % MEMBERS]), range(MEMBERS * NOTES)))
        taken = Counter(people.map(lambda n: _take_up(stage, officers, tokens, n), range(2 * MEMBERS)))
    kept, moved = asyncio.run(_kept(stage.superuser))
    unexpected = sum((notes + taken).values()) - notes[201] - taken[200] - taken[409] - taken[412]
    yield Reading("unexpected", unexpected, {f"notes {code}": n for code, n in notes.items()})
    yield Reading("lost", abs(notes[201] - kept), {"written": notes[201], "kept": kept})
    yield Reading(
        "twice",
        abs(moved - taken[200]) + abs(taken[200] - MEMBERS),
        {f"{code}": n for code, n in taken.items()},
    )
    path = f"/v1/linkage-tasks/{TASK}/notes"
    requests = [
        post(path, {"text": "已核对凭证。"}, token, **{"Idempotency-Key": FRESH.decode()}) for token in tokens
    ]
    alone, all_of_them = (
        bench.load.measure(
            stage.port, requests[:count], connections=count, measure_s=4, status=201, may_refuse=True
        )
        for count in (1, MEMBERS)
    )
    yield Reading(
        "throughput", all_of_them.per_s / alone.per_s, {"one/s": alone.per_s, "p99 ms": all_of_them.p99_ms}
    )
    yield Reading("per_s", all_of_them.per_s)


def _note(stage: Stage, token: str) -> int:
    return _status(stage, f"/v1/linkage-tasks/{TASK}/notes", {"text": "已核对凭证。"}, token)


def _take_up(stage: Stage, officers: list[str], tokens: list[str], number: int) -> int:
    """Take up a member's piece of work; each is tried twice, under two keys."""
    member = number // 2
    path = f"/v1/board-tasks/{UUID(_md5('work' + officers[member]))}/accept"
    return _status(stage, path, {}, tokens[member], **{"If-Match": '"1"'})


def _md5(text: str) -> str:
    from hashlib import md5

    return md5(text.encode(), usedforsecurity=False).hexdigest()


def _status(stage: Stage, path: str, body: dict[str, str], token: str, **headers: str) -> int:
    key = {"Idempotency-Key": str(uuid4())}
    for _ in range(TRIES):
        try:
            send(stage.port, path, body, token, **headers, **key)
        except HTTPError as refused:
            if refused.code != 503:  # too many at once: the same request again, as every client does
                return refused.code
            time.sleep(float(refused.headers["Retry-After"]))
        else:
            return 201 if path.endswith("/notes") else 200
    return 503


async def _make(dsn: str, officers: list[str]) -> None:
    connection = await asyncpg.connect(dsn)
    try:
        await execute_all(connection, _MADE.split(";"), officers)
    finally:
        await connection.close()


async def _kept(dsn: str) -> tuple[int, int]:
    connection = await asyncpg.connect(dsn)
    try:
        notes = await connection.fetchval("SELECT count(*) FROM board_notes WHERE task_id = $1", TASK)
        moved = await connection.fetchval(
            "SELECT count(*) FROM board_tasks WHERE state = 'accepted' AND version = 2"
        )
    finally:
        await connection.close()
    return notes, moved


ENTRY = Entry(
    "members",
    f"{MEMBERS} 名成员同时办理一项联动任务",
    f"{MEMBERS} members act on one joint task at once",
    (
        Figure(
            "unexpected", EACH, at_most(0), "答复不对的请求", "requests answered otherwise than they should"
        ),
        Figure("lost", EACH, at_most(0), "丢失或重复的记录", "notes lost or doubled"),
        Figure("twice", EACH, at_most(0), "同一工作被领两次或漏领", "pieces of work taken up twice or never"),
        Figure("throughput", TIMES, at_least(1), "吞吐，相对一名成员", "throughput, of one member's"),
        Figure("per_s", PER_S, None, "每秒记录", "notes a second"),
    ),
    _measure,
)
