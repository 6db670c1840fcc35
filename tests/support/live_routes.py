"""The live route table of a service: every address that its application answers, and what it declares."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from fastapi import FastAPI
from fastapi.routing import iter_route_contexts

from shared.auth.declare import Access, access_of

NOBODY = str(UUID(int=7))


@dataclass(frozen=True)
class LiveRoute:
    """One method at one address; `access` is None where nobody is asked who they are."""

    method: str
    path: str
    access: Access | None

    @property
    def address(self) -> str:
        """Return the path with ids of nothing in it."""
        return re.sub(r"{(\w+)}", lambda found: "2026" if found[1] == "year" else NOBODY, self.path)

    def __str__(self) -> str:
        """Return how people call it."""
        return f"{self.method} {self.path}"


def live_routes(app: FastAPI) -> Iterator[LiveRoute]:
    """Walk over every route that answers, straight from the application."""
    for context in iter_route_contexts(list(app.routes)):
        for method in sorted((context.methods or set()) - {"HEAD", "OPTIONS"}):
            yield LiveRoute(method, context.path or "", access_of(context.endpoint))
