"""A13: what a report tells is more than one matter, so a further clue is split off and goes its own way."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated
from uuid import UUID

from pydantic import Field

from casework.clients.intake import Subject
from casework.domain.clue import Clue
from casework.domain.clue_lifecycle import CLUE
from casework.store.clues.clues import REPORT, all_origins
from casework.store.clues.uses import lock_uses
from casework.usecases.clues.bodies import ClueMatter
from casework.usecases.clues.registering import Origin, file_clue, known_of, places
from casework.usecases.recusals.screening import About, look_into, sources_of, subjects_of
from shared.auth.rls import past_sight
from shared.ids import uuid7
from shared.process.bodies import Command
from shared.process.desk import Call, Desk
from shared.process.keeping_away import pass_on
from shared.process.load import load_for
from shared.process.process import Changes, Step


class SplitClue(Command, ClueMatter):
    """分立线索 · what the further clue is about; the opinion says why it is a matter of its own.

    It goes into the ledger (`split_into` names it), and the same reports feed it; each is concluded, and its reporter
    told, once, with the last clue it feeds.
    """

    report_ids: Annotated[
        list[UUID] | None,
        Field(
            min_length=1, max_length=100, description="同为其来源的举报，默认全部 · reports that feed it too"
        ),
    ] = None


async def look_into_further(desk: Desk, clue_id: UUID, command: SplitClue, call: Call) -> About | None:
    """Find out whom the further clue is about; None while another service does not answer, and the worker looks later.

    Whom a report names that feeds it counts too: whoever gets the clue reads the report.
    """
    process = desk.processes[CLUE.name]
    async with desk.db.reader(call.actor.scope(call.at)) as reader:
        await load_for(reader, desk, process, clue_id, call, process.permission("split"), lock=False)
        fed = await sources_of(reader, clue_id)
    if command.report_ids is not None:
        fed = replace(fed, reports=tuple(one for one in fed.reports if one in command.report_ids))
    reported = await subjects_of(desk, fed)
    if reported is None:
        return None
    subjects = [Subject(**one.model_dump()) for one in command.subjects] + reported
    return await look_into(desk, subjects=subjects, units=command.subject_organisations, facts=command.facts)


async def split_clue(step: Step[Clue, SplitClue]) -> Changes:
    """Put the further clue into the ledger; whoever must keep away from this one keeps away from it.

    It was received when this one was, so that no time is won. What is about our own staff goes to who supervises them.

    Raises: Refused `organisation_unknown`.
    Rule: A13, C1, SoD-5, 1.6; RPT Art 17.
    """
    tx, desk, clue, matter = step.tx, step.desk, step.subject, step.command
    async with past_sight(tx):  # no clue of the same report ends meanwhile
        await lock_uses(tx, clue.id)
    fed = await _fed(step)
    ledger, office_path = await places(tx, desk, step.actor.organisation, matter.to)
    further = _further(step, ledger, office_path, next((one for kind, one in fed if kind == REPORT), None))
    further = await file_clue(
        tx, desk, further, matter, fed, actor=step.actor, at=step.at, about=step.prepared
    )
    await tx.flush()
    await pass_on(tx, desk, clue.id, further.id, step.at)
    return Changes()


async def _fed(step: Step[Clue, SplitClue]) -> list[Origin]:
    """Return what feeds the further clue: what feeds this one, of its reports those that are named."""
    named, fed = step.command.report_ids, await all_origins(step.tx, step.subject.id)
    return [
        (kind, one)
        for kind, ids in fed.items()
        for one in ids
        if kind != REPORT or named is None or one in named
    ]


def _further(
    step: Step[Clue, SplitClue], ledger: str, office_path: str | None, report_id: UUID | None
) -> Clue:
    clue, matter = step.subject, step.command
    known = known_of(matter)
    identity: UUID = uuid7()
    return Clue(
        id=identity,
        number=None,
        state=CLUE.initial.value,
        version=1,
        holder_path=ledger,
        secrecy=clue.secrecy,
        source=clue.source,
        received_on=clue.received_on,
        legal_regime=clue.legal_regime,
        is_named=clue.is_named,
        problem_types=clue.problem_types,
        category=clue.category,
        region=clue.region,
        field=clue.field,
        report_id=report_id,
        office_path=office_path,
        split_from=clue.id,
        **{**known, "is_own_staff": matter.is_own_staff or clue.is_own_staff},
    )
