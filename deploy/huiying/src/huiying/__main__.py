"""`python -m huiying`: the operator's commands; `make help` lists the ones used every day."""

from __future__ import annotations

from huiying.cli import app

app(prog_name="python -m huiying")
