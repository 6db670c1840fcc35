"""A1, B1: staff enter what came by letter, visit or phone; other systems what they pass on. The person gets a receipt."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field

from intake.domain.channels import EnteredChannel
from intake.store.sources import Source, add_source, find_source
from intake.usecases.matters.take_in import Entry, Told, check_told, take_in
from intake.usecases.sealed.seal_away import is_about_leader
from shared.db import Reader, Transaction
from shared.http import idempotency
from shared.http.answers import Answer, to_json
from shared.http.fields import Day
from shared.http.models import Line
from shared.http.problems import FieldError, Problem
from shared.process.created import created
from shared.process.describe import describe
from shared.process.desk import Call, Desk
from shared.process.load import load_for
from shared.process.process import Process

MOST_REPRESENTATIVES = 5


class EnterMatter(Told):
    """What staff or another system enter: as a person would tell it, and how it came."""

    channel: Annotated[EnteredChannel, Field(description="来件渠道 · channel")]
    received_on: Annotated[Day | None, Field(description="收到日期，默认当日 · day of receipt")] = None
    visitor_count: Annotated[
        int | None, Field(ge=1, le=10_000, description="来访人数，只用于来访 · how many came")
    ] = None
    source_system: Annotated[
        str | None, Line(2, 63), Field(description="来源系统，接入系统为其标识 · the system it comes from")
    ] = None
    source_ref: Annotated[
        str | None, Line(1, 100), Field(description="来源系统中的编号 · its number there")
    ] = None


class EnterReport(EnterMatter):
    """录入检举控告 · a report that did not come over the public surface."""

    category: Annotated[
        Literal["accusation", "appeal", "suggestion"], Field(description="类别 · category")
    ] = "accusation"


class EnterDemand(EnterMatter):
    """录入民生诉求 · a demand that did not come over the public surface."""


async def enter_matter(desk: Desk, process: Process[Any], body: EnterMatter, call: Call) -> Answer:
    """Take in what staff or another system enter; of one number of a source there is one matter.

    The same number with the same content answers 200 and the matter there is, without a receipt.

    Raises: Problem `forbidden`, `invalid_input`, `belongs_to_superior`, `source_ref_reused` for the same number with
    other content.
    Rule: A1, B1, R-B2.
    """
    key = idempotency.key_of(call, body)
    source = source_of(desk, body, call)
    holder = office_of(desk, process, call)
    await check_told(desk, body, *faults_of_entry(body, call))
    await must_not_name_leader(desk, body, holder)
    for is_last in (False, True):
        try:
            async with desk.db.transaction(call.actor.scope(call.at)) as tx:
                if replay := await idempotency.claim(tx, key, call.at):
                    return replay
                answer = await _known(tx, desk, process, source, call) or await _new(
                    tx, desk, process, body, call, holder, source
                )
                idempotency.keep(tx, key, answer, call.at)
            return answer
        except idempotency.Clash:  # a twin with the same number was quicker
            if is_last or source is None:
                raise
    raise AssertionError("not reached")


async def must_not_name_leader(
    desk: Desk, body: EnterMatter, holder: str, reader: Reader | None = None
) -> None:
    """Refuse to enter what is about the office's own principal leader: only a stub of it may be kept here.

    Raises: Problem `belongs_to_superior`.
    Rule: C-6, SoD-5.
    """
    if await is_about_leader(desk, body, holder, reader):
        raise Problem("belongs_to_superior")


def faults_of_entry(body: EnterMatter, call: Call) -> list[FieldError]:
    """Return what contradicts itself in how a matter came. Rule: R-B2, PET Art 20."""
    wrong = []
    if body.received_on is not None and body.received_on > call.today:
        wrong.append(FieldError("/received_on", "body", "day_in_future"))
    if body.visitor_count is not None and body.channel != "visit":
        wrong.append(FieldError("/visitor_count", "body", "only_for_visits"))
    if body.channel == "visit" and len(body.co_reporters) + 1 > MOST_REPRESENTATIVES:
        wrong.append(
            FieldError("/co_reporters", "body", "too_many_representatives", {"max": MOST_REPRESENTATIVES})
        )
    if body.source_ref is None and (body.source_system is not None or call.actor.kind == "client"):
        wrong.append(FieldError("/source_ref", "body", "source_incomplete"))
    if body.source_system is None and body.source_ref is not None and call.actor.kind != "client":
        wrong.append(FieldError("/source_system", "body", "source_incomplete"))
    return wrong


def office_of(desk: Desk, process: Process[Any], call: Call) -> str:
    """Return the office that has what the caller enters: the caller's own, a system's the receiving one.

    Raises: Problem `forbidden`.
    """
    permission = process.permission("enter")
    own = desk.settings.receiving_path if call.actor.kind == "client" else call.actor.organisation
    if not desk.permissions.over(call.actor, permission, own, call.at):
        raise Problem("forbidden")
    return own


def source_of(desk: Desk, body: EnterMatter, call: Call) -> Source | None:
    """Return where a matter comes from; another system speaks for itself only. Raises: Problem `forbidden`."""
    system = body.source_system
    if call.actor.kind == "client":
        if system not in (None, call.actor.id):
            raise Problem("forbidden")
        system = call.actor.id
    if system is None or body.source_ref is None:
        return None
    digest = desk.seals.provider.mac("source", to_json(body)).value
    return Source(system, body.source_ref, digest)


async def _known(
    tx: Transaction, desk: Desk, process: Process[Any], source: Source | None, call: Call
) -> Answer | None:
    if source is None:
        return None
    found = await find_source(tx, source)
    if found is None:
        return None
    if not found.is_same or found.object_type != process.name:
        raise Problem("source_ref_reused")
    permission = process.permission("enter")
    matter, _ = await load_for(tx, desk, process, found.object_id, call, permission, lock=False)
    return Answer(200, await _shown(tx, desk, process, matter, call), etag=matter.version)


async def _new(
    tx: Transaction,
    desk: Desk,
    process: Process[Any],
    body: EnterMatter,
    call: Call,
    holder: str,
    source: Source | None,
) -> Answer:
    entry = entry_of(body, call, holder, source)
    taken = await take_in(tx, desk, body, call, entry)
    if source is not None:
        add_source(tx, source, process.name, taken.matter.id)
    shown = await _shown(tx, desk, process, taken.matter, call)
    return created(desk, process, taken.matter, {**shown, **taken.issued._asdict()})


def entry_of(body: EnterMatter, call: Call, holder: str, source: Source | None) -> Entry:
    """Return how a matter that is entered arrives."""
    return Entry(
        holder_path=holder, category=getattr(body, "category", "livelihood_demand"), channel=body.channel,
        received_on=body.received_on, actor=call.actor, visitor_count=body.visitor_count,
        source=(source.system, source.ref) if source else (None, None),
    )  # fmt: skip


async def _shown(
    tx: Transaction, desk: Desk, process: Process[Any], matter: Any, call: Call
) -> dict[str, Any]:
    """Return the answer without a receipt; another system reads no more of a matter than its id and state."""
    await tx.flush()
    shown = {"id": matter.id, "state": matter.state, "received_on": matter.received_on}
    if call.actor.kind == "client":
        return {**shown, "receipt": None, "signed_receipt": None, process.name: None}
    full = await describe(tx, desk, process, matter, call)
    return {**shown, "receipt": None, "signed_receipt": None, process.name: full}
