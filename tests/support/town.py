"""A small town's identity service on a real database: its people log in with real passwords."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import httpx
import sqlalchemy as sa
from fastapi import FastAPI

from huiying.databases import Access as DatabaseAccess
from identity.app import SPEC
from identity.clients.passwords import Passwords
from identity.settings import SecondFactor, Settings
from identity.store.credentials import save_credentials
from identity.store.officers import by_logins
from identity.usecases.access import Access
from identity.usecases.provision import provision
from identity.usecases.provision_file import ProvisionFile
from shared.auth.depends import Authenticator
from shared.auth.keys import KeyRing, SigningKey, public_keys
from shared.auth.revocation import PermissionVersions, heard
from shared.auth.tokens import Issuer, TokenVerifier
from shared.clock import FakeClock
from shared.db import Database
from shared.feed.tables import events
from shared.process.desk import Desk
from shared.sealing import ring_file
from shared.service.app import build_app
from shared.service.opening import open_desk
from shared.settings import SecretStr
from shared.worker.sealing import Sealing

from tests.support.announced import only_announced

PASSWORD = "a quiet river town"
ISSUER = "https://huiying.example"
_HASHER = Passwords(memory_kib=8192, rounds=1, slots=2)
_HASHES: dict[str, str] = {}

FILE: Mapping[str, Any] = {
    "since": "2021-01-01",
    "organisations": [
        {"code": "city", "kind": "city_commission", "name": "云岭市纪委监委"},
        {"code": "city-petition", "parent": "city", "kind": "petition_office", "name": "信访室"},
        {"code": "city-office-1", "parent": "city", "kind": "supervision_office", "name": "第一监督检查室"},
        {"code": "city-office-2", "parent": "city", "kind": "supervision_office", "name": "第二监督检查室"},
        {"code": "government", "kind": "competent_department", "name": "云岭市人民政府"},
        {"code": "bureau-housing", "parent": "government", "kind": "competent_department", "name": "市住建局"},
        {"code": "group-1", "parent": "city", "kind": "stationed_group", "name": "派驻第一组",
         "host": "bureau-housing"},
        {"code": "district-1", "parent": "city", "relation": "organ", "kind": "district_commission",
         "name": "东区纪委监委"},
        {"code": "district-1-office-1", "parent": "district-1", "kind": "supervision_office", "name": "东区一室"},
    ],
    "officers": [
        {"login": "sysadmin", "name": "石磊", "organisation": "city", "clearance": "internal",
         "roles": [{"role": "system_admin", "subtree": True}]},
        {"login": "security.officer", "name": "苗青", "organisation": "city",
         "roles": [{"role": "security_officer", "subtree": True}]},
        {"login": "auditor", "name": "卫真", "organisation": "city", "roles": [{"role": "auditor", "subtree": True}]},
        {"login": "office1.head", "name": "江平", "organisation": "city-office-1", "roles": ["office_head"]},
        {"login": "office1.handler", "name": "林一鸣", "organisation": "city-office-1", "roles": ["handler"]},
        {"login": "office2.head", "name": "何川", "organisation": "city-office-2", "roles": ["office_head"]},
        {"login": "deputy.city", "name": "秦岳", "organisation": "city", "roles": ["deputy_leader"]},
        {"login": "principal.city", "name": "方毅", "organisation": "city", "roles": ["principal_leader"]},
        {"login": "district1.handler", "name": "叶舟", "organisation": "district-1-office-1", "roles": ["handler"]},
    ],
}  # fmt: skip


class _Keys:
    """The issuer's keys as this test publishes them."""

    def __init__(self, ring: KeyRing, clock: FakeClock) -> None:
        self._ring, self._clock = ring, clock

    @property
    def generation(self) -> int:
        return len(self._ring.keys())

    @generation.setter
    def generation(self, _: int) -> None:
        """Never set: it follows the ring."""

    def key(self, kid: str) -> Any:
        return public_keys(self._ring.jwks(self._clock.now())).get(kid)


