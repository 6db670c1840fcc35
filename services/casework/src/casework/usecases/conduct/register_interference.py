"""1.7: whoever is asked about a matter, pressed or pleaded with says so, on the same day."""

from __future__ import annotations

from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import Field

from casework.clients.identity import IdentityClient
from casework.domain.interference import INTERFERENCE, REGISTRANT, Channel, Interference, InterferenceType
from casework.store.papers import PAPERS
from casework.usecases.offices import cadre_supervision_of
from shared.clocks.counting import day_of
from shared.db import Transaction
from shared.directory.officers import the_officer, unavailable
from shared.directory.paths import code_of, organ_of
from shared.http import idempotency
from shared.http.answers import Answer
from shared.http.client import Rejected, Unavailable
from shared.http.models import Input, Instant, Line, Text
from shared.http.problems import FieldError, Problem, invalid_input
from shared.ids import uuid7
from shared.needtoknow.store import grant
from shared.numbering import next_number
from shared.process.aggregate import columns_of
from shared.process.bodies import Code
from shared.process.create import create
from shared.process.describe import describe
from shared.process.desk import Call, Desk
from shared.process.keeping_away import BY_SYSTEM
from shared.recusal.conflicts import Ground
from shared.recusal.store import recuse


class Person(Input):
    """Who asked; with a login where it is one of our own."""

    name: Annotated[str, Line(1, 100), Field(description="姓名 · name", examples=["（化名）周某"])]
    organisation: Annotated[str, Line(0, 200), Field(description="单位 · organisation")] = ""
    position: Annotated[str, Line(0, 200), Field(description="职务 · position")] = ""
    login: Annotated[
        str | None, Line(1, 100), Field(description="本系统人员的登录名或者编号 · login or id")
    ] = None
    relation: Annotated[str, Line(0, 200), Field(description="与当事人关系 · relation to the parties")] = ""


class InterferedMatter(Input):
    """The matter, by id only."""

    object_type: Annotated[Code, Field(description="事项类别 · kind of matter", examples=["clue"])]
    object_id: Annotated[UUID, Field(description="事项编号 · its id")]


class RegisterInterference(Input):
    """登记过问干预 · who asked whom about what, in which words, and the answer given."""

    kind: Annotated[InterferenceType, Field(description="类型 · type")]
    channel: Annotated[Channel, Field(description="渠道 · channel")]
    occurred_at: Annotated[Instant, Field(description="发生时间 · when")]
    known_on: Annotated[date | None, Field(description="知悉日期，默认发生当日 · when it became known")] = (
        None
    )
    place: Annotated[str, Line(0, 200), Field(description="地点 · where")] = ""
    by_whom: Annotated[Person, Field(description="过问人 · who asked")]
    towards: Annotated[str, Line(0, 200), Field(description="被过问人，省略时为本人 · whom")] = ""
    matter: Annotated[InterferedMatter, Field(description="所涉事项 · which matter")]
    words: Annotated[str, Text(2, 5000), Field(description="过问内容 · words in substance")]
    response: Annotated[str, Text(0, 2000), Field(description="答复情况 · the answer given")] = ""
    witness: Annotated[str, Line(0, 200), Field(description="在场人 · witness")] = ""
    reported_to: Annotated[str, Line(0, 200), Field(description="已向谁报告 · reported to")] = ""


async def register_interference(desk: Desk, body: RegisterInterference, call: Call) -> Answer:
    """Put an entry into the register; the officers it names, by login or by name, never see it.

    Raises: Problem `forbidden`, `invalid_input`, `officer_unknown`, `recusal_check_unavailable`.
    Rule: 1.7, DL-46, SL Art 66.
    """
    key = idempotency.key_of(call, body)
    if not desk.permissions.over(call.actor, "interference:create", call.actor.organisation, call.at):
        raise Problem("forbidden")
    _check_times(body, call)
    named = await _named(desk, body.by_whom)
    process = desk.processes[INTERFERENCE.name]
    async with desk.db.transaction(call.actor.scope(call.at)) as tx:
        if replay := await idempotency.claim(tx, key, call.at):
            return replay
        entry = await _entry(tx, desk, body, call)
        grant(tx, entry.id, call.actor.id, REGISTRANT, by=call.actor.id, since=call.at)
        for officer in named:
            if officer != call.actor.id:
                recuse(tx, entry.id, officer, ground=Ground.IS_SUBJECT, decided_by=BY_SYSTEM, at=call.at)
        await PAPERS.add(
            tx, desk.seals, (INTERFERENCE.name, entry.id), "entry", body.model_dump(mode="json"),
            by=call.actor.id, at=call.at,
        )  # fmt: skip
        await create(
            tx, desk, process, entry, rule="1.7", action="create", actor=call.actor, at=call.at,
            trigger_on=entry.known_on, event="interference.registered", event_data={"kind": entry.kind},
            columns={**columns_of(entry), "created_at": call.at},
        )  # fmt: skip
        await tx.flush()
        answer = Answer(201, await describe(tx, desk, process, entry, call), etag=entry.version)
        idempotency.keep(tx, key, answer, call.at)
    return answer


def _check_times(body: RegisterInterference, call: Call) -> None:
    if body.occurred_at > call.at:
        raise invalid_input(FieldError("/occurred_at", "body", "instant_in_future"))
    if body.known_on and body.known_on > call.today:
        raise invalid_input(FieldError("/known_on", "body", "day_in_future"))


async def _named(desk: Desk, person: Person) -> list[str]:
    """Return the officers an entry speaks of: the one named by login, and everybody of that name."""
    found: list[str] = []
    if person.login is not None:
        found.append(str((await the_officer(desk, person.login)).id))
    identity: IdentityClient = desk.clients["identity"]
    try:
        found += [str(one.id) for one in await identity.namesakes([person.name])]
    except (Unavailable, Rejected) as error:
        raise unavailable(error.service) from error
    return list(dict.fromkeys(found))


async def _entry(tx: Transaction, desk: Desk, body: RegisterInterference, call: Call) -> Interference:
    path = await cadre_supervision_of(tx, call.actor.organisation, desk.settings.cadre_supervision_path)
    occurred_on = day_of(body.occurred_at)
    known_on = body.known_on or occurred_on
    organ = code_of(organ_of(path))
    number = await next_number(tx, org=organ, kind=INTERFERENCE.name, year=call.today.year)
    return Interference(
        id=uuid7(), number=str(number), state=INTERFERENCE.initial.value, version=1, holder_path=path,
        secrecy="work_secret", kind=body.kind.value, channel=body.channel.value, occurred_on=occurred_on,
        occurred_at=body.occurred_at, known_on=known_on, is_late=call.today > known_on, matter_type=body.matter.object_type,
        matter_id=body.matter.object_id,
    )  # fmt: skip
