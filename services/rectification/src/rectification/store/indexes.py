"""The versions of evaluation indexes this service knows: the one it ships, and those a city brought as a sheet.

An evaluation names the version it was begun under and keeps it, whatever is brought later. Nothing is ever changed:
another wording is another version.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import datetime
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

import sqlalchemy as sa

from rectification.domain.evaluation_index import EvaluationIndex, parse_index
from rectification.store.tables import EvaluationIndexRow
from shared.db import Reader, Transaction
from shared.ids import uuid7

DEFAULT = "default"
_t: Any = EvaluationIndexRow.__table__


class IndexMissing(LookupError):
    """An evaluation names an index that nobody has: it was taken away behind the service's back."""


@cache
def shipped_indexes() -> Mapping[tuple[str, str], EvaluationIndex]:
    """Return the indexes that come with the service, by code and version. Raises: InvalidIndex."""
    folder = files("rectification").joinpath("vocabularies/evaluation_index")
    found = [
        parse_index(tomllib.loads(file.read_text("utf-8")))
        for file in folder.iterdir()
        if file.name.endswith(".toml")
    ]
    return MappingProxyType({(one.code, one.version): one for one in sorted(found, key=lambda one: one.code)})


async def maybe_index(reader: Reader, code: str, version: str) -> EvaluationIndex | None:
    """Return one version of an index, or None."""
    if shipped := shipped_indexes().get((code, version)):
        return shipped
    document = await reader.scalar(sa.select(_t.c.document).where(_t.c.code == code, _t.c.version == version))
    return None if document is None else parse_index(document)


async def index_of(reader: Reader, code: str, version: str) -> EvaluationIndex:
    """Return the version an evaluation was begun under. Raises: IndexMissing."""
    found = await maybe_index(reader, code, version)
    if found is None:
        raise IndexMissing(f"{code} {version}")
    return found


async def newest_index(reader: Reader, code: str) -> EvaluationIndex | None:
    """Return the version that was brought last, else the shipped one, or None."""
    document = await reader.scalar(
        sa.select(_t.c.document).where(_t.c.code == code).order_by(_t.c.at.desc(), _t.c.id.desc()).limit(1)
    )
    if document is not None:
        return parse_index(document)
    return next((one for (known, _), one in shipped_indexes().items() if known == code), None)


async def all_indexes(reader: Reader) -> list[EvaluationIndex]:
    """Return every version, the newest first and the shipped ones last."""
    rows = await reader.all(sa.select(_t.c.document).order_by(_t.c.at.desc(), _t.c.id.desc()))
    return [*(parse_index(row["document"]) for row in rows), *shipped_indexes().values()]


def add_index(
    tx: Transaction, index: EvaluationIndex, document: Mapping[str, Any], by: str, at: datetime
) -> None:
    """Queue a version that was brought."""
    tx.add(
        EvaluationIndexRow, id=uuid7(), code=index.code, version=index.version, document=dict(document), added_by=by,
        at=at,
    )  # fmt: skip
