"""What the routes of every service answer with."""

from typing import Any
from uuid import UUID

from shared.http.models import Instant, Output


class LifecycleName(Output):
    """A lifecycle table's name."""

    name: str
    title_zh: str
    title_en: str


class LifecyclesOut(Output):
    """The tables of a service."""

    items: list[LifecycleName]


class WordOut(Output):
    """A state or an action."""

    code: str
    name_zh: str
    name_en: str


class LifecycleOut(Output):
    """One table; a row says rule, from, action, to, by, signs, needs, documents, starts, stops, event, basis.

    `clocks` are the deadlines its rows start and stop.
    """

    name: str
    title: dict[str, str]
    initial: str
    final: list[str]
    states: list[WordOut]
    actions: list[WordOut]
    rows: list[dict[str, Any]]
    clocks: list[dict[str, Any]]
    mermaid: str


class EventOut(Output):
    """A CloudEvents 1.0 event; `sequence` is its place in this service's feed."""

    specversion: str
    id: UUID
    source: str
    type: str
    subject: str
    time: Instant
    datacontenttype: str
    sequence: str
    data: dict[str, Any]


class FeedOut(Output):
    """A batch of events; ask again with `after` set to `next_after`."""

    events: list[EventOut]
    next_after: int


class CheckpointOut(Output):
    """The newest signed statement about the audit log."""

    size: int
    root: str | None
    note: str | None


class EntriesOut(Output):
    """Audit entries in order."""

    items: list[dict[str, Any]]
    next_after: int
