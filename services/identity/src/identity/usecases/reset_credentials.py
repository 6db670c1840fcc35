"""Give an officer a new one-time password; the old one, the second factor if asked, and every session end."""

import secrets
from typing import Annotated
from uuid import UUID

from pydantic import Field

from identity.domain.grants import check_not_self
from identity.domain.officer_lifecycle import OfficerState
from identity.store.credentials import lock_credentials, save_credentials
from identity.store.sessions import revoke_sessions_of
from identity.usecases.access import access_of
from identity.usecases.sight import locked_officer_for
from identity.usecases.versions import rights_changed
from shared.audit.record import audit
from shared.feed.emit import emit
from shared.http import idempotency
from shared.http.answers import Answer
from shared.http.models import Input, Output, Text
from shared.http.problems import Problem
from shared.process.desk import Call, Desk

_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"  # nothing that is read wrongly from paper


class ResetCredentials(Input):
    """发放一次性口令；持有人首次登录后必须修改 · asks for a one-time password."""

    reason: Annotated[str, Text(2, 500)]
    second_factor: Annotated[bool, Field(description="同时解除第二因子 · also remove the second factor")] = (
        False
    )


class OneTimePassword(Output):
    """A password shown once; its holder must change it."""

    login: str
    one_time_password: str


def one_time_password() -> str:
    """Return four groups of four letters, 79 random bits."""
    return "-".join("".join(secrets.choice(_LETTERS) for _ in range(4)) for _ in range(4))


async def reset_credentials(desk: Desk, officer_id: UUID, body: ResetCredentials, call: Call) -> Answer:
    """Return a one-time password. Nobody resets his own.

    Raises: Problem `not_found`, `forbidden`, `officer_not_active`; Refused `own_account`.
    """
    key = idempotency.key_of(call, body)
    password = one_time_password()
    hashed = await access_of(desk).passwords.hash(password)
    async with desk.db.transaction(call.actor.scope(call.at)) as tx:
        if replay := await idempotency.claim(tx, key, call.at):
            return replay
        officer = await locked_officer_for(tx, desk, officer_id, call, "credentials:reset")
        check_not_self(call.actor.id, officer.id)
        if officer.state == OfficerState.LEFT:
            raise Problem("officer_not_active")
        credentials = await lock_credentials(tx, officer.id)
        changes = {"totp_secret": None, "totp_pending": None} if body.second_factor else {}
        await save_credentials(
            tx, officer.id, call.at, password_hash=hashed, must_change=True,
            epoch=(credentials.epoch if credentials else 0) + 1, **changes,
        )  # fmt: skip
        await revoke_sessions_of(tx, officer.id, "credentials reset", call.at)
        await rights_changed(tx, desk, [officer.id], call.at)
        audit(
            tx, call.actor, call.at, action="credentials:reset", object_type="officer", object_id=officer.id,
            request_id=call.request_id, details={"second_factor": body.second_factor},
        )  # fmt: skip
        emit(tx, desk.service, "credentials.reset", officer.id, {}, call.at)
        answer = Answer(200, OneTimePassword(login=officer.login, one_time_password=password))
        idempotency.keep(tx, key, answer, call.at)
    return answer
