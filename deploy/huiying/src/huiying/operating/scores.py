"""Make confirmed scores again, with the program the service brings along, against its database here."""

from __future__ import annotations

from huiying.databases import access_to
from huiying.places import RunDirectory


def verify_scores(ids: list[str], place: RunDirectory) -> int:
    """Do it for some evaluations or for all, and return the exit code; what it found it prints itself."""
    from rectification.recompute import main

    return main([*(ids or ["--all"]), "--database", access_to("rectification", place).app])
