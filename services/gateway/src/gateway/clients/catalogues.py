"""What the services publish about themselves without a token: their problems and their vocabularies."""

import asyncio
from typing import Generic, NamedTuple, TypeVar

from gateway.domain.routes import SERVICES
from gateway.settings import Settings
from shared.http.client import CallError, ServiceClient, Wire

_WITHIN_S = 1.0
_FRESH_S = 10.0


class Entry(Wire):
    """One problem, its words by language."""

    code: str
    status: int
    titles: dict[str, str]
    details: dict[str, str]


class FieldSentence(Wire):
    """One way a field can be wrong, by language."""

    code: str
    sentences: dict[str, str]


class Problems(Wire):
    """The error catalogue of one service."""

    problems: tuple[Entry, ...]
    field_errors: tuple[FieldSentence, ...] = ()


class Term(Wire):
    """One coded value, its labels by language."""

    code: str
    labels: dict[str, str]


class Vocabulary(Wire):
    """One list of coded values."""

    name: str
    labels: dict[str, str]
    entries: tuple[Term, ...] = ()


class Vocabularies(Wire):
    """Every list of one service."""

    items: tuple[Vocabulary, ...]


A = TypeVar("A", bound=Wire)


class Collected(NamedTuple, Generic[A]):
    """What the services said, by service; and which of them have not answered since the start."""

    found: dict[str, A]
    missing: list[str]


class Published(Generic[A]):
    """One public page of every service, asked for at most every ten seconds; the last good answer stays."""

    def __init__(self, clients: dict[str, ServiceClient], path: str, answer: type[A]) -> None:
        self._clients, self._path, self._answer = clients, path, answer
        self._found: dict[str, A] = {}
        self._asked_at = float("-inf")

    async def collect(self) -> Collected[A]:
        """Return what every service publishes; one that is down keeps nobody waiting over a second."""
        now = asyncio.get_running_loop().time()
        if now - self._asked_at > _FRESH_S or len(self._found) < len(self._clients):
            self._asked_at = now
            await asyncio.gather(*(self._ask(service) for service in self._clients))
        return Collected(
            dict(self._found), [service for service in self._clients if service not in self._found]
        )

    async def _ask(self, service: str) -> None:
        try:
            self._found[service] = await self._clients[service].get(self._path, self._answer)
        except CallError:
            return


class Catalogues:
    """The public catalogues of all services behind this gateway."""

    def __init__(self, settings: Settings) -> None:
        self._clients = {service: _client(settings, service) for service in SERVICES}
        self.problems = Published(self._clients, "/v1/problems", Problems)
        self.vocabularies = Published(self._clients, "/v1/vocabularies", Vocabularies)

    async def close(self) -> None:
        """Close every connection."""
        await asyncio.gather(*(client.close() for client in self._clients.values()))


def _client(settings: Settings, service: str) -> ServiceClient:
    places = settings.endpoints(service)
    addresses = ",".join(f"http://{_in_url(host)}:{port}" for host, port, _ in places)
    return ServiceClient(service, addresses, total_s=_WITHIN_S)


def _in_url(host: str) -> str:
    return f"[{host}]" if ":" in host else host
