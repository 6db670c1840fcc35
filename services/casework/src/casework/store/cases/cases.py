"""From rows to cases and their subjects, and back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec
import sqlalchemy as sa

from casework.domain.case import Case, Subject
from casework.store.tables.cases import CaseSubjectRow
from shared.db import Reader, Transaction
from shared.db.engine import Row
from shared.ids import uuid7
from shared.lifecycle.tables import history
from shared.sealing.seals import Seals

_CASE = tuple(field.name for field in fields(Case))
_SUBJECT = tuple(field.name for field in fields(Subject))
_encode = msgspec.json.Encoder(order="deterministic").encode
_decode = msgspec.json.Decoder(dict[str, str]).decode


@dataclass(frozen=True, slots=True)
class Identity:
    """Who a subject is: what lies sealed."""

    name: str
    unit: str = ""
    post: str = ""


def case_of(row: Row) -> Case:
    return Case(**{name: row[name] for name in _CASE})


def case_columns(case: Case, created_at: datetime) -> dict[str, Any]:
    """Return the row of a new case."""
    return {**asdict(case), "created_at": created_at}


def add_subjects(
    tx: Transaction, seals: Seals, case_id: UUID, found: list[tuple[Identity, dict[str, Any]]]
) -> list[UUID]:
    """Queue the persons a case is about, each with what decides sanctions and signatures; return their ids."""
    ids = []
    for position, (identity, codes) in enumerate(found, 1):
        subject_id = uuid7()
        content = _encode(asdict(identity))
        sealed = seals.seal(content, "case_subjects", subject_id, "identity")
        tx.add(CaseSubjectRow, id=subject_id, case_id=case_id, position=position, identity=sealed, **codes)
        ids.append(subject_id)
    return ids


async def subjects_of(reader: Reader, case_id: UUID) -> list[Subject]:
    """Return the subjects of a case in their order, without names."""
    rows = await reader.all(
        sa.select(*(CaseSubjectRow.__table__.c[name] for name in _SUBJECT))
        .where(CaseSubjectRow.case_id == case_id)
        .order_by(CaseSubjectRow.position)
    )
    return [Subject(**{name: row[name] for name in _SUBJECT}) for row in rows]


async def identities_of(reader: Reader, seals: Seals, case_id: UUID) -> dict[UUID, Identity]:
    """Open who the subjects of a case are."""
    rows = await reader.all(
        sa.select(CaseSubjectRow.id, CaseSubjectRow.identity).where(CaseSubjectRow.case_id == case_id)
    )
    return {row["id"]: opened_identity(row, seals) for row in rows}


async def moves_since(reader: Reader, object_id: UUID, action: str) -> list[str]:
    """Return the actions after the last one of that name, oldest first; all where there was none."""
    last = (
        sa.select(sa.func.coalesce(sa.func.max(history.c.version), 0))
        .where(history.c.object_id == object_id, history.c.action == action)
        .scalar_subquery()
    )
    rows = await reader.all(
        sa.select(history.c.action)
        .where(history.c.object_id == object_id, history.c.version > last)
        .order_by(history.c.version)
    )
    return [row["action"] for row in rows]


def opened_identity(row: Row | Mapping[str, Any], seals: Seals) -> Identity:
    """Open who one subject is, given the row."""
    content = seals.open(row["identity"], "case_subjects", row["id"], "identity")
    return Identity(**_decode(content))
