"""Receipts cannot be guessed, and an answer about one tells an onlooker nothing: not by length, headers or time."""

from __future__ import annotations

import asyncio
import random
import statistics
import sys
import time
from typing import Any

import httpx
import pytest
import sqlalchemy as sa

from intake.store.receipts import find_receipt
from intake.store.tables import ReceiptRow
from intake.usecases.receipts.receipt_holder import PAD_TO, parse
from shared.db import Database, NotOneRow
from shared.receipts import new_receipt, parse_receipt

from tests.intake.usecases.story import HOUSING, WORKER
from tests.support.figures import Figures
from tests.support.house import House

KEPT, LOT = 50, 5_000
SAMPLES, AT_ONCE = 2000, 4
SAYS_WHICH = {"content-length", "content-type"}
"""What tells the reader of an answer how to read it; together with the status line it is as long either way."""
TRACED = {"x-request-id", "traceparent", "server-timing"}
"""What names the request itself."""


async def receipts(house: House, count: int) -> list[str]:
    return [(await house.public("submissions", HOUSING)).json()["receipt"] for _ in range(count)]


async def ask(house: House, receipt: str) -> httpx.Response:
    return await house.public("receipts/_open", {"receipt": receipt})


async def void(owner: Database) -> None:
    async with owner.transaction(WORKER) as tx:
        await tx.run(sa.text("ALTER TABLE receipts NO FORCE ROW LEVEL SECURITY"))
        await tx.run(sa.update(ReceiptRow).values(voided=True))


async def guess(house: House, real: str, guesses: int) -> None:
    """Look up fresh receipts that nobody was given, each lot of them together with one that is real.

    It is the look-up of every request, which takes any number of hashes: it gives what the real one opens, and two
    rows for a guess that opens something are an error. A lot that was not looked up would lack the real one.
    """
    for start in range(0, guesses, LOT):
        lot = [new_receipt().grouped for _ in range(min(LOT, guesses - start))]
        hashes = [one for receipt in (*lot, real) for one in parse(house.desk, receipt)]
        async with house.desk.db.reader(WORKER) as reader:
            assert await find_receipt(reader, hashes) is not None


async def test_no_guess_opens_anything(house: House) -> None:
    real, *_ = await receipts(house, KEPT)
    await guess(house, real, 500)


async def test_a_guess_that_opens_something_would_be_seen(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, other = await receipts(house, 2)
    lucky = parse_receipt(other)
    monkeypatch.setattr(sys.modules[__name__], "new_receipt", lambda: lucky)
    with pytest.raises(NotOneRow):
        await guess(house, real, 1)


@pytest.mark.nightly
@pytest.mark.timeout(900)
async def test_a_million_guesses_open_nothing(house: House, figures: Figures) -> None:
    real, *_ = await receipts(house, KEPT)
    count = 1_000_000
    await guess(house, real, count)
    figures.say(
        f"{count:,} receipts guessed against {KEPT}: 0 hits; 130 random bits make 1 in {2**130 // KEPT:.1e}"
    )


async def test_found_missing_mistyped_and_voided_look_alike_from_outside(
    house: House, owner: Database
) -> None:
    (receipt,) = await receipts(house, 1)
    found = await ask(house, receipt)
    missing = await ask(house, new_receipt().grouped)
    mistyped = await ask(house, receipt[:-1] + ("A" if receipt[-1] != "A" else "B"))
    await void(owner)
    voided = await ask(house, receipt)
    assert [one.status_code for one in (found, missing, mistyped, voided)] == [200, 404, 404, 404]
    answers = (found, missing, mistyped, voided)
    assert {len(on_the_line(one)) for one in answers} == {len(on_the_line(found))}
    assert len({frozenset(one.headers) for one in answers}) == 1, "the same headers"
    same = [{name: one.headers[name] for name in one.headers.keys() - SAYS_WHICH - TRACED} for one in answers]
    assert same == [same[0]] * len(answers), "with the same values"
    assert len(on_the_line(found)) > PAD_TO
    for one in (mistyped, voided):
        assert told(one) == told(missing)


async def test_what_is_said_by_receipt_is_as_long_whether_the_receipt_is_there_or_not(house: House) -> None:
    (receipt,) = await receipts(house, 1)
    said = {"text": "补充：路灯还是没有修好。"}
    lengths = {
        len(on_the_line(await house.public(f"receipts/{what}", {"receipt": which, **body})))
        for what, body in (("messages", said), ("request-recusal", said), ("rate", {"satisfaction": 5}))
        for which in (receipt, new_receipt().grouped, "nonsense")
    }
    assert len(lengths) == 1


def on_the_line(answer: httpx.Response) -> bytes:
    """Return an answer as HTTP/1.1 sends it: what an onlooker of an encrypted line counts."""
    head = f"HTTP/1.1 {answer.status_code} {answer.reason_phrase}\r\n".encode()
    return head + b"".join(b"%b: %b\r\n" % one for one in answer.headers.raw) + b"\r\n" + answer.content


def told(answer: httpx.Response) -> dict[str, Any]:
    """Return what an answer says besides the trace of its own request."""
    return {name: value for name, value in answer.json().items() if name != "trace_id"}


@pytest.mark.nightly
@pytest.mark.timeout(900)
async def test_no_classifier_tells_found_from_missing_by_time(house: House, figures: Figures) -> None:
    """The answer goes out at a fixed moment: times of the two kinds are drawn from one distribution."""
    settings = {**house.desk.settings.__dict__, "receipt_release_ms": 120}
    object.__setattr__(house.desk.settings, "__dict__", settings)
    (receipt,) = await receipts(house, 1)
    kinds = [True, False] * SAMPLES
    random.SystemRandom().shuffle(kinds)
    times: dict[bool, list[float]] = {True: [], False: []}

    async def ask_on() -> None:
        while kinds:
            is_real = kinds.pop()
            asked = receipt if is_real else new_receipt().grouped
            started = time.perf_counter()
            await ask(house, asked)
            times[is_real].append(time.perf_counter() - started)

    await asyncio.gather(*(ask_on() for _ in range(AT_ONCE)))
    area = auc(times[True], times[False])
    medians = [statistics.median(times[kind]) * 1000 for kind in (True, False)]
    figures.say(
        f"receipts by time, {SAMPLES} each: AUC {area:.3f}; medians {medians[0]:.2f} ms found, {medians[1]:.2f} ms missing"
    )
    assert abs(area - 0.5) <= 0.03, "more than three times what chance alone moves it"


def auc(ones: list[float], others: list[float]) -> float:
    """Return how often a time of the first kind is the longer one: 0.5 is a coin."""
    wins = sum((one > other) + 0.5 * (one == other) for one in ones for other in others)
    return wins / (len(ones) * len(others))
