"""Replace a service's programs in a running set without a lost request, also by those of another release.

While the set runs, a file `replacements/<service>` orders it; what the file says is the release, or nothing for the
programs this set was started from. It is gone when that is done; `<service>.failed` says why it was not.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Sequence
from pathlib import Path

from huiying.places import REPOSITORY, RunDirectory
from huiying.programs import Program
from huiying.services import SERVICES
from huiying.supervisor import Child, NotReady

REPLACED = tuple(service.name for service in SERVICES)
LOOK_EVERY_S = 0.2
READY_WITHIN_S = 60.0
SEEN_WITHIN_S = 1.2
"""The gateway asks a process that was not ready every half second."""
GIVE_UP_AFTER_S = 240.0


class NotReplaced(Exception):
    """The new programs did not become ready; the old ones go on."""


class Replacements:
    """The supervisor's side: does what the files order, one after the other."""

    def __init__(self, place: RunDirectory, children: Sequence[Child]) -> None:
        self._place = place
        self._children = {child.program.name: child for child in children}
        for service in REPLACED:
            if (order := place.replacements / service).exists():
                _close(order, f"{service}: the set was only just starting; order it again")

    async def watch(self) -> None:
        """Look for orders until cancelled."""
        while True:
            for service in REPLACED:
                order = self._place.replacements / service
                try:
                    said = order.read_text()
                except FileNotFoundError:
                    continue
                await self._obey(service, order, Path(said) if said else None)
            await asyncio.sleep(LOOK_EVERY_S)

    async def _obey(self, service: str, order: Path, release: Path | None) -> None:
        failure = f"{service}: stopped before it was done"
        try:
            await self._replace(service, release)
            failure = ""
        except NotReady as error:
            failure = str(error)
        finally:
            _close(order, failure)

    async def _replace(self, service: str, release: Path | None) -> None:
        """Let a second process take over, renew the first, let it take over again, then renew the worker."""
        home = self._children[service]
        old, new = home.program, home.program.of(release)
        spare = Child(new.in_spare_seat().relieving(), self._place, home.start_at, home.nursery)
        keeping = asyncio.create_task(spare.keep())
        try:
            await spare.ready(READY_WITHIN_S)
            await asyncio.sleep(SEEN_WITHIN_S)
            try:
                await self._take_the_seat(home, new)
            except NotReady:
                await self._take_the_seat(home, old)
                raise
            await asyncio.sleep(SEEN_WITHIN_S)
        finally:
            await spare.stop()
            await keeping
        if worker := self._children.get(f"{service}-worker"):
            await worker.renew(worker.program.of(release))
        print(f"{service}: 已更换 · replaced, from {release or REPOSITORY}", flush=True)

    async def _take_the_seat(self, home: Child, program: Program) -> None:
        """Have a program started where the old one was; when it dies later, there is nobody to relieve any more."""
        await home.renew(program.relieving())
        await home.ready(READY_WITHIN_S)
        home.program = program


def replace(place: RunDirectory, service: str, release: Path | None) -> None:
    """Order a replacement from the set that runs, and wait until it is done. Raises: NotReplaced."""
    order = place.replacements / service
    _failed(order).unlink(missing_ok=True)
    new = order.with_suffix(".new")
    new.write_text(str(release) if release else "")
    new.replace(order)
    end = time.monotonic() + GIVE_UP_AFTER_S
    while order.exists():
        if time.monotonic() > end:
            order.unlink(missing_ok=True)
            raise NotReplaced(f"{service}: not within {GIVE_UP_AFTER_S:.0f} s; does the set run?")
        time.sleep(LOOK_EVERY_S)
    if _failed(order).exists():
        raise NotReplaced(_failed(order).read_text())


def _close(order: Path, failure: str) -> None:
    if failure:
        _failed(order).write_text(failure)
    order.unlink(missing_ok=True)


def _failed(order: Path) -> Path:
    return order.with_suffix(".failed")
