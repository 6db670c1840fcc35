"""Give the first administrators their one-time passwords, from the command line of who runs the machine."""

from __future__ import annotations

from identity.store.credentials import lock_credentials, save_credentials
from identity.store.officers import by_logins
from identity.store.sessions import revoke_sessions_of
from identity.usecases.access import access_of
from identity.usecases.reset_credentials import one_time_password
from identity.usecases.versions import rights_changed
from shared.audit.record import audit
from shared.http.problems import Problem
from shared.process.desk import Desk, system_call


async def issue_credentials(desk: Desk, login: str) -> str:
    """Return a one-time password; its holder must change it. Raises: Problem `officer_unknown`."""
    call = system_call(desk, route="provision")
    password = one_time_password()
    hashed = await access_of(desk).passwords.hash(password)
    async with desk.db.transaction(call.actor.scope(call.at)) as tx:
        officer = (await by_logins(tx, [login])).get(login)
        credentials = await lock_credentials(tx, officer.id) if officer else None
        if officer is None or credentials is None:
            raise Problem("officer_unknown")
        epoch = credentials.epoch + 1
        await save_credentials(tx, officer.id, call.at, password_hash=hashed, must_change=True, epoch=epoch)
        await revoke_sessions_of(tx, officer.id, "credentials issued", call.at)
        await rights_changed(tx, desk, [officer.id], call.at)
        audit(
            tx, call.actor, call.at, action="credentials:reset", object_type="officer", object_id=officer.id
        )
    return password
