"""The versions of the evaluation index this service knows, read once and checked.

A city's own index is another file beside the default; an evaluation names the version it was scored under.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from rectification.domain.evaluation_index import EvaluationIndex, parse_index

DEFAULT = "default"


@cache
def known_indexes() -> Mapping[str, EvaluationIndex]:
    """Return every index by code. Raises: InvalidIndex where one contradicts itself."""
    folder = files("rectification").joinpath("vocabularies/evaluation_index")
    found = [
        parse_index(tomllib.loads(file.read_text("utf-8")))
        for file in folder.iterdir()
        if file.name.endswith(".toml")
    ]
    return MappingProxyType({one.code: one for one in sorted(found, key=lambda one: one.code)})


def index_of(code: str) -> EvaluationIndex | None:
    """Return an index, or None."""
    return known_indexes().get(code)
