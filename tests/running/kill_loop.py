"""Submissions and officers' moves while everything is killed, and then: is everything there, exactly once?"""

from __future__ import annotations

import asyncio
import random
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from huiying.proof.histories import History, Verdict, judge, read
from huiying.proof.stream import Stream
from huiying.walk.caller import Caller

from tests.running import ledger
from tests.running.desk import Desk, PersistentCaller
from tests.running.killer import Killer
from tests.support.running_set import RunningSet, wait_for_async


@dataclass(frozen=True)
class Run:
    """What a kill loop did: its victims, its clients' history judged, the officers' transfers."""

    killer: Killer
    stream: Stream
    desk: Desk
    verdict: Verdict
    warm_start_s: float

    def figures(self) -> list[str]:
        """Return what is told at the end."""
        verdict, stream, desk = self.verdict, self.stream, self.desk
        judged = f"lost {len(verdict.lost)}, doubled {len(verdict.doubled)}, made up {len(verdict.made_up)}"
        retried = f"{verdict.retried} sent again, {stream.hung_up} answers not awaited"
        waited = f"longest wait {stream.longest_wait_s:.1f} s"
        return [
            f"{self.killer.kills} kills and one power cut: {self.killer.summary()}",
            f"{verdict.invoked} submissions, {len(verdict.acknowledged)} acknowledged, {retried}, {waited}; {judged}",
            f"{len(desk.transferred)} reports transferred by officers, {desk.caller.repeated} requests repeated",
            f"warm start after the power cut: {self.warm_start_s:.1f} s until everything is ready",
        ]


async def kill_loop(one: RunningSet, folder: Path, *, kills: int, clients: int, seed: int) -> Run:
    """Kill so often while clients submit and officers work; end with the power cut; judge what is left."""
    known = Caller.of_run(one.base_url, one.place.accounts)
    history = History(folder / "history.jsonl")
    stream = Stream(one.base_url, history, clients, seed)
    desk = Desk(PersistentCaller(one.base_url, known.accounts, loud=False))
    killer = Killer(one, random.Random(seed))  # noqa: S311 - to be repeatable
    before = set((await ledger.keys_of_matters(one)).values())
    working = [asyncio.create_task(stream.run()), asyncio.create_task(asyncio.to_thread(desk.run))]
    with closing(history):
        try:
            await asyncio.to_thread(killer.run, kills)
            warm_start_s = await _cut_the_power(one)
        finally:
            stream.told.set()
            desk.told.set()
        await asyncio.gather(*working)
    present = [key for key in (await ledger.keys_of_matters(one)).values() if key not in before]
    return Run(killer, stream, desk, judge(read(history.path), present), warm_start_s)


async def _cut_the_power(one: RunningSet) -> float:
    loop = asyncio.get_running_loop()
    began = loop.time()
    one.cut_the_power()
    one.begin()  # here and not in a thread: the supervisor ends with the thread that started it
    await asyncio.to_thread(one.until_started)
    return loop.time() - began


async def heard_by_casework(one: RunningSet) -> tuple[int, int]:
    """Wait until each transferred report feeds a clue; return how many reports there are, and how many clues."""

    async def all_there() -> bool:
        told, fed = await ledger.transfers(one)
        return told <= fed.keys()

    await wait_for_async("a clue for every transferred report", all_there, within_s=90)
    told, fed = await ledger.transfers(one)
    return len(told), sum(fed[report] for report in told)
