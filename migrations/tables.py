"""The tables as the code declares them, for comparing with what the migrations made."""

from __future__ import annotations

import importlib
import pkgutil
from pathlib import Path

import sqlalchemy as sa


def mechanisms() -> sa.MetaData:
    """Return the metadata of every mechanism: all modules of `shared` that are called `tables`."""
    shared = importlib.import_module("shared")
    root = Path(shared.__path__[0])
    for path in sorted(root.rglob("tables.py")):
        importlib.import_module(".".join(("shared", *path.relative_to(root).with_suffix("").parts)))
    metadata: sa.MetaData = importlib.import_module("shared.db.base").MECHANISMS
    return metadata


def own_tables(service: str) -> sa.MetaData:
    """Return the metadata of one service: that of `Base` in its `store.tables`, a module or a package."""
    tables = importlib.import_module(f"{service}.store.tables")
    for module in pkgutil.iter_modules(getattr(tables, "__path__", [])):
        importlib.import_module(f"{service}.store.tables.{module.name}")
    metadata: sa.MetaData = tables.Base.metadata
    return metadata
