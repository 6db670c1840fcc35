"""Asking a service everything its document allows, and everything it forbids, as several people in turn."""

from __future__ import annotations

import logging
import re
from collections import Counter
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from random import Random
from time import monotonic
from typing import Any

import httpx
import requests
from schemathesis.core.parameters import ParameterLocation
from schemathesis.errors import SerializationError
from schemathesis.generation.case import Case

from shared.auth.actor import Actor
from shared.service.app import document_of

from tests.support.figures import Figures
from tests.support.fuzz_cases import BASE, SEED, Amount, cases_of, operations_of, schema_of
from tests.support.fuzz_verdict import configure, faults_of, is_bad, told
from tests.support.house import HEAR_EVERY_S, House

_OBJECT = re.compile(r"/v1/(?P<collection>[^/{]+)/\{(?P<name>\w+)\}")
_OWN_HEADERS = {"user-agent", "authorization", "connection", "accept-encoding", "content-length"}
_MOST_KNOWN = 50
_ASTRAY, _BY_ANYBODY = 1 / 4, 1 / 3
"""How many ask for what is not there, and how many of the others need not be who was shown it."""
_log = logging.getLogger("fuzz")


@dataclass(frozen=True)
class Door:
    """A running service: how it is reached, how people prove themselves, how it hears that no right was withdrawn."""

    http: httpx.AsyncClient
    document: dict[str, Any]
    authorization: Callable[[str], str]
    hear: Callable[[], Awaitable[None]]


def door_of(house: House) -> Door:
    """Return the door of a service opened for a test; who is named `service:casework` is that service."""

    async def hear() -> None:
        house.tokens.clear()  # they live five minutes, and a long walk lasts longer
        await house.hear()

    def authorization(login: str) -> str:
        kind, _, name = login.rpartition(":")
        if kind and login not in house.tokens:
            house.tokens[login] = house.token(Actor("service", name))
        return house.headers(login)["Authorization"]

    document = document_of(house.app, house.spec)
    house.http.event_hooks = {}  # the walk judges for itself, and goes on
    return Door(house.http, document, authorization, hear)


