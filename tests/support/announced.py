"""Whatever a service answers, in any test, is what its document announces for the operation."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass
from typing import Any

import httpx
from fastapi import FastAPI

from shared.http.openapi import operations
from shared.service.app import document_of
from shared.service.spec import ServiceSpec

_PARAMETER = re.compile(r"\\\{\w+\\\}")


@dataclass(frozen=True)
class Announced:
    """One operation: what it answers to, and the statuses it may answer."""

    method: str
    path: re.Pattern[str]
    statuses: frozenset[str]


_known: dict[int, tuple[ServiceSpec, list[Announced]]] = {}
"""What each service announces, with the service, so that its id stays its own."""


def only_announced(app: FastAPI, spec: ServiceSpec) -> Callable[[httpx.Response], Awaitable[None]]:
    """Return what looks at each answer. Raises: AssertionError for one that the document does not announce."""

    async def look(answer: httpx.Response) -> None:
        if id(spec) not in _known:  # once a process: it takes a second
            _known[id(spec)] = spec, list(_announced(document_of(app, spec)))
        method, path = answer.request.method, answer.request.url.path
        for one in _known[id(spec)][1]:
            if one.method == method and one.path.fullmatch(path):
                await answer.aread()
                assert str(answer.status_code) in one.statuses, (
                    f"{method} {one.path.pattern} does not announce {answer.status_code}: {answer.text[:300]}"
                )
                return

    return look


def _announced(document: dict[str, Any]) -> Iterator[Announced]:
    """Yield every operation, those first whose path has fewer parameters: it is told by what it spells out."""
    for path, method, operation in sorted(operations(document), key=lambda one: one[0].count("{")):
        pattern = re.compile(_PARAMETER.sub("[^/]+", re.escape(path)))
        yield Announced(method.upper(), pattern, frozenset(operation["responses"]))
