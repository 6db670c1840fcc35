"""Table metadata: one naming convention, one set of mechanism tables, one metadata per service."""

from __future__ import annotations

import sqlalchemy as sa

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}

MECHANISMS = sa.MetaData(naming_convention=NAMING)
"""Tables of the mechanisms in `shared`; every service has them in its own database."""


def metadata_for_service() -> sa.MetaData:
    """Return fresh metadata for one service's own tables."""
    return sa.MetaData(naming_convention=NAMING)


def instant(name: str, **options: object) -> sa.Column[object]:
    """Return a `timestamptz` column; not null unless told otherwise."""
    return sa.Column(name, sa.DateTime(timezone=True), **{"nullable": False, **options})  # type: ignore[arg-type]
