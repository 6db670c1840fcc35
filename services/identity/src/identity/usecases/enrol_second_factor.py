"""Enrol a second factor: get a secret, then prove with a code that it arrived."""

from typing import Annotated
from uuid import UUID

from pydantic import Field

from identity.store import credentials as store
from identity.usecases.access import access_of
from identity.usecases.change_password import Password, prove
from identity.usecases.second_factor import (
    matching_step,
    new_secret,
    open_secret,
    provisioning_uri,
    seal_secret,
)
from identity.usecases.sight import is_self
from identity.usecases.versions import rights_changed
from shared.audit.record import audit
from shared.db import Transaction
from shared.http.answers import Answer
from shared.http.models import Input, Output
from shared.http.problems import Problem
from shared.process.desk import Call, Desk

Totp = Annotated[str, Field(pattern=r"^[0-9]{6}$", description="六位动态口令 · six digits")]


class BeginSecondFactor(Input):
    """申请绑定第二因子，须再次输入口令 · begins enrolment."""

    password: Password


class ConfirmSecondFactor(Input):
    """用动态口令确认绑定 · proves that the secret arrived."""

    totp: Totp


class SecondFactorOut(Output):
    """What an authenticator app needs; shown once."""

    secret: str
    uri: str


async def begin_second_factor(desk: Desk, body: BeginSecondFactor, call: Call) -> Answer:
    """Return a new secret; nothing changes until it is confirmed. Raises: Problem `forbidden`, `password_wrong`."""
    officer_id, access = _own(call), access_of(desk)
    await prove(desk, access, officer_id, body.password)
    secret = new_secret()
    async with desk.db.transaction(call.actor.scope(call.at)) as tx:
        sealed = seal_secret(desk.seals, officer_id, "totp_pending", secret)
        await store.save_credentials(tx, officer_id, call.at, totp_pending=sealed)
        _audit(tx, call, officer_id, "begin")
    return Answer(200, SecondFactorOut(secret=secret, uri=provisioning_uri(secret, call.actor.login)))


async def confirm_second_factor(desk: Desk, body: ConfirmSecondFactor, call: Call) -> Answer:
    """Enrol the secret that a code proves. Raises: Problem `forbidden`, `totp_wrong`."""
    officer_id, access = _own(call), access_of(desk)
    async with desk.db.transaction(call.actor.scope(call.at)) as tx:
        credentials = await store.lock_credentials(tx, officer_id)
        if credentials is None or credentials.totp_pending is None:
            raise Problem("totp_wrong")
        secret = open_secret(desk.seals, officer_id, "totp_pending", credentials.totp_pending)
        step = matching_step(secret, body.totp, access.wall.now())
        if step is None:
            raise Problem("totp_wrong")
        await _enrol(tx, desk, officer_id, secret, step, credentials.epoch, call)
    return Answer(204)


async def _enrol(
    tx: Transaction, desk: Desk, officer_id: UUID, secret: str, step: int, epoch: int, call: Call
) -> None:
    sealed = seal_secret(desk.seals, officer_id, "totp_secret", secret)
    await store.save_credentials(
        tx, officer_id, call.at, totp_secret=sealed, totp_pending=None, totp_last_step=step, epoch=epoch + 1
    )
    await rights_changed(tx, desk, [officer_id], call.at)
    _audit(tx, call, officer_id, "confirm")


def _own(call: Call) -> UUID:
    if call.actor.kind != "officer" or not is_self(call, UUID(call.actor.id)):
        raise Problem("forbidden")
    return UUID(call.actor.id)


def _audit(tx: Transaction, call: Call, officer_id: UUID, step: str) -> None:
    audit(
        tx, call.actor, call.at, action=f"second_factor:{step}", object_type="officer", object_id=officer_id,
        request_id=call.request_id,
    )  # fmt: skip
