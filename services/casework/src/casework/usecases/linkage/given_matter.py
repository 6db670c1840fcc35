"""E6: the clue or case a decision on jurisdiction gives to another organ; the one that had it keeps one line."""

from dataclasses import replace
from enum import StrEnum
from types import MappingProxyType
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import Field

from casework.domain.case import Case
from casework.domain.case_lifecycle import CASE, CaseAction
from casework.domain.clue import Clue
from casework.domain.clue_lifecycle import CLUE, ClueAction
from casework.domain.linkage.linkage_task import LinkageTask
from casework.store.linkage.jurisdictions import add_line, was_given_in
from casework.store.linkage.sharing import is_enclosed
from casework.store.papers import PAPERS
from casework.usecases.clues.designate_clue import Designated
from casework.usecases.offices import is_kept_apart, ledger_of
from shared.auth.rls import past_sight
from shared.directory.paths import is_within
from shared.directory.store import Organisation
from shared.http.models import Input, Text
from shared.process.bodies import Code
from shared.process.desk import Call
from shared.process.load import load_subject
from shared.process.process import Step
from shared.process.sign import let_fall
from shared.process.system import make_move

Given = Literal["clue", "case"]
_MOVES: MappingProxyType[str, StrEnum] = MappingProxyType(
    {CLUE.name: ClueAction.DESIGNATE, CASE.name: CaseAction.DESIGNATE}
)


class HandsOver(Input):
    """The clue or case that goes there, and what is handed over with it."""

    type: Annotated[Given, Field(description="移交事项类别，线索或者案件 · a clue or a case")]
    id: Annotated[UUID, Field(description="移交事项编号，须为本任务的来源事项或者牵头室承办的事项 · its id")]
    office: Annotated[
        Code | None,
        Field(description="接收部门，只有一个承办部门时可省略 · the office there, unless it has but one"),
    ] = None
    handover: Annotated[
        str, Text(4, 10000), Field(description="交接情况 · what is handed over, and how it stands")
    ]


async def matter_of(step: Step[LinkageTask, Any], given: HandsOver) -> Clue | Case | None:
    """Return the clue or case, its row locked, if it is a matter of this task: nobody else's is touched."""
    async with past_sight(step.tx):
        found: Clue | Case | None = await load_subject(
            step.tx, step.desk.processes[given.type], given.id, lock=True
        )
        return found if found is not None and await _is_of(step, found) else None


async def can_go(step: Step[Any, Any], matter: Clue | Case, to: Organisation) -> None:
    """Test the guards of the matter's own move; what waits for a signature there stands in nobody's way.

    Raises: Refused with the code of what refuses.
    """
    process, action = _process(step, matter)
    row = process.lifecycle.find(matter.state, action.value)
    moved = Designated(to=to.code)
    async with past_sight(step.tx):
        facts = await process.facts(replace(step, subject=matter, command=moved, row=row, prepared=None))
    process.lifecycle.check(row, facts)


async def hand_over_matter(
    step: Step[Any, Any], given: HandsOver, matter: Clue | Case, to: Organisation
) -> None:
    """Let the system move it. The receiver reads why and how it stands, the ledger that had it only that it went.

    Nobody of the giving organ sees it any more but who was let know of it in the task's team, and what its leaders were
    asked to sign about it falls away.

    Rule: E6, 1.4, 1.8, SoD-5.
    """
    process, action = _process(step, matter)
    command = step.command
    told = command.model_dump(mode="json", include={"form", "organ", "ground", "is_disputed"})
    told |= {"number": matter.number, "handover": given.handover}
    about = (process.name, matter.id)
    async with past_sight(step.tx):
        await add_line(
            step.tx, matter.id, at=step.at, holder_path=await _ledger(step, matter), secrecy=matter.secrecy,
            type=given.type, number=matter.number, form=command.form, organ=command.organ, decided_on=step.today,
        )  # fmt: skip
        await PAPERS.add(step.tx, step.desk.seals, about, "jurisdiction", told, by=step.actor.id, at=step.at)
        await let_fall(step.tx, matter.id, Call(actor=step.actor, at=step.at, today=step.today))
        moved = Designated(to=to.code, opinion=command.opinion)
        await make_move(step.tx, step.desk, process, matter, action, moved)


def _process(step: Step[Any, Any], matter: Clue | Case) -> tuple[Any, StrEnum]:
    name = CASE.name if isinstance(matter, Case) else CLUE.name
    return step.desk.processes[name], _MOVES[name]


async def _ledger(step: Step[Any, Any], matter: Clue | Case) -> str:
    """Return where the line stands: in the giving organ's ledger, or with the supervisors of its own staff."""
    path = matter.holder_path
    if await is_kept_apart(step.tx, path):
        return path
    return await ledger_of(step.tx, path, step.desk.settings.ledger_path)


async def _is_of(step: Step[LinkageTask, Any], matter: Clue | Case) -> bool:
    """Say whether the lead office has it, whoever declared the task named it, or the task knew it before."""
    task = step.subject
    ids = {matter.id, matter.clue_id} if isinstance(matter, Case) else {matter.id}
    if matter.holder_path == task.lead_path:
        return True
    if task.trigger_id in ids and is_within(matter.holder_path, task.declared_by_path):
        return True
    for one in ids:
        if await is_enclosed(step.tx, task.id, one) or await was_given_in(step.tx, task.id, one):
            return True
    return False
