"""A release is made by one command; from then on whatever takes something from its callers is named."""

from __future__ import annotations

import shutil
from copy import deepcopy
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from huiying.contract import commands, released
from huiying.contract.commands import api
from huiying.contract.parts import operations_in
from huiying.contract.released import compared, keep, present
from huiying.contract.releasing import CHANGELOG, TOLD, NotToBeReleased, release, versions
from huiying.generated import CHANGES
from huiying.places import REPOSITORY

DAY = date(2026, 3, 2)
HEADING = "## 1.0.0 (unreleased)\n\n* New.\n\n## 0.9.0 (2026-01-05)\n\n* Old.\n"
DOCUMENT = present()["identity"]
OUT = DOCUMENT["components"]["schemas"]["MeOut"]["properties"]


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A source tree with everything that tells a version, and changes that wait for their day."""
    for path in TOLD:
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(REPOSITORY / path, tmp_path / path)
    version = versions()["shared/src/shared/service/app.py"]
    (tmp_path / CHANGELOG).write_text(HEADING.replace("1.0.0", version), "utf-8")
    (tmp_path / CHANGES.relative_to(REPOSITORY)).parent.mkdir(parents=True, exist_ok=True)
    return tmp_path


def changed(**properties: Any) -> dict[str, dict[str, Any]]:
    """Return identity's document with other fields in what everybody is told of themselves."""
    document = deepcopy(DOCUMENT)
    document["components"]["schemas"]["MeOut"]["properties"] = properties
    return {"identity": document}


def test_every_part_of_this_tree_tells_one_version() -> None:
    assert len(set(versions().values())) == 1
    assert "" not in versions().values()


def test_a_release_keeps_the_descriptions_and_dates_the_newest_changes_alone(tree: Path) -> None:
    written = release({"identity": DOCUMENT}, DAY, tree)

    assert released.released(tree / "deploy" / "api") == {"identity": DOCUMENT}
    changes = (tree / CHANGELOG).read_text("utf-8")
    assert changes == (tree / CHANGES.relative_to(REPOSITORY)).read_text("utf-8")
    assert changes.count(f"({DAY})") == 1
    assert changes.index(f"({DAY})") < changes.index("(2026-01-05)")
    assert {path.name for path in written} == {"identity.json", "CHANGELOG.md", "changes.md"}


def test_what_was_released_is_not_released_again(tree: Path) -> None:
    release({"identity": DOCUMENT}, DAY, tree)
    with pytest.raises(NotToBeReleased, match="was released"):
        release({"identity": DOCUMENT}, DAY, tree)


@pytest.mark.parametrize("path", TOLD)
def test_a_part_with_another_version_stops_a_release(tree: Path, path: str) -> None:
    text, version = (tree / path).read_text("utf-8"), versions(tree)[path]
    (tree / path).write_text(text.replace(version, "7.7.7", 1), "utf-8")
    with pytest.raises(NotToBeReleased, match=rf"7\.7\.7  {path}"):
        release({"identity": DOCUMENT}, DAY, tree)
    assert not (tree / "deploy" / "api").exists()


def test_what_breaks_callers_stops_a_release(tree: Path) -> None:
    keep({"identity": DOCUMENT}, tree / "deploy" / "api")
    with pytest.raises(NotToBeReleased, match=r"identity: GET /v1/me: 200\.login is gone"):
        release(changed(**{name: one for name, one in OUT.items() if name != "login"}), DAY, tree)


def test_a_newer_major_version_may_break_and_a_minor_one_may_not() -> None:
    now = changed()["identity"]
    for version, breaks in (("1.9.0", True), ("2.0.0", False)):
        now["info"]["version"] = version
        assert bool(compared({"identity": DOCUMENT}, {"identity": now})[0].breaks) is breaks


def test_a_service_that_is_gone_breaks_its_callers() -> None:
    assert compared({"identity": DOCUMENT}, {})[0].breaks == ("is gone",)


def test_the_check_counts_what_was_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    kept: list[Any] = []
    monkeypatch.setattr(commands, "keep_own", lambda *told, **_: kept.append(told))
    more = changed(**OUT, shoe_size={"type": "integer"})
    monkeypatch.setattr(released, "released", lambda: {"identity": DOCUMENT})
    monkeypatch.setattr(released, "documents", lambda: {**present(), **more})
    done = CliRunner().invoke(api, ["check"])
    assert done.exit_code == 0, done.output
    count = sum(1 for _ in operations_in(DOCUMENT))
    told = f"nothing breaks: {count} operations of {DOCUMENT['info']['version']}"
    assert kept == [("huiying api check", [told])]
    assert told in done.output


def test_the_check_says_what_breaks_and_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(released, "released", lambda: {"identity": DOCUMENT})
    monkeypatch.setattr(released, "documents", changed)
    done = CliRunner().invoke(api, ["check"])
    assert done.exit_code == 1
    assert f"identity {DOCUMENT['info']['version']}: GET /v1/me: 200.login is gone" in done.stderr
    assert "Put it back" in done.stderr
    assert "deprecated" in done.stderr


def test_before_the_first_release_nothing_is_proved(monkeypatch: pytest.MonkeyPatch) -> None:
    kept: list[Any] = []
    monkeypatch.setattr(commands, "keep_own", lambda *told, **_: kept.append(told))
    monkeypatch.setattr(released, "released", dict)
    assert CliRunner().invoke(api, ["check"]).exit_code == 0
    assert not kept
