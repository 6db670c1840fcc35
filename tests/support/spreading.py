"""How tests are spread over workers: file by file, but everything that needs the running set goes to one worker."""

from __future__ import annotations

from typing import Any

import pytest
from xdist.scheduler import LoadFileScheduling  # type: ignore[import-untyped] # xdist ships none

FIXTURE = "running_set"


class ByFileAndSet(LoadFileScheduling):  # type: ignore[misc] # its base has no types
    """One group for the tests of the running set, so that it is started once, and first, since it takes longest."""

    def _split_scope(self, nodeid: str) -> str:
        folder = nodeid.split("/")[1:2]
        return FIXTURE if folder in (["journeys"], ["running"]) else nodeid.split("::", 1)[0]


def spread(config: pytest.Config, log: Any) -> LoadFileScheduling | None:
    """Return our scheduler where files would be kept together anyway."""
    if config.getvalue("dist") != "loadfile":
        return None
    config.option.loadscopereorder = False
    return ByFileAndSet(config, log)


def set_first(items: list[pytest.Item]) -> None:
    """Put the tests that need the running set at the front, the others behind in their order."""
    items.sort(key=lambda item: FIXTURE not in getattr(item, "fixturenames", ()))
