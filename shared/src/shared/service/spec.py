"""What makes one service different from another, on one page."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from fastapi import APIRouter

from shared.auth.declare import PublicRoute
from shared.auth.permissions import PermissionTable
from shared.clocks.rules import Deadlines
from shared.documents.document import Document, Documents
from shared.feed.consume import Handler
from shared.http.client import Tokens
from shared.jobs.work import Bodies, Body
from shared.lifecycle import Lifecycle
from shared.process.desk import Desk
from shared.process.listing import Listing
from shared.process.process import Process
from shared.process.reconcile import Sweep
from shared.settings import ServiceSettings
from shared.sheets.import_job import import_jobs
from shared.sheets.importing import SheetImport
from shared.whole.gather import Whole
from shared.whole.job import package_jobs
from shared.worker.loops import Loop

Follows = Callable[[Desk], Mapping[str, Mapping[str, Handler]]]
Clients = Callable[[ServiceSettings, Tokens], Mapping[str, Any]]


@dataclass(frozen=True)
class ServiceSpec:
    """A service, declared.

    `lists` get their list, count, search and export routes, `imports` their sheets to fill in and send back.
    `wholes` are objects that can be had in one archive. `jobs` says what the worker does for each kind of job.
    `follows` says whose events have what effect here, `feed_readers` which services may pull ours. `silent` are
    paths whose requests leave no id in any log, `open_doors` ask for proof of work above their usual rate.
    `sweeps` look through what the audit's comparison of rows does not reach.
    `further_lifecycles` are tables shown but not moved by `processes`, `documents` the Word documents of these.
    `title` and `description` are for the API document, in Chinese with the English beside.
    """

    name: str
    title: str
    description: str
    version: str
    permissions: PermissionTable
    processes: Mapping[str, Process[Any]]
    deadlines: Deadlines
    routers: Sequence[APIRouter]
    tags: Mapping[str, str]
    lists: Sequence[Listing] = ()
    imports: Sequence[SheetImport] = ()
    wholes: Sequence[Whole] = ()
    jobs: Mapping[str, Body] = field(default_factory=lambda: MappingProxyType({}))
    public: Sequence[PublicRoute] = ()
    feed_readers: tuple[str, ...] = ()
    further_lifecycles: Sequence[Lifecycle] = ()
    coded_errors: Sequence[type[Exception]] = ()
    clients: Clients | None = None
    follows: Follows | None = None
    loops: Callable[[Desk], Sequence[Loop]] | None = None
    larger_bodies: Sequence[tuple[str, int]] = ()
    silent: tuple[str, ...] = ()
    open_doors: tuple[str, ...] = ()
    documents: Documents = field(default_factory=dict)
    sweeps: Sequence[Sweep] = ()

    @property
    def all_jobs(self) -> Bodies:
        """What the worker does for each kind of job, long imports included."""
        return {**import_jobs(self.imports), **package_jobs(self.wholes), **self.jobs}

    @property
    def every_document(self) -> tuple[Document, ...]:
        """Every document, of whichever process."""
        return tuple(document for documents in self.documents.values() for document in documents)
