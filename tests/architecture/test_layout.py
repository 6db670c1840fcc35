"""Every service has the same shape, and none can be forgotten by the tools."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from huiying.services import SERVICES, WITH_DATABASE

from tests.architecture.tree import ROOT, named, services, tracked

FILES = ("pyproject.toml", "README.md")
MODULES = ("__init__.py", "__main__.py", "app.py", "settings.py")
ROOMS = ("api", "usecases", "domain", "store", "clients")
VAGUE = {"utils.py", "helpers.py", "common.py", "manager.py", "misc.py", "base_service.py"}
NOT_MIRRORED = {"architecture", "contracts", "journeys", "migrations", "nightly", "running", "support"}
TOP = {"services", "shared", "deploy", "migrations", "tests", ".ci"}


def tools() -> dict[str, Any]:
    tables: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]
    return tables


def contract(name: str) -> dict[str, Any]:
    contracts: list[dict[str, Any]] = tools()["importlinter"]["contracts"]
    return next(one for one in contracts if one["id"] == name)


@pytest.mark.parametrize("service", services())
def test_a_service_has_its_files(service: str) -> None:
    folder = ROOT / "services" / service
    modules = [folder / "src" / service / name for name in MODULES]
    missing = [named(path) for path in [*(folder / name for name in FILES), *modules] if not path.exists()]
    assert not missing


@pytest.mark.parametrize("service", WITH_DATABASE)
def test_a_service_with_a_database_has_every_room_and_a_worker(service: str) -> None:
    package = ROOT / "services" / service / "src" / service
    missing = [room for room in ROOMS if not (package / room / "__init__.py").exists()]
    assert not missing
    assert (package / "worker.py").exists()
    assert (ROOT / "services" / service / "openapi.json").exists()
    assert (ROOT / "migrations" / service).is_dir()


def test_every_service_is_known_to_the_launcher() -> None:
    assert sorted(service.name for service in SERVICES) == services()


def test_every_service_stands_in_the_import_contracts() -> None:
    assert sorted(contract("strangers")["modules"]) == services()
    assert sorted(contract("rooms")["containers"]) == sorted(WITH_DATABASE)
    assert sorted(contract("pure")["source_modules"]) == sorted(f"{name}.domain" for name in WITH_DATABASE)
    speakers = sorted(f"{name}.{room}" for name in WITH_DATABASE for room in ("api", "usecases"))
    assert sorted(contract("sql")["source_modules"]) == speakers
    assert set(services()) < set(tools()["importlinter"]["root_packages"])


@pytest.mark.parametrize("service", services())
def test_every_service_is_linted_and_type_checked(service: str) -> None:
    source = f"services/{service}/src"
    assert source in tools()["ruff"]["src"]
    assert source in tools()["mypy"]["files"]
    assert source in tools()["mypy"]["mypy_path"]
    assert service in tools()["ruff"]["lint"]["isort"]["known-first-party"]
    assert service in tools()["coverage"]["run"]["source_pkgs"]


@pytest.mark.parametrize("service", WITH_DATABASE)
def test_every_database_has_its_chains(service: str) -> None:
    sections = (ROOT / "migrations" / "alembic.ini").read_text()
    assert f"\n[{service}]\n" in sections
    assert f"\n[shared.{service}]\n" in sections


def test_decisions_are_numbered_one_by_one() -> None:
    files = sorted((ROOT / "deploy" / "decisions").glob("*.md"))

    assert [path.name[:4] for path in files] == [f"{number:04d}" for number in range(1, len(files) + 1)]
    for number, path in enumerate(files, 1):
        assert path.read_text("utf-8").startswith(f"# {number}. ")


def test_no_file_has_a_name_that_says_nothing() -> None:
    assert [named(path) for path in tracked() if path.name in VAGUE] == []


def test_folders_of_tests_are_folders_of_code() -> None:
    strays: set[str] = set()
    for path in tracked():
        parts = path.relative_to(ROOT).parts
        if parts[0] != "tests" or len(parts) < 3 or parts[1] in NOT_MIRRORED or path.suffix != ".py":
            continue
        package, *rooms = parts[1:-1]
        if not _source(package).joinpath(*rooms).exists():
            strays.add(named(path.parent))
    assert strays == set()


def test_the_top_of_the_repository_holds_only_what_is_agreed() -> None:
    folders = {path.relative_to(ROOT).parts[0] for path in tracked() if len(path.relative_to(ROOT).parts) > 1}
    assert folders <= TOP


def _source(package: str) -> Path:
    if package == "shared":
        return ROOT / "shared" / "src" / "shared"
    if package == "huiying":
        return ROOT / "deploy" / "huiying" / "src" / "huiying"
    return ROOT / "services" / package / "src" / package
