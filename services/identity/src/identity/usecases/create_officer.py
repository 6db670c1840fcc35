"""Open an account for an officer. It cannot be used before credentials are issued."""

from typing import Annotated

from pydantic import Field

from identity.domain.officer_lifecycle import OfficerState
from identity.domain.officers import BUSINESS, LOGIN_PATTERN, Officer
from identity.domain.organisations import Organisation
from identity.store.credentials import add_credentials
from identity.store.officers import by_logins, columns_of
from identity.store.organisations import maybe_organisation
from identity.usecases.create_organisation import Code
from identity.usecases.officer_process import OFFICERS
from identity.usecases.sight import may_over
from shared.db import Transaction
from shared.http import idempotency
from shared.http.answers import Answer
from shared.http.models import Day, Input, Line
from shared.http.problems import Problem
from shared.ids import uuid7
from shared.process.create import create
from shared.process.describe import describe
from shared.process.desk import Call, Desk

Login = Annotated[
    str, Field(pattern=LOGIN_PATTERN, min_length=3, max_length=64, description="登录名 · login name")
]
PersonName = Annotated[str, Line(2, 60)]


class CreateOfficer(Input):
    """新增人员：账号建立后须另行发放口令 · an officer to be taken on."""

    login: Login
    name: PersonName
    organisation: Code
    position: Annotated[str, Line(1, 100)] | None = None
    joined_on: Day | None = None


async def create_officer(desk: Desk, body: CreateOfficer, call: Call) -> Answer:
    """Open an account. Raises: Problem `forbidden`, `organisation_unknown`, `login_taken`."""
    key = idempotency.key_of(call, body)
    async with desk.db.transaction(call.actor.scope(call.at)) as tx:
        if replay := await idempotency.claim(tx, key, call.at):
            return replay
        officer = await take_on(tx, desk, body, call)
        await tx.flush()
        shown = await describe(tx, desk, OFFICERS, officer, call)
        answer = Answer(201, shown, etag=1, location=f"/{desk.service}/v1/officers/{officer.id}")
        idempotency.keep(tx, key, answer, call.at)
    return answer


async def take_on(tx: Transaction, desk: Desk, body: CreateOfficer, call: Call) -> Officer:
    """Queue the officer, empty credentials, history, audit entry and event."""
    organisation = await maybe_organisation(tx, body.organisation)
    if organisation is None or not organisation.is_open:
        raise Problem("organisation_unknown")
    may_over(desk, call, "officer:create", organisation.path)
    if await by_logins(tx, [body.login]):
        raise Problem("login_taken")
    officer = new_officer(body, organisation, call)
    await create(
        tx, desk, OFFICERS, officer, rule="ID-00", action="create", actor=call.actor, at=call.at,
        trigger_on=call.today, event="officer.created", columns=columns_of(officer),
    )  # fmt: skip
    await tx.flush()
    add_credentials(tx, officer.id, call.at)
    return officer


def new_officer(body: CreateOfficer, organisation: Organisation, call: Call) -> Officer:
    """Return the officer a body describes."""
    return Officer(
        id=uuid7(),
        number=None,
        state=OfficerState.ACTIVE.value,
        version=1,
        holder_path=organisation.path,
        secrecy="internal",
        created_at=call.at,
        login=body.login,
        name=body.name,
        organisation_id=organisation.id,
        position=body.position,
        duty=BUSINESS,
        joined_on=body.joined_on or call.today,
        left_on=None,
        successor_id=None,
    )
