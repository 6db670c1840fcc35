"""Officers at work while everything around them is killed: each request is sent again, with its key, until answered."""

from __future__ import annotations

import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from http.client import HTTPException
from typing import Any

from huiying.walk.caller import Answer, Caller

PATIENCE_S = 60.0
AGAIN_AFTER_S = 0.1
AGAIN = frozenset({"idempotency_in_flight"})
OFFICER, SIGNERS = "petition.city", {"S1": "petition-head.city"}


@dataclass
class PersistentCaller(Caller):
    """A caller whose every request, keys and versions and all, is repeated while nobody answers it."""

    repeated: int = 0

    def _send(
        self, method: str, path: str, headers: Mapping[str, str] | None,
        *, body: Mapping[str, Any] | None = None, form: Mapping[str, str] | None = None,
        raw: bytes | None = None,
    ) -> Answer:  # fmt: skip
        end = time.monotonic() + PATIENCE_S
        while True:
            try:
                answer = super()._send(method, path, headers, body=body, form=form, raw=raw)
            except (
                OSError,
                HTTPException,
            ) as error:  # refused, reset, timed out; cut off in the middle of an answer
                answer = Answer(599, {}, {"code": type(error).__name__})
            if not _is_worth_repeating(answer) or time.monotonic() > end:
                return answer
            self.repeated += 1
            time.sleep(AGAIN_AFTER_S)


def _is_worth_repeating(answer: Answer) -> bool:
    code = answer.body.get("code") if isinstance(answer.body, dict) else None
    return answer.status >= 500 or answer.status == 429 or code in AGAIN


@dataclass
class Desk:
    """A petition office that registers, screens and transfers what comes in, until told to stop."""

    caller: PersistentCaller
    transferred: list[str] = field(default_factory=list)
    told: threading.Event = field(default_factory=threading.Event)

    def run(self) -> None:
        """Take one accusation after the other. Raises: Unexpected for an answer that no retry explains."""
        while not self.told.is_set():
            if (report := self._next()) is None:
                self.told.wait(0.1)
                continue
            self.caller.act(OFFICER, report, "register")
            self.caller.act(OFFICER, report, "screen", signers=SIGNERS)
            self.caller.act(OFFICER, report, "transfer", {"to": "city-office-1"}, signers=SIGNERS)
            self.transferred.append(report.rsplit("/", 1)[-1])

    def _next(self) -> str | None:
        wanted: dict[str, Any] = {
            "state": "received",
            "named_status": "anonymous",
            "category": "accusation",
            "limit": 5,
        }
        fit = [one["id"] for one in self.caller.get(OFFICER, "/intake/v1/reports", **wanted)["items"]]
        return f"/intake/v1/reports/{fit[0]}" if fit else None
