"""The primary of three database nodes is lost under load, killed and frozen: nothing acknowledged is lost."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from huiying.places import REPOSITORY

from tests.support.figures import Figures
from tests.support.running_set import new_set

pytestmark = [pytest.mark.nightly, pytest.mark.running, pytest.mark.timeout(900)]


def test_a_lost_primary_takes_no_acknowledged_report_with_it(tmp_path: Path, figures: Figures) -> None:
    offset = str(new_set(tmp_path).offset)
    environment = {**os.environ, "HUIYING_RUN_DIR": str(tmp_path), "HUIYING_PORT_OFFSET": offset}
    done = subprocess.run(
        [sys.executable, "-m", "huiying", "ha-demo"],
        cwd=REPOSITORY, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    for line in done.stdout.split("\n\n", 1)[-1].splitlines():
        figures.say(line)
    assert done.returncode == 0, done.stdout + done.stderr
    told = dict(re.findall(r"(acknowledged|lost|doubled): (\d+)", done.stdout))
    assert int(told["acknowledged"]) > 100
    assert (told["lost"], told["doubled"]) == ("0", "0")
    assert len(re.findall(r"主库 primary (?:killed|frozen): 中断", done.stdout)) == 2
