"""Run the whole set on one machine: database server, schema, keys, services, gateway, demo data."""

from __future__ import annotations

import asyncio
import contextlib
import importlib.util
import signal
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass

from huiying.database_keeper import kept
from huiying.databases import Access, embedded_server, from_environment, provision
from huiying.greeting import greeting
from huiying.keys import prepare_keys
from huiying.migrate import bring_up
from huiying.offspring import Nursery
from huiying.places import RunDirectory
from huiying.programs import programs
from huiying.replacing import Replacements
from huiying.run_clock import RunClock
from huiying.services import WITH_DATABASE, taken_ports
from huiying.supervisor import Child, run_once, stop_all

READY_WITHIN_S = 120.0
SEED_MODULE = "huiying.seed"


class PortsTaken(Exception):
    """Something else listens where a service should."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the operator asked for."""

    start_at: str | None = None
    demo: bool = True


def run(place: RunDirectory, wishes: Wishes) -> int:
    """Start everything, stay until told to stop, then stop everything. Return the exit code."""
    began = time.monotonic()
    place.ready.unlink(missing_ok=True)
    if taken := taken_ports():
        raise PortsTaken(
            f"端口已被占用 · ports taken by other programs: {', '.join(map(str, taken))}; "
            "HUIYING_PORT_OFFSET=10000 chooses others"
        )
    clock = RunClock.load(place, wishes.start_at)
    server = embedded_server(place)
    embedded = any(from_environment(service) is None for service in WITH_DATABASE)
    try:
        if embedded:
            server.start(bound=True)
            _say("数据库已启动 · database is up", began)
        prepare_keys(place.keys)
        accesses = _accesses(place, embedded=embedded)
        if moved := bring_up(accesses.values()):
            _say(f"数据库结构已更新 · schema brought up: {', '.join(moved)}", began)
        with_demo = wishes.demo and embedded and not place.seeded.exists()
        with kept(server, place.held / "postgres") if embedded else contextlib.nullcontext():
            asyncio.run(_serve(place, accesses, clock, with_demo=with_demo, began=began))
    finally:
        place.ready.unlink(missing_ok=True)
        if embedded:
            server.stop()
    return 0


def _accesses(place: RunDirectory, *, embedded: bool) -> dict[str, Access]:
    given = {service: access for service in WITH_DATABASE if (access := from_environment(service))}
    if not embedded:
        return given
    missing = [service for service in WITH_DATABASE if service not in given]
    return given | asyncio.run(provision(embedded_server(place), place.passwords, missing))


async def _serve(
    place: RunDirectory, accesses: Mapping[str, Access], clock: RunClock, *, with_demo: bool, began: float
) -> None:
    told = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        asyncio.get_running_loop().add_signal_handler(number, told.set)
    nursery = Nursery()
    children = [Child(program, place, clock.start_at, nursery) for program in programs(place, accesses)]
    keeping = [asyncio.create_task(child.keep()) for child in children]
    try:
        await _unless(told, lambda: _become_ready(place, children, with_demo=with_demo, began=began))
        await _unless(told, Replacements(place, children).watch)
        print("正在停止 · stopping", flush=True)
    finally:
        place.ready.unlink(missing_ok=True)
        await stop_all(children)
        for task in keeping:
            task.cancel()
        await asyncio.gather(*keeping, return_exceptions=True)
        await nursery.close()


async def _become_ready(place: RunDirectory, children: list[Child], *, with_demo: bool, began: float) -> None:
    await asyncio.gather(*(child.ready(READY_WITHIN_S) for child in children if not child.is_held))
    _say("全部服务已就绪 · every service is ready", began)
    if with_demo and importlib.util.find_spec(SEED_MODULE):
        await run_once(place, "seed", ["-m", "huiying", "seed"])
        place.seeded.touch()
        _say("演示数据已载入 · demo data is loaded", began)
    place.ready.touch()
    print(greeting(place, detached=False), flush=True)


async def _unless(told: asyncio.Event, work: Callable[[], Awaitable[None]]) -> None:
    """Do the work, but give it up when told to stop. Raises what the work raises."""
    working = asyncio.ensure_future(work())
    waiting = asyncio.ensure_future(told.wait())
    await asyncio.wait({working, waiting}, return_when=asyncio.FIRST_COMPLETED)
    waiting.cancel()
    if not working.done():
        working.cancel()
        await asyncio.gather(working, return_exceptions=True)
        return
    working.result()


def _say(text: str, began: float) -> None:
    print(f"[{time.monotonic() - began:5.1f} s] {text}", flush=True)
