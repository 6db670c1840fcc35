"""Change one's own password. Other sessions end; the caller logs in again with the new one."""

from typing import Annotated
from uuid import UUID

from pydantic import Field

from identity.domain.login_guard import bits_needed
from identity.domain.password_rules import LONGEST, check_password, normalised
from identity.store import credentials as store
from identity.store.sessions import revoke_sessions_of
from identity.usecases.access import Access, access_of
from identity.usecases.sight import is_self
from identity.usecases.versions import rights_changed
from shared.audit.record import audit
from shared.http.answers import Answer
from shared.http.models import Input
from shared.http.problems import Problem
from shared.process.desk import Call, Desk

Password = Annotated[str, Field(min_length=1, max_length=LONGEST)]


class ChangePassword(Input):
    """修改本人口令 · the old password and the new one."""

    old_password: Password
    new_password: Password


async def change_password(desk: Desk, body: ChangePassword, call: Call) -> Answer:
    """Replace the caller's password. Raises: Problem `forbidden`, `password_wrong`; Refused as `check_password`."""
    if call.actor.kind != "officer" or not is_self(call, officer_id := UUID(call.actor.id)):
        raise Problem("forbidden")
    access = access_of(desk)
    check_password(body.new_password, call.actor.login)
    await prove(desk, access, officer_id, body.old_password)
    hashed = await access.passwords.hash(normalised(body.new_password))
    async with desk.db.transaction(call.actor.scope(call.at)) as tx:
        credentials = await store.lock_credentials(tx, officer_id)
        if credentials is None:
            raise Problem("forbidden")
        await store.save_credentials(
            tx, officer_id, call.at, password_hash=hashed, must_change=False, epoch=credentials.epoch + 1
        )
        await revoke_sessions_of(tx, officer_id, "password changed", call.at)
        await rights_changed(tx, desk, [officer_id], call.at)
        audit(
            tx, call.actor, call.at, action="credentials:change", object_type="officer", object_id=officer_id,
            request_id=call.request_id,
        )  # fmt: skip
    return Answer(204)


async def prove(desk: Desk, access: Access, officer_id: UUID, password: str) -> None:
    """Make sure that it is the holder who asks: a stolen token is not enough, and failures count.

    Raises: Problem `password_wrong`, `rate_limited`.
    """
    key = desk.seals.provider.mac("login", b"self\0" + officer_id.bytes).value
    at = access.wall.now()
    async with desk.db.transaction() as tx:
        credentials = await store.maybe_credentials(tx, officer_id)
        if bits_needed(await store.count_failure(tx, key, at)):
            raise Problem("rate_limited", headers={"Retry-After": "900"})
    stored = credentials.password_hash if credentials else None
    if not await access.passwords.verify(stored, normalised(password)):
        raise Problem("password_wrong")
    async with desk.db.transaction() as tx:
        await store.forget_failures(tx, key)
