"""A client that keeps its key counts what was acknowledged, and nothing that was refused."""

from __future__ import annotations

import random
from pathlib import Path

import httpx
import pytest

from huiying.proof import stream
from huiying.proof.histories import History, read
from huiying.proof.stream import Stream


@pytest.mark.parametrize(
    ("statuses", "kinds", "acknowledged"),
    [
        ([201], ["ok"], 1),
        ([400], ["refused"], 0),
        ([503, 201], ["unknown", "ok"], 1),
        ([429, 400], ["unknown", "refused"], 0),
    ],
)
async def test_only_a_receipt_is_an_acknowledgement(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, statuses: list[int], kinds: list[str], acknowledged: int
) -> None:
    monkeypatch.setattr(stream, "RETRY_AFTER_S", 0)
    answers = iter(statuses)
    transport = httpx.MockTransport(lambda _: httpx.Response(next(answers), json={"receipt": "r"}))
    history = History(tmp_path / "history.jsonl")
    one = Stream("http://gateway.test", history, clients=1, seed=1)
    async with httpx.AsyncClient(base_url=one.base_url, transport=transport) as http:
        await one._submit(http, 0, random.Random(1))  # noqa: S311 - to be repeatable
    history.close()
    assert [line.kind for line in read(history.path) if line.kind != "invoke"] == kinds
    assert one.acknowledged == acknowledged
    assert (one.longest_wait_s > 0) == bool(acknowledged)
