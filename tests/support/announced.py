"""Whatever a service answers, in any test, is what its document announces for the operation: status and shape."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Mapping
from functools import cached_property
from typing import Any

import httpx
import jsonschema_rs
from fastapi import FastAPI

from shared.http.openapi import operations
from shared.service.app import document_of
from shared.service.spec import ServiceSpec

_PARAMETER = re.compile(r"\\\{\w+\\\}")
_JSON = "application/json"


class Announced:
    """One operation of a document: what it answers to, and what it may answer."""

    def __init__(self, document: Mapping[str, Any], path: str, method: str) -> None:
        self.method, self.parameters = method.upper(), path.count("{")
        self.path = re.compile(_PARAMETER.sub("[^/]+", re.escape(path)))
        self._document, self._answers = document, document["paths"][path][method]["responses"]

    def faults(self, answer: httpx.Response) -> list[str]:
        """Return in what an answer is not as announced."""
        status = str(answer.status_code)
        if status not in self._answers:
            return [f"does not announce {status}"]
        shape = self._shapes.get(status)
        if shape is None or not answer.headers.get("content-type", "").startswith(_JSON):
            return []
        return [f"{one.instance_path}: {one.message}" for one in shape.iter_errors(answer.json())]

    @cached_property
    def _shapes(self) -> dict[str, jsonschema_rs.Draft202012Validator]:
        shown = {
            status: one["content"][_JSON]["schema"]
            for status, one in self._answers.items()
            if _JSON in one.get("content", {})
        }
        shared = {"components": {"schemas": self._document["components"]["schemas"]}}
        return {
            status: jsonschema_rs.Draft202012Validator({**schema, **shared}, validate_formats=True)
            for status, schema in shown.items()
        }


_known: dict[int, tuple[ServiceSpec, list[Announced]]] = {}
"""What each service announces, with the service, so that its id stays its own."""


def only_announced(app: FastAPI, spec: ServiceSpec) -> Callable[[httpx.Response], Awaitable[None]]:
    """Return what looks at each answer. Raises: AssertionError for one that is not as the document announces."""

    async def look(answer: httpx.Response) -> None:
        if id(spec) not in _known:  # once a process: it takes a second
            _known[id(spec)] = spec, _announced(document_of(app, spec))
        method, path = answer.request.method, answer.request.url.path
        for one in _known[id(spec)][1]:
            if one.method == method and one.path.fullmatch(path):
                await answer.aread()
                faults = one.faults(answer)
                assert not faults, (
                    f"{method} {one.path.pattern} {answer.status_code}: {faults}\n{answer.text[:300]}"
                )
                return

    return look


def _announced(document: dict[str, Any]) -> list[Announced]:
    """Return every operation, those first whose path has fewer parameters: it is told by what it spells out."""
    found = [Announced(document, path, method) for path, method, _ in operations(document)]
    return sorted(found, key=lambda one: one.parameters)
