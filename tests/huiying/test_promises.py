"""Every promise names a proof that exists, and what is long is run at night."""

from __future__ import annotations

import re

import pytest

from huiying.deploying.files import DEPLOY
from huiying.places import REPOSITORY

TEXT = (DEPLOY / "promises.md").read_text("utf-8")
COMMANDS = re.findall(r"`make (test|nightly) ARGS=\"?([^`\"]+)\"?`", TEXT)


def test_there_are_promises() -> None:
    assert len(COMMANDS) >= 12


@pytest.mark.parametrize(("target", "paths"), COMMANDS)
def test_a_proof_exists_and_is_run_when_it_says(target: str, paths: str) -> None:
    for path in paths.split():
        place = REPOSITORY / path
        assert place.exists(), path
        if place.is_file():
            text = place.read_text("utf-8")
            whole = re.search(r"^pytestmark = .*nightly", text, re.MULTILINE) is not None
            assert "mark.nightly" in text if target == "nightly" else not whole, path