@dataclass
class Town:
    """The running service, its clock of days and its wall clock, which tests move apart or together."""

    http: httpx.AsyncClient
    desk: Desk
    access: Access
    clock: FakeClock
    sealer: Database
    versions: PermissionVersions
    authenticator: Authenticator
    folder: Path
    app: FastAPI
    tokens: dict[str, str] = field(default_factory=dict)

    async def token(self, login: str, **form: str) -> httpx.Response:
        """Ask for a token with the password everybody here has."""
        return await self.form(grant_type="password", username=login, **{"password": PASSWORD, **form})

    async def form(self, **form: Any) -> httpx.Response:
        """Post a form to the token endpoint."""
        return await self.http.post("/v1/token", data=form, headers={"Accept-Language": "en"})

    async def headers(self, login: str, version: int | None = None) -> dict[str, str]:
        """Return what a careful client sends; the token is fresh, for rights change often in these tests."""
        answer = await self.token(login)
        assert answer.status_code == 200, answer.text
        async with self.desk.db.transaction() as tx:
            await heard(tx, "identity")  # as the worker says all the time
        await self.versions.refresh()
        headers = {"Authorization": f"Bearer {answer.json()['access_token']}", "Accept-Language": "en"}
        headers["Idempotency-Key"] = str(uuid4())
        return headers if version is None else {**headers, "If-Match": f'"{version}"'}

    async def get(self, login: str, path: str, **params: Any) -> httpx.Response:
        """Read as a person."""
        return await self.http.get(path, headers=await self.headers(login), params=params)

    async def post(
        self, login: str, path: str, body: Mapping[str, Any], version: int | None = None
    ) -> httpx.Response:
        """Write as a person."""
        return await self.http.post(path, headers=await self.headers(login, version), json=dict(body))

    async def put(self, login: str, path: str, body: Mapping[str, Any], version: int) -> httpx.Response:
        """Replace as a person."""
        return await self.http.put(path, headers=await self.headers(login, version), json=dict(body))

    async def grant(
        self, login: str, role: str, organisation: str = "city", by: str = "sysadmin", **more: Any
    ) -> httpx.Response:
        """Give somebody a role."""
        body = {"role": role, "organisation": organisation, **more}
        return await self.post(by, f"/v1/officers/{await self.id_of(login)}/role-grants", body)

    async def roles_of(self, login: str) -> list[tuple[str, str]]:
        """Return what the person's fresh token carries."""
        me = (await self.get(login, "/v1/me")).json()
        return [(role["role"], role["organisation"]) for role in me["roles"] if role["in_force"]]

    async def id_of(self, login: str) -> UUID:
        """Return an officer's id."""
        async with self.desk.db.reader() as reader:
            return (await by_logins(reader, [login]))[login].id

    async def give_password(self, login: str) -> None:
        """Let somebody log in who was made during the test."""
        async with self.desk.db.transaction() as tx:
            officer = (await by_logins(tx, [login]))[login]
            hashed = await _hash(PASSWORD)
            await save_credentials(tx, officer.id, self.clock.now(), password_hash=hashed, must_change=False)

    async def told(self, name: str) -> list[dict[str, Any]]:
        """Return the data of every event of a name so far, with its subject, in order."""
        async with self.desk.db.reader() as reader:
            rows = await reader.all(
                sa.select(events)
                .where(events.c.type == f"huiying.identity.{name}.v1")
                .order_by(events.c.inserted)
            )
        return [{"subject": row["subject"], **row["data"]} for row in rows]

    async def seal(self) -> None:
        """Let the sealer do one round, as the worker does all the time."""
        await Sealing(self.sealer, self.desk.seals.provider, "huiying/identity", self.clock).round()


async def _hash(password: str) -> str:
    if password not in _HASHES:
        _HASHES[password] = await _HASHER.hash(password)
    return _HASHES[password]


@asynccontextmanager
async def open_town(database: DatabaseAccess, folder: Path, *, settled: bool = True) -> AsyncIterator[Town]:
    """Open identity on a fresh database and, if wanted, settle the town's people."""
    clock = FakeClock(datetime(2026, 3, 2, 1, 0, tzinfo=UTC))
    ring = folder / "ring.json"
    ring_file.create(ring)
    SigningKey.create(folder / "identity.jwk", clock.now())
    keys = KeyRing(folder / "tokens")
    keys.rotate(clock.now() - timedelta(days=1))
    settings = Settings(
        database_url=SecretStr(database.app), sealer_url=SecretStr(database.sealer), key_ring_file=ring,
        service_key_file=folder / "identity.jwk", jwks_file=folder / "jwks.json", cursor_key=SecretStr("c" * 40),
        objects_url=f"file://{folder}/objects", token_keys_folder=folder / "tokens",
        service_keys_folder=folder / "public", port=8101, management_port=9101, issuer=ISSUER,
    )  # fmt: skip
    access = Access(
        keys=keys, passwords=_HASHER, issuer=ISSUER, second_factor=SecondFactor.OPTIONAL, classified_network=False,
        wall=clock,
    )  # fmt: skip
    clients: dict[str, Any] = {"access": access}
    desk = await open_desk(SPEC, settings, clock, clients)
    if settled:
        await provision(desk, ProvisionFile.model_validate(FILE))
    versions = PermissionVersions(desk.db)
    verifier = TokenVerifier([Issuer(url=ISSUER, audience="identity", keys=_Keys(keys, clock))])
    app = build_app(SPEC)
    app.state.desk, app.state.authenticator = desk, Authenticator(verifier, versions, clock)
    sealer = await Database.connect(database.sealer, pool_size=2, application="tests-sealer")
    transport = httpx.ASGITransport(app=app, raise_app_exceptions=False)
    hooks = {"response": [only_announced(app, SPEC)]}
    async with httpx.AsyncClient(transport=transport, base_url="http://identity", event_hooks=hooks) as http:
        town = Town(http, desk, access, clock, sealer, versions, app.state.authenticator, folder, app)
        for entry in FILE["officers"] if settled else ():
            await town.give_password(entry["login"])
        yield town
    await sealer.close()
    await desk.db.close()
