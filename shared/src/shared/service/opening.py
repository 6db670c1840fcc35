"""Open what a service works with: database, keys, tokens, other services. Nothing here waits for a neighbour."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from shared.attachments.objects import open_store
from shared.attachments.scanner import ClamAv, NoScanner
from shared.attachments.take_in import Keeping
from shared.auth.depends import Authenticator
from shared.auth.jwks import IssuerKeys, over_http
from shared.auth.keys import SigningKey
from shared.auth.revocation import PermissionVersions
from shared.auth.service_token import ServiceTokenSource
from shared.auth.tokens import Issuer, TokenVerifier
from shared.clock import Clock, SystemClock, clock_from
from shared.clocks.calendar_source import CalendarSource
from shared.db import Database
from shared.directory.cache import DirectoryCache
from shared.documents.template import Templates
from shared.http.client import ServiceClient
from shared.http.paging import Cursors
from shared.process.desk import Desk
from shared.sealing import LocalKeyRing
from shared.sealing.seals import Seals
from shared.service.issuers import outside_issuers
from shared.service.spec import ServiceSpec
from shared.settings import ServiceSettings
from shared.vocabularies import vocabularies_of


@dataclass
class Opened:
    """A service's desk, and what must be run beside it and closed after it."""

    desk: Desk
    tokens: ServiceTokenSource
    authenticator: Authenticator
    keys: IssuerKeys
    versions: PermissionVersions
    clients: Sequence[ServiceClient]
    outside: Sequence[IssuerKeys] = ()
    _tasks: list[asyncio.Task[None]] = field(default_factory=list)

    def begin(self) -> None:
        """Start refreshing the issuer's keys and the withdrawn rights."""
        runs = [self.versions.run(), *(keys.run() for keys in (self.keys, *self.outside))]
        self._tasks = [asyncio.create_task(run) for run in runs]

    async def close(self) -> None:
        """End the background work and close every connection."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        for client in self.clients:
            await client.close()
        await self.desk.db.close()


async def open_desk(
    spec: ServiceSpec, settings: ServiceSettings, clock: Clock, clients: Mapping[str, ServiceClient]
) -> Desk:
    """Return a desk over the service's own database; nothing is spoken to yet."""
    db = await Database.connect(
        settings.database_url.get_secret_value(), pool_size=settings.pool_size, application=spec.name
    )
    seals = Seals(LocalKeyRing(settings.key_ring_file), suite=settings.suite, organisation=spec.name)
    scanner = ClamAv(settings.scanner) if settings.scanner else NoScanner()
    return Desk(
        service=spec.name,
        db=db,
        clock=clock,
        seals=seals,
        files=Keeping(seals, open_store(settings.objects_url), scanner),
        permissions=spec.permissions,
        deadlines=spec.deadlines,
        calendar=CalendarSource(clock),
        cursors=Cursors(settings.cursor_key.get_secret_value().encode()),
        directory=DirectoryCache(db),
        vocabularies=vocabularies_of(spec.name),
        processes=spec.processes,
        clients=clients,
        settings=settings,
        templates=Templates(spec.name, settings.documents_dir) if spec.documents else None,
    )


async def open_service(spec: ServiceSpec, settings: ServiceSettings) -> Opened:
    """Open everything; the database and the neighbours are first spoken to when they are needed.

    Raises: TemplateBroken: a document that cannot be written is found out now, not in front of an officer.
    """
    real_time = (
        SystemClock()
    )  # tokens live in real time, also where a demonstration shifts the service's days
    issuer = ServiceClient("identity", settings.identity_url)
    keys = IssuerKeys(settings.issuer, over_http(issuer, "/v1/jwks"), saved_at=settings.jwks_file)
    tokens = ServiceTokenSource(
        issuer,
        "/v1/token",
        client_id=spec.name,
        audience=settings.issuer,
        signer=lambda: SigningKey.load(settings.service_key_file),
        clock=real_time,
    )
    clients = dict(spec.clients(settings, tokens)) if spec.clients else {}
    desk = await open_desk(spec, settings, clock_from(settings.start_at), clients)
    if desk.templates is not None:
        desk.templates.check(spec.every_document)
    versions = PermissionVersions(desk.db)
    used = [issuer, *clients.values()]
    outside = outside_issuers(settings.outside_issuers, used)
    verifier = TokenVerifier([Issuer(url=settings.issuer, audience=spec.name, keys=keys), *outside])
    authenticator = Authenticator(verifier, versions, real_time)
    return Opened(desk, tokens, authenticator, keys, versions, used, list(outside.values()))
