"""Register, change and disable API clients."""

from typing import Annotated, Any

from joserfc.errors import JoseError
from joserfc.jwk import ECKey

from identity.domain.clients import Client, ClientKind, check_client, check_public_key
from identity.domain.organisations import Organisation
from identity.store import clients as store
from identity.store.organisations import maybe_organisation
from identity.usecases.client_bodies import ClientsOut, RegisterClient, UpdateClient, show_client
from identity.usecases.sight import may, may_over, same_version
from identity.usecases.versions import rights_changed
from shared.audit.record import audit
from shared.db import Transaction
from shared.directory.paths import code_of
from shared.feed.emit import emit
from shared.http import idempotency
from shared.http.answers import Answer
from shared.http.models import Input, Text
from shared.http.problems import Problem
from shared.lifecycle import Refused
from shared.process.desk import Call, Desk


class DisableClient(Input):
    """停用接入系统，令牌在数秒内失效 · shuts a system out."""

    reason: Annotated[str, Text(2, 500)]


async def register_client(desk: Desk, body: RegisterClient, call: Call) -> Answer:
    """Register another system. Raises: Problem `forbidden`, `client_exists`, `organisation_unknown`; Refused."""
    key = idempotency.key_of(call, body)
    async with desk.db.transaction(call.actor.scope(call.at)) as tx:
        if replay := await idempotency.claim(tx, key, call.at):
            return replay
        organisation = await _organisation(tx, desk, body, call, "client:register")
        if await store.maybe_client(tx, body.id):
            raise Problem("client_exists")
        store.add_client(
            tx, call.at, id=body.id, kind=ClientKind.CLIENT.value, **_columns(body, organisation)
        )
        _record(tx, desk, call, "register", body.id)
        await tx.flush()
        answer = await _answer(tx, body.id, 201)
        idempotency.keep(tx, key, answer, call.at)
    return answer


async def update_client(desk: Desk, client_id: str, body: UpdateClient, call: Call) -> Answer:
    """Replace what describes a client; its tokens die. Raises: Problem `not_found`, `forbidden`, `version_stale`."""
    async with desk.db.transaction(call.actor.scope(call.at)) as tx:
        client = await _locked(tx, desk, client_id, call, "client:update")
        organisation = await _organisation(tx, desk, body, call, "client:update")
        await store.save_client(tx, client, **_columns(body, organisation))
        _record(tx, desk, call, "update", client.id)
        await rights_changed(tx, desk, [client.id], call.at)
        return await _answer(tx, client.id, 200)


async def disable_client(desk: Desk, client_id: str, body: DisableClient, call: Call) -> Answer:
    """Shut a client out; its tokens die within seconds. Raises: Problem `not_found`, `forbidden`, `version_stale`."""
    key = idempotency.key_of(call, body)
    async with desk.db.transaction(call.actor.scope(call.at)) as tx:
        if replay := await idempotency.claim(tx, key, call.at):
            return replay
        client = await _locked(tx, desk, client_id, call, "client:disable")
        await store.save_client(tx, client, is_enabled=False)
        _record(tx, desk, call, "disable", client.id)
        await rights_changed(tx, desk, [client.id], call.at)
        answer = await _answer(tx, client.id, 200)
        idempotency.keep(tx, key, answer, call.at)
    return answer


async def list_clients(desk: Desk, call: Call) -> Answer:
    """Return every client. Raises: Problem `forbidden`."""
    may(desk, call, "client:read")
    async with desk.db.reader() as reader:
        rows = await store.all_clients(reader)
    return Answer(
        200, ClientsOut(items=[show_client(store.client_of(row), row["organisation_code"]) for row in rows])
    )


async def show_one_client(desk: Desk, client_id: str, call: Call) -> Answer:
    """Return one client. Raises: Problem `forbidden`, `not_found`."""
    may(desk, call, "client:read")
    async with desk.db.reader() as reader:
        client = await store.maybe_client(reader, client_id)
    if client is None:
        raise Problem("not_found")
    return Answer(200, show_client(client, code_of(client.path) or None), etag=client.version)


def _columns(body: UpdateClient, organisation: Organisation) -> dict[str, Any]:
    return {
        "name": body.name,
        "organisation_id": organisation.id,
        "audiences": sorted(set(body.audiences)),
        "roles": sorted({role.value for role in body.roles}),
        "event_types": sorted(set(body.event_types)),
        "keys": [checked_key(key.as_jwk()) for key in body.keys],
    }


def checked_key(key: dict[str, Any]) -> dict[str, Any]:
    """Return a public key that really is one. Raises: Refused `key_not_public_p256`."""
    check_public_key(key)
    try:
        ECKey.import_key(key)
    except (JoseError, ValueError) as error:
        raise Refused("key_not_public_p256") from error
    return key


async def _locked(tx: Transaction, desk: Desk, client_id: str, call: Call, permission: str) -> Client:
    may(desk, call, permission)
    client = await store.lock_client(tx, client_id)
    if client is None or client.kind is ClientKind.SERVICE:
        raise Problem("not_found")
    may_over(desk, call, permission, client.path)
    same_version(call, client.version)
    return client


async def _organisation(
    tx: Transaction, desk: Desk, body: UpdateClient, call: Call, permission: str
) -> Organisation:
    organisation = await maybe_organisation(tx, body.organisation)
    if organisation is None or not organisation.is_open:
        raise Problem("organisation_unknown")
    may_over(desk, call, permission, organisation.path)
    check_client(getattr(body, "id", "changed"), body.roles, body.audiences)
    return organisation


async def _answer(tx: Transaction, client_id: str, status: int) -> Answer:
    client = await store.maybe_client(tx, client_id)
    if client is None:
        raise Problem("not_found")
    location = f"/v1/clients/{client_id}" if status == 201 else None
    shown = show_client(client, code_of(client.path) or None)
    return Answer(status, shown, etag=client.version, location=location)


def _record(tx: Transaction, desk: Desk, call: Call, action: str, client_id: str) -> None:
    audit(
        tx, call.actor, call.at, action=f"client:{action}", object_type="client", object_id=client_id,
        request_id=call.request_id,
    )  # fmt: skip
    emit(tx, desk.service, "client.changed", client_id, {"action": action}, call.at)
