"""Voices are kept, and a resolution makes what it decides: work, clues, supervision; each linked back."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from casework.domain.clue import Clue, ClueSource
from casework.domain.clue_lifecycle import CLUE
from casework.domain.linkage.consultation_lifecycle import Consultation, Decided, Position
from casework.domain.linkage.linkage_task import LinkageTask
from casework.domain.regime import regime_on
from casework.store.linkage.consultations import add_opinion, decide
from casework.store.papers import PAPERS
from casework.usecases.clues.registering import register
from casework.usecases.linkage.assign_board_task import Doer, Work, doer_of, give_work
from casework.usecases.linkage.consultation_bodies import (
    ClueDecided,
    GiveOpinion,
    ResolveConsultation,
    SupervisionDecided,
)
from casework.usecases.linkage.consultation_facts import task_of
from casework.usecases.offices import ledger_of, office
from casework.usecases.writing import write
from shared.ids import uuid7
from shared.lifecycle import Refused
from shared.process.desk import Call
from shared.process.process import Changes, Step

ORIGIN = "consultation"
"""Type of what a clue comes from, when a consultation decided it."""
WATCHED_FOR = "督办事项"


async def give_opinion(step: Step[Consultation, GiveOpinion]) -> Changes:
    """Keep what a participant says; it can never be changed."""
    one, command = step.subject, step.command
    add_opinion(
        step.tx, step.desk.seals, one.id, step.actor.id, command.position.value, command.text, step.at
    )
    dissents = one.dissents + int(command.position is Position.DISSENT)
    return Changes(columns={"dissents": dissents})


async def resolve_consultation(step: Step[Consultation, ResolveConsultation]) -> Changes:
    """Keep the resolution beside all dissent, and make what it decides, in one transaction.

    Raises: Refused `organisation_unknown`.
    Rule: chapter 6, C1, E7.
    """
    one, task = step.subject, await task_of(step)
    await write(step, "consultation", "resolution")
    made = await _make(step, task)
    for place, (kind, object_id) in enumerate(made, start=1):
        decide(step.tx, one.id, place, kind.value, object_id)
    kinds = [kind.value for kind, _ in made]
    told = {"task_id": str(task.id), "dissents": one.dissents, "decisions": kinds}
    return Changes(columns={"resolved_on": step.today}, event=told)


async def _make(
    step: Step[Consultation, ResolveConsultation], task: LinkageTask
) -> list[tuple[Decided, UUID]]:
    command = step.command
    work = [(Decided.BOARD_TASK, await _work(step, task, one)) for one in command.board_tasks]
    clues = [(Decided.CLUE, await _clue(step, task, one)) for one in command.clues]
    watched = [
        (Decided.SUPERVISION, await _supervision(step, task, one)) for one in command.supervision_records
    ]
    return [*work, *clues, *watched]


async def _work(step: Step[Consultation, Any], task: LinkageTask, decision: Work) -> UUID:
    call = Call(actor=step.actor, at=step.at, today=step.today)
    doer = await doer_of(step.tx, task, decision, call)
    if doer is None:
        raise Refused("not_in_the_team")
    piece = await give_work(step.tx, step.desk, task, decision, doer, call, step.subject.id)
    return piece.id


async def _clue(step: Step[Consultation, Any], task: LinkageTask, decision: ClueDecided) -> UUID:
    """Register a clue in the central ledger, where it is allocated like any other."""
    for code in decision.subject_organisations:
        await office(step.tx, code)
    clue = Clue(
        id=uuid7(),
        number=None,
        state=CLUE.initial.value,
        version=1,
        holder_path=await ledger_of(step.tx, task.lead_path, step.desk.settings.ledger_path),
        secrecy=task.secrecy,
        source=ClueSource.LINKAGE.value,
        received_on=step.today,
        legal_regime=regime_on(step.today),
        is_named=False,
        problem_types=(),
        subject_organisations=tuple(decision.subject_organisations),
        office_path=task.lead_path,
    )
    origin = (ORIGIN, step.subject.id)
    clue = await register(step.tx, step.desk, clue, [origin], actor=step.actor, at=step.at)
    fields = {"facts": decision.facts, "subjects": [one.model_dump() for one in decision.subjects]}
    await PAPERS.add(
        step.tx, step.desk.seals, (CLUE.name, clue.id), "facts", fields, by=step.actor.id, at=step.at
    )
    return clue.id


async def _supervision(
    step: Step[Consultation, Any], task: LinkageTask, decision: SupervisionDecided
) -> UUID:
    """Tell the organisation what it is watched for, with a day: it answers, and the lead office closes or returns it."""
    path = (await office(step.tx, decision.organisation)).path
    call = Call(actor=step.actor, at=step.at, today=step.today)
    work = Work(title=WATCHED_FOR, text=decision.text, to=decision.organisation, due_on=decision.due_on)
    piece = await give_work(
        step.tx, step.desk, task, work, Doer(path), call, step.subject.id, is_supervision=True
    )
    return piece.id
