"""One case in one call, with everything that belongs to it and a history of 200 moves."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from statistics import median_high
from uuid import UUID

import sqlalchemy as sa

from casework.store.cases.cases import Identity, add_subjects
from casework.store.papers import PAPERS
from casework.store.tables.cases import CaseMemberRow, CaseRow
from huiying import keys
from huiying.bench.alone import read_alone
from huiying.bench.bench import Bench
from huiying.bench.entry import EACH, TIMES, Entry, Figure, Reading, at_most
from huiying.bench.filling.casework import OFFICE, casework_with, handler
from huiying.bench.http import get
from huiying.bench.stage import Stage
from huiying.bench.wire import statements_of
from shared.db import Database, Scope
from shared.ids import uuid7
from shared.lifecycle.tables import history
from shared.sealing import LocalKeyRing
from shared.sealing.seals import Seals

_CALLS = (
    ("view", "案件", "the case"),
    ("history", "经过", "its history"),
    ("timeline", "时间线", "its timeline"),
)
MOVES, FEW, PARTS = 200, 2, 5
BEGAN = datetime(2026, 1, 5, 1, tzinfo=UTC)
_SUBJECT = {
    "organisation": None, "is_party_member": True, "supervisee_kind": None, "subject_rank": "section", "is_retired": False,
    "is_committee_managed": False, "is_same_level_member": False,
}  # fmt: skip
_A_CLUE = sa.text(
    f"SELECT id FROM clues WHERE holder_path = '{OFFICE}'"  # noqa: S608 - our own constant
    " AND NOT EXISTS (SELECT FROM cases WHERE clue_id = clues.id) LIMIT 1"
)
_BARE = (
    "SELECT * FROM cases WHERE id = $1",
    "SELECT * FROM case_subjects WHERE case_id = $1",
    "SELECT * FROM case_members WHERE case_id = $1",
    "SELECT * FROM papers WHERE object_id = $1",
    "SELECT * FROM history WHERE object_id = $1 ORDER BY version",
)


def _measure(bench: Bench) -> Iterator[Reading]:
    stage = bench.stage(casework_with(bench.size(200_000, 20_000)))
    many, few = asyncio.run(_make(stage, MOVES)), asyncio.run(_make(stage, FEW))
    bare = median_high(asyncio.run(read_alone(stage.superuser, _BARE, many, times=200))[0])
    token = handler(stage)
    for (name, *_), path in zip(_CALLS, ("", "/history", "/timeline"), strict=True):
        url = f"/v1/cases/{many}{path}"
        whole = bench.load.measure(stage.port, [get(url, token)], connections=1, measure_s=3)
        of_many, of_few = (statements_of(stage, f"/v1/cases/{one}{path}", token) for one in (many, few))
        yield Reading(
            name, whole.p50_ms / bare, {"ms": whole.p50_ms, "p99 ms": whole.p99_ms, "bare SQL ms": bare}
        )
        yield Reading(f"{name}_statements", of_many - of_few, {"statements": of_many})


async def _make(stage: Stage, moves: int) -> UUID:
    """Write a case that has gone through so many moves, with five persons, ten members and five papers."""
    ring = keys.ring_of(stage.folder / "keys", "casework")
    seals, case_id = Seals(LocalKeyRing(ring), organisation="casework"), uuid7()
    db = await Database.connect(stage.access.app, pool_size=1)
    try:
        async with db.transaction(Scope("worker")) as tx:
            clue = await tx.scalar(_A_CLUE)
            tx.add(
                CaseRow, id=case_id, number=f"city-case-{moves}", state="investigation", version=moves, holder_path=OFFICE,
                secrecy="work_secret", created_at=BEGAN, clue_id=clue, legal_regime="2025", track="party_and_government",
                round=1, reported_round=0,
            )  # fmt: skip
            await tx.flush()
            add_subjects(
                tx,
                seals,
                case_id,
                [(Identity(f"（化名）{number}某", "某局", "科长"), _SUBJECT) for number in range(PARTS)],
            )
            for number in range(2 * PARTS):
                tx.add(
                    CaseMemberRow, id=uuid7(), case_id=case_id, part="team", officer_id=f"officer-{number}",
                    login=f"office1.{number}", organisation_path=OFFICE, is_leader=number == 0, since=BEGAN,
                )  # fmt: skip
            for number in range(PARTS):
                fields = {"text": "谈话中承认收受财物，已退赃。" * 20}
                await PAPERS.add(tx, seals, ("case", case_id), f"note_{number}", fields, by="bench", at=BEGAN)
            for version in range(1, moves + 1):
                move = uuid7()
                tx.add(
                    history, id=move, object_id=case_id, object_type="case", version=version, rule="D9", action="begin",
                    from_state="filed", to_state="investigation", by_kind="officer", by_id="bench", by_organisation=OFFICE,
                    opinion=seals.seal_text("同意，请按期办结。", "history", move, "opinion"),
                    at=BEGAN + timedelta(hours=version),
                )  # fmt: skip
    finally:
        await db.close()
    return case_id


ENTRY = Entry(
    "case",
    f"一次请求看完一个案件（{MOVES} 步经过），相对手写 SQL 读同样的行",
    f"a case with {MOVES} moves in one call, of the bare SQL for the same rows",
    tuple(
        figure
        for name, zh, en in _CALLS
        for figure in (
            Figure(name, TIMES, at_most(10), f"{zh}：整个请求", f"{en}, the whole request"),
            Figure(
                f"{name}_statements", EACH, at_most(0), f"{zh}：比 {FEW} 步的多用几条 SQL",
                f"{en}: statements more than with {FEW} moves",
            ),
        )
    ),
    _measure,
)  # fmt: skip
