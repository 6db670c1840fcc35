"""Demo data: organisations and officers by file, then matters through the gateway, as people would bring them."""

from __future__ import annotations

from pathlib import Path

from huiying.seed.people import make_people
from huiying.seed.rectification import put_right
from huiying.seed.walks import bring_matters


def load(base_url: str, run_dir: Path) -> None:
    """Fill a freshly started set; everything is invented."""
    make_people(base_url, run_dir)
    bring_matters(base_url, run_dir)
    put_right(base_url, run_dir)
