"""Making a release: everything that tells its version tells the same one, nothing breaks, and the changes get their day."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from huiying.contract.released import RELEASED, Documents, compared, keep, released
from huiying.generated import CHANGES
from huiying.places import REPOSITORY
from huiying.services import SERVICES, WITH_DATABASE

CHANGELOG = "CHANGELOG.md"
PACKAGES = (
    "shared", *(f"services/{one.name}" for one in SERVICES), "deploy/huiying", "deploy/clients/python",
)  # fmt: skip
_PACKAGE = r'^version = "(.+)"$'
TOLD = {
    CHANGELOG: r"^## (\S+) \(.+\)$",
    "shared/src/shared/service/app.py": r'^API_VERSION = "(.+)"$',
    **{f"services/{name}/src/{name}/app.py": r'^    version="(.+)",$' for name in WITH_DATABASE},
    **{f"{package}/pyproject.toml": _PACKAGE for package in PACKAGES},
    "deploy/clients/python/huiying_client/__init__.py": r'^__version__ = "(.+)"$',
    "deploy/clients/javascript/package.json": r'^ "version": "(.+)",$',
}
"""Where the version of a release is told, and how."""
_NEWEST = re.compile(r"^## (?P<version>\S+) \((?P<day>.+)\)$", re.MULTILINE)
_NO_DAY = "unreleased"


class NotToBeReleased(Exception):
    """A release that would contradict itself; each line of the message is one reason."""


def versions(root: Path = REPOSITORY) -> dict[str, str]:
    """Return the version that each part of a release tells, by the file it stands in; empty where none is told."""
    found = {
        path: re.search(pattern, (root / path).read_text("utf-8"), re.MULTILINE)
        for path, pattern in TOLD.items()
    }
    return {path: match[1] if match else "" for path, match in found.items()}


def release(made: Documents, day: date, root: Path = REPOSITORY) -> list[Path]:
    """Keep the descriptions as the released ones, and date the newest changes; return the files written.

    Raises: NotToBeReleased.
    """
    kept, changes = root / RELEASED.relative_to(REPOSITORY), (root / CHANGELOG).read_text("utf-8")
    broken = [f"{one.service}: {what}" for one in compared(released(kept), made) for what in one.breaks]
    if reasons := [*_contradictions(versions(root), changes), *broken]:
        raise NotToBeReleased("\n".join(reasons))
    dated = _NEWEST.sub(lambda newest: f"## {newest['version']} ({day})", changes, count=1)
    copies = [
        root / CHANGELOG,
        root / CHANGES.relative_to(REPOSITORY),
    ]  # the second is what the gateway shows
    for path in copies:
        path.write_text(dated, "utf-8")
    return [*keep(made, kept), *copies]


def _contradictions(told: dict[str, str], changes: str) -> list[str]:
    found = []
    if len(set(told.values())) > 1:
        found += ["版本不一致 · the version is not told alike:"]
        found += [f"  {version or '?'}  {path}" for path, version in told.items()]
    newest = _NEWEST.search(changes)
    if newest and newest["day"] != _NO_DAY:
        found.append(
            f"{CHANGELOG}：{newest['version']} 已于 {newest['day']} 发布 · was released; begin a newer heading ({_NO_DAY})"
        )
    return found
