"""Reports come in, the primary is lost, another node takes over: what was acknowledged, lost, doubled; seconds down."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from huiying.databases import Access, provision
from huiying.ha.cluster import Cluster
from huiying.ha.node import LOOK_S
from huiying.kinship import die_with
from huiying.places import REPOSITORY, RunDirectory
from huiying.proof.histories import History, Verdict, judge, longest_silence, read
from huiying.proof.present import keys_in
from huiying.proof.receipts import unopened
from huiying.proof.stream import Stream
from huiying.seed.people import make_people
from huiying.services import GATEWAY_PORT, WITH_DATABASE

BACK_WITHIN_S = 30.0
READY_WITHIN_S = 180.0
GIVE_UP_S = 120.0
QUIET_S = 5.0
"""How long reports come in before a loss, and again once they are taken."""
AGAIN = 20
"""So many acknowledgements after a loss mean that it is over; the first may have been under way before it."""
WAYS = {"killed": "kill", "frozen": "freeze"}
BASE_URL = f"http://127.0.0.1:{GATEWAY_PORT}"


class DidNotStart(Exception):
    """The set did not become ready on the nodes; the message is what its supervisor said."""


@dataclass(frozen=True)
class Outcome:
    """What a story came to."""

    verdict: Verdict
    unopened: set[str]
    losses: list[str]
    down_s: list[float]
    rejoined_s: list[float]

    @property
    def is_well(self) -> bool:
        """Say whether nothing was lost or doubled, everybody was answered, and every gap was short."""
        sound = not self.verdict.faults and not self.unopened and not self.verdict.unanswered
        return sound and bool(self.down_s) and max(self.down_s) <= BACK_WITHIN_S

    def figures(self) -> list[str]:
        """Return what is told at the end."""
        verdict = self.verdict
        told = [
            ("受理 acknowledged", len(verdict.acknowledged)),
            ("丢失 lost", len(verdict.lost)),
            ("重复 doubled", len(verdict.doubled)),
            ("凭空 made up", len(verdict.made_up)),
            ("回执打不开 receipts that do not open", len(self.unopened)),
            ("重发 sent again", verdict.retried),
            ("未获答复 never answered", len(verdict.unanswered)),
        ]
        lines = [f"{name}: {count}" for name, count in told]
        for loss, down, again in zip(self.losses, self.down_s, self.rejoined_s, strict=True):
            lines.append(
                f"主库 primary {loss}: 中断 down {down:.1f} s (≤ {BACK_WITHIN_S:g}), "
                f"归队 back in step {again:.1f} s after its return"
            )
        return lines


@dataclass
class Set:
    """The whole set as processes, on the cluster's databases. It ends with the thread that started it."""

    place: RunDirectory
    accesses: dict[str, Access]
    process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start everything, and return at once."""
        self.place.make()
        environment = {**os.environ, "HUIYING_RUN_DIR": str(self.place.root), "INTAKE_USUAL_PER_S": "100000"}
        for access in self.accesses.values():
            environment |= access.variables()
        with (self.place.log / "supervisor.log").open("ab") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "huiying", "run", "--empty"],
                cwd=REPOSITORY, env=environment, stdin=subprocess.DEVNULL, stdout=log, stderr=log,
                start_new_session=True, preexec_fn=die_with(os.getpid(), signal.SIGTERM),  # noqa: PLW1509 - one call
            )  # fmt: skip

    async def until_ready(self) -> None:
        """Wait until every service answers. Raises: DidNotStart."""
        end = time.monotonic() + READY_WITHIN_S
        while not self.place.ready.exists():
            ended = self.process is None or self.process.poll() is not None
            if ended or time.monotonic() > end:
                said = (self.place.log / "supervisor.log").read_text(errors="replace")[-2000:]
                raise DidNotStart(said)
            await asyncio.sleep(0.1)

    def stop(self) -> None:
        """Stop everything."""
        if self.process is not None:
            self.process.terminate()
            self.process.wait(60)
            self.process = None


@dataclass
class Losses:
    """The nodes, and clients that submit while one after the other is lost."""

    cluster: Cluster
    stream: Stream
    tell: Callable[[str], None]
    down: list[tuple[float, float]] = field(default_factory=list)
    """From when to when each loss is looked at, on the steady clock of the history."""
    rejoined_s: list[float] = field(default_factory=list)

    async def suffer(self, losses: Sequence[str]) -> None:
        """Lose the primary so often, each time until another took over and the lost one is back in step."""
        submitting = asyncio.create_task(self.stream.run())
        try:
            for loss in losses:
                await asyncio.sleep(QUIET_S)
                await self._lose(loss)
        finally:
            self.stream.told.set()
            await submitting

    async def _lose(self, loss: str) -> None:
        lost = self.cluster.primary()
        getattr(lost, WAYS[loss])()
        before, began = self.stream.acknowledged, time.monotonic()
        self.tell(
            f"主库 {lost.name} 已失去 · the primary {lost.name} is {loss}; {before} acknowledged so far"
        )
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._until(before + AGAIN), GIVE_UP_S)
        await asyncio.sleep(QUIET_S)
        self.down.append((began, time.monotonic()))
        self.tell(f"新主库 {self.cluster.primary().name} · leads now")
        lost.thaw()
        self.cluster.start()
        await asyncio.sleep(LOOK_S)  # in which one that was frozen hears that it no longer leads
        self.rejoined_s.append(await self.cluster.until_whole())

    async def _until(self, count: int) -> None:
        while self.stream.acknowledged < count:  # noqa: ASYNC110 - a count grows, nothing is set
            await asyncio.sleep(0.05)


async def story(
    folder: Path,
    patroni: list[str],
    losses: Sequence[str],
    *,
    clients: int,
    seed: int,
    tell: Callable[[str], None],
) -> Outcome:
    """Raise the nodes and the set, lose the primary while clients submit, judge what is there.

    Raises: NoServer, NotWhole, DidNotStart.
    """
    cluster = Cluster.of_three(folder / "nodes", patroni)
    cluster.start()
    try:
        took = await cluster.until_whole()
        tell(f"三个节点已同步 · three nodes in step after {took:.1f} s")
        one = Set(
            RunDirectory(folder / "run"), await provision(cluster, folder / "passwords.json", WITH_DATABASE)
        )
        one.start()
        try:
            await one.until_ready()
            await asyncio.to_thread(make_people, BASE_URL, one.place.root)
            tell("全部服务已就绪 · every service is ready on the nodes")
            return await _told(cluster, one, folder, losses, clients=clients, seed=seed, tell=tell)
        finally:
            one.stop()
    finally:
        cluster.stop()


async def _told(
    cluster: Cluster,
    one: Set,
    folder: Path,
    losses: Sequence[str],
    *,
    clients: int,
    seed: int,
    tell: Callable[[str], None],
) -> Outcome:
    """Suffer the losses, and compare what the clients saw with what the nodes hold."""
    history = History(folder / "history.jsonl")
    suffering = Losses(cluster, Stream(BASE_URL, history, clients, seed), tell)
    await suffering.suffer(losses)
    history.close()
    lines = read(history.path)
    verdict = judge(lines, (await keys_in(cluster.dsn("intake"), one.place.keys)).values())
    silences = [longest_silence(lines, since, until) for since, until in suffering.down]
    still_shut = await unopened(BASE_URL, verdict.acknowledged)
    return Outcome(verdict, still_shut, list(losses), silences, suffering.rejoined_s)
