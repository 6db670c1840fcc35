"""Reports come in, the primary's machine is lost, another takes over: what was acknowledged, lost, doubled, and for how long."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from huiying.databases import Access, provision
from huiying.ha.cluster import Cluster
from huiying.kinship import die_with
from huiying.places import REPOSITORY, RunDirectory
from huiying.proof.histories import Verdict
from huiying.proof.stream import Stream
from huiying.seed.people import make_people
from huiying.services import GATEWAY_PORT, WITH_DATABASE

BACK_WITHIN_S = 30.0
READY_WITHIN_S = 180.0
QUIET_S = 6.0
"""How long reports come in before a loss, and again once they are taken."""


@dataclass
class Outcome:
    """What a story came to."""

    verdict: Verdict
    unopened: set[str]
    rows: int
    down_s: list[float]
    rejoined_s: list[float] = field(default_factory=list)

    @property
    def is_well(self) -> bool:
        """Say whether nothing was lost or doubled and every gap was short."""
        sound = not self.verdict.faults and not self.unopened and not self.verdict.unanswered
        return sound and self.rows == self.verdict.present and max(self.down_s) <= BACK_WITHIN_S

    def figures(self) -> list[str]:
        """Return what is told at the end."""
        verdict = self.verdict
        down, again = (", ".join(f"{one:.1f}" for one in times) for times in (self.down_s, self.rejoined_s))
        return [
            f"已确认 acknowledged {len(verdict.acknowledged)}, 丢失 lost {len(verdict.lost)}, "
            f"重复 doubled {len(verdict.doubled)}, 凭空 made up {len(verdict.made_up)}, "
            f"打不开的回执 receipts that do not open {len(self.unopened)}",
            f"重发 sent again {verdict.retried}, 无答复 never answered {len(verdict.unanswered)}",
            f"中断 seconds down {down} (≤ {BACK_WITHIN_S:g}), 失去的节点归队 lost node back in step after {again}",
        ]


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
        """Wait until every service answers. Raises: RuntimeError with what the supervisor said."""
        end = time.monotonic() + READY_WITHIN_S
        while not self.place.ready.exists():
            ended = self.process is None or self.process.poll() is not None
            if ended or time.monotonic() > end:
                said = (self.place.log / "supervisor.log").read_text(errors="replace")[-2000:]
                raise RuntimeError(f"the set did not start:\n{said}")
            await asyncio.sleep(0.1)

    def stop(self) -> None:
        """Stop everything."""
        if self.process is not None:
            self.process.terminate()
            self.process.wait(60)
            self.process = None


async def story(
    folder: Path, patroni: list[str], *, losses: int, clients: int, seed: int, tell: Callable[[str], None]
) -> Outcome:
    """Raise the nodes and the set, lose the primary so often while clients submit, judge what is there.

    Raises: NoServer, NotWhole, RuntimeError.
    """
    cluster = Cluster.of_three(folder / "nodes", patroni)
    cluster.start()
    try:
        tell(f"三节点就绪 three nodes in step after {await cluster.until_whole():.1f} s")
        accesses = await provision(cluster, folder / "passwords.json", WITH_DATABASE)
        one = Set(RunDirectory(folder / "run"), accesses)
        one.start()
        try:
            await one.until_ready()
            base_url = f"http://127.0.0.1:{GATEWAY_PORT}"
            await asyncio.to_thread(make_people, base_url, one.place.root)
            tell("全部服务已就绪 every service is ready on the cluster")
            return await _lose(
                cluster, one, base_url, folder, losses, Stream.of(base_url, folder, clients, seed), tell
            )
        finally:
            one.stop()
    finally:
        cluster.stop()
