"""`deploy/promises.md`: what is promised, the command that proves each promise, and what its last run counted.

The page is made of a table, `promises.toml`, and a record, `promises.json`. `make test` and `make nightly` leave what
they counted in `.run/figures.json`, and so do the commands of ours that a promise names; `huiying promises` takes into the
record what belongs to a promise.
"""

from __future__ import annotations

import json
import re
import subprocess
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from huiying.places import REPOSITORY

FOLDER = REPOSITORY / "deploy"
FIGURES = REPOSITORY / ".run" / "figures.json"
_PATHS = re.compile(r"tests/[\w/.]+")
_OWN = re.compile(r"^(?:make bench$|huiying .+)")
_HEAD = """<!-- Made by `huiying promises` of promises.toml and promises.json; edit the table, not this page. -->

# 承诺与证明 · Promises and how to prove them

Each promise has a command that proves it on your machine. A command fails on any deviation and prints at its end what it
counted ("figures"), with its seed. `make test` runs the small sizes, `make nightly` the large ones; `make promises`
then writes what they counted into this page.

每条承诺都能用一条命令自行验证；命令结束时打印数字，`make promises` 将其写入本页。
"""


@dataclass(frozen=True)
class Promise:
    """One row of the table: the sentence in both languages, commands that prove it, and how much they try."""

    id: str
    zh: str
    en: str
    commands: tuple[str, ...]
    size: str

    @property
    def proofs(self) -> list[str]:
        """Return what its commands run: tests as paths, and commands of ours as they are written."""
        own = [command for command in self.commands if _OWN.match(command)]
        return [path for command in self.commands for path in _PATHS.findall(command)] + own


@dataclass(frozen=True)
class Page:
    """The table: promises in groups, and what is not promised."""

    groups: Mapping[tuple[str, str], tuple[Promise, ...]]
    not_promised: tuple[str, ...]

    @property
    def promises(self) -> list[Promise]:
        """Return every promise."""
        return [promise for group in self.groups.values() for promise in group]


def read_table(folder: Path = FOLDER) -> Page:
    """Read the table. Raises: KeyError, ValueError for one that is not well formed."""
    table = tomllib.loads((folder / "promises.toml").read_text("utf-8"))
    groups = {
        (group["zh"], group["en"]): tuple(
            Promise(row["id"], row["zh"], row["en"], tuple(row["commands"]), row.get("size", ""))
            for row in group["promise"]
        )
        for group in table["group"]
    }
    page = Page(groups, tuple(table["not_promised"]))
    if len({one.id for one in page.promises}) < len(page.promises):
        raise ValueError("two promises with one id")
    return page


def pages(folder: Path = FOLDER, figures: Path | None = None) -> dict[Path, str]:
    """Return the page, and with new figures the record, by the files they belong in."""
    table = read_table(folder)
    path = folder / "promises.json"
    record = json.loads(path.read_text("utf-8")) if path.exists() else {}
    made = {}
    if figures is not None and figures.exists():
        record = taken_up(table.promises, record, json.loads(figures.read_text("utf-8")))
        made[path] = json.dumps(record, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    return {**made, folder / "promises.md": render(table, record)}


def taken_up(
    promises: Iterable[Promise], record: Mapping[str, Any], figures: Mapping[str, Any]
) -> dict[str, Any]:
    """Return the record with the newest run of each promise; a run that failed proves nothing and is left out."""
    found = dict(record)
    for promise in promises:
        ran = [
            run for path in promise.proofs for name, run in sorted(figures.items()) if _belongs(name, path)
        ]
        if ran and not any(run["failed"] for run in ran):
            newest = max(ran, key=lambda run: str(run["day"]))
            found[promise.id] = {
                "commit": newest["commit"],
                "day": newest["day"],
                "tests": sum(run["passed"] for run in ran),
                "figures": [line for run in ran for line in run["figures"]],
            }
    return {promise.id: found[promise.id] for promise in promises if promise.id in found}


def keep(found: Mapping[str, Mapping[str, Any]], path: Path = FIGURES) -> None:
    """Keep what runs counted, by the file of tests or the command, beside what others did; the day and commit with it."""
    kept = json.loads(path.read_text("utf-8")) if path.exists() else {}
    about = {"day": f"{datetime.now(UTC):%Y-%m-%d}", "commit": _commit()}  # noqa: TID251 - the day of the run
    path.parent.mkdir(exist_ok=True)
    new = {name: {**run, **about} for name, run in found.items()}
    path.write_text(json.dumps({**kept, **new}, ensure_ascii=False, indent=1), "utf-8")


def keep_own(command: str, figures: Iterable[str], *, passed: int, failed: int) -> None:
    """Keep what one of our commands counted, where there is a table of promises to tell it in."""
    if (FOLDER / "promises.toml").exists():
        keep({command: {"passed": passed, "failed": failed, "figures": list(figures)}})


def _commit() -> str:
    git = ["git", "-C", str(REPOSITORY), "describe", "--always", "--dirty", "--exclude=*"]
    try:
        done = subprocess.run(git, capture_output=True, text=True, check=False)
    except FileNotFoundError:  # no git on this machine
        return "no clone"
    return done.stdout.strip() or "no clone"


def _belongs(name: str, path: str) -> bool:
    return name == path or name.startswith(f"{path.rstrip('/')}/")


def render(table: Page, record: Mapping[str, Any]) -> str:
    """Return the page."""
    text = _HEAD
    for (zh, en), promises in table.groups.items():
        text += f"\n## {zh} · {en}\n"
        text += "".join(_section(promise, record.get(promise.id)) for promise in promises)
    text += "\n## 没有承诺的 · What is not promised\n\n"
    return text + "".join(f"* {line}\n" for line in table.not_promised)


def _section(promise: Promise, run: Mapping[str, Any] | None) -> str:
    size = f" — {promise.size}" if promise.size else ""
    text = f'\n### <a id="{promise.id}"></a>{promise.zh}\n\n{promise.en}{size}.\n\n'
    text += "".join(f"    {command}\n" for command in promise.commands)
    if run is None:
        return text
    text += f"\n{run['day']}, commit `{run['commit']}`: {run['tests']} tests, 0 failed\n"
    return text + "".join(f"* {_plain(line)}\n" for line in run["figures"])


def _plain(line: str) -> str:
    return line.strip().replace("|", "\\|").replace("<", "&lt;")
