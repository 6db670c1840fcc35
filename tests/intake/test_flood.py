"""Report bombing: whoever does the work is let in, nobody is remembered, and the price falls again."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from uuid import uuid4

import pytest_asyncio
import sqlalchemy as sa
from httpx import Response

from intake.app import SPEC
from intake.settings import Settings
from intake.store.tables import DemandRow
from shared.clock import FakeClock
from shared.db import Scope
from shared.http.work import CHALLENGE_HEADER, LEAST_BITS, solve

from tests.conftest import MakeAccess
from tests.support.house import House, open_house

BODY = {
    "category": "livelihood_demand",
    "content": "小区门口的路灯坏了两周，夜里看不清路。",
    "region": "district-1",
}
USUAL_PER_S = 2.0
FLOOD = 60


@pytest_asyncio.fixture
async def flooded(make_access: MakeAccess, tmp_path: Path, clock: FakeClock) -> AsyncIterator[House]:
    """Intake where two submissions a second are usual."""
    access = await make_access("intake")
    async with open_house(SPEC, Settings, access, tmp_path, clock, usual_per_s=USUAL_PER_S) as opened:
        yield opened


async def send(house: House, key: str, **headers: str) -> Response:
    return await house.http.post(
        "/v1/public/submissions",
        json=BODY,
        headers={"Idempotency-Key": key, "Accept-Language": "en", **headers},
    )


async def test_honest_people_get_through_a_flood_that_does_not_pay(flooded: House) -> None:
    answers = [(await send(flooded, str(uuid4()))).status_code for _ in range(FLOOD)]
    assert answers.count(429) > 0
    assert set(answers) == {201, 429}

    through = 0
    for _ in range(8):
        for _ in range(10):
            assert (await send(flooded, str(uuid4()))).status_code == 429
        key = str(uuid4())
        asked = await send(flooded, key)
        assert (asked.status_code, asked.json()["code"]) == (429, "proof_of_work_required")
        challenge = asked.headers[CHALLENGE_HEADER]
        assert LEAST_BITS <= int(challenge.split(".")[2]) <= LEAST_BITS + 3
        paid = await send(flooded, key, **{"Proof-Of-Work": solve(challenge)})
        through += paid.status_code == 201
        again = await send(flooded, key, **{"Proof-Of-Work": solve(challenge)})
        assert (again.status_code, again.json()) == (201, paid.json()), "the same payment serves a repetition"
    assert through == 8
    async with flooded.desk.db.reader(Scope("worker")) as reader:
        kept = await reader.scalar(sa.select(sa.func.count()).select_from(DemandRow.__table__))
    assert kept == answers.count(201) + through


async def test_a_payment_for_one_submission_buys_no_other(flooded: House) -> None:
    for _ in range(FLOOD):
        await send(flooded, str(uuid4()))
    asked = await send(flooded, key := str(uuid4()))
    proof = solve(asked.headers[CHALLENGE_HEADER])

    assert (await send(flooded, str(uuid4()), **{"Proof-Of-Work": proof})).status_code == 429
    assert (await send(flooded, key, **{"Proof-Of-Work": proof})).status_code == 201


async def test_a_receipt_is_opened_without_any_work_in_the_middle_of_a_flood(flooded: House) -> None:
    receipt = (await send(flooded, str(uuid4()))).json()["receipt"]
    for _ in range(FLOOD):
        await send(flooded, str(uuid4()))

    opened = await flooded.http.post("/v1/public/receipts/_open", json={"receipt": receipt})
    assert opened.status_code == 200
