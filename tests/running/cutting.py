"""Clients whose connection breaks at a random byte, of the request or of the answer, and who ask again with their key."""

from __future__ import annotations

import asyncio
import json
import random
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

from huiying.proof.stream import AGAIN, submission

from tests.support.running_set import GATEWAY, USUAL, RunningSet

CLIENTS = 4
MOST_CUTS = 3
LONGEST_ANSWER = 1200
"""Bytes of which an answer is cut at random; one that is shorter arrives whole."""
ANSWER_WITHIN_S = 20.0
ASKED_AFTERWARDS = 2


@dataclass(frozen=True)
class Answer:
    """A whole answer."""

    status: int
    body: bytes

    @property
    def is_for_later(self) -> bool:
        """Say whether the client is asked to come again."""
        if self.status in (429, 503):
            return True
        return self.status == 409 and json.loads(self.body).get("code") in AGAIN


@dataclass
class Cutting:
    """What is counted: cuts by where they fell, and every whole answer each key was given."""

    one: RunningSet
    seed: int
    counted: Counter[str] = field(default_factory=Counter)
    answers: dict[str, set[tuple[int, bytes]]] = field(default_factory=lambda: defaultdict(set))

    async def run(self, cuts: int, token: str, report: str) -> None:
        """Send until so many connections were cut; a quarter of the requests are an officer's notes."""
        await asyncio.gather(*(self._client(number, cuts, token, report) for number in range(CLIENTS)))

    @property
    def diverging(self) -> set[str]:
        """The keys that were given more than one answer, or a refusal."""
        return {
            key
            for key, given in self.answers.items()
            if len(given) > 1 or {code for code, _ in given} != {201}
        }

    def keys(self, kind: str) -> set[str]:
        """Return the keys of one kind of request."""
        return {key.removeprefix(kind) for key in self.answers if key.startswith(kind)}

    def figures(self) -> str:
        """Return what is told at the end."""
        where = ", ".join(f"{count} in the {part}" for part, count in sorted(self.counted.items()))
        return f"{self.counted.total()} connections cut ({where}), {len(self.answers)} keys: {len(self.diverging)} diverging"

    async def _client(self, number: int, cuts: int, token: str, report: str) -> None:
        chance = random.Random(f"{self.seed}-{number}")  # noqa: S311 - to be repeatable
        while self.counted.total() < cuts:
            key = str(uuid4())
            is_note = chance.random() < 0.25
            path = f"/v1/reports/{report}/notes" if is_note else "/v1/public/submissions"
            body = {"text": f"（测试）{key} 内部备注"} if is_note else submission(key, chance)
            for _ in range(chance.randint(1, MOST_CUTS)):
                whole = await self._cut(self._door(chance), path, key, body, token if is_note else "", chance)
                self._note(f"note {key}" if is_note else f"report {key}", whole)
            for _ in range(ASKED_AFTERWARDS):
                answer = await self._whole(self._door(chance), path, key, body, token if is_note else "")
                self._note(f"note {key}" if is_note else f"report {key}", answer)

    def _door(self, chance: random.Random) -> tuple[int, str]:
        """Return the gateway's port, or the service's own."""
        if chance.random() < 0.5:
            return GATEWAY + self.one.offset, "/intake"
        return USUAL["intake"] + self.one.offset, ""

    def _note(self, key: str, answer: Answer | None) -> None:
        if answer is not None and not answer.is_for_later:
            self.answers[key].add((answer.status, answer.body))

    async def _cut(
        self, door: tuple[int, str], path: str, key: str, body: Mapping[str, Any], token: str, chance: random.Random
    ) -> Answer | None:  # fmt: skip
        """Send a request over a connection that breaks; return the answer if it was shorter than the way."""
        request = written(door[1] + path, key, body, token)
        part = chance.choice(("request", "answer"))
        sent = chance.randrange(len(request)) if part == "request" else len(request)
        reader, writer = await asyncio.open_connection("127.0.0.1", door[0])
        received = b""
        try:
            writer.write(request[:sent])
            await writer.drain()
            if part == "answer":
                received = await self._read(reader, chance.randrange(LONGEST_ANSWER))
                if (whole := parsed(received)) is not None:
                    return whole
            self.counted[part] += 1
            return None
        finally:
            if chance.random() < 0.5:
                writer.transport.abort()  # a reset; otherwise a polite end
            writer.close()

    @staticmethod
    async def _read(reader: asyncio.StreamReader, most: int) -> bytes:
        async with asyncio.timeout(ANSWER_WITHIN_S):
            try:
                return await reader.readexactly(most)
            except asyncio.IncompleteReadError as ended:
                return ended.partial

    async def _whole(
        self, door: tuple[int, str], path: str, key: str, body: Mapping[str, Any], token: str
    ) -> Answer:
        """Ask until there is an answer that is for now."""
        while True:
            reader, writer = await asyncio.open_connection("127.0.0.1", door[0])
            writer.write(written(door[1] + path, key, body, token))
            async with asyncio.timeout(ANSWER_WITHIN_S):
                answer = parsed(await reader.read(-1))
            writer.close()
            assert answer is not None
            if not answer.is_for_later:
                return answer
            await asyncio.sleep(0.1)


def written(path: str, key: str, body: Mapping[str, Any], token: str) -> bytes:
    """Return a request as its bytes; the server closes the connection after its answer."""
    content = json.dumps(body, ensure_ascii=False).encode()
    lines = [
        f"POST {path} HTTP/1.1", "Host: localhost", "Connection: close", f"Idempotency-Key: {key}",
        "Content-Type: application/json", f"Content-Length: {len(content)}",
        *([f"Authorization: Bearer {token}"] if token else []),
    ]  # fmt: skip
    return "\r\n".join([*lines, "", ""]).encode() + content


def parsed(received: bytes) -> Answer | None:
    """Return an answer if it is whole."""
    head, end, body = received.partition(b"\r\n\r\n")
    if not end:
        return None
    fields = dict(line.lower().split(b": ", 1) for line in head.split(b"\r\n")[1:] if b": " in line)
    length = fields.get(b"content-length")
    if length is None or len(body) != int(length):
        return None
    return Answer(int(head.split(b" ")[1]), body)
