"""The files of the repository, as the tests of its shape see them."""

from __future__ import annotations

import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
OURS = ("services", "shared", "deploy", "migrations", "tests", ".ci")
MADE = {".git", ".venv", ".run", "__pycache__", ".mypy_cache", ".ruff_cache", ".pytest_cache"}


@cache
def tracked() -> tuple[Path, ...]:
    """Return every file that is, or would be, under version control; outside a clone, every file of ours."""
    command = ["git", "-C", str(ROOT), "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, capture_output=True, check=False, text=True)
    if listed.returncode == 0:
        paths = [ROOT / name for name in listed.stdout.split("\0") if name]
    else:
        paths = [path for path in ROOT.rglob("*") if not MADE & set(path.relative_to(ROOT).parts)]
    return tuple(path for path in paths if path.is_file())


def python_files(*, migrations: bool = False) -> list[Path]:
    """Return our Python files; migrations only when asked for: alembic writes them, and they never change."""
    found = [path for path in tracked() if path.suffix == ".py"]
    return [path for path in found if migrations or not _is_revision(path)]


def services() -> list[str]:
    """Return the names of the services: the folders under services/."""
    return sorted(path.name for path in (ROOT / "services").iterdir() if (path / "pyproject.toml").exists())


def named(path: Path) -> str:
    """Return a path as a person would write it."""
    return str(path.relative_to(ROOT))


def _is_revision(path: Path) -> bool:
    return path.parent.parent == ROOT / "migrations" and path.name[0].isdigit()
