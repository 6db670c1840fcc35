"""Answer a request that made something: what it is, as its maker sees it, and where it is found from now on."""

from __future__ import annotations

from typing import Any

from shared.db import Transaction
from shared.http import idempotency
from shared.http.answers import Answer
from shared.process.describe import describe
from shared.process.desk import Call, Desk
from shared.process.process import Process


def created(desk: Desk, process: Process[Any], subject: Any, shown: Any) -> Answer:
    """Return the answer about a new object, with its address and version."""
    where = f"/{desk.service}/v1/{process.collection}/{subject.id}"
    return Answer(201, shown, etag=subject.version, location=where)


async def answer_created(
    tx: Transaction, desk: Desk, process: Process[Any], subject: Any, call: Call, key: idempotency.Key | None
) -> Answer:
    """Return the answer about a new object as the caller sees it, and keep it for a repeated request."""
    answer = created(desk, process, subject, await describe(tx, desk, process, subject, call))
    idempotency.keep(tx, key, answer, call.at)
    return answer
