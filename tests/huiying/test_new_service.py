"""A new service is known everywhere the others are."""

from __future__ import annotations

import shutil
import tomllib
from pathlib import Path

import pytest

from huiying.new_service import BadName, new_service, why_not
from huiying.places import REPOSITORY
from huiying.services import SERVICES

REGISTERS = (
    "pyproject.toml",
    "migrations/alembic.ini",
    "deploy/huiying/pyproject.toml",
    "deploy/huiying/src/huiying/services.py",
    "services/gateway/src/gateway/domain/routes.py",
    "services/gateway/src/gateway/domain/titles.py",
)


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    for name in REGISTERS:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(REPOSITORY / name, tmp_path / name)
    return tmp_path


def test_it_stands_in_every_register_next_to_the_last_one(checkout: Path) -> None:
    new_service("harvest", checkout)
    last = SERVICES[-1].name
    for name in REGISTERS:
        before, after = (REPOSITORY / name).read_text(), (checkout / name).read_text()
        assert after.count("harvest") >= before.count(f'"{last}"'), name
    tools = tomllib.loads((checkout / "pyproject.toml").read_text())["tool"]
    rooms = next(one for one in tools["importlinter"]["contracts"] if one["id"] == "rooms")
    assert rooms["containers"][-2:] == [last, "harvest"]
    assert f'Service("harvest", {SERVICES[-1].usual_port + 1})' in (checkout / REGISTERS[3]).read_text()


def test_it_has_the_rooms_of_every_service(checkout: Path) -> None:
    new_service("harvest", checkout)
    package = checkout / "services" / "harvest" / "src" / "harvest"
    assert {path.name for path in package.iterdir()} == {
        *("__init__.py", "__main__.py", "app.py", "settings.py", "worker.py"),
        *("api", "clients", "domain", "store", "usecases", "vocabularies"),
    }
    assert not [path for path in checkout.rglob("*") if path.is_file() and "$" in path.read_text()]


@pytest.mark.parametrize("name", ["Harvest", "class", "harvestservice", "json", "intake", "a", "two_words"])
def test_a_name_that_would_confuse_is_refused(checkout: Path, name: str) -> None:
    assert why_not(name)
    with pytest.raises(BadName):
        new_service(name, checkout)
