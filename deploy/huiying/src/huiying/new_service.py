"""Make a service of the same shape as the others: its files from templates, its name in every register."""

from __future__ import annotations

import importlib.util
import keyword
import re
import subprocess
import sys
from pathlib import Path
from string import Template

from huiying.places import REPOSITORY
from huiying.services import SERVICES

TEMPLATES = Path(__file__).parent / "templates" / "service"
NAME = re.compile(r"[a-z]{3,20}")


class BadName(Exception):
    """The name cannot be a service's."""


def new_service(name: str, root: Path = REPOSITORY) -> list[Path]:
    """Write a new service into a checkout; return the files that are new or changed.

    It has every room and no business yet, and passes the checks as it is. Raises: BadName.
    """
    why = why_not(name)
    if why:
        raise BadName(f"{name}: {why}")
    last = SERVICES[-1]
    port = last.usual_port + 1
    written = _write_files(name, port, root)
    edits = _registers(name, last.name, port)
    return written + [_edit(root / file, *edit) for file, edit in edits.items()]


def why_not(name: str) -> str | None:
    """Say why a name cannot be a service's, or None."""
    if not NAME.fullmatch(name) or keyword.iskeyword(name):
        return "a name is one lower-case English word"
    if name.endswith("service"):
        return "no `service` suffix"
    if importlib.util.find_spec(name) is not None:
        return "a package of this name is installed already"
    return None


def install(name: str, root: Path = REPOSITORY) -> None:
    """Install the new package beside the others, and write its API description."""
    places = [f"services/{name}", f"tests/{name}"]
    commands = (
        ["pip", "install", "--quiet", "--no-build-isolation", "--no-deps", "-e", f"./services/{name}"],
        ["ruff", "check", "--fix", "--quiet", *places],  # the order of imports depends on the name
        ["ruff", "format", "--quiet", *places],
        ["huiying", "openapi"],
    )
    for command in commands:
        subprocess.run([sys.executable, "-m", *command], cwd=root, check=True)


def _write_files(name: str, port: int, root: Path) -> list[Path]:
    words = {
        "name": name,
        "Name": name.capitalize(),
        "UPPER": name.upper(),
        "port": str(port),
        "management_port": str(port + 1000),
    }
    written: list[Path] = []
    for template in sorted(TEMPLATES.rglob("*.tmpl")):
        place = template.relative_to(TEMPLATES).with_suffix("").as_posix().replace("NAME", name)
        target = root / ("tests" if place == "test_app.py" else "services") / name / place
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(Template(template.read_text()).substitute(words))
        written.append(target)
    chain = root / "migrations" / name / ".gitkeep"
    chain.parent.mkdir(parents=True, exist_ok=True)
    chain.touch()
    return [*written, chain]


def _registers(name: str, last: str, port: int) -> dict[str, tuple[str, str]]:
    """Return for each file that lists services what follows what; the newest service stands last in each."""
    quoted = rf'("(?:services/)?){last}((?:/src|\.domain|\.api|\.usecases)?")'
    chain = "[{0}]\nversion_locations = %(here)s/{1}\n"
    chains = f"\n{chain.format(f'shared.{name}', 'shared')}\n{chain.format(name, name)}"
    title = f'Title("{name}", "{name}", "{name.capitalize()}")'
    return {
        "pyproject.toml": (quoted, rf"\g<0>, \g<1>{name}\g<2>"),
        "migrations/alembic.ini": (rf"\[{last}\]\nversion_locations = .*\n", rf"\g<0>{chains}"),
        "deploy/huiying/src/huiying/services.py": (
            rf'    Service\("{last}", \d+\),\n',
            rf'\g<0>    Service("{name}", {port}),\n',
        ),
        "deploy/huiying/pyproject.toml": (rf'    "huiying-{last}",\n', rf'\g<0>    "huiying-{name}",\n'),
        "services/gateway/src/gateway/domain/routes.py": (
            rf'(SERVICES = \(.*"{last}")\)',
            rf'\g<1>, "{name}")',
        ),
        "services/gateway/src/gateway/domain/titles.py": (
            rf'    Title\("{last}", .*\),\n',
            rf"\g<0>    {title},\n",
        ),
    }


def _edit(path: Path, pattern: str, replacement: str) -> Path:
    text, count = re.subn(pattern, replacement, path.read_text())
    if not count:
        raise LookupError(f"{path}: nothing looks like {pattern!r}")
    path.write_text(text)
    return path
