"""A service as its callers see it, on a real database, with tokens signed by keys of the test."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic
from typing import Any
from uuid import uuid4

import httpx
import sqlalchemy as sa
from fastapi import FastAPI
from pydantic import SecretStr

from huiying.databases import Access
from shared.auth.actor import Actor
from shared.auth.depends import Authenticator
from shared.auth.keys import SigningKey, public_keys
from shared.auth.revocation import PermissionVersions, heard
from shared.auth.tokens import Issuer, TokenVerifier, issue
from shared.clock import FakeClock, SystemClock
from shared.db import Database
from shared.directory.tables import directory
from shared.process.desk import Desk
from shared.sealing import ring_file
from shared.service.app import build_app
from shared.service.opening import open_desk
from shared.service.spec import ServiceSpec
from shared.settings import ServiceSettings
from shared.worker.sealing import Sealing

from tests.support.announced import only_announced
from tests.support.cast import actor, organisations

ISSUER = "https://issuer.test"
HEAR_EVERY_S = 2.0


class _Keys:
    """The issuer's public key, as a service pins it."""

    generation = 1

    def __init__(self, signer: SigningKey) -> None:
        self._keys = public_keys({"keys": [signer.public()]})

    def key(self, kid: str) -> Any:
        return self._keys.get(kid)


@dataclass
class House:
    """A running application in this process."""

    http: httpx.AsyncClient
    desk: Desk
    clock: FakeClock
    sealer: Database
    signer: SigningKey
    service: str
    authenticator: Authenticator
    spec: ServiceSpec
    app: FastAPI
    tokens: dict[str, str] = field(default_factory=dict)
    heard_at: float = 0.0

    def token(self, who: Actor) -> str:
        """Return an access token of this person, signed a moment ago."""
        text, _ = issue(
            who, issuer=ISSUER, audience=[self.service], signer=self.signer, at=SystemClock().now()
        )
        return text

    def headers(self, login: str, *, key: str | None = None, version: int | None = None) -> dict[str, str]:
        """Return what a careful client sends."""
        if login not in self.tokens:
            self.tokens[login] = self.token(actor(login))
        headers = {"Authorization": f"Bearer {self.tokens[login]}", "Accept-Language": "en"}
        if key:
            headers["Idempotency-Key"] = key
        if version is not None:
            headers["If-Match"] = f'"{version}"'
        return headers

    async def get(self, login: str, path: str, **params: Any) -> httpx.Response:
        """Read as a person."""
        return await self.http.get(path, headers=self.headers(login), params=params)

    async def act(
        self, login: str, thing: str, action: str, body: Mapping[str, Any] | None = None
    ) -> httpx.Response:
        """Make a move on `reports/<id>` as a person who has just looked at it."""
        seen = await self.get(login, f"/v1/{thing}")
        version = seen.json().get("version", 1) if seen.status_code == 200 else 1
        headers = self.headers(login, key=str(uuid4()), version=version)
        return await self.http.post(f"/v1/{thing}/{action}", headers=headers, json=dict(body or {}))

    async def sign(
        self, login: str, answer: httpx.Response, decision: str = "approve", **body: Any
    ) -> httpx.Response:
        """Sign what a move answered with 202."""
        assert answer.status_code == 202, answer.text
        sign_off = answer.json()["sign_off"]["id"]
        headers = self.headers(login, key=str(uuid4()))
        return await self.http.post(f"/v1/sign-offs/{sign_off}/{decision}", headers=headers, json=body)

    async def public(self, path: str, body: Mapping[str, Any], key: str | None = None) -> httpx.Response:
        """Call the public surface."""
        headers = {"Idempotency-Key": key or str(uuid4()), "Accept-Language": "en"}
        return await self.http.post(f"/v1/public/{path}", headers=headers, json=dict(body))

    async def hear(self) -> None:
        """Let the service hear of identity's feed, as sensitive routes demand."""
        async with self.desk.db.transaction() as tx:
            await heard(tx, "identity")
        await self.authenticator.versions.refresh()
        self.heard_at = monotonic()

    async def keep_hearing(self) -> None:
        """Do so again after a while: sensitive routes close ten seconds after the last word of withdrawn rights."""
        if monotonic() - self.heard_at > HEAR_EVERY_S:
            await self.hear()

    async def seal(self) -> None:
        """Let the sealer do one round, as the worker does all the time."""
        await Sealing(self.sealer, self.desk.seals.provider, f"huiying/{self.service}", self.clock).round()


_applications: dict[int, tuple[ServiceSpec, FastAPI]] = {}


def _application(spec: ServiceSpec) -> FastAPI:
    """Return a service's application, built once a process: it holds nothing of a test but its desk."""
    if id(spec) not in _applications:
        _applications[id(spec)] = spec, build_app(spec)  # with the spec, so that its id stays its own
    return _applications[id(spec)][1]


@asynccontextmanager
async def open_house(
    spec: ServiceSpec,
    settings: type[ServiceSettings],
    access: Access,
    folder: Path,
    clock: FakeClock,
    **more: Any,
) -> AsyncIterator[House]:
    """Open a service on a fresh database with the cast's organisations in its directory; `more` are settings."""
    ring = folder / "ring.json"
    ring_file.create(ring)
    SigningKey.create(folder / "identity.jwk", SystemClock().now())
    made = settings(
        database_url=SecretStr(access.app), sealer_url=SecretStr(access.sealer), key_ring_file=ring,
        service_key_file=folder / "identity.jwk", jwks_file=folder / "jwks.json", cursor_key=SecretStr("c" * 40),
        objects_url=f"file://{folder}/objects", receipt_release_ms=0, **more,
    )  # type: ignore[call-arg]  # fmt: skip
    signer = SigningKey.load(folder / "identity.jwk")
    desk = await open_desk(spec, made, clock, {})
    versions = PermissionVersions(desk.db)
    verifier = TokenVerifier([Issuer(url=ISSUER, audience=spec.name, keys=_Keys(signer))])
    app = build_app(spec) if more else _application(spec)
    app.state.desk, app.state.authenticator = desk, Authenticator(verifier, versions, SystemClock())
    async with desk.db.transaction() as tx:
        known = [{**one._asdict(), "is_open": True} for one in organisations()]
        await tx.run(sa.insert(directory).values(known))
    sealer = await Database.connect(access.sealer, pool_size=2, application="tests-sealer")
    transport = httpx.ASGITransport(app=app, raise_app_exceptions=False)
    hooks = {"response": [only_announced(app, spec)]}
    async with httpx.AsyncClient(transport=transport, base_url="http://house", event_hooks=hooks) as http:
        yield House(http, desk, clock, sealer, signer, spec.name, app.state.authenticator, spec, app)
    await sealer.close()
    await desk.db.close()
