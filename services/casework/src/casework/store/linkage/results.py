"""Results of joint tasks: logged once, followed up, counted."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

import msgspec
import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert

from casework.domain.linkage.results import FOLLOW_UP, Result
from casework.store.tables.linkage import LinkageTaskRow, ResultRow
from shared.auth.predicate import Visible
from shared.db import Reader, Transaction
from shared.sealing.seals import Seals

_encode = msgspec.json.Encoder(order="deterministic").encode
_decode = msgspec.json.Decoder().decode
PURPOSE = "linkage result"


def fingerprints(seals: Seals, task_id: UUID, kind: str, what: str) -> list[bytes]:
    """Return keyed hashes of what would make a result the same as another, newest key first.

    Nobody can guess names from them. The first is stored; the others may have been, before the key changed.
    """
    text = "\n".join((str(task_id), kind, "".join(what.split()).casefold())).encode()
    versions = reversed(seals.provider.status().versions)
    return [seals.provider.mac(PURPOSE, text, version=version).value for version in versions]


async def is_logged(reader: Reader, task_id: UUID, kind: str, marks: list[bytes]) -> bool:
    """Say whether the same result stands there already."""
    found = await reader.scalar(
        sa.select(ResultRow.id).where(
            ResultRow.task_id == task_id, ResultRow.kind == kind, ResultRow.fingerprint.in_(marks)
        )
    )
    return found is not None


async def add_result(
    tx: Transaction, seals: Seals, task_id: UUID, result: Result, details: dict[str, Any], *, mark: bytes, by: str,
    at: datetime, counted_on: date, code: str | None, recommendation_id: UUID | None,
) -> bool:  # fmt: skip
    """Add one result; say no when somebody else logged the same meanwhile."""
    row = insert(ResultRow).values(
        id=result.id, task_id=task_id, kind=result.kind, credit_path=result.credit_owner,
        contributor_paths=list(result.contributors), counted_on=counted_on, amount=result.amount, code=code,
        fingerprint=mark, details=seals.seal(_encode(details), "linkage_results", result.id, "details"),
        recommendation_id=recommendation_id, followed_up_on=None, logged_by=by, logged_at=at,
    )  # fmt: skip
    return await tx.run(row.on_conflict_do_nothing()) == 1


async def results_of(reader: Reader, seals: Seals, task_id: UUID) -> list[dict[str, Any]]:
    """Return the results of a task, opened, in the order they were logged."""
    rows = await reader.all(
        sa.select(ResultRow.__table__)
        .where(ResultRow.task_id == task_id)
        .order_by(ResultRow.logged_at, ResultRow.id)
    )
    return [
        {**dict(row), "details": _decode(seals.open(row["details"], "linkage_results", row["id"], "details"))}
        for row in rows
    ]


async def has_follow_up(reader: Reader, task_id: UUID) -> bool:
    """Say whether a recommendation that stands or warning education came of a task. Rule: J-4."""
    found = await reader.scalar(
        sa.select(ResultRow.id)
        .where(
            ResultRow.task_id == task_id,
            ResultRow.kind.in_([kind.value for kind in FOLLOW_UP]),
            ResultRow.withdrawn_on.is_(None),
        )
        .limit(1)
    )
    return found is not None


async def follow_up(tx: Transaction, recommendation_id: UUID, on: date) -> int:
    """Record that what was recommended has been done; say of how many results."""
    followed = sa.update(ResultRow).where(
        ResultRow.recommendation_id == recommendation_id, ResultRow.followed_up_on.is_(None)
    )
    return await tx.run(followed.values(followed_up_on=on))


async def withdraw(tx: Transaction, recommendation_id: UUID, on: date) -> int:
    """Record that a recommendation was withdrawn; say of how many results."""
    withdrawn = sa.update(ResultRow).where(
        ResultRow.recommendation_id == recommendation_id, ResultRow.withdrawn_on.is_(None)
    )
    return await tx.run(withdrawn.values(withdrawn_on=on))


async def counted_results(reader: Reader, seen: Visible, from_on: date, to_on: date) -> list[Result]:
    """Return the results counted in a period, of the tasks a condition selects; each stands here once. Rule: J-3."""
    rows = await reader.all(
        sa.select(
            ResultRow.id, ResultRow.kind, ResultRow.credit_path, ResultRow.contributor_paths, ResultRow.amount
        )
        .join(LinkageTaskRow, LinkageTaskRow.id == ResultRow.task_id)
        .where(seen.condition, ResultRow.counted_on >= from_on, ResultRow.counted_on <= to_on)
        .order_by(ResultRow.id),
        **seen.values,
    )
    return [
        Result(row["id"], row["kind"], row["credit_path"], tuple(row["contributor_paths"]), row["amount"])
        for row in rows
    ]