@dataclass
class Walk:
    """One round through all operations. What answers show is asked for again, by whoever was shown it.

    Faults are collected, and logged when they are first seen: a long walk goes on to its end.
    """

    door: Door
    logins: Sequence[str]
    faults: Counter[str] = field(default_factory=Counter)
    examples: dict[str, str] = field(default_factory=dict)
    good: Counter[int] = field(default_factory=Counter)
    bad: Counter[int] = field(default_factory=Counter)
    harmless: int = 0
    operations: int = 0
    _turn: int = 0
    _dice: Random = field(default_factory=lambda: Random(SEED))  # noqa: S311 - the same walk every time
    _heard_at: float = 0.0
    _known: dict[str, list[tuple[str, int, str]]] = field(default_factory=dict)

    async def through(self, amount: Amount) -> None:
        """Ask every operation so much."""
        schema = schema_of(self.door.document)
        configure(schema)
        await self._look_around()
        for operation in operations_of(schema):
            self.operations += 1
            for case in cases_of(operation, amount):
                for _ in range(amount.people):
                    await self._ask(case.derive())
            _log.info("%s requests, %s faults: %s", self.asked, self.faults.total(), operation.label)

    def figures(self) -> list[str]:
        """Say what was counted."""
        people = f"{self.operations} operations as {len(self.logins)} people"
        return [
            f"{self.asked} requests to {people}, {self.faults.total()} faults, seed {SEED}",
            f"  {self.good.total()} good ones: {_told(self.good)}",
            f"  {self.bad.total()} bad ones: {_told(self.bad)}",
            f"  {self.harmless} whose fault is lost on the way: in an address, a list of one is written like a text",
        ]

    @property
    def asked(self) -> int:
        """How many requests were sent and judged."""
        return self.good.total() + self.bad.total() + self.harmless

    def report(self) -> str:
        """Show every kind of fault with one example; empty is good."""
        return "\n".join(
            f"{count} × {what}\n    {self.examples[what]}" for what, count in self.faults.most_common()
        )

    def conclude(self, figures: Figures) -> None:
        """Say what was counted, and fail on any fault. Raises: AssertionError."""
        for line in self.figures():
            figures.say(line)
        assert not self.faults, self.report()
        assert self.asked > 4 * self.operations, "too few requests to prove anything"
        assert sum(self.good[status] for status in (200, 201, 202)) > 0

    async def _look_around(self) -> None:
        """Read every list as everybody, to know what there is."""
        await self._keep_hearing()
        for path, methods in self.door.document["paths"].items():
            if "get" in methods and "{" not in path and path.count("/") == 2:
                for login in self.logins:
                    headers = {"Authorization": self.door.authorization(login)}
                    self._remember(path, login, await self.door.http.get(path, headers=headers))

    async def _keep_hearing(self) -> None:
        """Sensitive routes close ten seconds after the last word of withdrawn rights."""
        if monotonic() - self._heard_at > HEAR_EVERY_S:
            await self.door.hear()
            self._heard_at = monotonic()

    async def _ask(self, case: Case[Any]) -> None:
        await self._keep_hearing()
        login = self._aimed(case)
        try:
            answer = await self._send(case, login)
        except (SerializationError, UnicodeError, requests.RequestException):
            return  # nothing that a client could send
        self._remember(case.operation.path, login, answer)
        faults = faults_of(case, answer)
        if is_bad(case) and answer.is_success and not faults:
            self.harmless += 1
        else:
            (self.bad if is_bad(case) else self.good)[answer.status_code] += 1
        for fault in faults:
            what = f"{case.operation.label}: {fault}"
            self.faults[what] += 1
            if what not in self.examples:
                self.examples[what] = f"{login}: {told(case, answer)}"
                _log.warning("%s\n    %s", what, self.examples[what])

    def _aimed(self, case: Case[Any]) -> str:
        """Point a request at something that is there, as somebody who sees it; return who asks."""
        self._turn += 1
        login = self.logins[self._turn % len(self.logins)]
        if "wait" in case.query and not is_bad(case, ParameterLocation.QUERY):
            case.query["wait"] = 0  # nothing will come
        found = _OBJECT.match(case.operation.path)
        known = self._known.get(found["collection"], []) if found else []
        if not found or not known or self._dice.random() < _ASTRAY or is_bad(case, ParameterLocation.PATH):
            return login
        identity, version, reader = self._dice.choice(known)
        case.path_parameters[found["name"]] = identity
        if "If-Match" in case.headers and not is_bad(case, ParameterLocation.HEADER):
            case.headers["If-Match"] = f'"{version}"'
        return login if self._dice.random() < _BY_ANYBODY else reader

    async def _send(self, case: Case[Any], login: str) -> httpx.Response:
        made = case.as_transport_kwargs(base_url=BASE)
        wanted = {
            name: made[name]
            for name in ("method", "url", "params", "json", "data", "files", "cookies")
            if name in made
        }
        request = requests.Request(**wanted, headers=dict(made["headers"])).prepare()
        headers = [
            (name, value) for name, value in request.headers.items() if name.lower() not in _OWN_HEADERS
        ]
        if case.operation.definition.raw.get("security") != []:
            headers.append(("Authorization", self.door.authorization(login)))
        body = (
            request.body.encode("utf-8", "surrogatepass") if isinstance(request.body, str) else request.body
        )
        assert body is None or isinstance(body, bytes)
        wire = [(_latin(name), _latin(value)) for name, value in headers]
        return await self.door.http.request(str(request.method), str(request.url), content=body, headers=wire)

    def _remember(self, path: str, login: str, answer: httpx.Response) -> None:
        if not answer.is_success or "json" not in answer.headers.get("content-type", ""):
            return
        shown = answer.json()
        known = self._known.setdefault(path.split("/")[2], [])
        for one in (shown, *shown.get("items", ())) if isinstance(shown, dict) else ():
            if isinstance(one, dict) and "id" in one:
                known[:] = [other for other in known if other[0] != one["id"]][-_MOST_KNOWN:]
                known.append((one["id"], one.get("version", 1), login))


def _told(statuses: Counter[int]) -> str:
    return ", ".join(f"{count} × {status}" for status, count in sorted(statuses.items()))


def _latin(text: str | bytes) -> bytes:
    return text if isinstance(text, bytes) else text.encode("latin-1", "replace")
