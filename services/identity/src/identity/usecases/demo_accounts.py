"""Passwords for a demonstration: one for all accounts, written to a file that only its owner can read."""

from __future__ import annotations

import asyncio
import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from identity.clients.passwords import Passwords
from identity.domain.officers import Officer
from identity.store import rights
from identity.store.credentials import maybe_credentials, save_credentials
from identity.store.officers import by_logins
from identity.usecases.reset_credentials import one_time_password
from shared.db import Transaction
from shared.directory.paths import code_of
from shared.process.desk import Desk, system_call

CHEAP = {"memory_kib": 8192, "rounds": 1, "slots": 2}
"""Invented people need no strong hash at first; their first log-in makes one as settings say."""


async def write_accounts(desk: Desk, logins: list[str], out: Path) -> int:
    """Give every account that has none a password, and write the file; return how many were given.

    An account the file names already keeps its password.
    """
    known = _read(out)
    password = next((account["password"] for account in known.values()), one_time_password())
    hasher = Passwords(**CHEAP)
    new = [login for login in logins if login not in known]
    fresh = dict(zip(new, await hasher.hash_all([password] * len(new)), strict=True))
    given = 0
    accounts: list[dict[str, Any]] = []
    async with desk.db.transaction() as tx:
        for login, officer in sorted((await by_logins(tx, logins)).items()):
            given += await _give(tx, desk, officer, fresh.get(login))
            accounts.append(
                {
                    "login": login,
                    "password": known[login]["password"] if login in known else password,
                    "name": officer.name,
                    "organisation_code": code_of(officer.holder_path),
                    "roles": sorted({grant.role.value for grant in await rights.grants_of(tx, officer.id)}),
                }
            )
    order = {login: place for place, login in enumerate(logins)}
    accounts.sort(key=lambda account: order[account["login"]])
    await asyncio.to_thread(_write, out, json.dumps(accounts, ensure_ascii=False, indent=1))
    hasher.close()
    return given


async def _give(tx: Transaction, desk: Desk, officer: Officer, hashed: str | None) -> int:
    credentials = await maybe_credentials(tx, officer.id)
    if hashed is None or credentials is None:
        return 0
    at = system_call(desk, route="provision").at
    await save_credentials(tx, officer.id, at, password_hash=hashed, must_change=False)
    return 1


def _read(path: Path) -> dict[str, Mapping[str, Any]]:
    if not path.exists():
        return {}
    return {account["login"]: account for account in json.loads(path.read_text(encoding="utf-8"))}


def _write(path: Path, text: str) -> None:
    new = path.with_name(f"{path.name}.new")
    new.unlink(missing_ok=True)
    with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
        file.write(text)
    new.replace(path)
