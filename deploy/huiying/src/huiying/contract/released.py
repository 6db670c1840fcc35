"""The descriptions callers were given with the last release: `deploy/api/<service>.json`, written when it is made."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from huiying.contract.compare import breaks
from huiying.contract.parts import operations_in
from huiying.generated import documents
from huiying.places import REPOSITORY
from huiying.services import WITH_DATABASE

RELEASED = REPOSITORY / "deploy" / "api"
Documents = Mapping[str, Mapping[str, Any]]


@dataclass(frozen=True)
class Compared:
    """One service's description beside the released one: how many operations, and what is taken from callers."""

    service: str
    release: str
    operations: int
    breaks: tuple[str, ...]


def present() -> dict[str, dict[str, Any]]:
    """Return the committed description of each service."""
    return _read(REPOSITORY / "services", "{}/openapi.json")


def released(folder: Path = RELEASED) -> dict[str, dict[str, Any]]:
    """Return the released description of each service that had one; none before the first release."""
    return _read(folder, "{}.json")


def compared(before: Documents, now: Documents) -> list[Compared]:
    """Compare each released description with the present one; a service that is not there any more breaks whole.

    A newer major version may break: its callers were told to look.
    """
    return [_compared(service, document, now.get(service)) for service, document in before.items()]


def check() -> list[Compared]:
    """Compare what the code says now with what was released; nothing while nothing was."""
    before = released()
    return compared(before, documents()) if before else []


def keep(made: Documents, folder: Path = RELEASED) -> list[Path]:
    """Keep descriptions as the released ones: each on one line, since nobody reads them but `huiying api check`."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for service, document in made.items():
        path = folder / f"{service}.json"
        text = json.dumps(document, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
        path.write_text(text + "\n", "utf-8")
        written.append(path)
    return written


def _compared(service: str, before: Mapping[str, Any], now: Mapping[str, Any] | None) -> Compared:
    release = before["info"]["version"]
    operations = sum(1 for _ in operations_in(before))
    if now is None:
        return Compared(service, release, operations, ("is gone",))
    found = () if major(now["info"]["version"]) > major(release) else tuple(breaks(before, now))
    return Compared(service, release, operations, found)


def major(version: str) -> int:
    """Return the first number of a version."""
    return int(version.partition(".")[0])


def _read(folder: Path, name: str) -> dict[str, dict[str, Any]]:
    files = {service: folder / name.format(service) for service in WITH_DATABASE}
    return {service: json.loads(path.read_text("utf-8")) for service, path in files.items() if path.exists()}
