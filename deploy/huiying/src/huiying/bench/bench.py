"""One run of the bench: the stages that entries share, the load generator, and what is told meanwhile."""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

from huiying.bench.load_generator import LoadGenerator
from huiying.bench.stage import Stage, staged


@dataclass(frozen=True, slots=True)
class Scene:
    """A service with its rows. `fill` is given the superuser's address of the database."""

    name: str
    service: str
    fill: Callable[[str], None]


class Bench:
    """What entries are measured with. A scene is set once and stands until the run ends, or until all are forgotten."""

    def __init__(self, folder: Path, *, quick: bool) -> None:
        self.quick, self._folder = quick, folder
        self._stack, self._stages = ExitStack(), dict[str, Stage]()
        self.load = LoadGenerator()

    def __enter__(self) -> Bench:
        return self

    def __exit__(self, _: type[BaseException] | None, __: object, ___: TracebackType | None) -> None:
        self._stack.close()
        self.load.close()

    def size(self, whole: int, quick: int) -> int:
        """Return how many there are, in a whole or in a short run."""
        return quick if self.quick else whole

    def stage(self, scene: Scene) -> Stage:
        """Return the stage of a scene, its service running."""
        if scene.name not in self._stages:
            self.tell(f"{scene.name} …")
            made = self._stack.enter_context(staged(self._folder / scene.name, scene.service))
            scene.fill(made.superuser)
            made.start_service()
            self._stages[scene.name] = made
        return self._stages[scene.name]

    def forget_stages(self) -> None:
        """End every stage, and the load generator; what is needed next is set anew."""
        self._stack.close()
        self._stages.clear()
        self.load.close()
        self.load = LoadGenerator()

    def tell(self, text: str) -> None:
        """Say how far it is; never on the output, which is for the figures."""
        print(text, file=sys.stderr, flush=True)
