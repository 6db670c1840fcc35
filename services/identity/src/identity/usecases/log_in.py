"""Log in with a password, and with a code where a second factor is enrolled."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

import structlog

from identity.clients.passwords import PasswordsBusy
from identity.domain.login_guard import bits_needed
from identity.domain.officer_lifecycle import OfficerState
from identity.domain.officers import Officer
from identity.domain.password_rules import LONGEST, normalised
from identity.domain.sessions import idle_life
from identity.store import credentials as store
from identity.store.officers import by_logins
from identity.store.sessions import add_session, add_token
from identity.usecases import devices
from identity.usecases.access import Access
from identity.usecases.issue_token import holder_of, token_answer
from identity.usecases.second_factor import matching_step, open_secret
from shared.audit.record import audit
from shared.auth.actor import Actor
from shared.auth.refresh import ABSOLUTE_LIFE, first_secret, stored_hash
from shared.db import Transaction
from shared.http.problems import Problem
from shared.ids import uuid4
from shared.process.desk import Desk

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class LogIn:
    """What somebody who logs in sends. `device` is the device token of an earlier log-in, `proof` a solved challenge."""

    username: str
    password: str
    totp: str | None = None
    device: str | None = None
    proof: str | None = None


@dataclass(frozen=True, slots=True)
class _Attempt:
    """An attempt that was counted before the password is looked at."""

    officer: Officer | None
    credentials: store.Credentials | None
    device: devices.Device | None
    key: bytes


async def log_in(desk: Desk, access: Access, form: LogIn) -> dict[str, object]:
    """Return tokens. Wrong name, wrong password and unknown account are one answer and take the same time.

    Raises: Problem `login_refused`, `login_proof_required`, `totp_required`, `account_not_active`, `overloaded`.
    """
    at = access.wall.now()
    attempt = await _begin(desk, form, at)
    stored = attempt.credentials.password_hash if attempt.credentials else None
    try:
        fits = len(form.password) <= LONGEST and await access.passwords.verify(
            stored, normalised(form.password)
        )
    except PasswordsBusy:  # nobody looked at the password, so nobody failed
        await _uncount(desk, attempt)
        raise
    if not fits or attempt.officer is None or attempt.credentials is None:
        await _refused(desk, attempt, at, "password")
        raise Problem("login_refused")
    step = await _second_factor(desk, attempt, attempt.credentials, form, at)
    rehashed = None
    if access.passwords.is_outdated(stored or ""):
        rehashed = await access.passwords.hash(normalised(form.password))
    return await _finish(desk, access, attempt, attempt.officer, step, rehashed, at)


async def _begin(desk: Desk, form: LogIn, at: datetime) -> _Attempt:
    """Find the account and count the attempt; ask for work when too many failed before."""
    login = form.username.strip().lower()
    async with desk.db.transaction() as tx:
        officer = (await by_logins(tx, [login])).get(login)
        credentials = await store.credentials_by_login(tx, login)
        device = None
        if officer and credentials:
            device = devices.read_device(desk.seals, form.device, officer.id, credentials.epoch, at)
        key = devices.device_key(desk.seals, device) if device else devices.account_key(desk.seals, login)
        bits = bits_needed(await store.count_failure(tx, key, at))
        if bits:
            await _check_work(tx, desk, form, login, bits, at)
    return _Attempt(officer, credentials, device, key)


async def _check_work(tx: Transaction, desk: Desk, form: LogIn, login: str, bits: int, at: datetime) -> None:
    """Take a proof of work once; raising leaves the attempt uncounted, for no password was looked at."""
    proof = devices.check_proof(desk.seals, login, form.proof, bits, at)
    if proof is None or not await store.spend_proof(tx, *proof):
        raise Problem(
            "login_proof_required", challenge=devices.challenge(desk.seals, login, bits, at), bits=bits
        )


async def _second_factor(
    desk: Desk, attempt: _Attempt, credentials: store.Credentials, form: LogIn, at: datetime
) -> int | None:
    if credentials.totp_secret is None:
        return None
    if not form.totp:
        await _uncount(desk, attempt)
        raise Problem("totp_required")
    secret = open_secret(desk.seals, credentials.officer_id, "totp_secret", credentials.totp_secret)
    step = matching_step(secret, form.totp, at)
    if step is None:
        await _refused(desk, attempt, at, "totp")
        raise Problem("login_refused")
    return step


async def _uncount(desk: Desk, attempt: _Attempt) -> None:
    async with desk.db.transaction() as tx:
        await store.uncount_failure(tx, attempt.key)


async def _refused(desk: Desk, attempt: _Attempt, at: datetime, why: str) -> None:
    log.info("login_refused", reason=why)
    if attempt.officer is None:
        return
    async with desk.db.transaction() as tx:
        audit(
            tx, Actor(kind="public", id="public"), at, action="session:begin", object_type="officer",
            object_id=attempt.officer.id, outcome="refused", details={"factor": why},
        )  # fmt: skip


async def _finish(
    desk: Desk,
    access: Access,
    attempt: _Attempt,
    officer: Officer,
    step: int | None,
    rehashed: str | None,
    at: datetime,
) -> dict[str, object]:
    refresh, session_id = first_secret(), uuid4()
    async with desk.db.transaction() as tx:
        credentials = await store.lock_credentials(tx, officer.id)
        if officer.state != OfficerState.ACTIVE or credentials is None:
            raise Problem("account_not_active")
        if step is not None and not await store.use_step(tx, officer.id, step):
            raise Problem("login_refused")
        await _forgive(tx, attempt)
        if rehashed is not None:
            await store.save_credentials(tx, officer.id, at, password_hash=rehashed)
        holder = await holder_of(tx, desk, access, officer, credentials)
        idle = idle_life(grant.role for grant in holder.actor.grants)
        add_session(tx, session_id, officer.id, at=at, ends_at=at + ABSOLUTE_LIFE)
        await tx.flush()
        add_token(tx, stored_hash(refresh), session_id, at=at, idle=idle)
        audit(
            tx, holder.actor, at, action="session:begin", object_type="officer", object_id=officer.id,
            details={"factors": 1 if step is None else 2, "known_device": attempt.device is not None},
        )  # fmt: skip
    device = devices.device_token(desk.seals, officer.id, credentials.epoch, at, attempt.device)
    return token_answer(
        access, holder.actor, refresh_token=refresh, device_token=device, restricted_until=holder.restricted
    )


async def _forgive(tx: Transaction, attempt: _Attempt) -> None:
    """Take the counted attempt back; on a known device nobody else can have failed, so it begins anew."""
    if attempt.device is not None:
        await store.forget_failures(tx, attempt.key)
    else:
        await store.uncount_failure(tx, attempt.key)
