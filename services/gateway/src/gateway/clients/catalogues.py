"""What the services publish about themselves without a token: problems, vocabularies, tables of processes."""

import asyncio
from typing import Generic, NamedTuple, TypeVar

from pydantic import Field

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


class TableName(Wire):
    """One process by name."""

    name: str
    title_zh: str
    title_en: str


class TableNames(Wire):
    """Every process of one service."""

    items: tuple[TableName, ...]


class Word(Wire):
    """A state or an action."""

    code: str
    name_zh: str
    name_en: str


class Party(Wire):
    """Who may ask for a move."""

    capacity: str
    name_zh: str
    name_en: str


class Move(Wire):
    """One row of a table."""

    rule: str
    from_: tuple[str, ...] = Field(alias="from")
    action: str
    to: str
    by: tuple[Party, ...]
    signs: tuple[str, ...]
    needs: tuple[str, ...]
    documents: tuple[str, ...]
    starts: tuple[str, ...]
    stops: tuple[str, ...]
    basis: str


class Clock(Wire):
    """One deadline."""

    id: str
    amount: int
    unit: str
    act: dict[str, str]
    basis: str


class Table(Wire):
    """The whole table of one process."""

    name: str
    title: dict[str, str]
    initial: str
    final: tuple[str, ...]
    states: tuple[Word, ...]
    actions: tuple[Word, ...]
    rows: tuple[Move, ...]
    clocks: tuple[Clock, ...]


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


class Tables:
    """The tables of processes, each asked for when somebody looks at it, and kept for as long as a catalogue is."""

    def __init__(self, clients: dict[str, ServiceClient], names: Published[TableNames]) -> None:
        self._clients, self._names = clients, names
        self._found: dict[tuple[str, str], tuple[float, Table]] = {}

    async def get(self, service: str, name: str) -> Table | None:
        """Return a table, or None when no service has said that there is one. Raises: CallError."""
        names, _ = await self._names.collect()
        if service not in names or name not in {one.name for one in names[service].items}:
            return None
        now = asyncio.get_running_loop().time()
        asked_at, table = self._found.get((service, name), (float("-inf"), None))
        if table is None or now - asked_at > _FRESH_S:
            table = await self._clients[service].get(f"/v1/lifecycles/{name}", Table)
            self._found[service, name] = (now, table)
        return table


class Catalogues:
    """The public catalogues of all services behind this gateway."""

    def __init__(self, settings: Settings, clients: dict[str, ServiceClient] | None = None) -> None:
        self._clients = clients or {service: _client(settings, service) for service in SERVICES}
        self.problems = Published(self._clients, "/v1/problems", Problems)
        self.vocabularies = Published(self._clients, "/v1/vocabularies", Vocabularies)
        self.lifecycles = Published(self._clients, "/v1/lifecycles", TableNames)
        self.tables = Tables(self._clients, self.lifecycles)

    async def close(self) -> None:
        """Close every connection."""
        await asyncio.gather(*(client.close() for client in self._clients.values()))


def _client(settings: Settings, service: str) -> ServiceClient:
    places = settings.endpoints(service)
    addresses = ",".join(f"http://{_in_url(host)}:{port}" for host, port, _ in places)
    return ServiceClient(service, addresses, total_s=_WITHIN_S)


def _in_url(host: str) -> str:
    return f"[{host}]" if ":" in host else host
