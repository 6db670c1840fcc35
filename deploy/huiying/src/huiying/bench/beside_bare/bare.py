"""The baseline: the same rows written and read by FastAPI and asyncpg alone, by hand, with none of our layers.

No rights, no sealing, no signatures, no calendar, no idempotency, no limits, no problem details. The bytes that
would be sealed or signed are filled up to the same length; `python -m huiying.bench.beside_bare.bare` serves it.
"""

import gc
import hashlib
import json
import os
import uuid
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import asyncpg
import msgspec
import uvicorn
from fastapi import FastAPI, Header, HTTPException, Request
from pydantic import BaseModel, Field
from starlette.responses import Response

from huiying.bench.beside_bare import statements as sql
from shared.clock import ZONE, SystemClock

SEALED, ANSWER_SEALED = bytes(120), bytes(37)
"""What sealing adds to a text, and to a stored answer."""
SIGNATURE, KEY_ID, RECEIPT = "s" * 86, "k" * 18, "0000-" * 6 + "000"
POOL_SIZE = 20
ALLOWED = Path(os.environ.get("BENCH_ALLOWED", "allowed.json"))
"""The actions each state allows the measured officer."""
_encode = msgspec.json.Encoder().encode
_clock = SystemClock()


class Accused(BaseModel):
    """Whom a submission is about."""

    name: str = Field(min_length=1, max_length=100)
    organisation: str = Field("", max_length=200)
    position: str = Field("", max_length=200)


class Submission(BaseModel):
    """What a person sends."""

    category: str
    content: str = Field(min_length=10, max_length=5000)
    region: str | None = None
    field: str | None = None
    subjects: list[Accused] = Field([], max_length=20)


class Bare:
    """What the handlers share: the pool, and the actions each state allows the measured officer."""

    pool: asyncpg.Pool
    allowed: dict[str, list[str]]


@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncIterator[None]:
    """Connect, as the services do; row-level security is passed by, since it is one of our layers."""
    app.state.bare = bare = Bare()
    bare.pool = await asyncpg.create_pool(
        os.environ["BENCH_DSN"], min_size=0, max_size=POOL_SIZE, init=_json, reset=_nothing,
        statement_cache_size=500, server_settings={"timezone": "UTC"},
    )  # fmt: skip
    bare.allowed = json.loads(ALLOWED.read_text())  # noqa: ASYNC240 - once, before anybody asks
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)
    yield
    bare.pool.terminate()


async def _json(connection: asyncpg.Connection) -> None:
    await connection.set_type_codec(
        "jsonb", schema="pg_catalog", format="binary",
        encoder=lambda value: b"\x01" + _encode(value), decoder=lambda data: msgspec.json.decode(data[1:]),
    )  # fmt: skip


async def _nothing(_: asyncpg.Connection) -> None:
    """Leave the session as it is."""


app = FastAPI(lifespan=lifespan, openapi_url=None)


@app.post("/v1/public/submissions", status_code=201)
async def submit(body: Submission, request: Request, idempotency_key: str = Header()) -> Response:
    """Write one anonymous report with everything that belongs to it, in one statement."""
    report, receipt_entry, hour, today = uuid.uuid4(), uuid.uuid4(), _hour(), _clock.today()
    holder, commitment = "city/city-petition", uuid.uuid4().bytes * 2
    answer = _encode(
        {
            "receipt": RECEIPT,
            "state": "received",
            "received_on": today,
            "signed_receipt": {
                "commitment": commitment.hex(), "received_on": today, "service": "intake", "key_id": KEY_ID,
                "signature": SIGNATURE,
            },
        }
    )  # fmt: skip
    subjects = _encode([one.model_dump() for one in body.subjects]) + SEALED
    await request.app.state.bare.pool.execute(
        sql.SUBMIT, report, hour, holder, body.category, body.region, body.field, today,
        body.content.encode() + SEALED, subjects, uuid.uuid4(), uuid.uuid4(), str(report), bytes(32),
        {"to": "received", "version": 1},
        uuid.uuid4(), {"state": "received", "holder": holder, "region": body.region, "field": body.field},
        uuid.uuid4(), hour + timedelta(days=1), receipt_entry, {"commitment": commitment.hex()},
        uuid.uuid4(), uuid.uuid4().bytes * 2, commitment, hashlib.sha256(idempotency_key.encode()).digest(), bytes(32),
        answer + ANSWER_SEALED, hour + timedelta(days=2),
    )  # fmt: skip
    return Response(answer, 201, media_type="application/json")


@app.get("/v1/reports")
async def reports(request: Request, limit: int = 20) -> Response:
    """Read a page of what the petition office holds."""
    bare: Bare = request.app.state.bare
    async with bare.pool.acquire() as connection:
        rows = await connection.fetch(sql.LIST, "city/city-petition", limit + 1)
        items = await _shown(connection, rows[:limit], bare.allowed)
    return Response(_encode({"items": items, "next_cursor": "c" * 76}), media_type="application/json")


@app.get("/v1/reports/{report_id}")
async def report(report_id: uuid.UUID, request: Request) -> Response:
    """Read one report, and record that it was read."""
    bare: Bare = request.app.state.bare
    async with bare.pool.acquire() as connection, connection.transaction():
        rows = await connection.fetch(sql.ONE, report_id)
        if not rows:
            raise HTTPException(404)
        items = await _shown(connection, rows, bare.allowed)
        await connection.execute(
            sql.READ, uuid.uuid4(), _clock.now(), "11111111-1111-4111-8111-111111111111", "0" * 32,
            "city/city-petition", str(report_id), uuid.uuid4().hex,
        )  # fmt: skip
    return Response(
        _encode(items[0]), media_type="application/json", headers={"ETag": f'"{rows[0]["version"]}"'}
    )


async def _shown(
    connection: Any, rows: list[asyncpg.Record], allowed: dict[str, list[str]]
) -> list[dict[str, Any]]:
    ids = [row["id"] for row in rows]
    clocks: dict[uuid.UUID, list[dict[str, Any]]] = {}
    for clock in await connection.fetch(sql.CLOCKS, ids):
        shown = dict(clock)
        clocks.setdefault(shown.pop("object_id"), []).append(shown)
    waiting: dict[uuid.UUID, list[dict[str, Any]]] = {}
    for sign_off in await connection.fetch(sql.WAITING, ids):
        shown = dict(sign_off)
        shown["steps"] = [{"level": level, "state": "waiting"} for level in shown.pop("levels")]
        shown["document_sha256"] = shown["document_sha256"].hex()
        shown["proposed_at"] = shown["proposed_at"].astimezone(ZONE)
        waiting.setdefault(shown["object_id"], []).append(shown)
    items = []
    for row in rows:
        item = dict(row)
        identity, office = row["id"], row["office"]
        item["holder"] = item["holder"].rpartition("/")[2]
        item["office"] = office.rpartition("/")[2] if office else None
        item["clocks"] = clocks.get(identity, [])
        item["pending_sign_offs"] = waiting.get(identity, [])
        item["allowed_actions"] = [] if identity in waiting else allowed[row["state"]]
        items.append(item)
    return items


def _hour() -> datetime:
    return _clock.now().replace(minute=0, second=0, microsecond=0)


if __name__ == "__main__":
    uvicorn.run(
        app, host="127.0.0.1", port=int(os.environ["BENCH_PORT"]), loop="uvloop", http="httptools", ws="none",
        access_log=False, log_level="warning", server_header=False, proxy_headers=False,
    )  # fmt: skip
